"""The one door through which every change goes, and the journal that is written in the same step.

A change is a list of edits: put this row, drop that one. The journal keeps each row as it was
before and after, who did it and when. Undo, redo and the history of a goal read nothing else.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from functools import cache
from math import isfinite
from typing import Final, NamedTuple

from tui.core.changes import Change
from tui.core.text import LINE_LIMIT, clean, fit_to_keep
from tui.ids import new_id
from tui.store.errors import Conflict, NotKept
from tui.store.layout import Layout
from tui.store.openfile import OpenFile
from tui.store.schema import CLIENT_FILE

Value = str | int | float | None
Row = Mapping[str, Value]


class Unread(Enum):
    """Stands for "whatever the row is now": the writer did not read it before."""

    TOKEN = 0


UNREAD: Final = Unread.TOKEN

LABEL_LIMIT: Final = 200
"""Longest label of a change, in characters."""


class Edit(NamedTuple):
    """What one row shall be. `after` None drops it; `seen` is the row as the writer read it."""

    table: str
    key: tuple[Value, ...]
    after: Row | None
    seen: Row | Unread | None = UNREAD


def put(
    table: str, row: Row, seen: Row | Unread | None = UNREAD, layout: Layout = CLIENT_FILE
) -> Edit:
    """The edit that makes `row` a row of `table`, new or in place of the one with its key."""
    return Edit(table, tuple(row[k] for k in layout.keys[table]), row, seen)


def drop(table: str, *key: Value, seen: Row | Unread | None = UNREAD) -> Edit:
    """The edit that removes the row of `table` with this key."""
    return Edit(table, key, None, seen)


def write(file: OpenFile, label: str, edits: Iterable[Edit], author: str) -> Change | None:
    """Do all edits or none, and journal them; None if they would change nothing.

    A row that an edit leaves as it saw it may be another one by now, and stays that.
    Raises `Conflict` if a row is no longer as its edit saw it, `NotKept` for a value that cannot
    be kept, or another `StoreError`. Changes that had been undone can no longer be redone.
    """
    layout = file.layout
    checked = [_checked(edit, layout) for edit in edits if edit.seen != edit.after]
    with file.transaction() as conn:
        told = ((edit, _apply(conn, edit, layout)) for edit in checked)
        done = [(edit, before) for edit, before in told if before != edit.after]
        if not done:
            return None
        conn.execute("UPDATE change SET state = 'dropped' WHERE state = 'undone'")
        change = _journal(conn, label, author)
        rows = (
            (change.seq, n, edit.table, _json(edit.key), _json(before), _json(edit.after))
            for n, (edit, before) in enumerate(done)
        )
        conn.executemany("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?)", rows)
        layout.settle(conn)
    return change


def lay_down(file: OpenFile, edits: Iterable[Edit]) -> None:
    """Put in the rows with which an empty file begins.

    That is no change of anybody's, so it is not in the journal and cannot be taken back. Raises
    `NotKept` or another `StoreError`, and then puts in nothing.
    """
    tables: dict[tuple[str, tuple[str, ...]], list[tuple[Value, ...]]] = {}
    for edit in (_checked(edit, file.layout) for edit in edits):
        row = edit.after or {}
        tables.setdefault((edit.table, tuple(row)), []).append(tuple(row.values()))
    with file.transaction() as conn:
        for (table, columns), rows in tables.items():
            sql = _insert(table, file.layout.keys[table], columns, "NOTHING")
            conn.executemany(sql, rows)
        file.layout.settle(conn)


def current(
    conn: sqlite3.Connection, table: str, key: tuple[Value, ...], layout: Layout = CLIENT_FILE
) -> dict[str, Value] | None:
    """The row as it is now, or None."""
    where = " AND ".join(f"{name} = ?" for name in layout.keys[table])
    cursor = conn.execute(f"SELECT * FROM {table} WHERE {where}", key)
    row = cursor.fetchone()
    return None if row is None else dict(zip((c[0] for c in cursor.description), row, strict=True))


def set_row(
    conn: sqlite3.Connection, table: str, key: tuple[Value, ...], row: Row | None, layout: Layout
) -> None:
    """Make the row with this key `row`, or drop it. Only this file and `history` may call it."""
    names = layout.keys[table]
    if row is None:
        where = " AND ".join(f"{name} = ?" for name in names)
        conn.execute(f"DELETE FROM {table} WHERE {where}", key)
        return
    rest = [name for name in row if name not in names]
    update = ", ".join(f"{name} = excluded.{name}" for name in rest)
    sql = _insert(table, names, tuple(row), f"UPDATE SET {update}")
    conn.execute(sql, tuple(row.values()))


@cache
def _insert(table: str, known_by: tuple[str, ...], columns: tuple[str, ...], otherwise: str) -> str:
    """The statement that puts in a row, with what to DO when its key is taken."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    keys = ", ".join(known_by)
    return f"INSERT INTO {table} ({names}) VALUES ({marks}) ON CONFLICT ({keys}) DO {otherwise}"


def _apply(conn: sqlite3.Connection, edit: Edit, layout: Layout) -> Row | None:
    """Carry out an edit and return the row as it was; most are new rows, one statement each."""
    if edit.after is not None and edit.seen in (None, UNREAD):
        sql = _insert(edit.table, layout.keys[edit.table], tuple(edit.after), "NOTHING")
        if conn.execute(sql, tuple(edit.after.values())).rowcount:
            return None
    before = current(conn, edit.table, edit.key, layout)
    if edit.seen is not UNREAD and before not in (edit.seen, edit.after):
        what = f"The {edit.table} that you were changing"
        raise Conflict(what, before, edit.after, edit.seen)
    if before != edit.after:
        set_row(conn, edit.table, edit.key, edit.after, layout)
    return before


def _journal(conn: sqlite3.Connection, label: str, author: str) -> Change:
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    fields = (new_id(), at, author, _short(label), "done")
    sql = "INSERT INTO change (id, at, author, label, state) VALUES (?, ?, ?, ?, ?)"
    return Change(conn.execute(sql, fields).lastrowid or 0, *fields)


def _short(label: str) -> str:
    """A label for a line of the history; the texts in full are in the edits."""
    label = clean(label)
    return label if len(label) <= LABEL_LIMIT else label[: LABEL_LIMIT - 1] + "…"


_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def _json(value: object) -> str | None:
    return None if value is None else _encode(value)


def _checked(edit: Edit, layout: Layout) -> Edit:
    if edit.after is None:
        return edit
    other = {n: kept for n, v in edit.after.items() if (kept := _kept(n, v, layout)) is not v}
    if not other:
        return edit
    row = {**edit.after, **other}
    return Edit(edit.table, tuple(row[k] for k in layout.keys[edit.table]), row, edit.seen)


def _kept(column: str, value: Value, layout: Layout) -> Value:
    """The value as it is kept: text cleaned, numbers only such as SQLite returns unchanged."""
    if isinstance(value, str):
        if len(value) <= LINE_LIMIT and value.isascii() and value.isprintable():
            return value  # nearly all of them
        return fit_to_keep(value, multiline=column in layout.multiline)
    if isinstance(value, float) and not isfinite(value):
        raise NotKept(f"{value} is not a number that can be kept.")
    if isinstance(value, int) and not -(2**63) <= value < 2**63:
        raise NotKept("This whole number is too large to be kept.")
    return value
