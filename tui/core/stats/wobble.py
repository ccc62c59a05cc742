"""The personal wobble: how much a person's ratings go up and down by themselves.

This project's rule, from the constants of the XmR chart. Successive ratings of a series that stays
where it is differ by 1.128 standard deviations on average (the constant d2 for two), so that their
mean difference mR tells the standard deviation: mR / 1.128. The difference of two ratings then
stays within 1.96·√2·mR / 1.128 = 2.457·mR nineteen times in twenty, that of two means of three
within 1.96·√(2/3)·mR / 1.128 = 1.419·mR.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.core.stats.middle import SLACK, mean

SINGLE: Final = 2.457
THREE: Final = 1.419
WHOLE_AT_LEAST: Final = 2
"""Points; below this no difference on a scale of whole numbers is more than wobble."""
THREES_FROM: Final = 6
"""Ratings from which the first three and the last three have none in common."""


@dataclass(frozen=True, slots=True)
class Wobble:
    """Differences, in points, from which on there is more than the usual movement.

    `single` is for one rating against one, `three` for the mean of three against the mean of three.
    """

    single: float
    three: float


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the end of a series lies from its start.

    `difference` is in points, above 0 where the end is higher; `threes` whether it is between means
    of three; `beyond` whether it is more than the usual movement.
    """

    difference: float
    threes: bool
    beyond: bool


def mean_moving_range(values: Sequence[float]) -> float:
    """The mean absolute difference of successive values, in points; 0 for fewer than two."""
    ranges = [abs(b - a) for a, b in pairwise(values)]
    return mean(ranges) if ranges else 0.0


def wobble(values: Sequence[float], *, whole: bool) -> Wobble:
    """The thresholds as they are applied; `whole` says that the scale has whole numbers only."""
    moving = mean_moving_range(values)
    least = WHOLE_AT_LEAST if whole else 0
    return Wobble(max(least, SINGLE * moving), max(least, THREE * moving))


def shift(values: Sequence[float], usual: Wobble) -> Shift:
    """The end against the start: three against three from six values on, one against one before.

    Raises `IndexError` for no values.
    """
    threes = len(values) >= THREES_FROM
    if threes:
        difference, threshold = mean(values[-3:]) - mean(values[:3]), usual.three
    else:
        difference, threshold = values[-1] - values[0], usual.single
    return Shift(difference, threes, beyond(difference, threshold))


def beyond(difference: float, threshold: float) -> bool:
    """Whether a difference reaches its threshold; no difference never does."""
    return abs(difference) > SLACK and abs(difference) >= threshold - SLACK
