"""What a picture shows of a series."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import any_series, day, measure, series
from tui.charts.picture import Upright, compose
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, Milestone
from tui.core.measures import Kind, Rater
from tui.core.series import Series
from tui.core.timespan import Span

SPAN = Span(day(0), day(99))


def test_gaps_and_new_wordings_break_the_line() -> None:
    asked = measure(since=(0, 40))
    told = series(asked, (0, 3), (7, 4), (28, 5), (35, 6), (42, 7))
    assert compose(told, None, (), SPAN, 80).runs == (
        ((0, 3), (7, 4)),
        ((28, 5), (35, 6)),
        ((42, 7),),
    )


def test_the_other_rater_and_what_was_agreed() -> None:
    of = measure("Ring my sister", key="", kind=Kind.GOAL)
    goal = Goal(of, milestone=Milestone(7, day(50), day(0)))
    shown = compose(series(of, (7, 3), therapist=[(7, 5), (14, 6)]), goal, (), SPAN, 80)
    assert shown.runs == (((7, 3),),)
    assert shown.others == ((Rater.THERAPIST, ((7, 5), (14, 6))),)
    assert (shown.latest, shown.target, shown.empty) == ((7, 3), 7, False)
    assert compose(series(of), goal, (), SPAN, 80).empty


def test_uprights_are_ones_own_or_general() -> None:
    of = measure(since=(0, 30), id_="mine")
    events = [
        Event("1", day(30), EventKind.NOTE, "a new job"),
        Event("2", day(10), EventKind.NOTE, "moved house"),
        Event("3", day(20), EventKind.REACHED, "", "mine"),
        Event("4", day(20), EventKind.REACHED, "", "another's"),
        Event("5", day(100), EventKind.NOTE, "outside"),
        Event("6", day(-1), EventKind.NOTE, "outside"),
        Event("7", day(50), EventKind.NOTE, "a new job"),
        Event("8", day(50), EventKind.REPAIRED, ""),
    ]
    shown = compose(series(of, (0, 3)), None, events, SPAN, 80)
    assert shown.uprights == (
        Upright(10, "moved house", own=False),
        Upright(20, "reached", own=True),
        Upright(30, "reworded · a new job", own=True),
        Upright(50, "repaired · a new job", own=False, seam=True),
    )


def test_daily_ratings_are_shown_as_weekly_medians() -> None:
    daily = measure(cadence=1)
    told = series(daily, *((n, n % 7) for n in range(14)), *((n, 9) for n in (14, 15)))
    assert compose(told, None, (), SPAN, 80).runs == (((0, 3), (7, 3)),)


def test_a_missed_day_leaves_the_week_its_median() -> None:
    """Monday, Tuesday, Thursday, Friday: four ratings are enough for a week, in one point."""
    daily = measure(cadence=1)
    told = series(daily, (0, 1), (1, 2), (3, 8), (4, 9))
    assert compose(told, None, (), SPAN, 80).runs == (((0, 5),),)
    whole = series(daily, (0, 1), (1, 1), (2, 1), (4, 9), (5, 9), (6, 9))
    assert compose(whole, None, (), SPAN, 80).runs == (((0, 5),),)


def test_a_missed_week_breaks_the_line_of_medians() -> None:
    daily = measure(cadence=1)
    told = series(daily, *((n, 4) for n in (0, 1, 2, 7, 8, 9, 21, 22, 23)))
    assert compose(told, None, (), SPAN, 80).runs == (((0, 4), (7, 4)), ((21, 4),))


def test_the_latest_point_is_the_latest() -> None:
    """Also when many ratings fall into the last column and a peak stands for them."""
    told = series(measure(cadence=None), *((n, 3) for n in range(20)), (20, 9), (21, 1), (22, 5))
    shown = compose(told, None, (), Span(day(0), day(22)), 5)
    assert shown.latest == (22, 5)


@given(any_series(), st.integers(-50, 200), st.integers(0, 200), st.integers(1, 80))
def test_a_picture_holds_only_what_was_rated(
    told: Series, start: int, length: int, columns: int
) -> None:
    span = Span(day(start), day(start + length))
    shown = compose(told, None, (), span, columns)
    runs = [p for run in shown.runs for p in run]
    assert all(0 <= x < span.days for x, _ in runs)
    assert [x for x, _ in runs] == sorted(x for x, _ in runs)
    assert len(runs) <= 2 * columns * max(1, len(shown.runs))
    if told.measure.cadence != 1:
        given = {((r.day - span.start).days, r.value) for r in told.by(told.lead)}
        assert set(runs) <= given
        cuts = {(a[-1][0], b[0][0]) for a, b in pairwise(shown.runs)}
        joined = {(a[-1].day, b[0].day) for a, b in pairwise(told.runs(told.lead))}
        assert all(_between(span.start, cut, joined) for cut in cuts)


def _between(start: date, cut: tuple[int, int], broken: set[tuple[date, date]]) -> bool:
    """Whether a break of the series lies within a break of the picture."""
    a, b = cut
    return any(a <= (x - start).days and (y - start).days <= b for x, y in broken)
