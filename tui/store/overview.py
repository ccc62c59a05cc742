"""The snapshots that a screen looks at.

Each list's row is found by a few seeks, never by reading the ratings through, so that a file with
a million ratings opens like one with a thousand.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from datetime import date

from tui.core import alliance, due
from tui.core.clients import Client
from tui.core.due import Due
from tui.core.goals import Goal
from tui.core.manners import Manners
from tui.core.measures import Direction, Kind, Measure, Rater
from tui.core.overview import SPARKS, Line, Overview, derived_line, near_enough, weeks
from tui.core.ratings import Rating
from tui.core.series import Series
from tui.core.sessions import rhythm
from tui.core.timespan import Span
from tui.store import clients, events, goals, measures, ratings, repairs, sealing, sessions
from tui.store.openfile import OpenFile

_ALWAYS = ("ease", "movement")
"""What is rated of sessions and stands in every list."""
_LEAD = "SELECT EXISTS (SELECT 1 FROM rating WHERE measure_id = ? AND rater = ?)"
_ENDS = (
    f"SELECT {ratings.COLUMNS} FROM rating"
    " WHERE measure_id = ? AND rater = ? AND day >= ? AND version = ? ORDER BY day {} LIMIT 1"
)
_THEN = (
    f"SELECT {ratings.COLUMNS} FROM rating"
    " WHERE measure_id = ? AND rater = ? AND day >= ? AND day <= ? AND version = ?"
    " ORDER BY day DESC LIMIT 1"
)
_FIRST, _LAST = _ENDS.format("ASC"), _ENDS.format("DESC")
_SPARKS = """
    SELECT (
        SELECT value FROM rating
        WHERE measure_id = ?1 AND rater = ?2
            AND day >= json_extract(b.value, '$[0]') AND day < json_extract(b.value, '$[1]')
        ORDER BY day DESC LIMIT 1
    ) FROM json_each(?3) b ORDER BY b.key
