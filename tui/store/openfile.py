"""An open file: its transactions, and whether it is still the one that was opened."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tui.store import errors
from tui.store.layout import Layout
from tui.store.schema import CLIENT_FILE

Identity = tuple[int, int]
"""Device and inode."""


class OpenFile:
    """An open file. It belongs to the thread that opened it.

    `barred` is why nothing may be written, or None; `checked`, whether it was examined whole;
    `layout`, what kind of file it is.
    """

    def __init__(
        self,
        conn: sqlite3.Connection,
        path: Path,
        identity: Identity,
        barred: errors.StoreError | None = None,
        layout: Layout = CLIENT_FILE,
    ) -> None:
        self.conn, self.path, self.identity, self.barred = conn, path, identity, barred
        self.layout, self.checked = layout, False

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


def _identity(path: Path) -> Identity | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino
