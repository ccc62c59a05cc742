"""A record as it was known on a day, and the eight lines of an ending."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.core.build import day
from tests.core.notices.build import after_sessions, of, of_goal
from tests.core.notices.stories import record, story
from tui.core.conversations import Conversation
from tui.core.ending_panel import NOT_YET, panel
from tui.core.events import Event, EventKind
from tui.core.goals import GoalState, Milestone, Step
from tui.core.record import Plan, as_of
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.sessions import SessionState


def test_an_earlier_day_knows_nothing_of_a_later_one() -> None:
    """And to go back twice is to go back once, whichever way."""
    whole = record(story("rowan"))
    for number in (6, 15, 37, 44):
        then = [hour.session.day for hour in reversed(whole.hours)][number - 1]
        known = as_of(whole, then)
        assert as_of(as_of(whole, then + timedelta(40)), then) == known
        ratings = [rating for series in known.series for rating in series.ratings]
        assert max(max(r.day, r.entered) for r in ratings) <= then
        assert len(known.hours) == number


def test_as_of_the_last_day_it_is_as_it_is() -> None:
    told = story("ade_and_kit")
    past = tuple(s for s in told.sessions if s.day <= told.ends)
    whole = record(replace(told, sessions=past))
    assert as_of(whole, whole.today) == whole


def test_what_was_entered_later_was_not_known() -> None:
    whole = of("confidence", (5, 6))
    (series,) = whole.series
    first, last = series.ratings
    late = replace(series, ratings=(replace(first, entered=day(7)), last))
    assert as_of(replace(whole, series=(late,)), day(6)).series[0].ratings == ()
    hours = after_sessions({"ease": (5,)})
    (hour,) = hours.hours
    written = replace(hour, session=replace(hour.session, entered=day(2)))
    assert as_of(replace(hours, hours=(written,)), day(1)).hours[0].session.state is (
        SessionState.PLANNED
    )


def test_a_goal_was_what_its_events_say() -> None:
    whole = of_goal(
        (3,) * 6,
        state=GoalState.REACHED,
        steps=(Step("a", day(9)),),
        milestone=Milestone(5, day(30), day(8)),
    )
    turns = [(7, EventKind.REACHED), (14, EventKind.REOPENED), (21, EventKind.REACHED)]
    told = tuple(Event(str(at), day(at), kind, "", "g") for at, kind in turns)
    states = [as_of(replace(whole, events=told), day(at)).goals[0].state for at in (6, 7, 14, 21)]
    assert states == [
        GoalState.ACTIVE, GoalState.REACHED, GoalState.ACTIVE, GoalState.REACHED,
    ]  # fmt: skip
    early = as_of(whole, day(7)).goals[0]
    assert (early.milestone, early.steps[0].done) == (None, None)


def test_what_was_written_later_is_not_there() -> None:
    broken = Rupture("r", "s1", day(0), Noticer.BOTH, RuptureKind.WITHDRAWAL)
    mended = replace(broken, steps=tuple(day(at) for at in range(len(STEPS))))
    whole = after_sessions(
        {"ease": (5, 5)},
        ruptures=(mended,),
        plan=Plan(day(3), "Ring Ada"),
        conversations=(Conversation("t", day(3), "x"),),
        reviews=(day(3),),
    )
    early = as_of(whole, day(2))
    assert (early.plan, early.conversations, early.reviews) == (None, (), ())
    assert early.ruptures[0].done == 3
    assert as_of(whole, day(7)).ruptures[0].repaired


def test_a_review_belongs_to_the_period_that_it_looks_back_on() -> None:
    whole = replace(of("confidence", (5, 5, 5)), reviews=(day(7), day(14)))
    assert whole.period == day(7)
    assert replace(whole, today=day(15)).period == day(14)


def test_nothing_is_held_that_was_not_gained_and_nothing_decided_that_was_handed_over() -> None:
    hours = after_sessions({"ease": (5, 5, 5, None, None, None, None, 5)})
    met = tuple(h for h in hours.hours if h.session.number not in range(4, 8))
    for values, found in (((2, 4, 4, 0, 0, 0, 0, 5), True), ((6, 4, 4, 0, 0, 0, 0, 5), False)):
        goal = replace(of_goal(values), hours=met)
        (line,) = (line for line in panel(goal) if line.key == "held")
        assert bool(line.evidence) is found
    decided = of("decisions", (2, 2))
    (series,) = decided.series
    marks = ((), ("handed_it_over",))
    given = tuple(
        replace(r, evidence="The flat", marks=each)
        for r, each in zip(series.ratings, marks, strict=True)
    )
    lines = panel(replace(decided, series=(replace(series, ratings=given),)))
    assert [len(line.evidence) for line in lines if line.key == "decided"] == [1]


def test_an_ending_has_eight_lines_and_says_where_nothing_is_known() -> None:
    empty = panel(replace(of("confidence", (5,)), series=()))
    assert [line.said for line in empty] == [(NOT_YET,)] * 8
    broken = Rupture("r", "s1", day(0), Noticer.BOTH, RuptureKind.WITHDRAWAL)
    whole = replace(
        record(story("rowan")),
        ruptures=(replace(broken, steps=(day(4),) * len(STEPS)),),
        plan=Plan(day(0), "Ring Ada"),
    )
    lines = {line.key: line.evidence for line in panel(whole)}
    assert len(lines) == 8
    assert all(1 <= len(evidence) <= 3 for evidence in lines.values())
    assert lines["goals"][0] == "“Say no at work without guilt”: reached on 3 May"
    assert "repaired after 4 days" in lines["repaired"][0]
    assert not any("%" in text for evidence in lines.values() for text in evidence)
