"""Small things about files that both making and copying need."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui.store.errors import CannotCreate

_NO_LINKS: Final = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}


def unfinished(target: Path) -> Path:
    """A name beside `target` that nobody else uses, for what is not finished yet."""
    return target.with_name(f".{target.name}.{os.urandom(6).hex()}.new")


def make_folder(folder: Path) -> list[Path]:
    """Make `folder` and what is missing above it, each 0700; what was made, innermost first."""
    made: list[Path] = []
    missing = [each for each in (folder, *folder.parents) if not os.path.lexists(each)]
    try:
        for each in reversed(missing):
            with suppress(FileExistsError):
                os.mkdir(each, 0o700)
                made.insert(0, each)
    except OSError:
        remove_folders(made)
        raise
    return made


def remove_folders(made: list[Path]) -> None:
    """Remove folders that were made for nothing, as far as they are empty."""
    for each in made:
        with suppress(OSError):
            os.rmdir(each)


def reserve(path: Path) -> None:
    """Make an empty private file at `path`, which may not exist yet."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def put_in_place(made: Path, target: Path) -> None:
    """Give the finished file `made` the name `target`; `FileExistsError` if that is taken.

    A hard link does it in one step. Where a file system has none, the name is reserved first.
    """
    try:
        os.link(made, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        reserve(target)
        try:
            os.replace(made, target)
        except OSError:
            os.unlink(target)
            raise
    with suppress(PermissionError):  # a folder that may be written but not read
        sync(target.parent)


def sync(path: Path) -> None:
    """Have a file or folder written to the disk itself."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def take_away(made: Path) -> None:
    """Remove what is left of an unfinished database file, with what SQLite put beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(OSError):
            os.unlink(f"{made}{suffix}")


def free_name(made: Path, target: Path) -> Path:
    """Give the finished file the first free name: `target`, `target.2`, and so on."""
    name, number = target, 1
    while True:
        try:
            put_in_place(made, name)
            return name
        except FileExistsError:
            number += 1
            name = target.with_name(f"{target.name}.{number}")


def write_new(target: Path, data: bytes) -> Path:
    """Write a private file that is there whole or not at all, under the first free name.

    Raises `CannotCreate`.
    """
    made = unfinished(Path(os.path.abspath(target)))
    try:
        reserve(made)
        try:
            made.write_bytes(data)
            sync(made)
            return free_name(made, target)
        finally:
            take_away(made)
    except OSError as error:
        raise CannotCreate(target, error.strerror or str(error)) from error
