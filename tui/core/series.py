"""A series: what one measure was rated, over time.

Gaps stay gaps. Nothing here invents, carries forward or averages away a value but `weekly_median`,
which says so in its name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final, Protocol

from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating

GAP_FACTOR: Final = 1.5
"""A calendar measure has a gap where more than this many cadences lie between two ratings."""
WEEK_NEEDS: Final = 3
"""Ratings that a week needs before its median stands for it."""


class Dated(Protocol):
    """Anything that has a day and a value."""

    @property
    def day(self) -> date:
        """The day it speaks of."""

    @property
    def value(self) -> float:
        """The value, in points of its scale."""


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day, where the rating itself is no longer needed."""

    day: date
    value: float


@dataclass(frozen=True, slots=True)
class Series:
    """The ratings of one measure, oldest first, all raters.

    `expected` are the days on which a measure that is asked once each session was due.
    """

    measure: Measure
    ratings: tuple[Rating, ...]
    expected: tuple[date, ...] = ()

    def by(self, rater: Rater) -> tuple[Rating, ...]:
        """The ratings of one rater."""
        return tuple(r for r in self.ratings if r.rater is rater)

    @property
    def raters(self) -> tuple[Rater, ...]:
        """Who rated, in the fixed order client, therapist, partner."""
        present = {r.rater for r in self.ratings}
        return tuple(r for r in Rater if r in present)

    @property
    def lead(self) -> Rater:
        """Whose ratings the line and the sentence speak of: the first who rated."""
        return next(iter(self.raters), Rater.CLIENT)

    @property
    def current(self) -> tuple[Rating, ...]:
        """The lead's ratings of the version in force. An older version meant something else."""
        number = self.measure.version.number
        return tuple(r for r in self.by(self.lead) if r.version == number)

    def lines(self, rater: Rater, first_weekday: int = 0) -> tuple[tuple[Dated, ...], ...]:
        """The runs as they are drawn: of a daily measure its weekly medians, a run per stretch.

        `first_weekday` is 0 for Monday to 6 for Sunday.
        """
        if self.measure.cadence != 1:
            return self.runs(rater)
        found: list[list[Point]] = []
        for _, group in groupby(self.by(rater), lambda r: r.version):
            before: date | None = None
            for point in weekly_median(group, first_weekday):
                if before is None or (point.day - before).days > 7:
                    found.append([])
                found[-1].append(point)
                before = point.day
        return tuple(map(tuple, found))

    def runs(self, rater: Rater) -> tuple[tuple[Rating, ...], ...]:
        """Stretches of a rater's ratings that a line may join: no gap, no new version inside."""
        ratings = self.by(rater)
        due = _Due(self.measure.cadence, self.expected)
        broken = [
            i
            for i in range(1, len(ratings))
            if ratings[i].version != ratings[i - 1].version
            or due.missing_between(ratings[i - 1].day, ratings[i].day)
        ]
        cuts = [0, *broken, len(ratings)]
        return tuple(ratings[a:b] for a, b in pairwise(cuts) if a < b)


class _Due:
    """Tells whether a rating that was due is missing between two days."""

    def __init__(self, cadence: int | None, expected: Sequence[date]) -> None:
        self.limit = cadence * GAP_FACTOR if cadence else None
        self.expected, self.at = sorted(expected), 0

    def missing_between(self, earlier: date, later: date) -> bool:
        """Whether something was due strictly between two days; call it in order of time."""
        if self.limit is not None:
            return (later - earlier).days > self.limit
        while self.at < len(self.expected) and self.expected[self.at] <= earlier:
            self.at += 1
        return self.at < len(self.expected) and self.expected[self.at] < later


def weekly_median(ratings: Iterable[Dated], first_weekday: int = 0) -> Iterator[Point]:
    """The median of each week with at least `WEEK_NEEDS` ratings, on the week's first day.

    `first_weekday` is 0 for Monday to 6 for Sunday. A week with fewer ratings is a gap and yields
    nothing. `ratings` are in order of time.
    """
    from statistics import median  # 7 ms that only daily ratings need

    def week(item: Dated) -> date:
        return item.day - timedelta((item.day.weekday() - first_weekday) % 7)

    for day, items in groupby(ratings, week):
        values = [item.value for item in items]
        if len(values) >= WEEK_NEEDS:
            yield Point(day, median(values))
