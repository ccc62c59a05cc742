"""Mann–Kendall, Theil–Sen and autocorrelation against pymannkendall, scipy and numpy."""

from __future__ import annotations

from random import Random
from time import process_time

import numpy as np
import pymannkendall
import pytest
from scipy import stats

from tests.core.stats.made import made
from tui.core.stats import slope
from tui.core.stats.ranks import counted
from tui.core.stats.slope import median_slope
from tui.core.stats.trend import exact_p, trend

WORKED = [12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]


def test_the_worked_case() -> None:
    found = trend(WORKED)
    assert found.s == 54
    assert found.variance == pytest.approx(332.667, abs=5e-4)
    assert found.z == pytest.approx(2.9058, abs=5e-5)
    assert found.slope == pytest.approx(0.56667, abs=5e-6)
    assert not found.exact


@pytest.mark.parametrize("values", [[], [3], [0.1] * 7, [5] * 300])
def test_what_stays_where_it_is_has_no_trend(values: list[float]) -> None:
    found = trend(values)
    assert (found.s, found.z, found.p, found.slope) == (0, 0, 1, 0)
    assert found.autocorrelation is None


def test_as_pymannkendall_says() -> None:
    for values in made(1600, 1, longest=40):
        ours, theirs = trend(values), pymannkendall.original_test(values)
        assert ours.s == theirs.s
        assert ours.variance == pytest.approx(theirs.var_s, rel=1e-12, abs=1e-9)
        assert ours.z == pytest.approx(theirs.z, rel=1e-12)
        assert ours.slope == pytest.approx(theirs.slope, rel=1e-12, abs=1e-12)
        if not ours.exact:
            assert ours.p == pytest.approx(theirs.p, abs=1e-12)


def test_short_series_without_ties_are_counted_out() -> None:
    by, exact = Random(2), 0
    for _ in range(600):
        n = by.randint(2, 14)
        values = [round(by.uniform(0, 5), 1) for _ in range(n)]
        found = trend(values)
        assert found.exact == (n <= 12 and len(set(values)) == n)
        if found.exact:
            exact += 1
            theirs = stats.kendalltau(range(n), values, method="exact")
            assert found.p == pytest.approx(theirs.pvalue, rel=1e-12)
    assert exact > 100
    assert exact_p(4, 6) == pytest.approx(2 / 24)


def test_autocorrelation_as_numpy_says() -> None:
    for values in made(900, 3):
        found = trend(values).autocorrelation
        apart = np.array(values) - np.mean(values)
        if found is None:
            assert len(set(values)) == 1
        else:
            wanted = np.correlate(apart, apart, "full")[len(values)] / (apart @ apart)
            assert found == pytest.approx(wanted, abs=1e-9)


def _long() -> list[list[float]]:
    by, n = Random(4), 331
    return [
        *made(60, 5, shortest=slope.ALL_PAIRS_TO + 1, longest=400),
        [float(i) for i in range(n)],
        [i / 1000 for i in range(n)],
        [i * 10 // n for i in range(n)],
        [(-1.0) ** i * i for i in range(n)],
        [0.0] * 160 + [1e6] + [by.random() for _ in range(170)],
        [i * 7 % 11 - i / 9 for i in range(n)],
    ]


@pytest.mark.parametrize("enough", [1, slope.ENOUGH])
def test_the_slope_of_a_long_series_is_found_without_looking_at_all(
    enough: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(slope, "ENOUGH", enough)
    for values in _long():
        early, late = np.triu_indices(len(values), 1)
        steps = np.array(values)
        wanted = np.median((steps[late] - steps[early]) / (late - early))
        assert median_slope(values, counted(values)) == pytest.approx(wanted, rel=1e-11, abs=1e-11)


def test_ten_thousand_ratings_take_no_quadratic_time() -> None:
    by = Random(6)
    series = (
        [by.randint(0, 10) for _ in range(10_000)],
        [min(10, max(0, round(i / 1000 + by.gauss(0, 1)))) for i in range(10_000)],
        [i / 1000 + by.gauss(0, 1) for i in range(10_000)],
    )
    for values in series:
        began = process_time()
        trend(values)
        # A tenth of it is usual; fifty million pairs take several seconds.
        assert process_time() - began < 1.5
