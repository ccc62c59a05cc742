"""Opening a file: what is refused, what is only read, and how a new one comes to be."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from tui.store import errors, files
from tui.store.layout import Layout
from tui.store.openfile import OpenFile
from tui.store.schema import CLIENT_FILE

BUSY_SECONDS: Final = 5.0
"""How long a write waits for another program's transaction."""
SMALLEST: Final = 512
"""Bytes in the smallest page of SQLite's; a smaller file it takes for an empty one."""
CHECKED_ON_OPEN: Final = 8 * 2**20
"""A file up to this size, in bytes, is checked whole each time it is opened (a few milliseconds).
A larger one is checked after the first paint, and by `fledge doctor`."""

# FULL: an acknowledged write survives a power cut. secure_delete: what is deleted is overwritten.
# temp_store 2: nothing of the file is spilled into a temporary one.
_PRAGMAS: Final = (
    "synchronous = FULL",
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = 2",
)


def open_file(
    path: Path,
    *,
    create: bool = False,
    as_it_is: bool = False,
    layout: Layout | None = None,
) -> OpenFile:
    """Open the file at `path`; make it first when it is missing and `create` is set.

    An older layout is brought up to date, unless it is wanted `as_it_is`. A file that cannot be
    written is opened for reading only. A file is a client's, unless another `layout` is named.
    Raises a `StoreError`.
    """
    path, layout = Path(os.path.abspath(path)), layout or CLIENT_FILE
    try:
        if create and _missing(path):
            _create(path, layout)
        return _open_existing(path, layout, as_it_is=as_it_is)
    except sqlite3.Error as error:
        raise errors.translated(error, path) from error


def _missing(path: Path) -> bool:
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        pass  # it is there or not: opening it will say why that cannot be told
    return False


