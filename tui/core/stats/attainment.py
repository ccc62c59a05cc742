"""Goal Attainment Scaling: T, from the levels of several ladders.

Kiresuk & Sherman 1968, Community Mental Health Journal 4. T is 50 where every goal is as hoped, and
one standard deviation is 10, if levels correlate with each other by 0.3. It is made from ladders
only, never from ratings on a scale.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import sqrt
from typing import Final

RHO: Final = 0.3
"""How much the levels of one person's goals are taken to correlate with each other."""


def weight(importance: int, difficulty: int) -> int:
    """A goal's weight: importance × difficulty, each 0 to 3."""
    return importance * difficulty


def attainment(levels_and_weights: Iterable[tuple[float | None, float | None]]) -> float:
    """T of levels −2 to +2 and their weights of 0 or more.

    T = 50 + 10·Σ(w·x) / √((1 − ρ)·Σw² + ρ·(Σw)²). A pair in which either is missing (None) is left
    out; if all weights are 0 each counts as 1. Raises `ValueError` for a level off the ladder, a
    weight below 0, and where no pair is left.
    """
    pairs = [(x, w) for x, w in levels_and_weights if x is not None and w is not None]
    if not pairs:
        raise ValueError("No goal has a level on its ladder.")
    if any(not -2 <= x <= 2 for x, _ in pairs):
        raise ValueError("A ladder goes from -2 to 2.")
    if any(not w >= 0 for _, w in pairs):
        raise ValueError("A weight is not below 0.")
    if not any(w for _, w in pairs):
        pairs = [(x, 1) for x, _ in pairs]
    reached = sum(x * w for x, w in pairs)
    squares, whole = sum(w * w for _, w in pairs), sum(w for _, w in pairs)
    return 50 + 10 * reached / sqrt((1 - RHO) * squares + RHO * whole**2)
