"""Pairs of a series that rise, fall or stay level, counted in n log n."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of an earlier and a later value there are of each kind."""

    rising: int
    level: int
    falling: int


def counted(values: Sequence[float]) -> Pairs:
    """Count the pairs of `values`."""
    seen: list[float] = []
    lower = higher = 0
    for n, value in enumerate(values):
        after = bisect_right(seen, value)
        before = bisect_left(seen, value, 0, after)
        lower += before
        higher += n - after
        seen.insert(after, value)
    n = len(values)
    return Pairs(lower, n * (n - 1) // 2 - lower - higher, higher)
