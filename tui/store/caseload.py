"""Everybody in a file at once: what is told of each is found by seeks, in so many statements.

What takes longer is asked apart: what is due for some clients at a time, and a closer look at one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from tui.core.alliance import ALLIANCE
from tui.core.caseload import SEEN_LATELY, Case, Glance
from tui.core.clients import Client
from tui.core.goals import GoalState
from tui.core.manners import Manners
from tui.core.measures import Kind, Rater
from tui.core.series import Series
from tui.core.stats.reading import read
from tui.store import events, goals, measures, ratings, relationship
from tui.store.openfile import OpenFile

_CLIENTS: Final = """
    SELECT id, name, started,
        (
            SELECT day FROM session WHERE client_id = c.id AND day <= ?1 AND state = 'held'
            ORDER BY day DESC LIMIT 1
        ),
        (
            SELECT day FROM session WHERE client_id = c.id AND day >= ?1 AND state = 'planned'
            ORDER BY day LIMIT 1
        ),
        (
            SELECT next_day FROM review WHERE client_id = c.id AND state = 'held'
            ORDER BY day DESC, rowid DESC LIMIT 1
        )
    FROM client c ORDER BY rowid
"""
_UNWRITTEN: Final = (
    "SELECT client_id, count(*) FROM session WHERE state = 'planned' AND day <= ? GROUP BY 1"
)
_REPAIRS: Final = "SELECT client_id, count(*) FROM rupture WHERE checked IS NULL GROUP BY 1"
_TOPICS: Final = "SELECT client_id, count(*) FROM topic WHERE state = 'open' GROUP BY 1"

# The same rule as core.due.askable, for many clients at once.
_DUE: Final = """
    WITH asked AS (
        SELECT m.client_id, m.id, CASE m.kind
            WHEN 'goal' THEN coalesce(:goal, m.cadence)
            WHEN 'growth' THEN coalesce(:growth, m.cadence)
            WHEN 'sign' THEN coalesce(:sign, m.cadence)
            ELSE coalesce(:session, m.cadence)
        END days, m.kind
        FROM json_each(:clients) c JOIN measure m ON m.client_id = c.value
        LEFT JOIN goal g ON g.id = m.id
        WHERE NOT m.paused AND (m.kind <> 'session' OR m.cadence IS NOT NULL)
            AND ' ' || m.raters || ' ' LIKE '% ' || :rater || ' %'
            AND coalesce(g.state, 'active') = 'active'
    )
    SELECT client_id, count(*) FROM asked
    WHERE days IS NOT NULL AND coalesce(
        (
            SELECT date(day, '+' || days || ' days') FROM rating
            WHERE measure_id = asked.id AND rater = :rater ORDER BY day DESC LIMIT 1
        ),
        (
            SELECT iif(kind = 'session', date(since, '+' || days || ' days'), since) FROM version
            WHERE measure_id = asked.id AND number = 1
        )
    ) <= :today
    GROUP BY client_id
"""


def cases(file: OpenFile, today: date) -> tuple[Case, ...]:
    """Everybody in the order in which they began, with what a few seeks tell of each."""
    day = today.isoformat()
    lately = (today - timedelta(SEEN_LATELY)).isoformat()
    with file.reading() as conn:
        unwritten = dict(conn.execute(_UNWRITTEN, (day,)))
        repairs, topics = dict(conn.execute(_REPAIRS)), dict(conn.execute(_TOPICS))
        over = events.ended(conn)
        return tuple(
            Case(
                Client(id_, name, date.fromisoformat(started)),
                date.fromisoformat(last) if last else None,
                date.fromisoformat(coming) if coming else None,
                unwritten.get(id_, 0),
                repairs.get(id_, 0),
                topics.get(id_, 0),
                None,
                bool(last and last >= lately),
                date.fromisoformat(review) if review and review <= day else None,
                over.get(id_),
            )
            for id_, name, started, last, coming, review in conn.execute(_CLIENTS, (day,))
        )


def count_due(
    file: OpenFile,
    clients: Sequence[Client],
    today: date,
    manners: Manners,
    rater: Rater = Rater.CLIENT,
) -> dict[str, int]:
    """How much a check-in would ask each of some clients on a day, by their ids."""
    asked = {
        "clients": json.dumps([client.id for client in clients]),
        **{kind.value: manners.cadence.get(kind) for kind in Kind},
        "rater": rater.value,
        "today": today.isoformat(),
    }
    with file.reading() as conn:
        found = dict(conn.execute(_DUE, asked))
    return {client.id: found.get(client.id, 0) for client in clients}


def glance(
    file: OpenFile, client: Client, today: date, manners: Manners, view: Rater = Rater.CLIENT
) -> Glance:
    """A closer look at one client as `view` sees them; it reads all that their goals were rated."""
    with file.reading() as conn:
        known = measures.of_client(conn, client.id)
        active = [g for g in goals.of_client(conn, known) if g.state is GoalState.ACTIVE]
        rated = [Series(g.measure, ratings.of_measure(conn, g.id)) for g in active]
    moved = [read(each, today, None, None, manners.first_weekday).moved for each in rated]
    together = relationship.alliance_series(file, client, ALLIANCE, today, view).by(Rater.CLIENT)
    latest = together[-1].value if together else None
    return Glance(sum(way is not None for way in moved), len(active), latest)
