"""A copy of the file that can be trusted: whole, verified, private, and never over another file."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from tui.store import errors, files
from tui.store.connection import OpenFile
from tui.store.schema import KEYS


def save_copy(file: OpenFile, target: Path) -> Path:
    """Write a verified copy of `file` to `target`, mode 0600, and return its path.

    An existing file is never overwritten: a number is put behind the name instead. The copy has
    its final name only once its integrity and row counts are checked and it is on the disk.
    """
    made = target.with_name(f".{target.name}.{os.getpid()}.new")
    try:
        files.reserve(made)
        file.conn.execute("VACUUM INTO ?", (str(made),))
        _verify(file.conn, made)
        files.sync(made)
        return _named(made, target)
    except sqlite3.Error as error:
        raise errors.translated(error, target) from error
    except OSError as error:
        raise errors.CannotCreate(target, error.strerror or str(error)) from error
    finally:
        files.take_away(made)


def _verify(source: sqlite3.Connection, made: Path) -> None:
    with closing(sqlite3.connect(f"{made.as_uri()}?mode=ro&immutable=1", uri=True)) as copy:
        (answer,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
        same = all(_count(source, table) == _count(copy, table) for table in (*KEYS, "change"))
    if answer != "ok" or not same:
        raise errors.Damaged(made, "the copy is not like the file")


def _count(conn: sqlite3.Connection, table: str) -> int:
    known = conn.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return int(conn.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) if known else -1


def _named(made: Path, target: Path) -> Path:
    """Give the finished copy the first free name: `target`, `target.2`, and so on."""
    name, number = target, 1
    while True:
        try:
            files.put_in_place(made, name)
            return name
        except FileExistsError:
            number += 1
            name = target.with_name(f"{target.name}.{number}")
