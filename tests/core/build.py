"""Measures, ratings and series for tests; charts use them too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.series import Series

MONDAY = date(2026, 6, 1)
"""Where the days of tests are counted from."""


def day(offset: int) -> date:
    """So many days after `MONDAY`."""
    return MONDAY + timedelta(offset)


def measure(
    name: str = "Confidence",
    *,
    key: str = "confidence",
    id_: str = "m",
    kind: Kind = Kind.GROWTH,
    cadence: int | None = 7,
    since: Iterable[int] = (0,),
    scale: Scale | None = None,
) -> Measure:
    """A measure with one version from each day of `since` on."""
    versions = tuple(
        Version(n, day(start), f"{name} {n}", scale or Scale()) for n, start in enumerate(since, 1)
    )
    direction = Direction.LOWER if kind is Kind.SIGN else Direction.HIGHER
    return Measure(id_, key, kind, name, direction, cadence, tuple(Rater), versions)


def rating(
    of: Measure, offset: int, value: float, rater: Rater = Rater.CLIENT, version: int | None = None
) -> Rating:
    """A rating of the version that was asked on its day."""
    on = day(offset)
    number = version or of.version_on(on).number
    return Rating(of.id, on, rater, value, number, on)


def series(
    of: Measure,
    *values: tuple[int, float],
    therapist: Iterable[tuple[int, float]] = (),
    expected: Iterable[int] = (),
) -> Series:
    """The client's and the therapist's ratings as (day, value), in order of time."""
    given = [rating(of, at, value) for at, value in values]
    given += [rating(of, at, value, Rater.THERAPIST) for at, value in therapist]
    given.sort(key=lambda r: (r.day, r.rater))
    return Series(of, tuple(given), tuple(map(day, expected)))


@st.composite
def any_series(draw: st.DrawFn, *, kind: Kind = Kind.GROWTH) -> Series:
    """Any cadence, one to three versions, any raters, any days and sessions."""
    cadence = draw(st.sampled_from([None, 1, 7, 14, 28]))
    later = draw(st.lists(st.integers(1, 200), max_size=2, unique=True).map(sorted))
    of = measure(kind=kind, cadence=cadence, since=(0, *later))
    keys = draw(
        st.lists(st.tuples(st.integers(0, 250), st.sampled_from(Rater)), unique=True, max_size=40)
    )
    values = st.integers(0, 10)
    given = tuple(rating(of, at, draw(values), rater) for at, rater in sorted(keys))
    expected = draw(st.lists(st.integers(0, 250), max_size=20)) if cadence is None else []
    return Series(of, given, tuple(map(day, expected)))
