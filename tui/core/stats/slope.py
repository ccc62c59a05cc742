"""The median of the slopes of all pairs: Theil 1950, Sen 1968.

Up to `ALL_PAIRS_TO` values every slope is looked at. Of longer series only a narrow stretch of
slopes around the middle is: pairs whose slope is below m are those that change places when the
values are put in the order of `value − m · index`, and changes of place are counted in n log n
(Cole, Salowe, Steiger & Szemerédi 1989; Matoušek 1991). A sample says where to look first.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Final

from tui.core.stats.middle import median
from tui.core.stats.ranks import Pairs, falling

ALL_PAIRS_TO: Final = 150
ENOUGH: Final = 10
"""So few slopes for each value are sorted; of more, fewer are looked for."""
ROUNDS: Final = 12
SAMPLE: Final = 3_000
ALIKE: Final = 1e-13
"""Slopes this near, measured by the span of the values, are one slope written in floats."""


def median_slope(values: Sequence[float], pairs: Pairs) -> float:
    """The median slope in points per rating, 0 for fewer than two values."""
    half = (pairs.number - 1) // 2
    if pairs.falling <= half and pairs.rising <= half:
        return 0.0
    if len(values) <= ALL_PAIRS_TO:
        slopes = [(v - values[i]) / (j - i) for j, v in enumerate(values) for i in range(j)]
        return median(slopes) if slopes else 0.0
    lower, upper = _at_rank(values, half), None
    if pairs.number % 2 == 0:
        upper = lower.after if lower.after is not None else _at_rank(values, half + 1).slope
    return lower.slope if upper is None else (lower.slope + upper) / 2


@dataclass(frozen=True, slots=True)
class _Found:
    """The slope at a rank and, where it is known, the next one."""

    slope: float
    after: float | None


@dataclass(frozen=True, slots=True)
class _Sweep:
    """The values in the order of `value − slope · index`; `below` pairs have a lower slope."""

    slope: float
    order: Sequence[int]
    below: int


def _at_rank(values: Sequence[float], rank: int) -> _Found:
    """The slope of so many lower ones, by narrowing the stretch in which it lies."""
    n = len(values)
    low = _Sweep(-inf, range(n), 0)
    high = _Sweep(inf, (), n * (n - 1) // 2)
    least = ALIKE * (max(values) - min(values))
    enough, sample = ENOUGH * n, _sample(values)
    size = len(sample)
    per_pair = (sample[size * 3 // 5] - sample[size * 2 // 5]) * 5 / high.below
    at = sample[size * rank // high.below]
    for _ in range(ROUNDS):
        sweep = _swept(values, low, at)
        low, high = (sweep, high) if sweep.below <= rank else (low, sweep)
        if high.below - low.below <= enough and high.slope < inf:
            break
        if high.slope - low.slope <= 2 * least:
            one = min(sample, key=lambda slope: abs(slope - low.slope))
            return _Found(one, one)
        at = _next(low, high, rank, enough, per_pair, least)
    slopes = sorted(_between(values, low, high))
    place = rank - low.below
    return _Found(slopes[place], slopes[place + 1] if place + 1 < len(slopes) else None)


def _next(
    low: _Sweep, high: _Sweep, rank: int, enough: int, per_pair: float, least: float
) -> float:
    """Where to look next: a little past the middle, so that it comes to lie between two looks."""
    if high.slope == inf:
        return low.slope + max(least, (rank - low.below + enough // 3) * per_pair)
    if low.slope == -inf:
        return high.slope - max(least, (high.below - rank + enough // 3) * per_pair)
    width, pairs = high.slope - low.slope, high.below - low.below
    nearer_low = rank - low.below < high.below - rank
    aim = rank - low.below + (enough // 6 if nearer_low else -(enough // 6))
    return low.slope + width * min(max(aim / pairs, 0.01), 0.99)


def _sample(values: Sequence[float]) -> list[float]:
    """The slopes of pairs picked by a fixed rule that has no period a series could have."""
    found: list[float] = []
    state, n = 1, len(values)
    size = min(SAMPLE, 8 * n)
    while len(found) < size:
        state = state * 6364136223846793005 + 1442695040888963407 & 0xFFFFFFFFFFFFFFFF
        i, j = (state >> 48) % n, (state >> 24 & 0xFFFFFF) % n
        if i != j:
            found.append((values[j] - values[i]) / (j - i))
    return sorted(found)


def _swept(values: Sequence[float], start: _Sweep, slope: float) -> _Sweep:
    """The order at a higher slope than that of `start`."""
    turned = [value - slope * at for at, value in enumerate(values)]
    order = sorted(range(len(values)), key=turned.__getitem__)
    changed = falling(_ranks(start.order, order), len(values))
    return _Sweep(slope, order, start.below + changed)


def _ranks(first: Sequence[int], then: Sequence[int]) -> list[int]:
    """Where in `then` the elements of `first` stand."""
    place = [0] * len(then)
    for rank, at in enumerate(then):
        place[at] = rank
    return [place[at] for at in first]


def _between(values: Sequence[float], low: _Sweep, high: _Sweep) -> list[float]:
    """The slopes of the pairs that change places from `low` to `high`."""
    order = high.order or range(len(values) - 1, -1, -1)
    seen: list[int] = []
    slopes: list[float] = []
    for rank in _ranks(low.order, order):
        after = bisect_right(seen, rank)
        if after < len(seen):
            at = order[rank]
            value = values[at]
            slopes += [(values[o] - value) / (o - at) for o in map(order.__getitem__, seen[after:])]
        seen.insert(after, rank)
    return slopes
