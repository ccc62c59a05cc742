"""The one rule behind every word and colour that says "up" or "down".

This project's rule: different looks at a series have to agree. The end lies further from the start
than the person's own wobble, or else the later half from the earlier one, and has not come back.
And a trend or a run rule says so too. A trend: the pairs of ratings point the same way, more
clearly than chance does three times in a hundred, and neighbours are not so much alike that they
feign one (lag-1 autocorrelation up to 0.4). A run rule: the series left its middle; then the pairs
point that way less often by chance than five times in a hundred. How seldom that speaks of a series
which stays where it is, is simulated: `make simulate`.
"""

from __future__ import annotations

from typing import Final, Literal

from tui.core.stats.halves import Halves
from tui.core.stats.runs import Runs
from tui.core.stats.trend import Trend
from tui.core.stats.wobble import Shift

Moved = Literal["up", "down"]

CHANCE: Final = 0.03
"""A trend must be less often chance than this. At 0.05 the rule is wrong too often."""
CHANCE_BESIDE_RUNS: Final = 0.05
"""The same where a run rule says too that the series left its middle."""
ALIKE: Final = 0.4
"""Autocorrelation above which a trend by itself is not spoken of."""


def moved(
    shift: Shift | None, halves: Halves | None, runs: Runs | None, trend: Trend | None
) -> Moved | None:
    """Which way a series moved, or None. What a gate withholds is given as None."""
    if shift is None or halves is None or trend is None:
        return None
    looks = (look.difference for look in (shift, halves) if look.beyond)
    difference = next(looks, 0.0)
    if difference * trend.s <= 0:
        return None
    by_trend = trend.p < CHANCE and not feigned(trend)
    by_runs = runs is not None and runs.signal and trend.p < CHANCE_BESIDE_RUNS
    if not by_trend and not by_runs:
        return None
    return "up" if trend.s > 0 else "down"


def feigned(trend: Trend) -> bool:
    """Whether neighbours are so much alike that the trend by itself is no word."""
    return trend.autocorrelation is not None and trend.autocorrelation > ALIKE
