"""A session: one scheduled hour of therapy, planned, held or missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

MOST_PLANNED: Final = 60
"""Sessions that are planned at once at most: more than a year of weeks."""


class SessionState(StrEnum):
    """What became of it. One that is planned and whose day has passed waits to be written up."""

    PLANNED = "planned"
    HELD = "held"
    MISSED = "missed"


class Format(StrEnum):
    """How two people met."""

    UNSAID = ""
    IN_PERSON = "in person"
    VIDEO = "video"
    PHONE = "phone"
    WRITING = "in writing"


class Rhythm(StrEnum):
    """How often sessions are planned."""

    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"

    def days(self, first: date, count: int) -> Iterator[date]:
        """The days of `count` sessions from `first` on, 1 to `MOST_PLANNED`; others: `ValueError`.

        A month on is the same day of the next month, or its last where it has no such day.
        """
        if not 1 <= count <= MOST_PLANNED:
            raise ValueError(f"1 to {MOST_PLANNED} sessions can be planned at once.")
        for n in range(count):
            yield self._on(first, n)

    def _on(self, first: date, n: int) -> date:
        if self is not Rhythm.MONTHLY:
            return first + timedelta(n * (7 if self is Rhythm.WEEKLY else 14))
        from calendar import monthrange  # late: few plan by the month

        year, month = divmod(first.month - 1 + n, 12)
        year, month = first.year + year, month + 1
        return date(year, month, min(first.day, monthrange(year, month)[1]))


@dataclass(frozen=True, slots=True)
class Session:
    """A client has at most one session a day. `number` is its place among all of them, from 1.

    A missed one keeps its number. `entered` is the day on which it was written up, `moved_from` the
    day for which it was first planned, and `ticks` are keys from `catalogue.TICKS`.
    """

    id: str
    number: int
    day: date
    state: SessionState = SessionState.HELD
    format: Format = Format.UNSAID
    entered: date | None = None
    moved_from: date | None = None
    ticks: tuple[str, ...] = ()

    @property
    def held(self) -> bool:
        """Whether it took place."""
        return self.state is SessionState.HELD

    @property
    def late(self) -> bool:
        """Whether it was written up later than on its day."""
        return self.entered is not None and self.entered > self.day

    def waits(self, today: date) -> bool:
        """Whether its day has come and it is not written up."""
        return self.state is SessionState.PLANNED and self.day <= today

    def sound(self, today: date) -> Session:
        """Return the session, or raise `ValueError` with a sentence if it cannot be so."""
        if self.state is not SessionState.PLANNED and self.day > today:
            raise ValueError("That day is still to come: such a session can be planned.")
        from tui.core.catalogue import TICKS  # late: lists begin without it

        if not {*self.ticks} <= {tick.key for tick in TICKS}:
            raise ValueError("There is no such tick.")
        return self


def rhythm(sessions: Sequence[Session]) -> int | None:
    """Weeks between the latest sessions: the rounded median of the last three distances.

    None with fewer than four sessions, or when they lie closer than half a week.
    """
    days = sorted(s.day for s in sessions)[-4:]
    if len(days) < 4:
        return None
    middle = sorted((b - a).days for a, b in pairwise(days))[1]
    return round(middle / 7) or None
