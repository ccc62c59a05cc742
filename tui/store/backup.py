"""A copy of the file that can be trusted: whole, verified, private, and never over another file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from tui.store import errors, files
from tui.store.openfile import OpenFile

_TRIES: Final = 5


def save_copy(file: OpenFile, target: Path) -> Path:
    """Write a verified copy of `file` to `target`, mode 0600, and return its path.

    An existing file is never overwritten: a number is put behind the name instead. The copy has
    its final name only once its integrity and row counts are checked and it is on the disk.
    """
    target = Path(os.path.abspath(target))
    made = files.unfinished(target)
    try:
        files.reserve(made)
        try:
            _fill(file, made, target)
            files.sync(made)
            return files.free_name(made, target)
        finally:
            files.take_away(made)
    except sqlite3.Error as error:
        raise errors.translated(error, target) from error
    except OSError as error:
        raise errors.CannotCreate(target, error.strerror or str(error)) from error


def _fill(file: OpenFile, made: Path, target: Path) -> None:
    """Copy and verify; once more when another program changed the file in between."""
    for _ in range(_TRIES):
        before = _state(file.conn)
        # As bytes: a name need not be UTF-8.
        file.conn.execute("VACUUM INTO CAST(? AS TEXT)", (os.fsencode(made),))
        if _verified(file, made):
            return
        if _state(file.conn) == before:
            break
        os.truncate(made, 0)
    raise errors.NotCopied(target)


def _state(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA data_version").fetchone()[0])


def _verified(file: OpenFile, made: Path) -> bool:
    source, tables = file.conn, (*file.layout.keys, "change")
    try:
        with closing(sqlite3.connect(f"{made.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
            (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            same = all(_count(source, table) == _count(copy, table) for table in tables)
    except sqlite3.DatabaseError:
        return False
    return bool(answer == "ok" and same)


def _count(conn: sqlite3.Connection, table: str) -> int:
    known = conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) if known else -1
