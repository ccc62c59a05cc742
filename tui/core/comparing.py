"""Two stretches of a series beside each other, in words: only as much as the ratings carry."""

from __future__ import annotations

from tui.core.days import DateStyle, between
from tui.core.stats.gates import VALUES_FROM
from tui.core.stats.periods import PERIOD_NEEDS, Period, compare
from tui.core.stats.reading import Reading
from tui.core.timespan import Span


def told(reading: Reading, pair: tuple[Span, Span], dates: DateStyle = DateStyle.DAY_MONTH) -> str:
    """What a reading's points say of two spans, called A and B.

    Each has its number of ratings, its median and its range from two ratings on. The difference is
    told where both have enough of them and the usual movement of the series is known.
    """
    one, other = ((span.start, span.end) for span in pair)
    found = compare(reading.points, one, other, reading.wobble)
    parts = [
        f"{letter} {between(period.start, period.end, dates)}: {_period(reading, period)}."
        for letter, period in (("A", found.earlier), ("B", found.later))
    ]
    return " ".join([*parts, _difference(found.difference, found.beyond)])


def _period(reading: Reading, period: Period) -> str:
    values = [p.value for p in reading.points if period.start <= p.day <= period.end]
    if not values:
        return "no ratings"
    if len(values) < VALUES_FROM:
        return f"one rating, {values[0]:g}"
    low, high = min(values), max(values)
    within = f"{low:g} to {high:g}" if low != high else "all alike"
    return f"{period.n} ratings, median {period.median:g}, {within}"


def _difference(difference: float | None, beyond: bool | None) -> str:
    if difference is None:
        return (
            f"To set them against each other takes {PERIOD_NEEDS} ratings in both, and enough of"
            " all to know the usual movement."
        )
    if not abs(round(difference, 1)):
        return "The last three ratings of both are alike."
    way = "higher" if difference > 0 else "lower"
    usual = "more than" if beyond else "no more than"
    return (
        f"B is {abs(difference):.1f} {way} (the last three ratings of each), {usual} the usual"
        " week-to-week movement."
    )
