"""A series shows what was rated: nothing is joined over a gap, and nothing is invented."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import any_series, day, measure, rating, series
from tui.core.measures import Rater
from tui.core.series import Point, Series, weekly_median

POINTS = st.lists(
    st.tuples(st.integers(-40, 400), st.integers(0, 10)), max_size=120, unique_by=lambda p: p[0]
).map(lambda found: [Point(day(at), value) for at, value in sorted(found)])


def _missing(of: Series, earlier: date, later: date) -> bool:
    """Whether something was due between two days, told the plain way."""
    if of.measure.cadence:
        return (later - earlier).days > 1.5 * of.measure.cadence
    return any(earlier < due < later for due in of.expected)


@given(any_series())
def test_runs_join_what_belongs_together_and_nothing_else(found: Series) -> None:
    for rater in Rater:
        runs = found.runs(rater)
        assert [r for run in runs for r in run] == [r for r in found.ratings if r.rater is rater]
        assert all(runs)
        for run in runs:
            for a, b in pairwise(run):
                assert a.version == b.version
                assert not _missing(found, a.day, b.day)
        for (*_, a), (b, *_) in pairwise(runs):
            assert a.version != b.version or _missing(found, a.day, b.day)


def test_a_session_without_a_rating_is_a_gap() -> None:
    """Also when sessions come in any order, on the day of a rating or outside the ratings."""
    asked = series(measure(cadence=None), (0, 3), (7, 4), (21, 5), expected=(21, 14, 7, 0, -7, 28))
    assert [len(run) for run in asked.runs(Rater.CLIENT)] == [2, 1]
    unscheduled = series(measure(cadence=None), (0, 3), (99, 4))
    assert [len(run) for run in unscheduled.runs(Rater.CLIENT)] == [2]


def test_one_and_a_half_cadences_are_no_gap_yet() -> None:
    fortnightly = series(measure(cadence=14), (0, 1), (21, 2), (43, 3))
    assert [len(run) for run in fortnightly.runs(Rater.CLIENT)] == [2, 1]


def test_current_is_the_leads_and_of_the_version_in_force() -> None:
    asked = measure(since=(0, 10))
    told = series(asked, (0, 3), (12, 4), therapist=[(11, 9), (13, 8)])
    assert told.lead is Rater.CLIENT
    assert [r.value for r in told.current] == [4]
    assert series(asked, therapist=[(11, 9)]).lead is Rater.THERAPIST
    assert series(asked).current == ()


@given(POINTS, st.integers(0, 6))
def test_a_week_has_its_median_or_is_a_gap(points: list[Point], first_weekday: int) -> None:
    weeks: dict[date, list[float]] = {}
    for point in points:
        start = point.day
        while start.weekday() != first_weekday:
            start -= timedelta(1)
        weeks.setdefault(start, []).append(point.value)
    wanted = [Point(w, median(v)) for w, v in sorted(weeks.items()) if len(v) >= 3]
    assert list(weekly_median(points, first_weekday)) == wanted


@given(any_series())
def test_by_rater_loses_nobody(found: Series) -> None:
    counted = Counter(r.rater for r in found.ratings)
    assert {rater: len(found.by(rater)) for rater in found.raters} == counted
    assert rating(found.measure, 0, 1).rater is Rater.CLIENT
