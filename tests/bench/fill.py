"""Files to measure on: the sample case, and as many ratings as are asked for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from tui.core.deeds import AddMeasure, SetGoal
from tui.core.goals import Goal, GoalState
from tui.core.measures import Direction, Kind, Measure, Rater, Version
from tui.exchange import story
from tui.ids import new_id
from tui.resources import folder
from tui.store import clients, deeds, measures, stories
from tui.store.connection import open_file
from tui.store.openfile import OpenFile

GOALS: Final = 10
DECADE: Final = 50
"""Indicators of a file that holds ten years."""
RATED: Final = 2 * GOALS
"""Rows that hold ratings in a filled file: the goals and the ten indicators of growth."""
_RATERS: Final = (Rater.CLIENT.value, Rater.THERAPIST.value)


def sample(path: Path, today: date) -> None:
    """A file with the sample case that `fledge demo` shows."""
    text = (folder("sample_data") / "rowan.json").read_text(encoding="utf-8")
    file = open_file(path, create=True)
    try:
        stories.add(file, story.read(text).ending(today))
    finally:
        file.close()


def ratings(path: Path, count: int, today: date) -> None:
    """A file with so many ratings: daily ones by client and therapist, backwards from today.

    They are written past the journal, which for a million would take minutes; the rows are the same
    as `fledge rate` writes.
    """
    file = open_file(path, create=True)
    try:
        rated = _rated(file, today)
        with file.transaction() as conn:
            days = _days(count // len(rated) // len(_RATERS), today)
            for number, id_ in enumerate(sorted(rated)):
                rows = (
                    (id_, day, rater, float((n * 7 + n // 30 + number) % 11), day)
                    for n, day in enumerate(days)
                    for rater in _RATERS
                )
                conn.executemany("INSERT INTO rating VALUES (?, ?, ?, ?, 1, ?, '', '')", rows)
            conn.execute("UPDATE client SET started = ?", (days[0],))
        (found,) = file.conn.execute("SELECT count(*) FROM rating").fetchone()
        if found != count:
            raise ValueError(f"{count} ratings cannot be shared out evenly; {found} were.")
    finally:
        file.close()


def decade(path: Path, today: date) -> None:
    """A file with fifty indicators of growth, each rated daily by the client for ten years."""
    file = open_file(path, create=True)
    try:
        client = clients.begin(file, "Bench", today)
        for n in range(DECADE - len(_growing(file, client.id))):
            deeds.do(file, client.id, AddMeasure(_daily(n, today)))
        days = _days(3653, today)
        with file.transaction() as conn:
            for number, id_ in enumerate(_growing(file, client.id)):
                rows = ((id_, day, float((n * 7 + number) % 11), day) for n, day in enumerate(days))
                conn.executemany(
                    "INSERT INTO rating VALUES (?, ?, 'client', ?, 1, ?, '', '')", rows
                )
            conn.execute("UPDATE measure SET cadence = 1")
            conn.execute("UPDATE client SET started = ?", (days[0],))
    finally:
        file.close()


def _growing(file: OpenFile, client_id: str) -> list[str]:
    return [m.id for m in measures.of_client(file.conn, client_id) if m.kind is Kind.GROWTH]


def _daily(number: int, today: date) -> Measure:
    name, version = f"Indicator {number + 1}", Version(1, today, f"How was {number + 1} today?")
    raters = (Rater.CLIENT,)
    return Measure(
        new_id(), f"own_{number}", Kind.GROWTH, name, Direction.HIGHER, 1, raters, (version,)
    )


def _rated(file: OpenFile, today: date) -> list[str]:
    """Begin a client with ten goals; the ids of the measures that are rated."""
    client = clients.begin(file, "Bench", today)
    for n in range(GOALS):
        deeds.do(file, client.id, SetGoal(_goal(f"Goal number {n + 1}", today)))
    known = measures.of_client(file.conn, client.id)
    return [m.id for m in known if m.kind in (Kind.GOAL, Kind.GROWTH)]


def _goal(wording: str, today: date) -> Goal:
    version = Version(1, today, wording)
    measure = Measure(
        new_id(), "", Kind.GOAL, wording, Direction.HIGHER, 7, tuple(Rater), (version,)
    )
    return Goal(measure, GoalState.ACTIVE)


def _days(count: int, today: date) -> list[str]:
    """So many days up to today, oldest first, as they are kept."""
    return [(today - timedelta(n)).isoformat() for n in reversed(range(count))]
