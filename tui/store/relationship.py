"""The snapshot of a client's sessions with what was rated and noted of them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from tui.core import alliance
from tui.core.clients import Client
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating
from tui.core.relationship import Hour, Relationship
from tui.core.series import Series
from tui.store import between, clients, measures, ratings, repairs, sealing, sessions
from tui.store.openfile import OpenFile


def relationship(file: OpenFile, whom: Client, today: date, revision: int = 0) -> Relationship:
    """Every session of a client; raises `Unknown` for a client who is gone."""
    with file.reading() as conn:
        client = clients.again(conn, whom)
        known = measures.of_client(conn, client.id)
        asked = {m.key: m for m in known if sealing.each_session(m)}
        given: dict[date, dict[tuple[str, Rater], Rating]] = defaultdict(dict)
        for key, measure in asked.items():
            for rating in ratings.of_measure(conn, measure.id):
                given[rating.day][key, rating.rater] = rating
        broken = repairs.of_client(conn, client.id)
        written = between.reflections(conn, client.id)
        hours = tuple(
            Hour(
                session,
                given.get(session.day, {}),
                tuple(r for r in broken if r.session_id == session.id),
                tuple(r for r in broken if r.repaired == session.day),
                tuple(r for r in written if r.session_id == session.id),
            )
            for session in reversed(sessions.of_client(conn, client.id))
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
