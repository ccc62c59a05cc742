"""Two stretches of time, one against the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tui.core.series import Dated
from tui.core.stats.gates import DIFFERENCE_FROM
from tui.core.stats.middle import mean, median
from tui.core.stats.wobble import Wobble, beyond

PERIOD_NEEDS = 3
"""Ratings that a period needs before its mean is compared with another's wobble beside it."""


@dataclass(frozen=True, slots=True)
class Period:
    """What was rated from one day to another, both included; `median` is None for no ratings."""

    start: date
    end: date
    n: int
    median: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier and a later period.

    `difference` is later less earlier, in points, between the means of the last three ratings of
    each; `beyond` whether that is more than the usual movement. Both are None where a period has
    fewer than three ratings, or the whole series too few to know its movement.
    """

    earlier: Period
    later: Period
    difference: float | None
    beyond: bool | None


def compare(
    points: Sequence[Dated],
    earlier: tuple[date, date],
    later: tuple[date, date],
    usual: Wobble | None,
) -> Comparison:
    """Compare two periods of a series whose usual movement is `usual`, a reading's wobble."""
    before, after = _inside(points, earlier), _inside(points, later)
    difference = None
    enough = min(len(before), len(after)) >= PERIOD_NEEDS
    if usual and enough and len(points) >= DIFFERENCE_FROM:
        difference = mean(after[-PERIOD_NEEDS:]) - mean(before[-PERIOD_NEEDS:])
    return Comparison(
        _period(before, earlier),
        _period(after, later),
        difference,
        beyond(difference, usual.three) if usual and difference is not None else None,
    )


def _inside(points: Iterable[Dated], span: tuple[date, date]) -> list[float]:
    start, end = span
    return [p.value for p in points if start <= p.day <= end]


def _period(values: list[float], span: tuple[date, date]) -> Period:
    return Period(*span, len(values), median(values) if values else None)
