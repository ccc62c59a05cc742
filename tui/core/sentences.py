"""The plain sentence beside a picture: only what the ratings carry.

What may be said follows from how many ratings there are of the version in force (the gates of the
project's statistics): none or one is no picture yet, from two on values and their range. Whether a
series *moves* is for the statistics to say; until they stand behind a word, the word is not used.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui.core.days import MONTHS
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.measures import Direction
from tui.core.ratings import Rating
from tui.core.series import Series

_DID = {
    EventKind.REACHED: "reached",
    EventKind.REOPENED: "reopened",
    EventKind.LET_GO: "let go",
    EventKind.PAUSED: "paused",
    EventKind.RESUMED: "taken up again",
}


def describe(series: Series, goal: Goal | None, events: Iterable[Event], today: date) -> str:
    """Start, now, range and what is known to have happened, in one or two plain sentences."""
    ratings = series.current
    parts = [
        _numbers(ratings, bool(series.ratings)),
        _lighter(series),
        _other_raters(series, today),
    ]
    parts.append(_wordings(series, today))
    if goal:
        parts += [_milestone(goal, ratings, today), _history(events, today), _fair(goal, today)]
    return " ".join(filter(None, parts))


def in_a_line(series: Series, goal: Goal | None, events: Iterable[Event], today: date) -> str:
    """The name and the sentence, for a clipboard or another plain place."""
    about = [e for e in events if e.measure_id == series.measure.id]
    return f"{series.measure.name}: {describe(series, goal, about, today)}"


def _numbers(ratings: tuple[Rating, ...], older: bool) -> str:
    if not ratings:
        since = " since the rewording" if older else ""
        return f"No picture yet: nothing has been rated{since}."
    first, last = ratings[0].value, ratings[-1].value
    if len(ratings) == 1:
        return f"No picture yet: one rating, {last:g}. A second one makes a line."
    low, high = min(r.value for r in ratings), max(r.value for r in ratings)
    within = f"{low:g} to {high:g}" if low != high else "all alike"
    return f"{last:g} now, {first:g} at the start ({len(ratings)} ratings, {within})."


def _lighter(series: Series) -> str:
    measure = series.measure
    if measure.direction is not Direction.LOWER:
        return ""
    towards = f" Towards: {measure.opposite}." if measure.opposite else ""
    return f"Lower is lighter.{towards}"


def _other_raters(series: Series, today: date) -> str:
    number = series.measure.version.number
    lasts = (
        next((r for r in reversed(series.by(rater)) if r.version == number), None)
        for rater in series.raters
        if rater is not series.lead
    )
    return " ".join(
        f"{last.rater.mark} {last.rater.value.capitalize()}: {last.value:g} in"
        f" {_month(last.day, today)}."
        for last in lasts
        if last
    )


def _wordings(series: Series, today: date) -> str:
    versions = series.measure.versions
    if len(versions) < 2:
        return ""
    return f"Reworded in {_month(versions[-1].since, today)}; the line begins again there."


def _milestone(goal: Goal, ratings: tuple[Rating, ...], today: date) -> str:
    agreed = goal.milestone
    if agreed is None:
        return ""
    met = next((r.day for r in ratings if r.value >= agreed.level), None)
    first = f", first there in {_month(met, today)}" if met else ""
    return f"Agreed: {agreed.level:g} by {_month(agreed.by, today)}{first}."


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
