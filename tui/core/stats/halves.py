"""The later half of a series against the earlier one.

The start and the end of a long series are three ratings each: a change in the middle of it shows
better in its halves. Two looks at them: the personal wobble, whose threshold for means of k ratings
is 1.96·√(2/k)·mR / 1.128, that of three times √(3/k); and the pairs of an earlier and a later
rating (Mann & Whitney 1947), with the variance corrected for ties and z for continuity.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

from tui.core.stats.middle import SLACK, mean
from tui.core.stats.ranks import counted
from tui.core.stats.wobble import THREE, WHOLE_AT_LEAST, beyond


@dataclass(frozen=True, slots=True)
class Halves:
    """How far the later half of a series lies from the earlier one, in points.

    `earlier` and `later` are their means; of an odd number the rating in the middle is in neither.
    From `usual` on the difference is more than the wobble. `stands` says that the last three still
    lie on that side of the mean of all.
    """

    earlier: float
    later: float
    usual: float
    stands: bool

    @property
    def difference(self) -> float:
        """Above 0 where the later half is higher."""
        return self.later - self.earlier

    @property
    def apart(self) -> bool:
        """Whether they are further apart than the wobble."""
        return beyond(self.difference, self.usual)

    @property
    def beyond(self) -> bool:
        """Whether the later half lies beyond the wobble, and its end did not come back."""
        return self.apart and self.stands


@dataclass(frozen=True, slots=True)
class Across:
    """The pairs of a rating of the earlier half and one of the later.

    `s` is how many more of them rise than fall; `p` how often chance does at least that.
    """

    s: int
    p: float


def halves(values: Sequence[float], moving_range: float, *, whole: bool) -> Halves:
    """Hold the halves of a series against each other; raises `ZeroDivisionError` below two values.

    `moving_range` is the mR of the whole series; `whole` says that its scale has whole numbers.
    """
    k = len(values) // 2
    earlier, later = mean(values[:k]), mean(values[-k:])
    usual = THREE * sqrt(3 / k) * moving_range
    end = mean(values[-3:]) - mean(values)
    stands = abs(end) > SLACK and (end > 0) is (later > earlier)
    return Halves(earlier, later, max(WHOLE_AT_LEAST if whole else 0, usual), stands)


def across(values: Sequence[float]) -> Across:
    """The pairs across the halves, two-sided and from the normal curve; p = 1 for one value."""
    k = len(values) // 2
    earlier, later = values[:k], values[-k:] if k else []
    both = [*earlier, *later]
    s = _rise(both) - _rise(earlier) - _rise(later)
    n, sizes = 2 * k, Counter(both).values()
    ties = sum(size**3 - size for size in sizes)
    if s == 0:
        return Across(0, 1.0)
    variance = k * k / 3 * (n + 1 - ties / (n * (n - 1)))
    return Across(s, erfc((abs(s) - 1) / sqrt(2 * variance)))


def _rise(values: Sequence[float]) -> int:
    pairs = counted(values)
    return pairs.rising - pairs.falling
