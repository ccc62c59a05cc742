"""A reading in a sentence or two: start, now, and as much of a direction as its gate allows.

A word of direction stands only where the reading has `moved`. Whatever moved may be chance, and
says so; what to make of it is a question, never an answer.
"""

from __future__ import annotations

from typing import Final

from tui.core.measures import Direction, Rater
from tui.core.stats.gates import Gate
from tui.core.stats.moved import feigned
from tui.core.stats.reading import Reading

SLOW: Final = 1 / 40
"""A direction is slow below this share of the scale per rating: a point in four of 0 to 10."""


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
        return f"Start and now are further apart than {usual(reading)}; it may be chance."
    return f"Start and now lie within {usual(reading)}."


def _direction(reading: Reading) -> str:
    if reading.moved is None or reading.trend is None:
        return "No clear direction."
    if reading.shift and not reading.shift.beyond:
        side = "above" if reading.moved == "up" else "below"
        what = f"The later half lies {side} the first by more than {usual(reading)}"
    elif feigned(reading.trend):
        side = "Above" if reading.moved == "up" else "Below"
        what = f"{side} the start by more than {usual(reading)}"
    else:
        slow = abs(reading.trend.slope) < reading.version.scale.span * SLOW
        way = "rise" if reading.moved == "up" else "fall"
        what = f"A {'slow ' * slow}{way}, more than {usual(reading)}"
    return f"{what}; it may be chance."
