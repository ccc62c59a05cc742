"""Small records in which one rule, or none, has something to say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tests.core.build import MONDAY, day, measure, series
from tui.core.catalogue import CATALOGUE
from tui.core.clients import Client
from tui.core.gathering import all_hours, all_series
from tui.core.goals import Goal
from tui.core.measures import Kind, Measure, Rater
from tui.core.ratings import Rating
from tui.core.record import Record
from tui.core.repair import Rupture
from tui.core.sessions import Session

CLIENT = Client("c", "Rowan", MONDAY)
RISE = (2, 3, 2, 3, 2, 3, 2, 3, 7, 6, 7, 8, 7, 6, 8, 7, 7, 8)
"""A step that every look sees, each Monday."""


def weekly(values: Iterable[float], start: int = 0) -> list[tuple[int, float]]:
    """A value each week."""
    return [(7 * at, value) for at, value in enumerate(values, start)]


def measured(key: str) -> Measure:
    """A measure of the catalogue; its id is its key."""
    entry = next(e for e in CATALOGUE if e.key == key)
    return entry.measure(key, MONDAY)


def of(key: str, values: Sequence[float], **more: Any) -> Record:
    """A record of one measure that was rated each week, on the day of the last rating."""
    made = series(measured(key), *weekly(values))
    return Record(CLIENT, day(7 * (len(values) - 1)), (made,), **more)


def of_goal(
    values: Sequence[float], therapist: Iterable[tuple[int, float]] = (), **more: Any
) -> Record:
    """The same of a goal, with what `more` says of it."""
    made = measure("Sleep", key="", id_="g", kind=Kind.GOAL, cadence=7)
    goal = Goal(made, **more)
    told = series(made, *weekly(values), therapist=therapist)
    return Record(CLIENT, day(7 * (len(values) - 1)), (told,), (goal,))


def after_sessions(
    rated: Mapping[str, Sequence[float | None]],
    therapist: Mapping[str, Sequence[float | None]] | None = None,
    ruptures: Sequence[Rupture] = (),
    **more: Any,
) -> Record:
    """A record with a session a week, and what was rated after each; None is not rated."""
    length = max(len(values) for values in rated.values())
    sessions = [Session(f"s{n}", n, day(7 * (n - 1))) for n in range(1, length + 1)]
    measures = [measured(key) for key in rated]
    ratings = [
        Rating(key, day(7 * at), rater, value, 1, day(7 * at))
        for rater, told in ((Rater.CLIENT, rated), (Rater.THERAPIST, therapist or {}))
        for key, values in told.items()
        for at, value in enumerate(values)
        if value is not None
    ]
    return Record(
        CLIENT,
        sessions[-1].day,
        all_series(measures, (), ratings, sessions),
        hours=all_hours(measures, ratings, sessions, ruptures),
        ruptures=tuple(ruptures),
        **more,
    )


def alliance(values: Sequence[float], **more: Any) -> Record:
    """A record with the alliance alone: all three items alike."""
    items = dict.fromkeys(("alliance_goals", "alliance_tasks", "alliance_bond"), values)
    return after_sessions(items, **more)


def later(record: Record, days: int) -> Record:
    """The same record so many days later."""
    return replace(record, today=day((record.today - MONDAY).days + days))
