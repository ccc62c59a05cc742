"""Reliable change: more than a questionnaire's own error of measurement.

Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59. Only for a measure whose
standard deviation and reliability somebody supplied; the word "reliable" is used of no other.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite, sqrt
from typing import Final

from tui.core.measures import Direction
from tui.core.stats.middle import SLACK

RELIABLE_BEYOND: Final = 1.96


@dataclass(frozen=True, slots=True)
class Norms:
    """What is known of a measure from other people.

    `sd` is a standard deviation in points, above 0; `reliability` is 0 to below 1; `mean` is that
    of the reference group, the one that seeks help, in points. Raises `ValueError` outside these.
    """

    sd: float
    reliability: float
    mean: float | None = None

    def __post_init__(self) -> None:
        if not (isfinite(self.sd) and self.sd > 0):
            raise ValueError("A standard deviation is above 0.")
        if not 0 <= self.reliability < 1:
            raise ValueError("A reliability is from 0 to below 1.")
        if self.mean is not None and not isfinite(self.mean):
            raise ValueError("The mean of the reference group is a number.")


@dataclass(frozen=True, slots=True)
class Change:
    """The change from a first to a last value.

    `rc` is the change in standard errors of a difference, `s_diff` that error in points. `cut_off`
    is the value beyond which a rating no longer looks like the reference group's, and `crossed`
    whether the last value lies beyond it and the first did not; None where it cannot be said.
    """

    reliable: bool
    rc: float
    s_diff: float
    cut_off: float | None
    crossed: bool | None


def change(first: float, last: float, norms: Norms, direction: Direction) -> Change:
    """The change from `first` to `last`, in points of the scale.

    S_diff = √2 · SD · √(1 − r); RC = (last − first) / S_diff; reliable where |RC| > 1.96. The
    cut-off is the paper's *a*: the reference group's mean ± 2 SD, towards the hoped-for end.
    """
    s_diff = sqrt(2) * norms.sd * sqrt(1 - norms.reliability)
    rc = (last - first) / s_diff
    cut_off, crossed = None, None
    way = {Direction.HIGHER: 1, Direction.LOWER: -1}.get(direction)
    if norms.mean is not None and way:
        cut_off = norms.mean + way * 2 * norms.sd
        crossed = (first - cut_off) * way <= SLACK < (last - cut_off) * way
    return Change(abs(rc) > RELIABLE_BEYOND, rc, s_diff, cut_off, crossed)
