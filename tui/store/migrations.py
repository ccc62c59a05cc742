"""Bringing an older file up to date: numbered, in one transaction each, after a verified backup.

`user_version` says which layout a file has. A new file is laid out at once in the latest one
(`schema.TABLES`), so the steps it did not need are recorded as taken before the others are applied.
"""

from __future__ import annotations

import sqlite3
from typing import Final, cast

from sqlite_utils import Database, Migrations
from sqlite_utils.db import Table

from tui.store import errors
from tui.store.backup import save_copy
from tui.store.openfile import OpenFile
from tui.store.schema import GROUND, LEANING, NORMS, SCHEMA_VERSION
from tui.store.schema_later import RELATIONSHIP, REVIEWS

STEPS: Final = Migrations("fledge")
"""Each step's name is the number of the layout it leads to and what it brings."""


@STEPS(name="0001_ground")
def _ground(db: Database) -> None:
    for statement in GROUND:
        db.conn.execute(statement)


@STEPS(name="0002_leaning")
def _leaning(db: Database) -> None:
    for statement in LEANING:
        db.conn.execute(statement)


@STEPS(name="0003_norms")
def _norms(db: Database) -> None:
    for statement in NORMS:
        db.conn.execute(statement)


@STEPS(name="0004_relationship")
def _relationship(db: Database) -> None:
    for statement in RELATIONSHIP:
        db.conn.execute(statement)


@STEPS(name="0005_reviews")
def _reviews(db: Database) -> None:
    for statement in REVIEWS:
        db.conn.execute(statement)


def upgrade(file: OpenFile, steps: Migrations = STEPS, to: int = SCHEMA_VERSION) -> None:
    """Bring `file` to layout `to`, keeping a copy of how it was beside it.

    Raises a `StoreError`; the file is then as it was before.
    """
    if file.barred:
        raise file.barred
    now = _layout(file.conn)
    save_copy(file, file.path.with_name(f"{file.path.name}.layout-{now}.backup"))
    db = Database(file.conn, execute_plugins=False)
    file.conn.execute("PRAGMA foreign_keys = OFF")  # a table may have to be made anew
    try:
        with file.transaction():
            _take(file, db, steps, to)
    except errors.StoreError:
        raise
    except Exception as error:
        raise errors.StoreError(
            f"{file.path} could not be brought up to date ({error}). It is as it was, and a copy "
            "is beside it. Go on with the fledge you had."
        ) from error
    finally:
        file.conn.execute("PRAGMA foreign_keys = ON")


def _take(file: OpenFile, db: Database, steps: Migrations, to: int) -> None:
    """Take the steps that are missing, inside the transaction that has begun."""
    now = _layout(file.conn)  # another program may have done it, and more
    if now > to:
        raise errors.NewerFile(file.path, now, to)
    _adopt(db, steps, now)
    steps.apply(db)
    if broken := file.conn.execute("PRAGMA foreign_key_check").fetchone():
        raise errors.Damaged(file.path, f"a row of {broken[0]} points nowhere")
    file.conn.execute(f"PRAGMA user_version = {to}")


def _layout(conn: sqlite3.Connection) -> int:
    return int(conn.execute("PRAGMA user_version").fetchone()[0])


def _adopt(db: Database, steps: Migrations, now: int) -> None:
    """Record as taken every step that leads to a layout which the file already has."""
    steps.ensure_migrations_table(db)
    log = cast("Table", db[steps.migrations_table])
    for step in steps.pending(db):
        if int(step.name.split("_")[0]) <= now:
            row = {"migration_set": steps.name, "name": step.name, "applied_at": "with the file"}
            log.insert(row)
