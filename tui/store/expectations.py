"""What one expects of therapy."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.expectations import Expectation
from tui.store.door import Edit, put


def of_client(conn: sqlite3.Connection, client_id: str) -> tuple[Expectation, ...]:
    """The client's answers, oldest first."""
    sql = "SELECT id, day, fixes, time, effort FROM expectation WHERE client_id = ? ORDER BY day"
    rows = conn.execute(sql, (client_id,))
    return tuple(Expectation(id_, date.fromisoformat(day), *rest) for id_, day, *rest in rows)


def edit(given: Expectation, client_id: str) -> Edit:
    """The edit that writes the answers of a day."""
    return put(
        "expectation",
        {
            "id": given.id,
            "client_id": client_id,
            "day": given.day.isoformat(),
            "fixes": given.fixes,
            "time": given.time,
            "effort": given.effort,
        },
    )
