"""Events: what happened, on its day."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.events import Event, EventKind
from tui.store.door import Edit, put


def of_client(conn: sqlite3.Connection, client_id: str) -> list[Event]:
    """The client's events, oldest first; those of one day in the order in which they were noted."""
    columns = "id, day, kind, text, measure_id"
    sql = f"SELECT {columns} FROM event WHERE client_id = ? ORDER BY day, rowid"
    return [
        Event(id_, date.fromisoformat(day), EventKind(kind), text, about)
        for id_, day, kind, text, about in conn.execute(sql, (client_id,))
    ]


def ended(conn: sqlite3.Connection) -> dict[str, date]:
    """The day on which therapy ended, of every client whose has and did not begin again, by id."""
    sql = "SELECT client_id, day, kind FROM event WHERE kind IN (?, ?) ORDER BY day, rowid"
    turns = conn.execute(sql, (EventKind.ENDED.value, EventKind.BEGUN_AGAIN.value))
    last = {client_id: (day, kind) for client_id, day, kind in turns}
    return {
        client_id: date.fromisoformat(day)
        for client_id, (day, kind) in last.items()
        if kind == EventKind.ENDED.value
    }


def edit(event: Event, client_id: str) -> Edit:
    """The edit that writes an event."""
    return put(
        "event",
        {
            "id": event.id,
            "client_id": client_id,
            "day": event.day.isoformat(),
            "kind": event.kind.value,
            "text": event.text,
            "measure_id": event.measure_id,
        },
    )
