"""Process limits of single values and their moving ranges: the XmR chart.

Shewhart 1931; the rules as in NHS England's "Making Data Count". Centre: the mean. Limits: the
centre ± 2.66·mR, where mR is the mean absolute difference of successive values. Differences at or
above 3.267·mR are left out of mR once: one leap would widen the limits that it should show in.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from tui.core.stats.middle import SLACK, mean

TO_LIMIT: Final = 2.66
RANGE_LIMIT: Final = 3.267
LIMITS_FROM: Final = 5
FIXED_ON: Final = 12
"""Values on which limits are fixed; with fewer they are a trial, of all there are."""
RUN: Final = 7
"""Values that are a signal on one side of the centre, or all rising, or all falling."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits, in points and not clipped to the scale.

    `trial` says that fewer than `FIXED_ON` values stand behind them, `screened` how many
    differences were left out of the mean moving range.
    """

    lower: float
    centre: float
    upper: float
    trial: bool
    screened: int


@dataclass(frozen=True, slots=True)
class Signal:
    """Something that a series which stays where it is seldom does.

    `rule` is "outside", "side", "trend" or "two of three"; `points` are the indices of the values
    that show it, in order. Every stretch is one signal.
    """

    rule: str
    points: tuple[int, ...]


def limits(values: Sequence[float]) -> Limits:
    """The limits of a series: of its first 12 values, or of all of them as long as there are fewer.

    Raises `ValueError` for fewer than 5.
    """
    if len(values) < LIMITS_FROM:
        raise ValueError(f"Limits need {LIMITS_FROM} values.")
    return process_limits(values[:FIXED_ON])


def process_limits(values: Sequence[float]) -> Limits:
    """The bare formula on all of `values`; raises `ValueError` for fewer than two."""
    if len(values) < 2:
        raise ValueError("Limits need two values.")
    ranges = [abs(b - a) for a, b in pairwise(values)]
    highest = RANGE_LIMIT * mean(ranges)
    kept = [r for r in ranges if r < highest - SLACK]
    # Where only level stretches were left, limits of no width would call every value unusual.
    if not any(r > SLACK for r in kept):
        kept = ranges
    centre, reach = mean(values), TO_LIMIT * mean(kept)
    trial = len(values) < FIXED_ON
    return Limits(centre - reach, centre, centre + reach, trial, len(ranges) - len(kept))


def signals(values: Sequence[float], within: Limits) -> tuple[Signal, ...]:
    """Every signal, rule by rule; limits without width say nothing about single values.

    A point outside; 7 or more on one side of the centre; 7 or more each higher (or lower) than the
    one before; 2 of 3 beyond two thirds of the way to the same limit.
    """
    centre, reach = within.centre, within.upper - within.centre
    found = [Signal("side", s) for s in _stretches(_marks(values, centre, 0), RUN)]
    found += [Signal("trend", (*s, s[-1] + 1)) for s in _stretches(_steps(values), RUN - 1)]
    if reach > SLACK:
        out = _stretches(_marks(values, centre, reach), 1)
        found = [Signal("outside", s) for s in out] + found
        far = _marks(values, centre, reach * 2 / 3)
        found += [Signal("two of three", s) for s in _twos_of_three(far)]
    return tuple(found)


def _marks(values: Sequence[float], centre: float, reach: float) -> list[int]:
    """1 for a value more than `reach` above the centre, -1 for one below, 0 within."""
    top, bottom = centre + reach + SLACK, centre - reach - SLACK
    return [(v > top) - (v < bottom) for v in values]


def _steps(values: Sequence[float]) -> list[int]:
    """1 for a step up, -1 for one down, 0 for level."""
    return [(b > a + SLACK) - (b < a - SLACK) for a, b in pairwise(values)]


def _stretches(marks: Sequence[int], least: int) -> Iterator[tuple[int, ...]]:
    """The indices of each stretch of at least so many equal marks that are not 0."""
    at = 0
    for mark, group in groupby(marks):
        length = len(list(group))
        if mark and length >= least:
            yield tuple(range(at, at + length))
        at += length


def _twos_of_three(far: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Stretches of points that are far out on the same side, each at most two after the last."""
    for side in (1, -1):
        stretch: list[int] = []
        for at in (i for i, mark in enumerate(far) if mark == side):
            if stretch and at - stretch[-1] > 2:
                if len(stretch) > 1:
                    yield tuple(stretch)
                stretch = []
            stretch.append(at)
        if len(stretch) > 1:
            yield tuple(stretch)
