"""Numbers that look like a person's: slow paths with ordinary noise, from seeds that are names.

Each series is drawn from a generator seeded with its own name, so adding a series leaves all
others as they are. Only `random()` is used of it: its sequence for a given seed is what Python
promises to keep between versions.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from random import Random
from typing import TypeVar

Knots = Sequence[tuple[float, float]]
"""Corners of a path, as (position, level), by position."""

ORDINARY_MEMORY = (0.2, 0.4)
"""How much a week's noise takes after the last week's: bounds for its lag-1 autocorrelation."""

T = TypeVar("T")

_CARRY = 0.35
_DRAWS = 20_000
_SMALL_STEPS = (-1, 0, 0, 1)


def level(knots: Knots, at: float) -> float:
    """Return the height at position `at` of the line through `knots`, level beyond its ends."""
    for (left, low), (right, high) in pairwise(knots):
        if at <= right:
            return low + (high - low) * max(0.0, at - left) / (right - left)
    return knots[-1][1]


def straight(start: float, end: float, count: int) -> list[float]:
    """Return `count` levels on a straight line from `start` to `end`."""
    return [start + (end - start) * index / max(1, count - 1) for index in range(count)]


def wander(seed: str, path: Sequence[float], spread: float = 0.85) -> list[int]:
    """Return whole ratings 0 to 10 that stray around `path`.

    They begin and end on the path's own first and last level, rounded, and their noise (standard
    deviation `spread`) has an ordinary memory; noise is drawn again until that is so.
    """
    first, last = _whole(path[0]), _whole(path[-1])

    def fits(values: list[int]) -> bool:
        noise = [value - height for value, height in zip(values, path, strict=True)]
        low, high = ORDINARY_MEMORY
        return values[0] == first and values[-1] == last and low <= lag_one(noise) <= high

    def candidate(rng: Random) -> list[int]:
        noise = _noise(rng, spread)
        return [min(10, max(0, _whole(height + next(noise)))) for height in path]

    return _first_that(fits, candidate, seed)


def leaning(seed: str, path: Sequence[float], spread: float = 0.45) -> list[int]:
    """Return whole ratings -2 to +2 that stray around `path`, which may run beyond its ends."""
    noise = _noise(Random(seed), spread)
    return [min(2, max(-2, _whole(height + next(noise)))) for height in path]


def steady(seed: str, centre: int, count: int) -> list[int]:
    """Return ratings never more than 1 from `centre` which go nowhere.

    The wobble is drawn again until it is one that no rule of ours would remark upon: see
    `_goes_nowhere`.
    """

    def candidate(rng: Random) -> list[int]:
        return [_SMALL_STEPS[int(rng.random() * len(_SMALL_STEPS))] for _ in range(count)]

    return [centre + offset for offset in _first_that(_goes_nowhere, candidate, seed)]


def three_items(seed: str, total: int) -> tuple[int, int, int]:
    """Return three whole ratings 0 to 10, close together, which add up to `total` (0 to 30)."""

    def candidate(rng: Random) -> tuple[int, int, int]:
        first, second = (_whole(total / 3 + rng.random() * 3 - 1.5) for _ in range(2))
        return first, second, total - first - second

    def fits(items: tuple[int, int, int]) -> bool:
        return min(items) >= 0 and max(items) <= 10 and max(items) - min(items) <= 2

    return _first_that(fits, candidate, seed)


def skipped(seed: str, share: float) -> bool:
    """Say whether the occasion named by `seed` is one of the `share` (0 to 1) that are skipped."""
    return Random(seed).random() < share


def lag_one(values: Sequence[float]) -> float:
    """Return the lag-1 autocorrelation, 0.0 where nothing varies."""
    mean = sum(values) / len(values)
    apart = [value - mean for value in values]
    whole = sum(one * one for one in apart)
    return sum(one * other for one, other in pairwise(apart)) / whole if whole else 0.0


def kendall(values: Sequence[float]) -> int:
    """Return Kendall's S: pairs that rise minus pairs that fall."""
    return sum(
        (later > earlier) - (later < earlier)
        for index, earlier in enumerate(values)
        for later in values[index + 1 :]
    )


def _goes_nowhere(offsets: Sequence[int]) -> bool:
    """Say whether offsets -1, 0, 1 hold no trend, no run, no drift, and movement enough.

    Movement enough matters: where almost nothing moves, process limits shut so tightly that a
    single point off the centre would count as an outlier.
    """
    baseline = offsets[:12]
    return (
        offsets[0] == offsets[-1] == 0
        and abs(sum(baseline)) <= 1
        and abs(sum(offsets)) <= 1
        and all(0.65 <= _mean_step(part) <= 1.1 for part in (baseline, offsets))
        and all(abs(kendall(part)) <= len(part) // 2 for part in (offsets, offsets[-8:]))
        and all({-1, 1} <= set(offsets[at : at + 6]) for at in range(len(offsets) - 5))
    )


def _mean_step(values: Sequence[int]) -> float:
    """Return the mean absolute difference of neighbours."""
    return sum(abs(one - other) for one, other in pairwise(values)) / (len(values) - 1)


def _noise(rng: Random, spread: float) -> Iterator[float]:
    """Yield, without end, noise in which each value carries some of the one before."""
    fresh = math.sqrt(1 - _CARRY * _CARRY)
    state = _bell(rng)
    while True:
        yield state * spread
        state = _CARRY * state + fresh * _bell(rng)


def _bell(rng: Random) -> float:
    """Return a draw that is very nearly standard normal: twelve uniform ones have variance 1."""
    return sum(rng.random() for _ in range(12)) - 6


def _whole(value: float) -> int:
    """Round to the nearest whole number, halves upwards."""
    return math.floor(value + 0.5)


def _first_that(fits: Callable[[T], bool], candidate: Callable[[Random], T], seed: str) -> T:
    """Return the first candidate that fits.

    Raises ValueError, naming the series, when none does: its path asks for the impossible.
    """
    rng = Random(seed)
    for _ in range(_DRAWS):
        drawn = candidate(rng)
        if fits(drawn):
            return drawn
    raise ValueError(f"{seed}: none of {_DRAWS} draws fits")
