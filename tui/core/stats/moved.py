"""The one rule behind every word and colour that says "up" or "down".

This project's rule: two different looks at a series have to agree. The end lies further from the
start than the person's own wobble, and either a run rule or a trend points the same way. Neighbours
that are much alike (lag-1 autocorrelation above 0.4) feign trends, so that such a trend is no word.
How seldom the rule speaks of a series that stays where it is, is simulated: `make simulate`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from tui.core.stats.runs import Runs, useful
from tui.core.stats.trend import Trend
from tui.core.stats.wobble import Shift

Moved = Literal["up", "down"]

CHANCE: Final = 0.05
"""A trend at least as clear as this is less often chance."""
ALIKE: Final = 0.4
"""Autocorrelation above which a trend is not spoken of."""


def moved(
    values: Sequence[float], shift: Shift | None, runs: Runs | None, trend: Trend | None
) -> Moved | None:
    """Which way a series moved, or None. What a gate withholds is given as None."""
    if shift is None or not shift.beyond:
        return None
    way = 1 if shift.difference > 0 else -1
    by_trend = trend is not None and speaks(trend) and trend.s * way > 0
    by_runs = runs is not None and runs.signal and leaning(values) * way > 0
    return ("up" if way > 0 else "down") if by_trend or by_runs else None


def speaks(trend: Trend) -> bool:
    """Whether a trend may be spoken of: clear enough, and not feigned by like neighbours."""
    alike = trend.autocorrelation
    return trend.p < CHANCE and alike is not None and alike <= ALIKE


def leaning(values: Sequence[float]) -> int:
    """Which way the useful points lean: above 0 where the later half lies more above the median."""
    above = useful(values)
    half = len(above) // 2
    return sum(above[len(above) - half :]) - sum(above[:half])
