"""Reviews and what comes of them, in the file: written, read again, found, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.helpers import STARTED, TODAY, Begun, new_goal, rows
from tui.core.conversations import Conversation
from tui.core.deeds import ChangeGoal, Happened, Keep, Kept, SetGoal, Together
from tui.core.events import EventKind
from tui.core.goals import GoalState
from tui.core.notices.answers import Answer, Answered
from tui.core.repair import Noticer
from tui.core.reviews import Agreement, Choice, Decision, EndingPlan, PlanKind, Review, ReviewState
from tui.core.trouble import Conflict
from tui.store import clients, deeds, history, record

LATER = STARTED + timedelta(30)
THINGS: tuple[Kept, ...] = (
    Review("r", STARTED, page="goal:1", agenda=("topic:1", "goal:1"), dropped=("repair:2",)),
    Decision("d", "r", STARTED, "m", Choice.REWORD, "It [b]fits[/b]\nbetter now"),
    Agreement("g", STARTED, "Ring first", Noticer.CLIENT, "r", LATER),
    Answer("a", "moved:m:start", STARTED, Answered.SNOOZED, LATER),
    Conversation("c", STARTED, "A slower pace", 5),
    EndingPlan("p", STARTED, PlanKind.SETBACK, "Call Jo.\nSwim."),
)


@pytest.mark.parametrize("thing", THINGS, ids=lambda thing: type(thing).__name__)
def test_what_is_kept_is_read_as_it_was(begun: Begun, thing: Kept) -> None:
    client = clients.everyone(begun.file.conn)[0]
    before = rows(begun.file.conn)
    deeds.do(begun.file, begun.client_id, Keep(thing))
    seen = record.reviewing(begun.file, client, TODAY)
    found = (*seen.reviews, *seen.decisions, *seen.agreements, *seen.answers, *seen.plans)
    assert (*found, *seen.record.conversations) == (thing,)
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_a_review_is_begun_held_and_begins_a_period(begun: Begun) -> None:
    client = clients.everyone(begun.file.conn)[0]
    first = Review("r", STARTED)
    deeds.do(begun.file, begun.client_id, Keep(first))
    seen = record.reviewing(begun.file, client, TODAY)
    assert (seen.begun, seen.last, seen.record.reviews) == (first, None, ())
    held = replace(first, state=ReviewState.HELD, next_day=LATER)
    deeds.do(begun.file, begun.client_id, Keep(held, first))
    seen = record.reviewing(begun.file, client, TODAY)
    assert (seen.begun, seen.last, seen.record.period) == (None, held, STARTED)


def test_what_is_prepared_is_no_review_until_one_is_begun_with_it(begun: Begun) -> None:
    client = clients.everyone(begun.file.conn)[0]
    before = rows(begun.file.conn)
    prepared = Review("p", STARTED, ReviewState.PREPARED, agenda=("topic:1",), dropped=("goal:1",))
    change = deeds.do(begun.file, begun.client_id, Keep(prepared))
    assert change
    assert change.label == "changed the agenda"
    seen = record.reviewing(begun.file, client, TODAY)
    assert (seen.prepared, seen.begun, seen.last) == (prepared, None, None)
    assert (seen.record.reviews, seen.record.period) == ((), None)
    change = deeds.do(begun.file, begun.client_id, Keep(prepared.begun(TODAY), prepared))
    assert change
    assert change.label == f"began the review of {TODAY}"
    seen = record.reviewing(begun.file, client, TODAY)
    assert (seen.prepared, seen.begun) == (None, prepared.begun(TODAY))
    history.undo(begun.file)
    assert record.reviewing(begun.file, client, TODAY).prepared == prepared
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_a_decision_and_what_it_does_are_one_step(begun: Begun) -> None:
    """Also where the goal was changed meanwhile: what somebody else wrote of it stays."""
    client = clients.everyone(begun.file.conn)[0]
    made = new_goal()
    deeds.do(begun.file, begun.client_id, SetGoal(made))
    seen = record.reviewing(begun.file, client, TODAY).record.goals[-1]
    other = replace(seen, why="It is time")
    deeds.do(begun.file, begun.client_id, ChangeGoal(seen, other))
    before = rows(begun.file.conn)
    decision = Keep(Decision("d", "r", TODAY, seen.id, Choice.REACH))
    both = Together("decided: reach", (decision, Happened(seen, EventKind.REACHED, TODAY)))
    with pytest.raises(Conflict):
        deeds.do(begun.file, begun.client_id, both)
    assert rows(begun.file.conn) == before
    change = deeds.do(begun.file, begun.client_id, both, anyway=True)
    assert change
    assert change.label == "decided: reach"
    found = record.reviewing(begun.file, client, TODAY)
    assert found.record.goals[-1] == replace(other, state=GoalState.REACHED)
    assert [d.choice for d in found.decisions] == [Choice.REACH]
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_the_plan_for_setbacks_is_in_the_record(begun: Begun) -> None:
    client = clients.everyone(begun.file.conn)[0]
    deeds.do(begun.file, begun.client_id, Keep(THINGS[-1]))
    plan = record.record(begun.file, client, TODAY).plan
    assert plan
    assert (plan.day, plan.text) == (STARTED, "Call Jo.\nSwim.")
