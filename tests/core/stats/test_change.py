"""Reliable change, attainment, a goal's change and two periods: worked cases and matrices."""

from __future__ import annotations

from math import sqrt
from random import Random

import numpy as np
import pytest

from tests.core.build import day
from tui.core.measures import Direction
from tui.core.series import Point
from tui.core.stats.attainment import attainment, weight
from tui.core.stats.goal_change import goal_change
from tui.core.stats.periods import compare
from tui.core.stats.reliable import Norms, change
from tui.core.stats.wobble import Wobble


def test_reliable_change_the_worked_case() -> None:
    found = change(32.5, 47.5, Norms(7.5, 0.80), Direction.HIGHER)
    assert found.s_diff == pytest.approx(4.743, abs=5e-4)
    assert found.rc == pytest.approx(3.162, abs=5e-4)
    assert (found.reliable, found.cut_off, found.crossed) == (True, None, None)
    back = change(47.5, 32.5, Norms(7.5, 0.80), Direction.LOWER)
    assert (back.reliable, back.rc) == (True, -found.rc)
    assert not change(32.5, 41.7, Norms(7.5, 0.80), Direction.HIGHER).reliable
    assert change(32.5, 41.9, Norms(7.5, 0.80), Direction.HIGHER).reliable


@pytest.mark.parametrize(
    ("way", "cut_off", "first", "last", "crossed"),
    [
        (Direction.HIGHER, 30.0, 25, 31, True),
        (Direction.HIGHER, 30.0, 25, 30, False),
        (Direction.HIGHER, 30.0, 31, 35, False),
        (Direction.LOWER, 10.0, 12, 9, True),
        (Direction.LOWER, 10.0, 12, 31, False),
        (Direction.BOTH, None, 12, 9, None),
    ],
)
def test_the_cut_off_lies_towards_health(
    way: Direction, cut_off: float | None, first: float, last: float, crossed: bool | None
) -> None:
    found = change(first, last, Norms(5, 0.9, mean=20), way)
    assert (found.cut_off, found.crossed) == (cut_off, crossed)


@pytest.mark.parametrize("wrong", [(0, 0.8), (-1, 0.8), (1, 1), (1, -0.1), (float("nan"), 0.5)])
def test_norms_that_cannot_be(wrong: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match=r"\."):
        Norms(*wrong)


def test_attainment_the_worked_cases() -> None:
    assert attainment([(x, 1) for x in (2, 1, 0, -2, 1)]) == pytest.approx(56.03023, abs=5e-6)
    assert attainment([(-1, 1)] * 3) == pytest.approx(36.31, abs=0.005)
    assert attainment([(0, 9)]) == 50
    assert weight(3, 2) == 6


def test_attainment_as_a_correlation_matrix_says() -> None:
    by = Random(31)
    for _ in range(800):
        n = by.randint(1, 8)
        levels = np.array([by.randint(-2, 2) for _ in range(n)], float)
        weights = np.array([weight(by.randint(0, 3), by.randint(0, 3)) for _ in range(n)], float)
        ours = attainment([*zip(levels, weights, strict=True), (None, 9), (2, None)])
        if not weights.any():
            weights[:] = 1
        together = np.full((n, n), 0.3) + np.eye(n) * 0.7
        wanted = 50 + 10 * (weights @ levels) / sqrt(weights @ together @ weights)
        assert ours == pytest.approx(wanted, rel=1e-12)


@pytest.mark.parametrize("wrong", [[], [(None, 1)], [(3, 1)], [(1, -1)]])
def test_attainment_of_what_is_no_ladder(wrong: list[tuple[float | None, float | None]]) -> None:
    with pytest.raises(ValueError, match=r"\."):
        attainment(wrong)


def test_two_periods() -> None:
    points = [Point(day(at * 7), v) for at, v in enumerate([9, 3, 4, 2, 5, 6, 7, 8])]
    early, late = (day(0), day(21)), (day(28), day(49))
    found = compare(points, early, late, Wobble(4, 2))
    assert (found.earlier.n, found.earlier.median) == (4, 3.5)
    assert (found.later.n, found.later.median) == (4, 6.5)
    assert (found.difference, found.beyond) == (4, True)
    assert compare(points, early, late, Wobble(9, 4.5)).beyond is False
    few = compare(points, early, (day(42), day(60)), Wobble(4, 2))
    assert (few.later.n, few.later.median, few.difference, few.beyond) == (2, 7.5, None, None)
    none = compare(points, early, (day(90), day(99)), None)
    assert (none.later.n, none.later.median, none.difference) == (0, None, None)


def test_a_goals_change_is_towards_what_is_hoped_for() -> None:
    assert goal_change(3, 7, Direction.HIGHER) == 4
    assert goal_change(7, 3, Direction.HIGHER) == -4
    assert goal_change(7, 3, Direction.LOWER) == 4
    assert goal_change(7, 3, Direction.BOTH) == -4
