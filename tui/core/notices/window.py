"""What rules look at: series that are asked, their readings, and what is new in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tui.core.events import new_level
from tui.core.measures import Kind, Rater
from tui.core.record import Record
from tui.core.series import Dated, Series
from tui.core.stats.reading import Reading, read


def asked(record: Record, *kinds: Kind) -> Iterator[Series]:
    """The series of some kinds that are still asked."""
    return (s for s in record.series if s.measure.kind in kinds and record.asked(s))


def whole(record: Record, series: Series, rater: Rater | None = None) -> Reading:
    """The reading of all ratings of the version in force."""
    anew = new_level(record.events, series.measure.id, record.today)
    return read(series, record.today, rater, anew, record.first_weekday)


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
