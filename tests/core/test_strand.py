"""A stretch of points is what a look at every one of them would give."""

from __future__ import annotations

from itertools import chain, groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import day
from tui.core import strand
from tui.core.measures import Rater
from tui.core.series import Point
from tui.core.strand import Strand
from tui.core.timespan import Span

LINES = st.lists(st.lists(st.integers(0, 4), min_size=1, max_size=30), max_size=8)


def laid_out(lines: list[list[int]]) -> list[list[Point]]:
    """The values on one day after the other, with a day between two lines."""
    found, at = [], 0
    for line in lines:
        found.append([Point(day(at + n), value) for n, value in enumerate(line)])
        at += len(line) + 1
    return found


def reduced(points: list[Point], span: Span, columns: int) -> list[Point]:
    """The lowest and the highest of each of so many equal stretches, by looking at every point."""
    inside = [point for point in points if point.day in span]
    kept: list[Point] = []
    for _, group in groupby(inside, lambda p: (p.day - span.start).days * columns // span.days):
        stretch = list(group)
        low, high = (pick(stretch, key=lambda p: p.value) for pick in (min, max))
        kept += [low] if low is high else sorted((low, high), key=lambda p: p.day)
    return kept


@given(LINES, st.integers(-5, 60), st.integers(0, 200), st.integers(1, 90), st.integers(1, 7))
def test_it_shows_what_reading_all_of_it_would(
    values: list[list[int]], start: int, length: int, columns: int, block: int
) -> None:
    lines = laid_out(values)
    span = Span(day(start), day(start + length))
    whole, strand._BLOCK = strand._BLOCK, block  # type: ignore[misc]
    try:
        told = Strand(Rater.CLIENT, lines)
        runs = told.shown(span, columns)
    finally:
        strand._BLOCK = whole  # type: ignore[misc]
    every = list(chain.from_iterable(lines))
    assert list(chain.from_iterable(runs)) == reduced(every, span, columns)
    assert told.last(span) == next((p for p in reversed(every) if p.day in span), None)
    number = {point.day: n for n, line in enumerate(lines) for point in line}
    assert all(len({number[p.day] for p in run}) == 1 for run in runs)
    for one, other in pairwise(runs):
        assert number[one[-1].day] != number[other[0].day], "a line is broken only where it was"
