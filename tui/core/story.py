"""A story: everything about one client, as it travels between files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from tui.core.clients import Client
from tui.core.events import Event
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.ratings import Rating
from tui.core.sessions import Session


@dataclass(frozen=True, slots=True)
class Story:
    """One client with all that was written. `ends` is the day to which it is told."""

    client: Client
    ends: date
    measures: tuple[Measure, ...]
    goals: tuple[Goal, ...]
    ratings: tuple[Rating, ...]
    sessions: tuple[Session, ...]
    events: tuple[Event, ...]

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
            sessions=tuple(replace(s, day=s.day + by) for s in self.sessions),
            events=tuple(replace(e, day=e.day + by) for e in self.events),
        )


def _moved(measure: Measure, by: timedelta) -> Measure:
    versions = tuple(replace(v, since=v.since + by) for v in measure.versions)
    return replace(measure, versions=versions)


def _moved_goal(goal: Goal, by: timedelta) -> Goal:
    agreed = goal.milestone
    return replace(
        goal,
        measure=_moved(goal.measure, by),
        by_when=goal.by_when and goal.by_when + by,
        steps=tuple(replace(s, done=s.done and s.done + by) for s in goal.steps),
        milestone=agreed and replace(agreed, by=agreed.by + by, agreed=agreed.agreed + by),
    )
