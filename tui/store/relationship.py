"""The snapshot of a client's sessions with what was rated and noted of them."""

from __future__ import annotations

from datetime import date

from tui.core import alliance
from tui.core.clients import Client
from tui.core.gathering import all_hours
from tui.core.measures import Measure, Rater
from tui.core.relationship import Relationship
from tui.core.series import Series
from tui.store import between, clients, measures, ratings, repairs, sealing, sessions
from tui.store.openfile import OpenFile


def relationship(file: OpenFile, whom: Client, today: date, revision: int = 0) -> Relationship:
    """Every session of a client; raises `Unknown` for a client who is gone."""
    with file.reading() as conn:
        client = clients.again(conn, whom)
        known = measures.of_client(conn, client.id)
        asked = {m.key: m for m in known if sealing.each_session(m)}
        given = (r for m in asked.values() for r in ratings.of_measure(conn, m.id))
        broken = repairs.of_client(conn, client.id)
        hours = all_hours(
            asked.values(),
            given,
            sessions.of_client(conn, client.id),
            broken,
            between.reflections(conn, client.id),
        )
    return Relationship(client, today, hours, broken, asked, revision)


def alliance_series(
    file: OpenFile, client: Client, wanted: Measure, today: date, view: Rater
) -> Series:
    """The alliance over time; `wanted` is one of `alliance.DERIVED`."""
    with file.reading() as conn:
        known = measures.of_client(conn, client.id)
        back = sealing.kept_back(conn, known, client.id, today, view)
        items = [m for m in known if m.key in alliance.ITEMS]
        given = (
            r for item in items for r in sealing.seen(ratings.of_measure(conn, item.id), item, back)
        )
        days = [session.day for session in sessions.of_client(conn, client.id)]
        return alliance.series(wanted, items, given, days)
