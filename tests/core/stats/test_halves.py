"""The later half against the earlier one; its pairs against scipy."""

from __future__ import annotations

import pytest
from scipy import stats

from tests.core.stats.made import made
from tui.core.stats.halves import across, halves
from tui.core.stats.wobble import mean_moving_range, wobble

STEP = [3, 4, 3, 5, 3, 4, 9, 6, 7, 6, 7, 6, 7]
"""Six, one in the middle that counts for neither half, and six."""


def test_the_halves_and_their_wobble() -> None:
    found = halves(STEP, 1.3, whole=True)
    assert (found.earlier, found.later) == (22 / 6, 39 / 6)
    assert found.usual == 2, "a mean of six wanders less than that"
    assert halves(STEP, 1.3, whole=False).usual == pytest.approx(
        1.96 * (2 / 6) ** 0.5 * 1.3 / 1.128, rel=1e-3
    )
    assert found.beyond
    assert not halves(STEP, 3, whole=True).beyond


def test_of_six_ratings_they_are_three_against_three() -> None:
    for values in made(60, 6, shortest=6, longest=7):
        moving = mean_moving_range(values)
        assert halves(values, moving, whole=True).usual == wobble(values, whole=True).three


def test_what_went_up_and_came_back_is_apart_and_does_not_stand() -> None:
    back = [3] * 12 + [7] * 9 + [3] * 3
    found = halves(back, mean_moving_range(back), whole=True)
    assert found.apart
    assert not found.beyond
    assert halves([3] * 12 + [7] * 12, 0.2, whole=True).beyond


def test_pairs_across_as_scipy_says() -> None:
    told = 0
    for values in made(900, 31, shortest=4):
        k, found = len(values) // 2, across(values)
        theirs = stats.mannwhitneyu(values[-k:], values[:k], method="asymptotic")
        assert found.s == pytest.approx(2 * theirs.statistic - k * k)
        if found.s:
            assert found.p == pytest.approx(theirs.pvalue, rel=1e-9)
            told += 1
    assert told > 500


@pytest.mark.parametrize("values", [[], [4], [4, 4], [4] * 9])
def test_no_pair_says_anything(values: list[float]) -> None:
    assert (across(values).s, across(values).p) == (0, 1)
