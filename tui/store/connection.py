"""Opening a file: what is refused, what is only read, and how a new one comes to be."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tui.store import errors, files
from tui.store.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES

BUSY_SECONDS: Final = 5.0
"""How long a write waits for another program's transaction."""
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

Identity = tuple[int, int]
"""Device and inode."""


class OpenFile:
    """An open file. It belongs to the thread that opened it.

    `barred` is why nothing may be written, or None.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        identity: Identity,
        barred: errors.StoreError | None = None,
    ) -> None:
        self.conn, self.path, self.identity, self.barred = conn, path, identity, barred

    def check_same(self) -> None:
        """Raise `Moved` unless the file at the path is still the one that was opened.

        In WAL mode SQLite itself goes on reporting success for a file that is gone.
        """
        if _identity(self.path) != self.identity:
            raise errors.Moved(self.path)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction that may read before it writes: all of it is kept, or nothing.

        Raises a `StoreError` with a sentence for whatever SQLite says.
        """
        if self.barred:
            raise self.barred
        self.check_same()
        try:
            self.conn.execute("BEGIN IMMEDIATE")
            try:
                yield self.conn
                self.conn.execute("COMMIT")
            except BaseException:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
                raise
        except sqlite3.Error as error:
            raise errors.translated(error, self.path) from error
        self.check_same()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Several reads of one and the same state of the file."""
        try:
            self.conn.execute("BEGIN")
            try:
                yield self.conn
            finally:
                if self.conn.in_transaction:
                    self.conn.execute("ROLLBACK")
        except sqlite3.Error as error:
            raise errors.translated(error, self.path) from error

    def quick_check(self) -> None:
        """Raise `Damaged` with SQLite's first finding, if it has one."""
        try:
            (answer,) = self.conn.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.DatabaseError as error:
            raise errors.translated(error, self.path) from error
        if answer != "ok":
            raise errors.Damaged(self.path, answer)

    def close(self) -> None:
        """Close the connection. The last one to close folds the write-ahead log into the file."""
        self.conn.close()


def open_file(path: Path, *, create: bool = False) -> OpenFile:
    """Open the file at `path`; make it first when it is missing and `create` is set.

    A file that cannot be written is opened for reading only. Raises a `StoreError`.
    """
    path = Path(os.path.abspath(path))
    try:
        if create and not os.path.exists(path):
            _create(path)
        return _open_existing(path)
    except sqlite3.Error as error:
        raise errors.translated(error, path) from error


def _identity(path: Path) -> Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _open_existing(path: Path) -> OpenFile:
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
    if not os.access(path, os.R_OK):
        raise errors.CannotOpen(path, "it may not be read")
    readonly = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    barred = errors.ReadOnly(path) if readonly else None
    file = OpenFile(_connect(path, readonly), path, (found.st_dev, found.st_ino), barred)
    try:
        _refuse_foreign(file)
        file.check_same()
        if found.st_size <= CHECKED_ON_OPEN:
            file.quick_check()
        if _pragma(file.conn, "user_version") < SCHEMA_VERSION:
            from tui.store.migrations import upgrade

            upgrade(file)
    except BaseException:
        file.close()
        raise
    return file


def _connect(path: Path, readonly: bool) -> sqlite3.Connection:
    """Connect without ever making a file. A connection in autocommit mode: no hidden BEGIN."""
    mode = "mode=ro" if readonly else "mode=rw"
    if readonly and not path.with_name(path.name + "-wal").exists():
        # Nobody has it open, and in a folder that may not be written SQLite cannot make the
        # shared memory that it would need to be told of others.
        mode = "mode=ro&immutable=1"
    conn = sqlite3.connect(
        f"{path.as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        for pragma in _PRAGMAS:
            conn.execute(f"PRAGMA {pragma}")
    except BaseException:
        conn.close()
        raise
    return conn


def _refuse_foreign(file: OpenFile) -> None:
    if _pragma(file.conn, "application_id") != APPLICATION_ID:
        raise errors.OtherProgram(file.path)
    found = _pragma(file.conn, "user_version")
    if found > SCHEMA_VERSION:
        raise errors.NewerFile(file.path, found, SCHEMA_VERSION)


def _pragma(conn: sqlite3.Connection, name: str) -> int:
    return int(conn.execute(f"PRAGMA {name}").fetchone()[0])


@contextmanager
def beginning(path: Path) -> Iterator[OpenFile]:
    """A new file to write into, which takes its place at `path` when the block ends well.

    Nobody ever sees half a file, nothing that exists is overwritten, and a failure leaves nothing.
    The file is 0600 before SQLite opens it, so that its log and shared memory are 0600 too.
    """
    path = Path(os.path.abspath(path))
    made = path.with_name(f".{path.name}.{os.getpid()}.new")
    if path.with_name(f"{path.name}-wal").exists():
        # SQLite would take another file's log for the new one's and mix the two.
        detail = f"{path.name}-wal beside it belongs to a file that was moved; move it along"
        raise errors.CannotCreate(path, detail)
    try:
        with _unmakeable(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            files.reserve(made)
            _lay_out(made)
            file = _open_existing(made)
        try:
            yield file
        finally:
            file.close()
        with _unmakeable(path):
            files.put_in_place(made, path)
    finally:
        files.take_away(made)


@contextmanager
def _unmakeable(path: Path) -> Iterator[None]:
    """Turn what goes wrong while a file is made into a sentence about the file that was wanted."""
    try:
        yield
    except FileExistsError:
        detail = "another program made it meanwhile" if path.exists() else "its name is in use"
        raise errors.CannotCreate(path, detail) from None
    except (OSError, sqlite3.Error) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise errors.CannotCreate(path, detail) from error


def _create(path: Path) -> None:
    """Make an empty file of ours, unless another program is quicker."""
    try:
        with beginning(path):
            pass
    except errors.CannotCreate:
        if not path.exists():
            raise


def _lay_out(made: Path) -> None:
    conn = sqlite3.connect(made, isolation_level=None)
    try:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute("PRAGMA synchronous = FULL")
        conn.execute("BEGIN IMMEDIATE")
        for statement in TABLES:
            conn.execute(statement)
        conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        conn.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        conn.execute("COMMIT")
    finally:
        conn.close()
