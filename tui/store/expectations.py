"""What one expects of therapy."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.expectations import Expectation
from tui.store.door import Edit, put


def of_client(conn: sqlite3.Connection, client_id: str) -> tuple[Expectation, ...]:
    """The client's answers, oldest first."""
    sql = (
        "SELECT id, day, fixes, time, effort, hope, by_when FROM expectation"
        " WHERE client_id = ? ORDER BY day, rowid"
    )
    return tuple(
        Expectation(id_, _day(day), fixes, time, effort, hope, _day(by_when) if by_when else None)
        for id_, day, fixes, time, effort, hope, by_when in conn.execute(sql, (client_id,))
    )


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
            "hope": given.hope,
            "by_when": given.by_when.isoformat() if given.by_when else None,
        },
    )


def _day(text: str) -> date:
    return date.fromisoformat(text)