def _ordinary(path: Path) -> os.stat_result:
    """What the file system says of a file that may be SQLite's; refuses anything else."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        raise errors.NotThere(path) from None
    except OSError as error:
        raise errors.CannotOpen(path, error.strerror or str(error)) from error
    if not stat.S_ISREG(found.st_mode):
        raise errors.NotAFile(path)
    if found.st_size == 0:
        raise errors.EmptyFile(path)
    if found.st_size < SMALLEST:
        raise errors.NotFledge(path)
    if not os.access(path, os.R_OK):
        raise errors.CannotOpen(path, "it may not be read")
    return found


def _open_existing(path: Path, layout: Layout, *, as_it_is: bool = False) -> OpenFile:
    found = _ordinary(path)
    real = os.path.realpath(path)
    readonly = not (os.access(path, os.W_OK) and os.access(os.path.dirname(real), os.W_OK))
    barred = errors.ReadOnly(path) if readonly else None
    if not readonly and os.path.exists(f"{real}-wal"):
        _look_first(path, found, layout)
    conn, identity = _connect(path, readonly), (found.st_dev, found.st_ino)
    file = OpenFile(conn, path, identity, barred, layout)
    try:
        _check(file, found.st_size)
        if not (readonly or as_it_is):
            _keep_a_log(file)
        if not as_it_is and _pragma(file.conn, "user_version") < layout.version:
            _bring_up_to_date(file)
    except BaseException:
        file.close()
        raise
    return file


def _bring_up_to_date(file: OpenFile) -> None:
    """Take the steps that are missing; of a file that may only be read, in a copy in memory."""
    if file.barred is None:
        from tui.store.migrations import upgrade

        upgrade(file)
        return
    found = _pragma(file.conn, "user_version")
    copy = _with_manners(sqlite3.connect(":memory:", isolation_level=None))
    file.conn.backup(copy)
    file.conn.close()
    file.conn = copy
    for number, statements in file.layout.later.items():
        for statement in statements if number > found else ():
            copy.execute(statement)


def _keep_a_log(file: OpenFile) -> None:
    """Make sure of WAL: a copy comes without it. Where that cannot be, it is kept as it is."""
    with suppress(sqlite3.OperationalError):
        file.conn.execute("PRAGMA journal_mode = WAL")


def _check(file: OpenFile, size: int) -> None:
    _refuse_foreign(file)
    file.check_same()
    if size <= CHECKED_ON_OPEN:
        file.quick_check()
        file.checked = True


def _look_first(path: Path, found: os.stat_result, layout: Layout) -> None:
    """Refuse what must not be written before SQLite folds a log in that a crash left beside it.

    A connection that only reads leaves both the file and its log as they are when it is closed.
    """
    # Only a log: a journal of an unfinished change has to be rolled back before one can read.
    conn = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)
    file = OpenFile(conn, path, (found.st_dev, found.st_ino), layout=layout)
    try:
        _check(file, found.st_size)
    finally:
        file.close()


def _connect(path: Path, readonly: bool) -> sqlite3.Connection:
    """Connect without ever making a file. A connection in autocommit mode: no hidden BEGIN."""
    mode = "mode=ro" if readonly else "mode=rw"
    if readonly and not os.path.exists(f"{os.path.realpath(path)}-wal"):
        # Nobody has it open, and in a folder that may not be written SQLite cannot make the
        # shared memory that it would need to be told of others.
        mode = "mode=ro&immutable=1"
    conn = sqlite3.connect(
        f"{path.as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    return _with_manners(conn)


def _with_manners(conn: sqlite3.Connection) -> sqlite3.Connection:
    """The connection with what every one of ours has set."""
    try:
        for pragma in _PRAGMAS:
            conn.execute(f"PRAGMA {pragma}")
    except BaseException:
        conn.close()
        raise
    return conn


def _refuse_foreign(file: OpenFile) -> None:
    layout = file.layout
    if (whose := _pragma(file.conn, "application_id")) != layout.application_id:
        raise errors.other(file.path, whose)
    found = _pragma(file.conn, "user_version")
    if found > layout.version:
        raise errors.NewerFile(file.path, found, layout.version)
    if found < layout.version and not layout.later:
        raise errors.Damaged(file.path, f"it says that its layout is {found}")


def _pragma(conn: sqlite3.Connection, name: str) -> int:
    return int(conn.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def beginning(path: Path, layout: Layout = CLIENT_FILE) -> Iterator[OpenFile]:
    """A new file to write into, which takes its place at `path` when the block ends well.

    Nobody ever sees half a file, nothing that exists is overwritten, and a failure leaves nothing.
    The file is 0600 before SQLite opens it, so that its log and shared memory are 0600 too.
    """
    path = Path(os.path.abspath(path))
    made = files.unfinished(path)
    if path.with_name(f"{path.name}-wal").exists():
        # SQLite would take another file's log for the new one's and mix the two.
        detail = f"{path.name}-wal beside it belongs to a file that was moved; move it along"
        raise errors.CannotCreate(path, detail)
    folders: list[Path] = []
    try:
        with _unmakeable(path):
            folders = files.make_folder(path.parent)
            files.reserve(made)
            _lay_out(made, layout)
            file = _open_existing(made, layout)
        try:
            yield file
            with _unmakeable(path):
                _fold_in(file)
        finally:
            file.close()
        with _unmakeable(path):
            files.put_in_place(made, path)
    finally:
        files.take_away(made)
        files.remove_folders(folders)  # those that hold nothing


def _fold_in(file: OpenFile) -> None:
    """Fold the log into the file. Closing does it too, but without a word if the disk is full."""
    (busy, *_) = file.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise sqlite3.OperationalError("its log could not be folded in")


@contextmanager
def _unmakeable(path: Path) -> Iterator[None]:
    """Turn what goes wrong while a file is made into a sentence about the file that was wanted."""
    try:
        yield
    except FileExistsError:
        detail = "another program made it meanwhile" if path.exists() else "its name is in use"
        raise errors.CannotCreate(path, detail) from None
    except (OSError, sqlite3.Error, errors.DiskFull) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise errors.CannotCreate(path, detail) from error


def _create(path: Path, layout: Layout) -> None:
    """Make an empty file of ours, unless another program is quicker."""
    try:
        with beginning(path, layout):
            pass
    except errors.CannotCreate:
        if not path.exists():
            raise


def _lay_out(made: Path, layout: Layout) -> None:
    conn = sqlite3.connect(made, isolation_level=None)
    try:
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("BEGIN IMMEDIATE")
        for statement in layout.tables:
            conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {layout.application_id}")
        conn.execute(f"PRAGMA user_version = {layout.version}")
        conn.execute("COMMIT")
        # Only now: folding a log in on closing fails without a word when the disk is full.
        conn.execute("PRAGMA journal_mode = WAL")
    finally:
        conn.close()
