"""Whom a change was about: one journal is kept for the whole file, whoever is looked at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Concatenate, Final, ParamSpec

from tui.core.changes import Change
from tui.core.clients import Client
from tui.store import clients, history
from tui.store.openfile import OpenFile

P = ParamSpec("P")

_OWNERS: Final = {"measure_id": "measure", "goal_id": "measure", "session_id": "session"}
"""Columns that lead to a client by way of a row of another table."""


def named(
    way: Callable[Concatenate[OpenFile, P], Change | None], looked_at: Client | None = None
) -> Callable[Concatenate[OpenFile, P], Change | None]:
    """A turn of the history that names whose change it was, unless they are looked at anyway."""

    def turn(file: OpenFile, /, *args: P.args, **kwargs: P.kwargs) -> Change | None:
        change = way(file, *args, **kwargs)
        return change and _naming(file.conn, (change,), looked_at)[0]

    return turn


def latest(
    file: OpenFile, looked_at: Client | None = None, limit: int = 1000
) -> tuple[Change, ...]:
    """The latest changes, newest first, each with whose it was unless they are looked at anyway."""
    with file.reading() as conn:
        return _naming(conn, tuple(history.changes(conn, limit)), looked_at)


def _naming(
    conn: sqlite3.Connection, changes: tuple[Change, ...], looked_at: Client | None
) -> tuple[Change, ...]:
    if not clients.several(conn):
        return changes
    seen = looked_at.id if looked_at else ""
    return tuple(_with_name(conn, change, seen) for change in changes)


def _with_name(conn: sqlite3.Connection, change: Change, looked_at: str) -> Change:
    id_ = _whose(conn, change.seq)
    if id_ is None or id_ == looked_at:
        return change
    found = conn.execute("SELECT name FROM client WHERE id = ?", (id_,)).fetchone()
    return change._replace(whose=found[0]) if found else change


def _whose(conn: sqlite3.Connection, seq: int) -> str | None:
    """The id of the client whom a change was about, as far as one of its rows leads to them."""
    sql = "SELECT tbl, json_extract(key, '$[0]'), coalesce(after, before) FROM edit WHERE seq = ?"
    for table, id_, text in conn.execute(f"{sql} ORDER BY n", (seq,)):
        if table == "client":
            return str(id_)
        row = json.loads(text)
        if "client_id" in row:
            return str(row["client_id"])
        if table == "goal":
            row["goal_id"] = id_
        for column in _OWNERS.keys() & row.keys():
            owner = f"SELECT client_id FROM {_OWNERS[column]} WHERE id = ?"
            if row[column] and (found := conn.execute(owner, (row[column],)).fetchone()):
                return str(found[0])
    return None