"""


def overview(
    file: OpenFile,
    whom: Client | str | None,
    today: date,
    revision: int = 0,
    closer: int | None = None,
    then: date | None = None,
    view: Rater = Rater.CLIENT,
) -> Overview:
    """What the Overview shows of a client that was read before or is called so, or of the first.

    `closer` asks for a closer look, with what is paused and with the weeks of each row: it is the
    day on which a week begins, 0 for Monday to 6 for Sunday. `then` is the day that each row is
    seen against, where that is not its start. `view` is whose view it is: what the client rated of
    a session is kept back from a therapist who has yet to rate it. Raises `Unknown` when the file
    has no such client.
    """
    with file.reading() as conn:
        if isinstance(whom, Client):
            client = clients.again(conn, whom)
        else:
            client = clients.choose(conn, whom)
        known = measures.of_client(conn, client.id)
        held = sessions.of_client(conn, client.id)
        first_day = _first_day(conn, known)
        back = sealing.kept_back(conn, known, client.id, today, view)
        axis = Span(min(client.started, first_day or client.started, today), today)
        weekly = [] if closer is None else weeks(today, closer)
        shown = [m for m in known if _wanted(m, closer)]
        if closer is None:
            shown = [m for m in shown if not m.paused]
        stretches = (_json(axis.buckets(SPARKS)), _json(weekly))
        lines = _lines(conn, known, shown, stretches, then)
        return Overview(
            client,
            today,
            lines[Kind.GOAL],
            lines[Kind.GROWTH],
            lines[Kind.SIGN],
            tuple(events.of_client(conn, client.id)),
            max((s.number for s in held if s.day <= today), default=None),
            rhythm([s for s in held if s.day <= today]),
            first_day,
            revision,
            then,
            _relationship(conn, known, lines[Kind.SESSION], axis, then, back) if held else (),
            repairs.of_client(conn, client.id),
            clients.several(conn),
        )


def _wanted(measure: Measure, closer: int | None) -> bool:
    """Whether a measure has a row: of what is rated of sessions a plain look has only two."""
    if measure.kind is not Kind.SESSION or measure.key in _ALWAYS:
        return True
    return closer is not None and measure.direction is not Direction.BOTH


def _relationship(
    conn: sqlite3.Connection,
    known: Sequence[Measure],
    rated: tuple[Line, ...],
    axis: Span,
    then: date | None,
    back: date | None,
) -> tuple[Line, ...]:
    """Alliance, worked out per rater, and what else is rated of the relationship.

    Without what the client rated on the day that is kept `back`.
    """

    def of(measure: Measure) -> tuple[Rating, ...]:
        return sealing.seen(ratings.of_measure(conn, measure.id), measure, back)

    items = [m for m in known if m.key in alliance.ITEMS]
    given = [rating for item in items for rating in of(item)]
    lines = [
        derived_line(alliance.series(wanted, items, given, ()), axis.buckets(SPARKS), then)
        for wanted in alliance.DERIVED
    ]
    rest = (line for line in rated if line.measure.key not in alliance.ITEMS)
    return (
        *lines,
        *(
            derived_line(Series(line.measure, of(line.measure)), axis.buckets(SPARKS), then)
            if back and line.last and line.last.day == back
            else line
            for line in rest
        ),
    )


def series(
    file: OpenFile,
    client: Client,
    measure: Measure,
    today: date = date.max,
    view: Rater = Rater.CLIENT,
) -> Series:
    """All ratings of one measure, or of one that is worked out of others, as `view` sees them."""
    if alliance.is_derived(measure):
        from tui.store import relationship  # late: the first paint has no series

        return relationship.alliance_series(file, client, measure, today, view)
    with file.reading() as conn:
        known = measures.of_client(conn, client.id) if view is Rater.THERAPIST else ()
        back = sealing.kept_back(conn, known, client.id, today, view)
        given = sealing.seen(ratings.of_measure(conn, measure.id), measure, back)
        due: tuple[date, ...] = ()
        if measure.cadence is None:
            due = tuple(s.day for s in sessions.of_client(conn, client.id))
    return Series(measure, given, due)


def askable(
    file: OpenFile, client: Client, manners: Manners, rater: Rater = Rater.CLIENT
) -> tuple[Due, ...]:
    """Everything that `rater` can be asked of a client, with the day from which each is due."""
    with file.reading() as conn:
        known = measures.of_client(conn, client.id)
        found = ((m.id, ratings.last(conn, m.id, rater)) for m in known)
        lasts = {id_: last for id_, last in found if last}
        return due.askable(known, goals.of_client(conn, known), lasts, manners, rater)


Stretches = tuple[str, str]
"""The stretches of a sparkline and the weeks of a heat strip, each as JSON."""


def _lines(
    conn: sqlite3.Connection,
    known: Sequence[Measure],
    shown: Sequence[Measure],
    stretches: Stretches,
    then: date | None,
) -> dict[Kind, tuple[Line, ...]]:
    by_id: dict[str, Goal] = {g.id: g for g in goals.of_client(conn, known)}
    return {
        kind: tuple(
            _line(conn, m, stretches, by_id.get(m.id), then) for m in shown if m.kind is kind
        )
        for kind in Kind
    }


def _line(
    conn: sqlite3.Connection,
    measure: Measure,
    stretches: Stretches,
    goal: Goal | None,
    then: date | None,
) -> Line:
    rater = _lead(conn, measure.id)
    sparks, weekly = (
        tuple(v for (v,) in conn.execute(_SPARKS, (measure.id, rater, edges)))
        for edges in stretches
    )
    version = measure.version
    since = version.since.isoformat() if version.number > 1 else ""
    ends = (measure.id, rater, since, version.number)
    if then:
        earliest = max(since, near_enough(then, measure).isoformat())
        about = (measure.id, rater, earliest, then.isoformat(), version.number)
        first = conn.execute(_THEN, about).fetchone()
    else:
        first = conn.execute(_FIRST, ends).fetchone()
    last = conn.execute(_LAST, ends).fetchone()
    return Line(measure, sparks, _rating(first), _rating(last), goal, weekly)


def _json(stretches: Sequence[tuple[date, date]]) -> str:
    return json.dumps([(a.isoformat(), b.isoformat()) for a, b in stretches])


def _lead(conn: sqlite3.Connection, measure_id: str) -> str:
    for rater in Rater:
        if conn.execute(_LEAD, (measure_id, rater.value)).fetchone()[0]:
            return rater.value
    return Rater.CLIENT.value


def _rating(row: Sequence[object] | None) -> Rating | None:
    return None if row is None else ratings.rating(row)


def _first_day(conn: sqlite3.Connection, known: Sequence[Measure]) -> date | None:
    sql = "SELECT min(day) FROM rating WHERE measure_id = ?"
    days = [day for m in known if (day := conn.execute(sql, (m.id,)).fetchone()[0])]
    return date.fromisoformat(min(days)) if days else None
