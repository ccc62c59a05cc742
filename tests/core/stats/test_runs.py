"""Anhøj's rules against scipy's binomial distribution and numpy's signs."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from tests.core.stats.made import made
from tui.core.stats.runs import coin_quantile, runs


@pytest.mark.parametrize(
    ("n", "longest", "crossings"), [(10, 6, 2), (16, 7, 4), (24, 8, 8), (99, 8, 8)]
)
def test_the_bounds_by_number(n: int, longest: int, crossings: int) -> None:
    found = runs([0, 1] * n, 0.5) if n > 24 else runs(([0, 1] * n)[:n], 0.5)
    assert (found.longest_max, found.crossings_min) == (longest, crossings)
    assert found.n_useful == min(n, 24)


def test_the_quantile_is_the_binomial_one() -> None:
    for throws in range(1, 120):
        assert coin_quantile(throws) == stats.binom.ppf(0.05, throws, 0.5)
    assert coin_quantile(0) == 0


def test_as_signs_say() -> None:
    for values in made(2000, 11):
        signs = np.sign(np.array(values) - np.median(values))
        signs = signs[signs != 0][-24:]
        found = runs(values)
        assert found.n_useful == len(signs)
        turns = np.flatnonzero(np.diff(signs))
        assert found.crossings == len(turns)
        if len(signs):
            ends = np.concatenate(([-1], turns, [len(signs) - 1]))
            assert found.longest == np.diff(ends).max()
            assert found.longest_max == np.rint(np.log2(len(signs))) + 3
        else:
            assert found == type(found)(0, 0, 0, 0, 0, False)
        broken = found.longest > found.longest_max or found.crossings < found.crossings_min
        assert found.signal == (broken and found.n_useful >= 10)


def test_what_lies_on_the_median_is_of_no_use() -> None:
    found = runs([1, 3, 1, 3, 9, 9, 9, 9, 3, 9, 3, 9, 3, 3, 3, 1, 1], 3)
    assert (found.n_useful, found.longest, found.crossings) == (10, 6, 2)


def test_a_step_is_a_signal() -> None:
    assert runs([3] * 8 + [7] * 8).signal
    assert not runs([3, 7] * 8).signal
    assert not runs([3] * 4 + [7] * 4).signal, "eight are too few"
