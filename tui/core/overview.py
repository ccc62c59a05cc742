"""What a screen looks at: one client, immutable, as of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.clients import Client, months_between
from tui.core.events import Event
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.ratings import Rating

SPARKS: Final = 20
"""Columns of a sparkline in a snapshot; a narrow list draws half as many."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list.

    `sparks` holds the last value of each of `SPARKS` equal stretches of the client's whole time,
    None where nothing was rated: the same axis for every row. `first` and `last` are of the version
    in force, since an older one meant something else.
    """

    measure: Measure
    sparks: tuple[float | None, ...]
    first: Rating | None
    last: Rating | None
    goal: Goal | None = None

    @property
    def id(self) -> str:
        """The measure's id, by which a row is known."""
        return self.measure.id


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that the Overview shows before a picture is drawn."""

    client: Client
    today: date
    goals: tuple[Line, ...]
    growth: tuple[Line, ...]
    signs: tuple[Line, ...]
    events: tuple[Event, ...] = ()
    session: int | None = None
    rhythm: int | None = None
    first_day: date | None = None
    revision: int = 0

    def lines(self) -> Iterator[Line]:
        """Every row, in the order in which it is shown."""
        yield from self.goals
        yield from self.growth
        yield from self.signs

    @property
    def whereabouts(self) -> str:
        """How long and how often: "month 15 · session 54 · now every 4 weeks"."""
        months = months_between(self.client.started, self.today)
        parts = [f"month {months}" if months else "first month"]
        if self.session:
            parts.append(f"session {self.session}")
        if self.rhythm:
            parts.append("weekly" if self.rhythm == 1 else f"now every {self.rhythm} weeks")
        return " · ".join(parts)
