"""A goal: where a client wants to get to, in the client's own words.

Rewording keeps the goal and begins a new version of it. Reaching, letting go and reopening are
events with a date: nothing is overwritten, and none of them is a failure.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from tui.core.events import EventKind
from tui.core.measures import Measure, Version

ASK_ABOVE: Final = 7
"""With more active goals than this, the person is asked whether that helps. It is allowed."""


class GoalState(StrEnum):
    """Where a goal stands."""

    DRAFT = "draft"
    ACTIVE = "active"
    PAUSED = "paused"
    REACHED = "reached"
    LET_GO = "let go"


class NotPossible(ValueError):
    """A goal cannot go from its state to the wanted one; the message says why and what can."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A level on the goal's scale, agreed on a day, hoped for by a day."""

    level: float
    by: date
    agreed: date


@dataclass(frozen=True, slots=True)
class Step:
    """A small step; `done` is the day it was taken."""

    text: str
    done: date | None = None


Ladder = tuple[str, str, str, str, str]
"""Five worded levels: −2 much less than hoped, −1, 0 as hoped, +1, +2 much more than hoped."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal, rated through `measure`, whose versions are the goal's wordings.

    `importance` and `difficulty` are 0 to 3. A `by_when` that has passed asks "still fair?".
    """

    measure: Measure
    state: GoalState = GoalState.ACTIVE
    why: str = ""
    there: str = ""
    by_when: date | None = None
    importance: int = 1
    difficulty: int = 1
    steps: tuple[Step, ...] = ()
    milestone: Milestone | None = None
    ladder: Ladder | None = None

    def __post_init__(self) -> None:
        for name in ("importance", "difficulty"):
            if getattr(self, name) not in range(4):
                raise ValueError(f"A goal's {name} is a whole number from 0 to 3.")

    def sound(self) -> Goal:
        """Return the goal, or raise `OffScale` if its milestone is not on the scale in force.

        One that was agreed on an earlier scale may lie beside the present one; it stays readable.
        """
        if self.milestone:
            self.measure.scale.check(self.milestone.level)
        return self

    @property
    def id(self) -> str:
        """The goal's id, which is its measure's."""
        return self.measure.id

    @property
    def wording(self) -> str:
        """The wording in force."""
        return self.measure.version.prompt

    @property
    def wordings(self) -> tuple[Version, ...]:
        """Every wording, oldest first."""
        return self.measure.versions

    def level(self, value: float) -> int | None:
        """The level of the ladder, −2 to +2, that a rating stands for; None where for none.

        It does only where the ladder is what was rated: on a scale of whole numbers from −2 to +2.
        No rating on another scale is made into a level.
        """
        scale = self.measure.scale
        on_ladder = (scale.minimum, scale.maximum, scale.step) == (-2, 2, 1)
        return round(value) if self.ladder and on_ladder else None

    def still_fair(self, today: date) -> bool:
        """Whether to ask "still fair?": the by-when of an active goal has passed."""
        return self.state is GoalState.ACTIVE and self.by_when is not None and self.by_when < today

    def becoming(self, what: EventKind) -> Goal:
        """The goal after `what` happened to it; raises `NotPossible` where that makes no sense."""
        if what not in _TRANSITIONS:
            raise NotPossible(f"A {what.value} is nothing that happens to a goal.")
        allowed, after = _TRANSITIONS[what]
        if self.state not in allowed:
            raise NotPossible(f"“{self.wording}” is {self.state.value}, {_REASON[what]}")
        return replace(self, state=after)

    @property
    def possible(self) -> tuple[EventKind, ...]:
        """What can happen to it, in its state."""
        return tuple(what for what, (states, _) in _TRANSITIONS.items() if self.state in states)


_OPEN: Final = (GoalState.DRAFT, GoalState.ACTIVE, GoalState.PAUSED)
_TRANSITIONS: Final = {
    EventKind.REACHED: (_OPEN, GoalState.REACHED),
    EventKind.LET_GO: (_OPEN, GoalState.LET_GO),
    EventKind.REOPENED: ((GoalState.REACHED, GoalState.LET_GO), GoalState.ACTIVE),
    EventKind.PAUSED: ((GoalState.ACTIVE,), GoalState.PAUSED),
    EventKind.RESUMED: ((GoalState.PAUSED, GoalState.DRAFT), GoalState.ACTIVE),
}
_REASON: Final = {
    EventKind.REACHED: "so it cannot be reached now. Reopen it first.",
    EventKind.LET_GO: "so it cannot be let go now. Reopen it first.",
    EventKind.REOPENED: "so there is nothing to reopen.",
    EventKind.PAUSED: "and only an active goal can be paused.",
    EventKind.RESUMED: "and only a paused goal or a draft can be taken up.",
}
