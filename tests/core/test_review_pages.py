"""The pages of a review: what is done, what is hidden, what can be decided."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given as given_
from hypothesis import strategies as st

from tests.core.build import MONDAY, day
from tests.core.notices import build
from tui.core import blind
from tui.core.goals import GoalState
from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.core.review_pages import (
    BOTH,
    LOOKED_AT,
    PageKind,
    choices,
    given,
    implied,
    pages,
    past,
    progress,
    since,
)
from tui.core.review_pages import blind as sealed
from tui.core.reviewing import Reviewing
from tui.core.reviews import Choice, Decision, Review, ReviewState

REVIEW = Review("r", day(200))


def of_goal(state: GoalState = GoalState.ACTIVE, review: Review = REVIEW) -> Reviewing:
    return Reviewing(build.of_goal((3, 4, 5), state=state), (review,))


def test_going_on_and_back_keeps_what_was_done() -> None:
    review = REVIEW
    for page in pages(of_goal(), review):
        review = replace(review, page=past(review, page))
    done = {page.kind for page in pages(of_goal(), review) if page.done}
    assert done == {*LOOKED_AT}
    first = pages(of_goal(), review)[0]
    assert past(review, first) == review.page
    assert progress(pages(of_goal(), review)) == "5 of 8 · 1 goal left"


def test_a_goal_that_is_let_go_in_this_review_keeps_its_page() -> None:
    gone = of_goal(GoalState.LET_GO)
    assert PageKind.GOAL not in {page.kind for page in pages(gone, REVIEW)}
    decision = Decision("d", REVIEW.id, REVIEW.day, "g", Choice.LET_GO)
    (page,) = [p for p in pages(replace(gone, decisions=(decision,)), REVIEW) if p.goal]
    assert page.done


def test_a_review_looks_back_on_the_one_before() -> None:
    before = [Review(f"b{n}", day(n), ReviewState.HELD) for n in (10, 90)]
    assert since(replace(of_goal(), reviews=(*before, REVIEW)), REVIEW) == day(90)
    assert since(of_goal(), REVIEW) is None


@pytest.mark.parametrize("state", GoalState)
def test_only_what_can_be_is_offered(state: GoalState) -> None:
    """Each choice that makes something happen to the goal really can."""
    goal = replace(of_goal().record.goals[0], state=state)
    offered = choices(goal)
    assert Choice.KEEP in offered
    for choice in offered:
        if what := implied(goal, choice):
            goal.becoming(what)
    assert (Choice.REOPEN in offered) == (state is not GoalState.ACTIVE)
    assert (Choice.REWORD in offered) == (state not in (GoalState.REACHED, GoalState.LET_GO))


def test_one_mark_is_hidden_until_the_other_is_there() -> None:
    of = of_goal()
    goal, series = of.record.goals[0], of.record.series[0]
    mine = Rating("g", REVIEW.day, Rater.CLIENT, 6, 1, REVIEW.day)
    one = replace(series, ratings=(*series.ratings, mine))
    both = replace(one, ratings=(*one.ratings, replace(mine, rater=Rater.THERAPIST)))
    assert [sealed(s, goal, REVIEW) for s in (series, one, both)] == [False, True, False]
    assert given(one, REVIEW) == {Rater.CLIENT: mine}


@given_(st.lists(st.sampled_from([*"0123456789", "x", "clear", "up", "down"]), max_size=8))
def test_marks_are_seen_only_once_both_have_answered(keys: list[str]) -> None:
    """Whatever is pressed; and what is kept is what both gave, in one step."""
    measure = of_goal().record.goals[0].measure
    state = blind.asked(measure, BOTH, {}, REVIEW.day)
    for key in keys:
        match key:
            case "x":
                state = state.skip()
            case "clear":
                state = state.clear()
            case "up" | "down":
                state = state.move(1 if key == "down" else -1)
            case digit:
                state = state.key(digit)
    waiting = [a for a in state.answers if a.value is None and not a.skipped]
    assert not (blind.open_now(state) and waiting)
    kept = blind.deed(state, measure, {}, REVIEW.day)
    values = [a.value for a in state.answers if a.value is not None]
    assert [r.value for r in kept.ratings] == values if kept else not values


def test_a_mark_that_stays_is_not_written_again() -> None:
    """And a new one of the same day keeps the moment that was written with the old."""
    measure = of_goal().record.goals[0].measure
    before = Rating("g", MONDAY, Rater.CLIENT, 6, 1, MONDAY, "On the stairs")
    asked = blind.asked(measure, BOTH, {Rater.CLIENT: before}, MONDAY)
    assert asked.line.measure.id == Rater.THERAPIST
    only = blind.deed(asked.key("7"), measure, {Rater.CLIENT: before}, MONDAY)
    assert only is not None
    assert [r.rater for r in only.ratings] == [Rater.THERAPIST]
    anew = blind.deed(asked.move(-1).key("8"), measure, {Rater.CLIENT: before}, MONDAY)
    assert anew is not None
    assert anew.ratings[0].evidence == "On the stairs"
    assert anew.before == (before,)
