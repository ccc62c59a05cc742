"""Whom to turn to: the lines of the page "Help now"."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.lifelines import Lifeline, Section
from tui.store.door import Edit, put


def of_client(conn: sqlite3.Connection, client_id: str) -> tuple[Lifeline, ...]:
    """The client's lines in the order in which they were written, part by part."""
    sql = (
        "SELECT id, section, name, reach, checked FROM lifeline WHERE client_id = ? ORDER BY rowid"
    )
    found = [
        Lifeline(id_, Section(section), name, reach, date.fromisoformat(checked))
        for id_, section, name, reach, checked in conn.execute(sql, (client_id,))
    ]
    return tuple(line for section in Section for line in found if line.section is section)


def edit(lifeline: Lifeline, client_id: str) -> Edit:
    """The edit that writes a line."""
    return put(
        "lifeline",
        {
            "id": lifeline.id,
            "client_id": client_id,
            "section": lifeline.section.value,
            "name": lifeline.name,
            "reach": lifeline.reach,
            "checked": lifeline.checked.isoformat(),
        },
    )
