"""The sentence says what the ratings carry, and no more."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import any_series, day, measure, series
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, Milestone
from tui.core.measures import Kind
from tui.core.sentences import describe
from tui.core.series import Series

FORBIDDEN: Final = re.compile(
    r"\b(late|lately|overdue|fail\w*|dependen\w*|resist\w*|damaged?|should|must|reliabl\w*"
    r"|significan\w*|trend\w*|improv\w*|wors\w*|better|best|rising|risen|rose|fall\w*|fell"
    r"|increas\w*|decreas\w*|declin\w*|progress\w*|grow\w*|grew|gain\w*|lost|higher|drop\w*"
    r"|steady|stable|average|score|good|bad)\b",
    re.IGNORECASE,
)
"""Words of direction, of blame and of more than was measured."""


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ([], "No picture yet: nothing has been rated."),
        ([(0, 7)], "No picture yet: one rating, 7. A second one makes a line."),
        ([(0, 3), (7, 6)], "6 now, 3 at the start (2 ratings, 3 to 6)."),
        ([(0, 3), (7, 9), (14, 4)], "4 now, 3 at the start (3 ratings, 3 to 9)."),
        ([(0, 5), (7, 5)], "5 now, 5 at the start (2 ratings, all alike)."),
    ],
)
def test_the_gates(values: list[tuple[int, float]], said: str) -> None:
    assert describe(series(measure(), *values), None, (), day(99)) == said


def test_an_older_wording_does_not_count() -> None:
    asked = measure(since=(0, 30))
    told = series(asked, (0, 1), (7, 2), (35, 8), therapist=[(7, 4), (36, 6)])
    said = describe(told, None, (), day(40))
    assert said.startswith("No picture yet: one rating, 8.")
    assert "Therapist: 6 in July." in said
    assert "Reworded in July" in said


def test_after_a_rewording_nobody_is_told_that_nothing_was_rated() -> None:
    """The picture beside the sentence shows the ratings of the older words."""
    told = series(measure(since=(0, 30)), (0, 1), (7, 2))
    said = describe(told, None, (), day(40))
    assert said.startswith("No picture yet: ")
    assert "nothing has been rated." not in said


def test_a_sign_says_what_to_grow_towards() -> None:
    sign = replace(measure(kind=Kind.SIGN), opposite="Curious about others")
    said = describe(series(sign, (0, 4), (14, 2)), None, (), day(20))
    assert said.endswith("Lower is lighter. Towards: Curious about others.")


def test_a_day_that_has_passed_is_a_question() -> None:
    of = measure("Ring my sister", key="", kind=Kind.GOAL)
    goal = Goal(of, by_when=day(5), milestone=Milestone(7, day(-200), day(-300)))
    said = describe(series(of, (0, 4), (7, 8)), goal, (), day(6))
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
    said = describe(told, goal, events, today)  # type: ignore[arg-type]
    assert not FORBIDDEN.search(said), said
    assert said[0].isupper() or said[0].isdigit()
    assert said.endswith((".", "?"))
    assert "  " not in said
    days = [r.day for r in told.ratings] + [e.day for e in events]
    days += [v.since for v in told.measure.versions] + ([agreed.by] if agreed else [])
    known = {r.value for r in told.ratings} | {len(told.current)} | {d.year for d in days}
    known |= {agreed.level} if agreed else set()
    assert {float(n) for n in re.findall(r"\d+", said)} <= known, said
    assert ("No picture yet" in said) == (len(told.current) < 2)
