"""Whether a series goes anywhere: Mann–Kendall, Theil–Sen, lag-1 autocorrelation.

Mann 1945, Econometrica 13; Kendall 1975, "Rank Correlation Methods"; Theil 1950 and Sen 1968 for
the slope. Neither asks how large a difference is, only which of two values is the higher one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import erfc, factorial, sqrt
from typing import Final

from tui.core.stats.middle import mean
from tui.core.stats.ranks import counted
from tui.core.stats.slope import median_slope

EXACT_TO: Final = 12


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend, or none.

    `s` is the number of rising pairs less the falling ones, `variance` that of S where there is no
    trend, `z` S in standard deviations with a correction for continuity, `p` two-sided, 0 to 1;
    `exact` says that `p` was counted out instead of taken from the normal curve. `slope` is in
    points per rating. `autocorrelation` is that of neighbours, −1 to 1, None for a constant series.
    """

    s: int
    variance: float
    z: float
    p: float
    slope: float
    exact: bool
    autocorrelation: float | None


def trend(values: Sequence[float]) -> Trend:
    """The trend of a series, which may be empty; one that stays where it is has p = 1 and s = 0."""
    pairs = counted(values)
    s = pairs.rising - pairs.falling
    sizes = [size for size in Counter(values).values() if size > 1]
    variance = _variance(len(values), sizes)
    z = (s - (s > 0) + (s < 0)) / sqrt(variance) if s else 0.0
    exact = 2 <= len(values) <= EXACT_TO and not sizes
    p = exact_p(len(values), s) if exact else erfc(abs(z) / sqrt(2))
    slope = median_slope(values, pairs)
    return Trend(s, variance, z, p, slope, exact, autocorrelation(values))


def _variance(n: int, ties: Sequence[int]) -> float:
    """The variance of S for `n` values, with the sizes of the groups of equal ones."""

    def term(size: int) -> int:
        return size * (size - 1) * (2 * size + 5)

    return (term(n) - sum(map(term, ties))) / 18


def exact_p(n: int, s: int) -> float:
    """How often `n` different values in any order have an S at least as far from 0 (Kendall)."""
    ways = [1]
    for size in range(2, n + 1):
        longer = [0] * (len(ways) + size - 1)
        for inversions, count in enumerate(ways):
            for more in range(size):
                longer[inversions + more] += count
        ways = longer
    most = n * (n - 1) // 2
    as_far = sum(count for i, count in enumerate(ways) if abs(most - 2 * i) >= abs(s))
    return as_far / factorial(n)


def autocorrelation(values: Sequence[float]) -> float | None:
    """How much each value is like the one before it, −1 to 1; None for a constant series."""
    if len(values) < 2 or min(values) == max(values):
        return None
    centre = mean(values)
    apart = [v - centre for v in values]
    together = sum(a * b for a, b in pairwise(apart))
    return together / sum(a * a for a in apart)
