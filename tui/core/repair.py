"""A rupture in the relationship, and its repair, which is a milestone.

Breaks are part of the work. What counts is that they are noticed, talked through from both sides
and repaired.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final


class Noticer(StrEnum):
    """Who noticed it."""

    CLIENT = "client"
    THERAPIST = "therapist"
    BOTH = "both"


class RuptureKind(StrEnum):
    """How it showed."""

    WITHDRAWAL = "withdrawal"
    CONFRONTATION = "confrontation"

    @property
    def said(self) -> str:
        """The same in everyday words."""
        return "pulled away" if self is RuptureKind.WITHDRAWAL else "pushed back"


STEPS: Final = (
    ("noticed", "It was noticed"),
    ("acknowledged", "It was acknowledged"),
    ("client_said", "The client said how it was"),
    ("therapist_said", "The therapist said how it was, and owned its effect"),
    ("way_forward", "A way forward was agreed"),
    ("checked", "It was checked in the next session"),
)
"""Key and words of each step of a repair, in their order. Repaired means: the last is done."""


@dataclass(frozen=True, slots=True)
class Rupture:
    """A break that belongs to a session. `day` is that session's day.

    `steps` has for each of `STEPS` the day on which it happened, or None.
    """

    id: str
    session_id: str
    day: date
    noticed_by: Noticer
    kind: RuptureKind
    note: str = ""
    steps: tuple[date | None, ...] = (None,) * len(STEPS)

    @property
    def repaired(self) -> date | None:
        """The day on which the last step was done."""
        return self.steps[-1]

    @property
    def days(self) -> int | None:
        """Days from the session to the repair, 0 or more; None while it is open."""
        return None if self.repaired is None else (self.repaired - self.day).days

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(step is not None for step in self.steps)

    @property
    def next_step(self) -> int | None:
        """Which step comes next, from 0: the first that is not done; None when none is left."""
        return next((n for n, step in enumerate(self.steps) if step is None), None)

    def step(self, number: int, day: date | None) -> Rupture:
        """The same with a step done on a day, or with None not done."""
        steps = (*self.steps[:number], day, *self.steps[number + 1 :])
        return replace(self, steps=steps)

    def sound(self, today: date | None = None) -> Rupture:
        """Return the rupture, or raise `ValueError` with a sentence if its days cannot be so.

        No step is before the session, before an earlier step, or after `today`; the last is done
        only once all others are.
        """
        if len(self.steps) != len(STEPS):
            raise ValueError(f"A repair has {len(STEPS)} steps.")
        done = [day for day in self.steps if day]
        if any(day < self.day for day in done):
            raise ValueError("A step cannot have happened before the session of the break.")
        if done != sorted(done):
            raise ValueError("A step cannot have happened before one that comes earlier.")
        if today and any(day > today for day in done):
            raise ValueError("That day is still to come: a step is noted once it has happened.")
        if self.repaired and len(done) < len(STEPS):
            raise ValueError("It is repaired once all the other steps have happened.")
        return self


def told(ruptures: Iterable[Rupture]) -> str:
    """How many breaks, how many repaired, and in how many days: "" where there were none."""
    known = sorted(ruptures, key=lambda r: r.day)
    if not known:
        return ""
    days = [r.days for r in known if r.days is not None]
    said = f"{len(known)} break{'' if len(known) == 1 else 's'}, {len(days)} repaired"
    if not days:
        return said
    *most, last = map(str, days)
    listed = f"{', '.join(most)} and {last}" if most else last
    return f"{said} · {listed} day{'' if days == [1] else 's'}"
