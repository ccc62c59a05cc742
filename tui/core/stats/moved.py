"""The one rule behind every word and colour that says "up" or "down".

This project's rule: different looks at a series have to agree. The end lies further from the start
than the person's own wobble; the pairs of ratings point the same way, more clearly than chance does
three times in a hundred; and neighbours are not so much alike that they feign a trend (lag-1
autocorrelation up to 0.4) or, where they are, a run rule says too that the series left its middle.
How seldom that speaks of a series which stays where it is, is simulated: `make simulate`.
"""

from __future__ import annotations

from typing import Final, Literal

from tui.core.stats.runs import Runs
from tui.core.stats.trend import Trend
from tui.core.stats.wobble import Shift

Moved = Literal["up", "down"]

CHANCE: Final = 0.03
"""A trend must be less often chance than this. At 0.05 the rule is wrong too often."""
ALIKE: Final = 0.4
"""Autocorrelation above which a trend by itself is not spoken of."""


def moved(shift: Shift | None, runs: Runs | None, trend: Trend | None) -> Moved | None:
    """Which way a series moved, or None. What a gate withholds is given as None."""
    if shift is None or trend is None or not shift.beyond or trend.p >= CHANCE:
        return None
    if (shift.difference > 0) is not (trend.s > 0):
        return None
    if feigned(trend) and not (runs and runs.signal):
        return None
    return "up" if trend.s > 0 else "down"


def feigned(trend: Trend) -> bool:
    """Whether neighbours are so much alike that the trend by itself is no word."""
    return trend.autocorrelation is not None and trend.autocorrelation > ALIKE
