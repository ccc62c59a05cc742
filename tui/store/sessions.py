"""Sessions: when they were and which were missed."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.sessions import Session
from tui.store.door import Edit, put


def of_client(conn: sqlite3.Connection, client_id: str) -> list[Session]:
    """The client's sessions by number."""
    sql = "SELECT id, number, day, held FROM session WHERE client_id = ? ORDER BY number"
    return [
        Session(id_, number, date.fromisoformat(day), bool(held))
        for id_, number, day, held in conn.execute(sql, (client_id,))
    ]


def edit(session: Session, client_id: str) -> Edit:
    """The edit that writes a session."""
    return put(
        "session",
        {
            "id": session.id,
            "client_id": client_id,
            "number": session.number,
            "day": session.day.isoformat(),
            "held": int(session.held),
        },
    )
