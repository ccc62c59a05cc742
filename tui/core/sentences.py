"""The plain sentence beside a picture: only what the ratings carry.

What the numbers say is for a reading to know and for `core.stats.saying` to word; both are imported
when the first sentence is asked for, which is after the lists are on the screen. Here is what goes
with it: the other raters, the wordings, and what is known of a goal.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tui.core.days import MONTHS
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.measures import Direction, Measure, Rater
from tui.core.ratings import Rating
from tui.core.series import Series

if TYPE_CHECKING:
    from tui.core.stats.reading import Reading

_DID = {
    EventKind.REACHED: "reached",
    EventKind.REOPENED: "reopened",
    EventKind.LET_GO: "let go",
    EventKind.PAUSED: "paused",
    EventKind.RESUMED: "taken up again",
    EventKind.REBASED: EventKind.REBASED.value,
}


def describe(reading: Reading, series: Series, goal: Goal | None, events: Iterable[Event]) -> str:
    """Start, now, direction and what is known to have happened, in a few plain sentences.

    `reading` is made of `series`; `events` are those about its measure.
    """
    from tui.core.stats.saying import question, say

    parts = [
        say(reading, older=reading.version.number > 1 and bool(series.by(reading.rater))),
        _lighter(series.measure),
        _other_raters(series, reading),
        _wordings(reading),
    ]
    fair = ""
    if goal:
        fair = _fair(goal, reading.on)
        parts += [_milestone(goal, reading), _history(events, reading.on), fair]
    return " ".join(filter(None, [*parts, "" if fair else question(reading)]))


def _lighter(measure: Measure) -> str:
    if measure.direction is not Direction.LOWER:
        return ""
    towards = f" Towards: {measure.opposite}." if measure.opposite else ""
    return f"Lower is lighter.{towards}"


def _other_raters(series: Series, reading: Reading) -> str:
    lasts = (_last(series, rater, reading) for rater in series.raters if rater is not reading.rater)
    return " ".join(
        f"{last.rater.mark} {last.rater.value.capitalize()}: {last.value:g} in"
        f" {_month(last.day, reading.on)}."
        for last in lasts
        if last
    )


def _last(series: Series, rater: Rater, reading: Reading) -> Rating | None:
    for rating in reversed(series.by(rater)):
        if rating.day <= reading.on and rating.version == reading.version.number:
            return rating
    return None


def _wordings(reading: Reading) -> str:
    if reading.version.number < 2:
        return ""
    since = _month(reading.version.since, reading.on)
    return f"Reworded in {since}; the line begins again there."


def _milestone(goal: Goal, reading: Reading) -> str:
    agreed = goal.milestone
    if agreed is None:
        return ""
    way = -1 if reading.measure.direction is Direction.LOWER else 1
    since = (p for p in reading.points if p.day >= agreed.agreed)
    met = next((p.day for p in since if way * (p.value - agreed.level) >= 0), None)
    first = f", first there in {_month(met, reading.on)}" if met else ""
    return f"Agreed: {agreed.level:g} by {_month(agreed.by, reading.on)}{first}."


def _history(events: Iterable[Event], today: date) -> str:
    told = [
        f"{_DID[e.kind]} in {_month(e.day, today)}"
        for e in sorted(events, key=lambda e: e.day)
        if e.kind in _DID
    ]
    if not told:
        return ""
    text = ", ".join(told)
    return text[0].upper() + text[1:] + "."


def _fair(goal: Goal, today: date) -> str:
    return "The day you had in mind has passed: still fair?" if goal.still_fair(today) else ""


def _month(day: date, today: date) -> str:
    """The month's name, with the year where it is not this year's."""
    name = MONTHS[day.month - 1]
    return name if day.year == today.year else f"{name} {day.year}"
