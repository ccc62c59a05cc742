"""A report on its way into a file: whole or not at all, private, and over nothing unasked."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tui.core.trouble import InTheWay, Trouble
from tui.store import files


class NotWritten(Trouble):
    """A report could not be put where it was wanted; the message is the reason and the remedy."""


def put(data: bytes, place: Path, *, replace: bool = False) -> Path:
    """Write `data` to `place`, readable by its owner alone, and return the whole path.

    An ordinary file that is there goes only where `replace` says so; a link, a pipe, a folder or
    a device never. Raises `InTheWay` or `NotWritten`.
    """
    target = Path(os.path.abspath(place))
    made = files.unfinished(target)
    try:
        _look_at(target, replace=replace)
        files.reserve(made)
        try:
            made.write_bytes(data)
            files.sync(made)
            _into_place(made, target, replace=replace)
        finally:
            files.take_away(made)
    except FileExistsError as error:
        raise InTheWay(_taken(target)) from error
    except OSError as error:
        why = error.strerror or str(error)
        raise NotWritten(
            f"{target} could not be written ({why}). Check that the folder exists, has room and "
            "is yours, or name another place."
        ) from error
    return target


def _look_at(target: Path, *, replace: bool) -> None:
    """Raise `InTheWay` or `NotWritten` for what may not be written over."""
    try:
        there = os.lstat(target).st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(there):
        what = "a folder" if stat.S_ISDIR(there) else "a link, a pipe or a device"
        raise NotWritten(f"{target} is {what} and no ordinary file. Name another place.")
    if not replace:
        raise InTheWay(_taken(target))


def _into_place(made: Path, target: Path, *, replace: bool) -> None:
    if not replace:
        files.put_in_place(made, target)
        return
    os.replace(made, target)
    files.sync(target.parent)


def _taken(target: Path) -> str:
    return f"{target} is there already, and is left as it is. Name another file, or say --replace."
