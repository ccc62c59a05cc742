"""XmR limits and wobble: the worked case, numpy, and the rules told point by point."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from scipy import stats

from tests.core.stats.made import made
from tui.core.stats.limits import Limits, Signal, limits, process_limits, signals
from tui.core.stats.wobble import SINGLE, THREE, beyond, mean_moving_range, shift, wobble

WORKED = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]


def test_the_worked_case() -> None:
    found = process_limits(WORKED)
    assert found.upper == pytest.approx(4.60, abs=0.005)
    assert found.centre == pytest.approx(1.94, abs=0.005)
    assert found.lower == pytest.approx(-0.72, abs=0.005)
    assert (found.screened, found.trial) == (2, False)
    assert signals(WORKED, found) == (Signal("outside", (4,)),)


def test_as_numpy_says() -> None:
    for values in made(1500, 21, shortest=5):
        found = limits(values)
        base = np.array(values[:12])
        ranges = np.abs(np.diff(base))
        small = ranges[ranges < 3.267 * ranges.mean() - 1e-9]
        kept = small if np.any(small > 1e-9) else ranges
        reach = 2.66 * kept.mean()
        wanted = (base.mean() - reach, base.mean(), base.mean() + reach)
        assert (found.lower, found.centre, found.upper) == pytest.approx(wanted, abs=1e-9)
        assert found.trial == (len(values) < 12)
        assert found.screened == len(ranges) - len(kept)


def _told(values: list[float], within: Limits) -> dict[str, set[int]]:
    """The points that each rule names, by asking of every stretch of the rule's length."""
    slack, reach = 1e-9, within.upper - within.centre
    apart = np.array(values) - within.centre
    found: dict[str, set[int]] = {"outside": set(), "side": set(), "trend": set()}
    found["two of three"] = set()
    for side in (1, -1):
        for at in range(len(values)):
            seven = apart[at : at + 7] * side
            if len(seven) == 7 and np.all(seven > slack):
                found["side"] |= set(range(at, at + 7))
            if len(seven) == 7 and np.all(np.diff(seven) > slack):
                found["trend"] |= set(range(at, at + 7))
            if reach <= slack:
                continue
            if apart[at] * side > reach + slack:
                found["outside"].add(at)
            far = {
                at + i for i, v in enumerate(apart[at : at + 3]) if v * side > reach * 2 / 3 + slack
            }
            if len(far) >= 2:
                found["two of three"] |= far
    return found


def test_the_rules_point_by_point() -> None:
    seen = set()
    for values in made(1500, 22, shortest=5):
        within = limits(values)
        ours: dict[str, set[int]] = {r: set() for r in ("outside", "side", "trend", "two of three")}
        for signal in signals(values, within):
            assert list(signal.points) == sorted(set(signal.points))
            assert not ours[signal.rule] & set(signal.points), "a point is told once by a rule"
            ours[signal.rule] |= set(signal.points)
            seen.add(signal.rule)
        assert ours == _told(values, within)
    assert len(seen) == 4


def test_a_series_all_alike_has_no_signal() -> None:
    """Also in decimals, whose mean is not quite the value; nor does one other value make one."""
    for value in (0.1, 0.7, 5, 1 / 3):
        assert signals([value] * 49, limits([value] * 49)) == ()
    almost = [5.0] * 8 + [6.0]
    assert limits(almost).upper > limits(almost).centre
    assert signals([5.0] * 12 + [6.0], limits([5.0] * 12)) == ()


def test_too_few_for_limits() -> None:
    with pytest.raises(ValueError, match="5"):
        limits([1, 2, 3, 4])
    with pytest.raises(ValueError, match="two"):
        process_limits([1])


def test_the_constants_of_the_wobble() -> None:
    deviation = sqrt(np.pi) / 2  # of one value, where the mean difference of two is 1
    quantile = stats.norm.ppf(0.975)
    assert pytest.approx(quantile * sqrt(2) * deviation, abs=5e-3) == SINGLE
    assert pytest.approx(quantile * sqrt(2 / 3) * deviation, abs=5e-3) == THREE


def test_the_wobble_of_series() -> None:
    for values in made(600, 23):
        moving = np.abs(np.diff(values)).mean()
        assert mean_moving_range(values) == pytest.approx(moving, abs=1e-12)
        fine, whole = wobble(values, whole=False), wobble(values, whole=True)
        assert (fine.single, fine.three) == pytest.approx((2.457 * moving, 1.419 * moving))
        assert (whole.single, whole.three) == (max(2, fine.single), max(2, fine.three))
        found = shift(values, whole)
        assert found.threes == (len(values) >= 6)
        ends = (values[-3:], values[:3]) if found.threes else (values[-1:], values[:1])
        difference = float(np.mean(ends[0]) - np.mean(ends[1]))
        assert found.difference == pytest.approx(difference, abs=1e-12)
        assert found.beyond == beyond(difference, whole.three if found.threes else whole.single)


def test_a_difference_as_large_as_the_threshold_counts_and_none_never_does() -> None:
    assert beyond(-2, 2)
    assert not beyond(1.99, 2)
    assert beyond(0.3 - 0.1, 0.2), "in decimals too"
    assert not beyond(0, 0)
