"""Undo and redo: the journal read backwards and forwards. They survive a restart.

Taking a change back puts every row it touched to what it was before; the entry stays, marked. A new
change after an undo makes what was undone unreachable ("dropped"), as in any editor.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from tui.core.changes import Change
from tui.store.door import Edit, Row, Value, current, set_row, write
from tui.store.errors import Conflict, Overtaken
from tui.store.openfile import OpenFile

_COLUMNS = "seq, id, at, author, label, state"


def undo(file: OpenFile) -> Change | None:
    """Take back the latest change that stands; None when there is none.

    Raises `Conflict` when a row is no longer as that change left it.
    """
    return _turn(file, "done", "DESC", "undone")


def redo(file: OpenFile) -> Change | None:
    """Bring again what was undone last; None when there is nothing."""
    return _turn(file, "undone", "ASC", "done")


def take_back(file: OpenFile, change: Change, author: str = "client") -> Change | None:
    """Have `author` take back one change, also when later ones stand; None if nothing is left.

    That is a change of its own, which `undo` takes back again. Raises `Overtaken` when
    something that the change touched has been changed since.
    """
    edits = [
        Edit(table, key, before, after)
        for table, key, before, after in reversed(list(_edits(file.conn, change.seq)))
    ]
    try:
        return write(file, f"took back: {change.label}", edits, author)
    except Conflict as conflict:
        raise Overtaken(change.label, conflict.theirs, conflict.yours) from conflict


def changes(conn: sqlite3.Connection, limit: int = 100) -> list[Change]:
    """The latest changes, newest first."""
    sql = f"SELECT {_COLUMNS} FROM change ORDER BY seq DESC LIMIT ?"
    return [Change(*row) for row in conn.execute(sql, (limit,))]


def numbered(conn: sqlite3.Connection, seq: int) -> Change | None:
    """The change with this number, if there is one."""
    if abs(seq) >= 2**63:
        return None  # more than SQLite can even be asked for
    row = conn.execute(f"SELECT {_COLUMNS} FROM change WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else Change(*row)


def _turn(file: OpenFile, state: str, order: str, becomes: str) -> Change | None:
    with file.transaction() as conn:
        sql = f"SELECT {_COLUMNS} FROM change WHERE state = ? ORDER BY seq {order} LIMIT 1"
        found = conn.execute(sql, (state,)).fetchone()
        if found is None:
            return None
        change = Change(*found)
        edits = list(_edits(conn, change.seq))
        if becomes == "undone":
            edits = [(table, key, after, before) for table, key, before, after in reversed(edits)]
        for table, key, expected, wanted in edits:
            now = current(conn, table, key, file.layout)
            if now != expected:
                raise Conflict(f"What “{change.label}” touched", now, wanted)
            set_row(conn, table, key, wanted, file.layout)
        conn.execute("UPDATE change SET state = ? WHERE seq = ?", (becomes, change.seq))
        file.layout.settle(conn)
    return change._replace(state=becomes)


def _edits(
    conn: sqlite3.Connection, seq: int
) -> Iterator[tuple[str, tuple[Value, ...], Row | None, Row | None]]:
    sql = "SELECT tbl, key, before, after FROM edit WHERE seq = ? ORDER BY n"
    for table, key, before, after in conn.execute(sql, (seq,)):
        yield table, tuple(json.loads(key)), _row(before), _row(after)


def _row(text: str | None) -> Row | None:
    return None if text is None else json.loads(text)
