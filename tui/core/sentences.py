"""The plain sentence beside a picture: only what the ratings carry.

What may be said is for a reading to say (`core.stats.reading`): its gates withhold what too few
ratings cannot know, and a word of direction stands only where it has `moved`. Whatever moved may be
chance, and says so; what to make of it is a question, never an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from tui.core.days import MONTHS
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.measures import Direction, Measure, Rater
from tui.core.ratings import Rating
from tui.core.series import Series
from tui.core.stats.gates import Gate
from tui.core.stats.moved import feigned
from tui.core.stats.reading import Reading, read

_DID = {
    EventKind.REACHED: "reached",
    EventKind.REOPENED: "reopened",
    EventKind.LET_GO: "let go",
    EventKind.PAUSED: "paused",
    EventKind.RESUMED: "taken up again",
}
SLOW: Final = 1 / 40
"""A direction is slow below this share of the scale per rating: a point in four of 0 to 10."""


def describe(
    series: Series,
    goal: Goal | None,
    events: Iterable[Event],
    today: date,
    first_weekday: int = 0,
) -> str:
    """Start, now, direction and what is known to have happened, in a few plain sentences.

    `first_weekday` is 0 for Monday to 6 for Sunday; it matters for what is rated daily.
    """
    reading = read(series, today, first_weekday=first_weekday)
    parts = [
        say(reading, older=reading.version.number > 1 and bool(series.by(reading.rater))),
        _lighter(series.measure),
        _other_raters(series, reading),
        _wordings(reading),
    ]
    fair = ""
    if goal:
        fair = _fair(goal, today)
        parts += [_milestone(goal, reading), _history(events, today), fair]
    return " ".join(filter(None, [*parts, "" if fair else question(reading)]))


def in_a_line(
    series: Series,
    goal: Goal | None,
    events: Iterable[Event],
    today: date,
    first_weekday: int = 0,
) -> str:
    """The name and the sentence, for a clipboard or another plain place."""
    about = [e for e in events if e.measure_id == series.measure.id]
    return f"{series.measure.name}: {describe(series, goal, about, today, first_weekday)}"


def say(reading: Reading, *, older: bool = False) -> str:
    """What the numbers say: start, now, and as much of a direction as the gate allows.

    `older` says that there are ratings of earlier words, which do not count.
    """
    if reading.gate is Gate.NOTHING:
        return _no_picture(reading, older)
    said = [_numbers(reading)]
    if reading.gate is Gate.DIFFERENCE:
        said.append(_difference(reading))
    if reading.gate is Gate.DIRECTION:
        said.append(_direction(reading))
    if reading.change and reading.change.reliable:
        said.append("A reliable change from the first to the last.")
    return " ".join(said)


def question(reading: Reading) -> str:
    """One question to talk about, where something moved; otherwise nothing."""
    hoped = {Direction.HIGHER: "up", Direction.LOWER: "down"}.get(reading.measure.direction)
    if reading.moved is None:
        return ""
    return "What do you think helped?" if reading.moved == hoped else "What was different?"


def usual(reading: Reading) -> str:
    """How the movement is called that is nothing out of the ordinary."""
    whose = "your" if reading.rater is Rater.CLIENT else "the"
    match reading.measure.cadence:
        case 1 | 7:
            return f"{whose} usual week-to-week movement"
        case None:
            return f"{whose} usual session-to-session movement"
        case _:
            return f"{whose} usual movement"


def counted(reading: Reading) -> str:
    """How many points there are: "8 ratings", or "8 weeks" of what is rated daily."""
    unit = "week" if reading.measure.cadence == 1 else "rating"
    return f"{reading.n} {unit}" + ("" if reading.n == 1 else "s")


def _no_picture(reading: Reading, older: bool) -> str:
    daily = reading.measure.cadence == 1
    if reading.n:
        what = "one week, its middle" if daily else "one rating,"
        return f"No picture yet: {what} {reading.values[0]:g}. A second one makes a line."
    since = " since the rewording" if older else ""
    what = "no week has three ratings" if daily else "nothing has been rated"
    return f"No picture yet: {what}{since}."


def _numbers(reading: Reading) -> str:
    low, high = min(reading.values), max(reading.values)
    within = f"{low:g} to {high:g}" if low != high else "all alike"
    start_and_now = f"{reading.last:g} now, {reading.first:g} at the start"
    return f"{start_and_now} ({counted(reading)}, {within})."


def _difference(reading: Reading) -> str:
    if reading.shift and reading.shift.beyond:
        return f"Start and now are further apart than {usual(reading)}."
    return f"Start and now lie within {usual(reading)}."


def _direction(reading: Reading) -> str:
    if reading.moved is None or reading.trend is None:
        return "No clear direction."
    if feigned(reading.trend):
        side = "Above" if reading.moved == "up" else "Below"
        what = f"{side} the start by more than {usual(reading)}"
    else:
        slow = abs(reading.trend.slope) < reading.version.scale.span * SLOW
        way = "rise" if reading.moved == "up" else "fall"
        what = f"A {'slow ' * slow}{way}, more than {usual(reading)}"
    return f"{what}; it may be chance."


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
    met = next((p.day for p in reading.points if p.value >= agreed.level), None)
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
