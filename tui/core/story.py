"""A story: everything about one client, as it travels between files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tui.core.clients import Client
from tui.core.conversations import Conversation
from tui.core.events import Event
from tui.core.expectations import Expectation
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.notices.answers import Answer, moved
from tui.core.practices import Practice
from tui.core.ratings import Rating
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.repair import Rupture
from tui.core.reviews import Agreement, Decision, EndingPlan, Review
from tui.core.sessions import Session
from tui.core.topics import Topic


@dataclass(frozen=True, slots=True)
class Story:
    """One client with all that was written.

    `ends` is the day to which it is told: only planned sessions, and days that somebody named for
    something to come, lie after it.
    """

    client: Client
    ends: date
    measures: tuple[Measure, ...]
    goals: tuple[Goal, ...]
    ratings: tuple[Rating, ...]
    sessions: tuple[Session, ...]
    events: tuple[Event, ...]
    ruptures: tuple[Rupture, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    practices: tuple[Practice, ...] = ()
    reads: tuple[Read, ...] = ()
    topics: tuple[Topic, ...] = ()
    expectations: tuple[Expectation, ...] = ()
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    answers: tuple[Answer, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    plans: tuple[EndingPlan, ...] = ()

    def ending(self, day: date) -> Story:
        """The same story with every date moved alike, so that it ends on `day`."""
        by = day - self.ends
        return replace(
            self,
            client=replace(self.client, started=self.client.started + by),
            ends=day,
            measures=tuple(_moved(m, by) for m in self.measures),
            goals=tuple(_moved_goal(g, by) for g in self.goals),
            ratings=tuple(replace(r, day=r.day + by, entered=r.entered + by) for r in self.ratings),
            sessions=tuple(_moved_session(s, by) for s in self.sessions),
            events=tuple(replace(e, day=e.day + by) for e in self.events),
            ruptures=tuple(_moved_rupture(r, by) for r in self.ruptures),
            reflections=tuple(replace(r, day=r.day + by) for r in self.reflections),
            practices=tuple(replace(p, day=p.day + by) for p in self.practices),
            reads=tuple(replace(r, day=r.day + by, done=_if(r.done, by)) for r in self.reads),
            topics=tuple(replace(t, day=t.day + by, closed=_if(t.closed, by)) for t in self.topics),
            expectations=tuple(
                replace(e, day=e.day + by, by_when=_if(e.by_when, by)) for e in self.expectations
            ),
            reviews=tuple(
                replace(r, day=r.day + by, next_day=_if(r.next_day, by)) for r in self.reviews
            ),
            decisions=tuple(replace(d, day=d.day + by) for d in self.decisions),
            agreements=tuple(_moved_agreement(a, by) for a in self.agreements),
            answers=tuple(moved(a, by) for a in self.answers),
            conversations=tuple(replace(c, day=c.day + by) for c in self.conversations),
            plans=tuple(replace(p, day=p.day + by) for p in self.plans),
        )


def _if(day: date | None, by: timedelta) -> date | None:
    return day and day + by


def _moved_session(session: Session, by: timedelta) -> Session:
    entered, moved_from = _if(session.entered, by), _if(session.moved_from, by)
    return replace(session, day=session.day + by, entered=entered, moved_from=moved_from)


def _moved_rupture(rupture: Rupture, by: timedelta) -> Rupture:
    steps = tuple(_if(step, by) for step in rupture.steps)
    return replace(rupture, day=rupture.day + by, steps=steps)


def _moved_agreement(agreed: Agreement, by: timedelta) -> Agreement:
    by_when, done = _if(agreed.by_when, by), _if(agreed.done, by)
    return replace(agreed, day=agreed.day + by, by_when=by_when, done=done)


def _moved(measure: Measure, by: timedelta) -> Measure:
    versions = tuple(replace(v, since=v.since + by) for v in measure.versions)
    return replace(measure, versions=versions)


def _moved_goal(goal: Goal, by: timedelta) -> Goal:
    agreed = goal.milestone
    return replace(
        goal,
        measure=_moved(goal.measure, by),
        by_when=_if(goal.by_when, by),
        steps=tuple(replace(s, done=_if(s.done, by)) for s in goal.steps),
        milestone=agreed and replace(agreed, by=agreed.by + by, agreed=agreed.agreed + by),
    )
