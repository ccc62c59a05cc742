"""What a rule looks at: the ratings since the last review, and where they stood at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tui.core.events import new_level
from tui.core.measures import Kind, Rater
from tui.core.record import Record
from tui.core.series import Dated, Series
from tui.core.stats.reading import Reading, read

CARRIED = 3
"""Ratings up to the review that tell where a series stood at it."""


def asked(record: Record, *kinds: Kind) -> Iterator[Series]:
    """The series of some kinds that are still asked."""
    return (s for s in record.series if s.measure.kind in kinds and record.asked(s))


def whole(record: Record, series: Series, rater: Rater | None = None) -> Reading:
    """The reading of all ratings of the version in force."""
    anew = new_level(record.events, series.measure.id, record.today)
    return read(series, record.today, rater, anew, record.first_weekday)


def since_review(record: Record, series: Series) -> Reading:
    """The reading of what was rated since the last review, with the three ratings before it.

    A comparison of the end with the start is then one with how it stood at the review.
    """
    reading = whole(record, series)
    before = sum(1 for point in reading.points if not record.fresh(point.day))
    if before <= CARRIED:
        return reading
    start = reading.points[before - CARRIED].day
    kept = tuple(rating for rating in series.ratings if rating.day >= start)
    return whole(record, replace(series, ratings=kept))


def last_fresh(record: Record, points: Sequence[Dated]) -> bool:
    """Whether the latest point was given in the present period."""
    return bool(points) and record.fresh(points[-1].day)


def whole_numbers(reading: Reading) -> bool:
    """Whether the scale in force has whole numbers only."""
    return float(reading.version.scale.step).is_integer()


def both(series: Series, one: Rater, other: Rater, within: int) -> Iterator[tuple[Dated, Dated]]:
    """Ratings of two raters that belong together, oldest first.

    To each of `other`'s the latest of `one`'s that was given at most so many days before it, of the
    version in force.
    """
    number = series.measure.version.number
    given = [r for r in series.by(one) if r.version == number]
    for theirs in series.by(other):
        known = [r for r in given if 0 <= (theirs.day - r.day).days <= within]
        if theirs.version == number and known:
            yield known[-1], theirs


def running(fires: Sequence[bool]) -> Iterator[int]:
    """The places at which something fires the second time running."""
    return (at for at, (before, now) in enumerate(pairwise(fires), 1) if before and now)
