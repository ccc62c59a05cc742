"""Ruptures and the steps of their repair."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.store.door import Edit, put

_STEPS = ", ".join(f"r.{key}" for key, _ in STEPS)


def of_client(conn: sqlite3.Connection, client_id: str) -> tuple[Rupture, ...]:
    """The client's ruptures, by the day of their session."""
    sql = (
        f"SELECT r.id, r.session_id, s.day, r.noticed_by, r.kind, r.note, {_STEPS}"
        " FROM rupture r JOIN session s ON s.id = r.session_id"
        " WHERE r.client_id = ? ORDER BY s.day, r.rowid"
    )
    return tuple(
        Rupture(
            id_,
            session_id,
            date.fromisoformat(day),
            Noticer(who),
            RuptureKind(kind),
            note,
            tuple(step and date.fromisoformat(step) for step in steps),
        )
        for id_, session_id, day, who, kind, note, *steps in conn.execute(sql, (client_id,))
    )


def edit(rupture: Rupture, client_id: str) -> Edit:
    """The edit that writes a rupture with its steps."""
    steps = zip((key for key, _ in STEPS), rupture.steps, strict=True)
    return put(
        "rupture",
        {
            "id": rupture.id,
            "client_id": client_id,
            "session_id": rupture.session_id,
            "noticed_by": rupture.noticed_by.value,
            "kind": rupture.kind.value,
            "note": rupture.note,
            **{key: day.isoformat() if day else None for key, day in steps},
        },
    )
