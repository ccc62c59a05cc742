"""Runs around the median: Anhøj's two rules for a run chart.

Anhøj & Olesen 2014, "Run charts revisited", PLoS ONE 9(11); Anhøj 2015, PLoS ONE 10(3). Values
that lie on the median are no use and are left out; of the rest the latest 24 count. Too long a run
on one side, or too few crossings from side to side, is a signal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from math import comb, log2
from typing import Final

from tui.core.stats.middle import SLACK
from tui.core.stats.middle import median as middle

USEFUL_FROM: Final = 10
LATEST: Final = 24


@dataclass(frozen=True, slots=True)
class Runs:
    """What the run rules saw, in numbers of points.

    `longest_max` is the longest run, and `crossings_min` the fewest crossings, that a series which
    stays where it is usually has. There is no `signal` from fewer than `USEFUL_FROM` useful points.
    """

    n_useful: int
    longest: int
    longest_max: int
    crossings: int
    crossings_min: int
    signal: bool


def runs(values: Sequence[float], median: float | None = None) -> Runs:
    """Apply the rules around `median`, or around the median of `values`.

    Longest run at most round(log2 n) + 3; crossings at least the 5 % quantile of a binomial
    distribution of n − 1 throws of a coin.
    """
    above = useful(values, median)
    n = len(above)
    longest = max((len(list(group)) for _, group in groupby(above)), default=0)
    crossings = sum(a is not b for a, b in pairwise(above))
    longest_max = round(log2(n)) + 3 if n else 0
    crossings_min = coin_quantile(n - 1) if n else 0
    unusual = longest > longest_max or crossings < crossings_min
    return Runs(n, longest, longest_max, crossings, crossings_min, n >= USEFUL_FROM and unusual)


def useful(values: Sequence[float], median: float | None = None) -> list[bool]:
    """Whether each of the latest useful values lies above the median, oldest first."""
    if not values:
        return []
    at = middle(values) if median is None else median
    return [v > at for v in values if abs(v - at) > SLACK][-LATEST:]


def coin_quantile(throws: int) -> int:
    """The fewest heads k for which k or fewer come up at least once in twenty times."""
    ways, heads = 1, 0
    while ways * 20 < 2**throws:
        heads += 1
        ways += comb(throws, heads)
    return heads
