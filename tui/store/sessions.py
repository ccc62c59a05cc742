"""Sessions: when they are or were, and what became of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from tui.core.measures import Kind, Measure
from tui.core.sessions import Format, Session, SessionState
from tui.store import ratings
from tui.store.door import Edit, drop, put


def of_client(conn: sqlite3.Connection, client_id: str) -> list[Session]:
    """The client's sessions by day, and so by number."""
    sql = (
        "SELECT id, day, state, format, entered, moved_from, ticks FROM session"
        " WHERE client_id = ? ORDER BY day"
    )
    return [
        Session(
            id_,
            number,
            date.fromisoformat(day),
            SessionState(state),
            Format(format_),
            entered and date.fromisoformat(entered),
            moved and date.fromisoformat(moved),
            tuple(ticks.split()),
        )
        for number, (id_, day, state, format_, entered, moved, ticks) in enumerate(
            conn.execute(sql, (client_id,)), 1
        )
    ]


def edit(session: Session, client_id: str) -> Edit:
    """The edit that writes a session; its number follows from its day."""
    return put(
        "session",
        {
            "id": session.id,
            "client_id": client_id,
            "day": session.day.isoformat(),
            "state": session.state.value,
            "format": session.format.value,
            "entered": session.entered.isoformat() if session.entered else None,
            "moved_from": session.moved_from.isoformat() if session.moved_from else None,
            "ticks": " ".join(session.ticks),
        },
    )


def moved(
    conn: sqlite3.Connection, known: list[Measure], before: Session, after: Session
) -> Iterator[Edit]:
    """The edits that take what was rated of a session along to its new day."""
    day = before.day.isoformat()
    for measure in known:
        if measure.kind is not Kind.SESSION or measure.cadence is not None:
            continue
        for given in ratings.of_day(conn, measure.id, day):
            was = ratings.edit(given)
            row = {**(was.after or {}), "day": after.day.isoformat()}
            yield put("rating", row, None)
            yield drop("rating", *was.key, seen=was.after)
