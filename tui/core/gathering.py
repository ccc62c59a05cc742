"""Putting a record together from what is kept of a client, row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from tui.core import alliance
from tui.core.goals import Goal
from tui.core.measures import Kind, Measure, Rater
from tui.core.ratings import Rating
from tui.core.reflections import Reflection
from tui.core.relationship import Hour
from tui.core.repair import Rupture
from tui.core.series import Series
from tui.core.sessions import Session


def all_series(
    measures: Iterable[Measure],
    goals: Iterable[Goal],
    ratings: Iterable[Rating],
    sessions: Iterable[Session],
) -> tuple[Series, ...]:
    """The series of all goals, all measures, and of the alliance, each oldest first."""
    given: dict[str, list[Rating]] = defaultdict(list)
    for rating in sorted(ratings, key=lambda r: (r.day, r.rater)):
        given[rating.measure_id].append(rating)
    expected = tuple(sorted(session.day for session in sessions))
    known = tuple(measures)
    made = [
        Series(m, tuple(given[m.id]), () if m.cadence else expected)
        for m in (*(goal.measure for goal in goals), *known)
    ]
    items = [m for m in known if m.key in alliance.ITEMS]
    rated = [rating for item in items for rating in given[item.id]]
    return (*made, alliance.series(alliance.ALLIANCE, items, rated, expected))


def all_hours(
    measures: Iterable[Measure],
    ratings: Iterable[Rating],
    sessions: Sequence[Session],
    ruptures: Sequence[Rupture] = (),
    reflections: Sequence[Reflection] = (),
) -> tuple[Hour, ...]:
    """The sessions, newest first, each with what was rated and noted of it."""
    keys = {m.id: m.key for m in measures if m.kind is Kind.SESSION}
    given: dict[date, dict[tuple[str, Rater], Rating]] = defaultdict(dict)
    for rating in ratings:
        if rating.measure_id in keys:
            given[rating.day][keys[rating.measure_id], rating.rater] = rating
    newest = sorted(sessions, key=lambda session: session.day, reverse=True)
    return tuple(_hour(session, given, ruptures, reflections) for session in newest)


def _hour(
    session: Session,
    given: Mapping[date, Mapping[tuple[str, Rater], Rating]],
    ruptures: Sequence[Rupture],
    reflections: Sequence[Reflection],
) -> Hour:
    return Hour(
        session,
        given.get(session.day, {}),
        tuple(r for r in ruptures if r.session_id == session.id),
        tuple(r for r in ruptures if r.repaired == session.day),
        tuple(r for r in reflections if r.session_id == session.id),
    )
