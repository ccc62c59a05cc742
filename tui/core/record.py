"""A record: everything of one client that rules look at, as it was known on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, TypeVar

from tui.core.clients import Client
from tui.core.conversations import Conversation
from tui.core.days import DateStyle
from tui.core.events import Event, EventKind
from tui.core.expectations import Expectation
from tui.core.goals import Goal, GoalState
from tui.core.measures import Measure
from tui.core.practices import Practice
from tui.core.ratings import Rating
from tui.core.relationship import Hour
from tui.core.repair import Rupture
from tui.core.series import Series
from tui.core.sessions import SessionState
from tui.core.topics import Topic, TopicState


@dataclass(frozen=True, slots=True)
class Plan:
    """What a client wrote, on a day, for when things get hard again."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Record:
    """One client, immutable, as of the day `today`.

    `series` are those of every measure, of goals and of the alliance. `hours` are newest first, all
    else is oldest first. `reviews` are the days on which one was held. `silence_periods` says after
    how many periods without a check-in "nothing heard" may speak; None is never.
    """

    client: Client
    today: date
    series: tuple[Series, ...] = ()
    goals: tuple[Goal, ...] = ()
    hours: tuple[Hour, ...] = ()
    ruptures: tuple[Rupture, ...] = ()
    topics: tuple[Topic, ...] = ()
    events: tuple[Event, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    practices: tuple[Practice, ...] = ()
    reviews: tuple[date, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    plan: Plan | None = None
    silence_periods: int | None = None
    dates: DateStyle = DateStyle.DAY_MONTH
    first_weekday: int = 0

    @property
    def period(self) -> date | None:
        """The review with which the present review period began; None since the start.

        A review belongs to the period that it looks back on, so that its day still shows that one.
        """
        return max((day for day in self.reviews if day < self.today), default=None)

    def fresh(self, day: date) -> bool:
        """Whether a day lies in the present review period."""
        return self.period is None or day > self.period

    def of(self, key: str) -> Series | None:
        """The series of a measure, by its key or its id."""
        return next((s for s in self.series if key in (s.measure.key, s.measure.id)), None)

    def goal(self, measure_id: str) -> Goal | None:
        """The goal that is rated through a measure."""
        return next((goal for goal in self.goals if goal.id == measure_id), None)

    def asked(self, series: Series) -> bool:
        """Whether a series is still asked: not paused, and of a goal only while it is active."""
        goal = self.goal(series.measure.id)
        return not series.measure.paused and (goal is None or goal.state is GoalState.ACTIVE)

    @property
    def held(self) -> tuple[Hour, ...]:
        """The sessions that took place, oldest first."""
        return tuple(hour for hour in reversed(self.hours) if hour.session.held)


def as_of(record: Record, day: date) -> Record:
    """The record as it was known at the end of a day: nothing that was written later.

    A goal's state follows from its events. A session that was written up later waits, and one of a
    later day is not there: nobody kept when it was planned. An agreed milestone or a by-when that
    was replaced since is not known any more.
    """
    goals = tuple(_goal(goal, record, day) for goal in record.goals if _begun(goal.measure, day))
    hours = tuple(_hour(hour, day) for hour in record.hours if hour.session.day <= day)
    return replace(
        record,
        today=day,
        series=tuple(_series(s, day) for s in record.series if _begun(s.measure, day)),
        goals=goals,
        hours=hours,
        ruptures=tuple(_rupture(r, day) for r in record.ruptures if r.day <= day),
        topics=tuple(_topic(t, day) for t in record.topics if t.day <= day),
        events=_until(record.events, day),
        expectations=_until(record.expectations, day),
        practices=_until(record.practices, day),
        reviews=tuple(held for held in record.reviews if held <= day),
        conversations=_until(record.conversations, day),
        plan=record.plan if record.plan and record.plan.day <= day else None,
    )


Kept = TypeVar("Kept", Event, Expectation, Practice, Conversation)


def _until(things: Iterable[Kept], day: date) -> tuple[Kept, ...]:
    return tuple(thing for thing in things if thing.day <= day)


def _begun(measure: Measure, day: date) -> bool:
    return measure.versions[0].since <= day


def _measure(measure: Measure, day: date) -> Measure:
    """The measure with the versions that it had; the same one where it has them all."""
    had = tuple(version for version in measure.versions if version.since <= day)
    return measure if len(had) == len(measure.versions) else replace(measure, versions=had)


def _known(rating: Rating, day: date) -> bool:
    return rating.day <= day and rating.entered <= day


def _series(series: Series, day: date) -> Series:
    return Series(
        _measure(series.measure, day),
        tuple(rating for rating in series.ratings if _known(rating, day)),
        tuple(on for on in series.expected if on <= day),
    )


def _goal(goal: Goal, record: Record, day: date) -> Goal:
    agreed = goal.milestone
    return replace(
        goal,
        measure=_measure(goal.measure, day),
        state=_state(goal, record.events, day),
        steps=tuple(replace(s, done=_if(s.done, day)) for s in goal.steps),
        milestone=agreed if agreed and agreed.agreed <= day else None,
    )


_AFTER: Final = {
    EventKind.REACHED: GoalState.REACHED,
    EventKind.LET_GO: GoalState.LET_GO,
    EventKind.REOPENED: GoalState.ACTIVE,
    EventKind.PAUSED: GoalState.PAUSED,
    EventKind.RESUMED: GoalState.ACTIVE,
}
_BEFORE: Final = {EventKind.REOPENED: GoalState.REACHED, EventKind.RESUMED: GoalState.PAUSED}
"""What a goal was before the first thing that is known to have happened to it; else active."""


def _state(goal: Goal, events: Iterable[Event], day: date) -> GoalState:
    own = [e for e in events if e.measure_id == goal.id and e.kind in _AFTER]
    turns = sorted(own, key=lambda event: event.day)
    before = [turn for turn in turns if turn.day <= day]
    if len(before) == len(turns):
        return goal.state
    return _AFTER[before[-1].kind] if before else _BEFORE.get(turns[0].kind, GoalState.ACTIVE)


def _hour(hour: Hour, day: date) -> Hour:
    session = hour.session
    if session.entered and session.entered > day:
        session = replace(session, state=SessionState.PLANNED, entered=None, ticks=())
    return Hour(
        session,
        {key: rating for key, rating in hour.ratings.items() if _known(rating, day)},
        tuple(_rupture(r, day) for r in hour.ruptures if r.day <= day),
        tuple(r for r in hour.repaired if r.repaired and r.repaired <= day),
        tuple(r for r in hour.reflections if r.day <= day),
    )


def _rupture(rupture: Rupture, day: date) -> Rupture:
    return replace(rupture, steps=tuple(_if(step, day) for step in rupture.steps))


def _topic(topic: Topic, day: date) -> Topic:
    if topic.closed is None or topic.closed <= day:
        return topic
    return replace(topic, state=TopicState.OPEN, closed=None, note="")


def _if(then: date | None, day: date) -> date | None:
    return then if then and then <= day else None
