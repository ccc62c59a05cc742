"""What a draft may be about, as the file has it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core import shown
from tui.core.between import Between
from tui.core.days import DateStyle
from tui.core.events import Event
from tui.core.goals import Goal, GoalState
from tui.core.lifelines import Lifeline
from tui.core.measures import Measure, Rater
from tui.core.overview import Overview
from tui.core.relationship import Relationship
from tui.core.repair import Rupture
from tui.core.reviewing import Reviewing
from tui.core.sessions import Session
from tui.core.written import Written


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that can be meant; `subject` tells what is, by its id or by several."""

    data: Overview
    lifelines: tuple[Lifeline, ...]
    of: Relationship
    between: Between
    reviewing: Reviewing
    dates: DateStyle
    view: Rater
    subject: str

    @property
    def today(self) -> date:
        """The day it is."""
        return self.data.today

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Everything that an event can be about."""
        return tuple(line.measure for line in self.data.lines())

    @property
    def measure(self) -> Measure | None:
        """The measure that is meant."""
        return next((m for m in self.measures if m.id == self.subject), None)

    @property
    def goal(self) -> Goal | None:
        """The goal that is meant; a step's subject begins with its goal's id."""
        id_ = self.subject.partition(" ")[0]
        return next((line.goal for line in self.data.goals if line.id == id_), None)

    @property
    def event(self) -> Event | None:
        """The event that is meant."""
        return next((e for e in self.data.events if e.id == self.subject), None)

    @property
    def lifeline(self) -> Lifeline | None:
        """The line of Help now that is meant."""
        return next((line for line in self.lifelines if line.id == self.subject), None)

    @property
    def session(self) -> Session | None:
        """The session that is meant; a break's subject begins with its session's id."""
        hour = self.of.hour(self.subject.partition(" ")[0])
        return hour.session if hour else None

    @property
    def rupture(self) -> Rupture | None:
        """The break that is meant, by its id in the first or the second place of the subject."""
        return next((r for r in self.of.ruptures if r.id in self.subject.split()), None)

    @property
    def written(self) -> Written | None:
        """What is meant of what was written between sessions."""
        there = shown.everything(self.between)
        return next((item for item in there if item.id == self.subject), None)

    @property
    def active(self) -> int:
        """How many goals are active."""
        return sum(bool(g.goal and g.goal.state is GoalState.ACTIVE) for g in self.data.goals)
