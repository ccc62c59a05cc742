"""A goal's states: what may follow what, in words that blame nobody."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import product
from typing import Any

import pytest

from tests.core.build import day, measure
from tui.core.events import EventKind
from tui.core.goals import Goal, GoalState, Milestone, NotPossible
from tui.core.measures import Kind, OffScale

_S, _E = GoalState, EventKind
ALLOWED = {
    **{(state, _E.REACHED): _S.REACHED for state in (_S.DRAFT, _S.ACTIVE, _S.PAUSED)},
    **{(state, _E.LET_GO): _S.LET_GO for state in (_S.DRAFT, _S.ACTIVE, _S.PAUSED)},
    (_S.REACHED, _E.REOPENED): _S.ACTIVE,
    (_S.LET_GO, _E.REOPENED): _S.ACTIVE,
    (_S.ACTIVE, _E.PAUSED): _S.PAUSED,
    (_S.PAUSED, _E.RESUMED): _S.ACTIVE,
    (_S.DRAFT, _E.RESUMED): _S.ACTIVE,
}


def goal(**given: Any) -> Goal:
    """A goal with the wording "Ring my sister 1"."""
    return Goal(measure("Ring my sister", key="", kind=Kind.GOAL), **given)


@pytest.mark.parametrize(
    ("state", "what"), product(GoalState, [kind for kind in EventKind if kind.of_a_goal])
)
def test_what_may_happen_to_a_goal(state: GoalState, what: EventKind) -> None:
    before = goal(state=state, why="because")
    after = ALLOWED.get((state, what))
    if after:
        became = before.becoming(what)
        assert (became.state, became.why, became.measure) == (after, "because", before.measure)
        return
    with pytest.raises(NotPossible) as refused:
        before.becoming(what)
    said = str(refused.value)
    assert said.startswith(f"“Ring my sister 1” is {state.value}, ")
    assert said.endswith(".")
    assert not re.search(r"fail|late\b|must|wrong", said)


@pytest.mark.parametrize("what", [kind for kind in EventKind if not kind.of_a_goal])
def test_what_is_noted_is_nothing_that_happens_to_a_goal(what: EventKind) -> None:
    with pytest.raises(NotPossible):
        goal().becoming(what)


@pytest.mark.parametrize("state", GoalState)
def test_only_an_active_goal_whose_day_has_passed_is_asked_about(state: GoalState) -> None:
    by = goal(state=state, by_when=day(10))
    asked = [by.still_fair(day(n)) for n in (9, 10, 11)]
    assert asked == [False, False, state is GoalState.ACTIVE]
    assert not goal(state=state).still_fair(day(10) + timedelta(9999))


@pytest.mark.parametrize("weight", ["importance", "difficulty"])
def test_weights_and_milestones_are_on_their_scales(weight: str) -> None:
    for value in range(4):
        goal(**{weight: value})
    for wrong in (-1, 4, 1.5):
        with pytest.raises(ValueError, match=f"{weight} is a whole number from 0 to 3"):
            goal(**{weight: wrong})
    with pytest.raises(OffScale):
        goal(milestone=Milestone(10.5, day(9), day(0))).sound()
