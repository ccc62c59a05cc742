"""The names under a picture stand apart, in order, and inside it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.charts.build import PALETTE, lines, picture
from tui.charts import plot
from tui.charts.axis import ticks
from tui.core.days import DateStyle
from tui.core.timespan import Span

STARTS = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@given(STARTS, st.integers(7, 36_525), st.integers(10, 200))
@example(date(1990, 1, 1), 36_525, 10)
@example(date(2026, 6, 1), 62, 10)
@example(date(2026, 6, 1), 63, 10)
def test_labels_have_room(start: date, days: int, columns: int) -> None:
    found = ticks(Span(start, start + timedelta(days - 1)), columns)
    assert all(0 <= offset < days for offset, _ in found)
    at = [(round(offset * (columns - 1) / (days - 1)), label) for offset, label in found]
    for (a, label), (b, _) in pairwise(at):
        assert a + len(label) <= b, f"“{label}” at {a} runs into {b}"


@given(STARTS, st.integers(7, 3_000), st.integers(16, 200))
def test_no_axis_is_nameless(start: date, days: int, columns: int) -> None:
    assert ticks(Span(start, start + timedelta(days - 1)), columns)


@pytest.mark.parametrize(
    ("start", "days", "columns", "named"),
    [
        ("2026-06-01", 7, 80, ["1 Jun", "2 Jun", "3 Jun", "4 Jun", "5 Jun", "6 Jun", "7 Jun"]),
        ("2026-06-01", 36, 40, ["8 Jun", "22 Jun", "6 Jul"]),
        ("2025-11-15", 120, 80, ["Dec", "2026", "Feb", "Mar"]),
        ("2025-03-02", 484, 40, ["Jul", "2026"]),
        ("2015-06-01", 4000, 40, ["2020", "2025"]),
    ],
)
def test_what_ticks_are_called(start: str, days: int, columns: int, named: list[str]) -> None:
    first = date.fromisoformat(start)
    found = ticks(Span(first, first + timedelta(days - 1)), columns)
    assert [label for _, label in found][: len(named)] == named


@pytest.mark.parametrize("days", [7, 31, 62, 92, 366, 1500, 20_000])
@pytest.mark.parametrize("width", [24, 40, 80, 160])
def test_each_label_is_drawn_in_full(days: int, width: int) -> None:
    shown = picture(days)
    drawn = lines(plot.draw(shown, width, 10, PALETTE))[-1]
    names = [label for _, label in ticks(shown.span, width - 4)]
    assert drawn.split() == " ".join(names).split()


@pytest.mark.parametrize(
    ("style", "named"),
    [(DateStyle.MONTH_DAY, ["Jun 8", "Jun 22", "Jul 6"]), (DateStyle.ISO, ["06-08", "06-22"])],
)
def test_days_are_written_as_wished(style: DateStyle, named: list[str]) -> None:
    first = date(2026, 6, 1)
    found = ticks(Span(first, first + timedelta(35)), 40, style)
    assert [label for _, label in found][: len(named)] == named


@pytest.mark.parametrize("style", DateStyle)
def test_labels_have_room_in_every_style(style: DateStyle) -> None:
    for days in range(7, 63):
        span = Span(date(2026, 12, 1), date(2026, 12, 1) + timedelta(days - 1))
        for columns in range(10, 120, 7):
            at = [
                (round(o * (columns - 1) / (days - 1)), s) for o, s in ticks(span, columns, style)
            ]
            assert all(a + len(label) <= b for (a, label), (b, _) in pairwise(at))
