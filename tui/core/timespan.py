"""How much of the past a picture shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

SHORTEST: Final = 7
"""Days that a picture shows at least, so that a single point has a place to stand."""


class Range(Enum):
    """A stretch of time that ends today: label, and length in days (None: everything)."""

    MONTH = ("1 m", 31)
    QUARTER = ("3 m", 92)
    HALF = ("6 m", 183)
    YEAR = ("1 y", 366)
    ALL = ("all", None)

    @property
    def label(self) -> str:
        """The short name on the picture's edge."""
        return str(self.value[0])

    @property
    def next(self) -> Range:
        """The range that comes after this one, the last being followed by the first."""
        ranges = list(Range)
        return ranges[(ranges.index(self) + 1) % len(ranges)]

    def span(self, first: date | None, today: date) -> Span:
        """The stretch to show, where `first` is the earliest day there is something to see.

        Something written for a later day than `today` does not stretch it. It is at least a week
        long, so that a single point has a place to stand.
        """
        days = self.value[1]
        start = first or today
        if days is not None:
            start = today - timedelta(days - 1)
        return Span(min(start, today - timedelta(SHORTEST - 1)), today)


@dataclass(frozen=True, slots=True)
class Span:
    """Days from `start` to `end`, both included."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.end - self.start).days + 1

    def buckets(self, count: int) -> list[tuple[date, date]]:
        """The span in `count` equal stretches, first day included, last day excluded."""
        edges = [self.start + timedelta(self.days * i // count) for i in range(count)]
        return list(zip(edges, [*edges[1:], self.end + timedelta(1)], strict=True))

    def moved(self, days: int, whole: Span) -> Span:
        """The same length so many days later, as far as `whole` reaches."""
        start = self.start.toordinal() + days
        last = whole.end.toordinal() - self.days + 1
        start = max(whole.start.toordinal(), min(start, last))
        end = min(start + self.days - 1, whole.end.toordinal())
        return Span(date.fromordinal(start), date.fromordinal(end))

    def zoomed(self, factor: float, about: date, whole: Span) -> Span:
        """`factor` times as long, `about` staying where it is; never longer than `whole`.

        What would become shorter than `SHORTEST` days is that long.
        """
        days = min(max(SHORTEST, round(self.days * factor)), whole.days)
        before = round((about - self.start).days / self.days * days)
        start = about.toordinal() - before
        start = max(whole.start.toordinal(), min(start, whole.end.toordinal() - days + 1))
        return Span(date.fromordinal(start), date.fromordinal(start + days - 1))

    @property
    def middle(self) -> date:
        """The day in the middle."""
        return self.start + timedelta(self.days // 2)

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end
