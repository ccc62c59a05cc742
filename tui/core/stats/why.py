"""Why am I seeing this? A reading in plain words, each with its rule and its numbers.

The names of tests and their probabilities stay out, but for a last block that is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from tui.core.days import DateStyle, near, short_month
from tui.core.details import Block, Entry
from tui.core.measures import Direction, Kind
from tui.core.stats.gates import Gate
from tui.core.stats.goal_change import goal_change
from tui.core.stats.halves import Halves
from tui.core.stats.limits import FIXED_ON, LIMITS_FROM, RUN, Limits, Signal
from tui.core.stats.moved import feigned
from tui.core.stats.reading import Reading
from tui.core.stats.reliable import Change
from tui.core.stats.runs import USEFUL_FROM
from tui.core.stats.saying import counted, usual
from tui.core.stats.trend import Trend
from tui.core.stats.wobble import THREES_FROM, WHOLE_AT_LEAST

_GATES: Final = {
    Gate.NOTHING: "With fewer than 2 there is no picture yet.",
    Gate.VALUES: "From 2 on, values and their range; from 5 on, start against now.",
    Gate.DIFFERENCE: "From 5 on, start against now; from 8 on, a direction.",
    Gate.DIRECTION: "8 or more may show a direction.",
}
_RULES: Final = {
    "outside": "Outside the limits",
    "side": f"{RUN} or more in a row on one side of the centre",
    "trend": f"{RUN} or more in a row, each further the same way",
    "two of three": "2 of 3 near the same limit",
}


def why(
    reading: Reading, dates: DateStyle = DateStyle.DAY_MONTH, *, numbers: bool = False
) -> tuple[Block, ...]:
    """Explain a reading, in the order of a reader's interest.

    `numbers` adds a block with the names and figures of the tests, which a client is not shown.
    """
    blocks = [
        ("What is looked at", _looked_at(reading, dates)),
        ("Start against now", _start(reading)),
        ("How far it has come", _how_far(reading)),
        ("Direction", _direction(reading)),
        ("Above and below the middle", _runs(reading)),
        ("Own limits", _limits(reading, dates)),
        ("Against what is known of this measure", _change(reading.change)),
    ]
    told = ((heading, tuple(map(Entry, lines))) for heading, lines in blocks)
    made = [Block(heading, entries) for heading, entries in told if entries]
    if reading.points:
        made.append(Block("The points used", tuple(_points(reading))))
    if numbers and reading.trend:
        made.append(Block("Numbers", tuple(map(Entry, _numbers(reading.trend)))))
    return tuple(made)


def _looked_at(reading: Reading, dates: DateStyle) -> Iterator[str]:
    if reading.points:
        start = near(reading.points[0].day, reading.on, dates)
        end = near(reading.points[-1].day, reading.on, dates)
        span = f", {start}" if start == end else f", {start} to {end}"
        yield f"{counted(reading)} by the {reading.rater.value}{span}."
    else:
        yield f"No ratings by the {reading.rater.value} yet."
    if reading.measure.cadence == 1:
        yield "Of daily ratings, the middle one of each week with at least 3; other weeks are gaps."
    if reading.version.number > 1:
        since = near(reading.version.since, reading.on, dates)
        yield f"Only since the rewording, {since}: earlier ratings meant something else."
    yield _GATES[reading.gate]


def _start(reading: Reading) -> Iterator[str]:
    usually, shift = reading.wobble, reading.shift
    if usually is None or shift is None:
        return
    yield f"From one to the next the ratings differ by {_n(reading.mean_moving_range)} on average."
    yield (
        f"Beyond {usual(reading)} is: one against one from {_n(usually.single)} points on,"
        f" the mean of three against three from {_n(usually.three)} on."
    )
    if WHOLE_AT_LEAST in (usually.single, usually.three):
        yield f"On a scale of whole numbers it is never less than {WHOLE_AT_LEAST}."
    ends = "The last three against the first three" if shift.threes else "Now against the start"
    verdict = "beyond it" if shift.beyond else "within it"
    yield f"{ends}: {_signed(shift.difference)}, so {verdict}."
    yield from _halves(reading.halves)
    if not shift.threes:
        yield f"From {THREES_FROM} ratings on, three are held against three."


def _halves(found: Halves | None) -> Iterator[str]:
    if found is None:
        return
    if found.beyond:
        verdict = "so beyond it"
    else:
        verdict = "but the last three came back" if found.apart else "so within it"
    yield (
        f"The later half against the first: {_signed(found.difference)}; more than usual is from"
        f" {_n(found.usual)} points on, {verdict}."
    )


def _how_far(reading: Reading) -> Iterator[str]:
    """Of a goal, what it gained on the way to where its client wants to be."""
    first, last = reading.first, reading.last
    if reading.measure.kind is Kind.GOAL and first is not None and last is not None:
        gone = goal_change(first, last, reading.measure.direction)
        yield f"From the first rating to the last: {_signed(gone)} points on its own scale."
        yield "Each goal stands for itself; goals are never added up."


def _direction(reading: Reading) -> Iterator[str]:
    going = reading.trend
    if going is None:
        return
    yield "Every two ratings are compared: is the later one higher or lower?"
    if going.s:
        up, down = ("up", "down") if going.s > 0 else ("down", "up")
        yield f"{abs(going.s)} more pairs go {up} than {down}."
    else:
        yield "As many pairs go up as down."
    yield f"The middle of all steps from rating to rating: {_signed(going.slope, 2)}."
    if feigned(going):
        yield (
            "Ratings next to each other are much alike, and such ratings often look as if they"
            " were going somewhere. So the points around the middle have to say so too."
        )
    yield (
        "Up or down is said only where start and now, or the two halves, are further apart than"
        " usual and the pairs clearly point the same way."
    )
    if reading.moved:
        yield f"Here all of that agrees: {reading.moved}. It may still be chance."
    else:
        yield "Here it does not all agree, so neither is said."
    if reading.measure.direction is Direction.BOTH:
        yield "Both ends of this scale have worth; neither way is the better one."


def _runs(reading: Reading) -> Iterator[str]:
    around = reading.runs
    if around is None:
        if reading.gate is Gate.DIRECTION:
            yield (
                f"Needs {USEFUL_FROM} points that do not lie on the middle value,"
                f" {_n(reading.median)}."
            )
        return
    yield (
        f"The middle value is {_n(reading.median)}; of the points not on it the latest"
        f" {around.n_useful} count."
    )
    yield f"Longest row on one side: {around.longest}; up to {around.longest_max} is usual."
    yield (
        f"Crossings to the other side: {around.crossings}; {around.crossings_min} or more is usual."
    )
    verdict = "seldom does that" if around.signal else "does just that"
    yield f"A series that stays where it is {verdict}."


def _limits(reading: Reading, dates: DateStyle) -> Iterator[str]:
    if reading.rebased:
        yield f"They begin anew on {near(reading.rebased, reading.on, dates)}."
    found = reading.limits
    if found is None:
        if reading.rebased:
            yield f"Limits need {LIMITS_FROM} ratings from there on."
        return
    yield from _where(found)
    for signal in reading.signals or ():
        yield f"{_RULES[signal.rule]}: {_days(reading, signal, dates)}."
    if not reading.signals:
        yield "No rating stands out from them."
    else:
        yield "Of many ratings some stand out by chance."


def _where(found: Limits) -> Iterator[str]:
    yield (
        f"Centre {_n(found.centre)}, from {_n(found.lower)} to {_n(found.upper)}: the mean, and"
        " 2.66 times the usual difference to either side."
    )
    if found.trial:
        yield f"A trial, of fewer than {FIXED_ON} ratings; from {FIXED_ON} on they are fixed."
    else:
        yield f"Fixed on the first {FIXED_ON} ratings."
    if found.screened:
        leaps = "leap was" if found.screened == 1 else "leaps were"
        yield f"{found.screened} great {leaps} left out, not to widen them."


def _days(reading: Reading, signal: Signal, dates: DateStyle) -> str:
    days = [near(reading.points[at].day, reading.on, dates) for at in signal.points]
    if len(days) > 3:
        return f"{days[0]} to {days[-1]} ({len(days)})"
    return ", ".join(days)


def _change(found: Change | None) -> Iterator[str]:
    if found is None:
        return
    yield (
        f"First to last, in errors of measurement: {_signed(found.rc, 2)}. Beyond 1.96 either way"
        f" it is called reliable; one such error is {_n(found.s_diff)} points."
    )
    yield "So the change is reliable." if found.reliable else "So it may be error of measurement."
    if found.cut_off is not None:
        verb = "crossed" if found.crossed else "not crossed since the first"
        yield f"The line away from the group that sought help, {_n(found.cut_off)}: {verb}."


def _points(reading: Reading) -> Iterator[Entry]:
    """A line for each month: each day, and its value."""
    for (year, month), group in groupby(reading.points, lambda p: (p.day.year, p.day.month)):
        pairs = ", ".join(f"{p.day.day}: {p.value:g}" for p in group)
        yield Entry(pairs, f"{short_month(month)} {year}")


def _numbers(going: Trend) -> Iterator[str]:
    alike = "none" if going.autocorrelation is None else f"{going.autocorrelation:.2f}"
    way = "counted out" if going.exact else "from the normal curve"
    yield f"Mann–Kendall S {going.s}, variance {going.variance:.3f}, Z {going.z:.4f}."
    yield f"p {going.p:.4f}, two-sided, {way}."
    yield f"Theil–Sen slope {going.slope:.4f} points per rating; lag-1 autocorrelation {alike}."


def _n(value: float | None) -> str:
    """A value to one decimal, without a needless one."""
    return "–" if value is None else f"{round(value, 1) or 0:g}"


def _signed(value: float, digits: int = 1) -> str:
    rounded = round(value, digits)
    return f"{'+' if rounded > 0 else '−' if rounded < 0 else ''}{abs(rounded):g}"
