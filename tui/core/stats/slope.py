"""The median of the slopes of all pairs: Theil 1950, Sen 1968."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.stats.middle import median
from tui.core.stats.ranks import Pairs


def median_slope(values: Sequence[float], pairs: Pairs) -> float:
    """The median slope in points per rating, 0 for fewer than two values."""
    number = pairs.rising + pairs.level + pairs.falling
    half = number // 2
    if pairs.falling <= (number - 1) // 2 and pairs.rising <= (number - 1) // 2:
        return 0.0
    slopes = [(later - values[i]) / (j - i) for j, later in enumerate(values) for i in range(j)]
    return median(slopes) if half else 0.0
