"""The sentence says what the ratings carry, and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import any_series, day, measure, series
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, Milestone
from tui.core.measures import Direction, Kind
from tui.core.sentences import describe
from tui.core.series import Series
from tui.core.stats.reading import read
from tui.core.stats.reliable import Norms

FORBIDDEN: Final = re.compile(
    r"\b(late|lately|overdue|fail\w*|dependen\w*|resist\w*|damaged?|should|must|reliabl\w*"
    r"|significan\w*|trend\w*|improv\w*|wors\w*|better|best|progress\w*|grow\w*|grew|gain\w*"
    r"|lost|drop\w*|declin\w*|steady|stable|average|score|good|bad)\b",
    re.IGNORECASE,
)
"""Words of blame, of a better end and of more than was measured."""
DIRECTION: Final = re.compile(
    r"\b(rise|rising|risen|rose|fall\w*|fell|increas\w*|decreas\w*|higher|above|below)\b",
    re.IGNORECASE,
)
"""Words that stand only where something moved."""
USUAL: Final = "your usual week-to-week movement"


def said_of(told: Series, goal: Goal | None, events: Iterable[Event], today: date) -> str:
    return describe(read(told, today), told, goal, events)


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "No picture yet: nothing has been rated."),
        ([(0, 7)], "No picture yet: one rating, 7. A second one makes a line."),
        ([(0, 3), (7, 6)], "6 now, 3 at the start (2 ratings, 3 to 6)."),
        ([(0, 3), (7, 9), (14, 4)], "4 now, 3 at the start (3 ratings, 3 to 9)."),
        ([(0, 5), (7, 5)], "5 now, 5 at the start (2 ratings, all alike)."),
        (
            [(0, 3), (7, 4), (14, 3), (21, 4), (28, 7)],
            "7 now, 3 at the start (5 ratings, 3 to 7)."
            f" Start and now are further apart than {USUAL}; it may be chance.",
        ),
        (
            [(0, 3), (7, 4), (14, 3), (21, 4), (28, 4)],
            f"4 now, 3 at the start (5 ratings, 3 to 4). Start and now lie within {USUAL}.",
        ),
        (
            [(7 * at, 3 + at % 2) for at in range(8)],
            "4 now, 3 at the start (8 ratings, 3 to 4). No clear direction.",
        ),
    ],
)
def test_the_gates(values: list[tuple[int, float]], said: str) -> None:
    assert said_of(series(measure(), *values), None, (), day(99)) == said


RISE: Final = [3, 3, 5, 3, 2, 4, 5, 4, 4, 6, 4, 5, 7, 5, 6, 5, 6, 7]
STEP: Final = [3, 4, 3, 3, 4, 3, 4, 3, 3, 4, 3, 7, 8, 7, 8, 7, 7, 8, 7, 8, 7]


def _of(values: list[int], **of: object) -> Series:
    """A rating every seven days."""
    return series(measure(**of), *((7 * at, v) for at, v in enumerate(values)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "kind", "says", "asks"),
    [
        (RISE, Kind.GROWTH, f"A slow rise, more than {USUAL}; it may be chance.", "helped"),
        ([9 - v for v in RISE], Kind.GROWTH, "A slow fall, more than ", "different"),
        (RISE, Kind.SIGN, "A slow rise, more than ", "different"),
        ([9 - v for v in RISE], Kind.SIGN, "A slow fall, more than ", "helped"),
        (STEP, Kind.GROWTH, f"Above the start by more than {USUAL}; it may be ", "helped"),
        ([9 - v for v in STEP], Kind.SIGN, "Below the start by more than ", "helped"),
    ],
)
def test_what_moved_is_hedged_and_ends_with_a_question(
    values: list[int], kind: Kind, says: str, asks: str
) -> None:
    """Where neighbours are much alike, as after a step, it is not said to rise."""
    said = said_of(_of(values, kind=kind), None, (), day(400))
    assert says in said
    assert said.endswith(f"{asks}?")
    assert said.count("?") == 1


def test_neither_of_two_ends_is_the_hoped_for_one() -> None:
    both = replace(_of(RISE), measure=replace(measure(), direction=Direction.BOTH))
    assert said_of(both, None, (), day(400)).endswith("What was different?")


def test_one_question_at_a_time() -> None:
    told = _of(RISE, kind=Kind.GOAL)
    said = said_of(told, Goal(told.measure, by_when=day(5)), (), day(400))
    assert "A slow rise" in said
    assert said.endswith("still fair?")
    assert said.count("?") == 1


def test_reliable_is_a_word_for_a_measure_with_norms() -> None:
    told = _of([3, 9])
    version = replace(told.measure.version, norms=Norms(1, 0.8))
    known = replace(told, measure=replace(told.measure, versions=(version,)))
    assert "A reliable change from the first to the last." in said_of(known, None, (), day(99))
    assert "eliabl" not in said_of(told, None, (), day(99))


def test_what_is_rated_daily_is_told_by_weeks() -> None:
    of = measure(cadence=1)
    assert "no week has three ratings" in said_of(series(of, (0, 3), (7, 9)), None, (), day(9))
    told = series(of, *((at, 3 + at // 7) for at in range(14)))
    assert said_of(told, None, (), day(20)) == "4 now, 3 at the start (2 weeks, 3 to 4)."


def test_an_older_wording_does_not_count() -> None:
    asked = measure(since=(0, 30))
    told = series(asked, (0, 1), (7, 2), (35, 8), therapist=[(7, 4), (36, 6)])
    said = said_of(told, None, (), day(40))
    assert said.startswith("No picture yet: one rating, 8.")
    assert "Therapist: 6 in July." in said
    assert "Reworded in July" in said


def test_after_a_rewording_nobody_is_told_that_nothing_was_rated() -> None:
    """The picture beside the sentence shows the ratings of the older words."""
    told = series(measure(since=(0, 30)), (0, 1), (7, 2))
    said = said_of(told, None, (), day(40))
    assert said.startswith("No picture yet: ")
    assert "nothing has been rated." not in said


def test_a_sign_says_what_to_grow_towards() -> None:
    sign = replace(measure(kind=Kind.SIGN), opposite="Curious about others")
    said = said_of(series(sign, (0, 4), (14, 2)), None, (), day(20))
    assert said.endswith("Lower is lighter. Towards: Curious about others.")


def test_a_milestone_is_reached_after_it_was_agreed() -> None:
    of = measure("Ring my sister", key="", kind=Kind.GOAL)
    goal = Goal(of, milestone=Milestone(7, day(40), day(5)))
    said = said_of(series(of, (0, 8), (6, 4)), goal, (), day(6))
    assert "first there" not in said


def test_a_day_that_has_passed_is_a_question() -> None:
    of = measure("Ring my sister", key="", kind=Kind.GOAL)
    goal = Goal(of, by_when=day(5), milestone=Milestone(7, day(-200), day(-300)))
    said = said_of(series(of, (0, 4), (6, 8)), goal, (), day(6))
    assert "Agreed: 7 by November 2025, first there in June." in said
    assert said.endswith("The day you had in mind has passed: still fair?")


EVENTS = st.lists(
    st.builds(
        Event,
        st.just("e"),
        st.integers(-500, 300).map(day),
        st.sampled_from(EventKind),
        st.just(""),
    ),
    max_size=5,
)
AGREED = st.none() | st.builds(
    Milestone, st.integers(0, 10), st.integers(-400, 400).map(day), st.just(day(0))
)


@given(
    st.sampled_from([Kind.GOAL, Kind.GROWTH, Kind.SIGN]).flatmap(lambda k: any_series(kind=k)),
    EVENTS,
    AGREED,
    st.none() | st.integers(-400, 400).map(day),
    st.sampled_from(GoalState),
    st.integers(-30, 400).map(day),
)
def test_whatever_was_rated_nothing_is_claimed(
    told: Series,
    events: list[Event],
    agreed: Milestone | None,
    by: object,
    state: GoalState,
    today: object,
) -> None:
    """No word of direction or blame, and no number that nobody gave."""
    goal = None
    if told.measure.kind is Kind.GOAL:
        goal = Goal(told.measure, state, by_when=by, milestone=agreed)  # type: ignore[arg-type]
    said = said_of(told, goal, events, today)  # type: ignore[arg-type]
    assert not FORBIDDEN.search(said), said
    reading = read(told, today)  # type: ignore[arg-type]
    assert bool(DIRECTION.search(said)) == bool(reading.moved), said
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith((".", "?"))
    assert "  " not in said
    days = [r.day for r in told.ratings] + [e.day for e in events]
    days += [v.since for v in told.measure.versions] + ([agreed.by] if agreed else [])
    known = {r.value for r in told.ratings} | {*reading.values, reading.n} | {d.year for d in days}
    known |= {agreed.level} if agreed else set()
    assert {float(n) for n in re.findall(r"\d+(?:\.\d+)?", said)} <= known, said
    assert ("No picture yet" in said) == (reading.n < 2)
