"""What a report is gathered from, cut to its period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core import days
from tui.core.between import Between
from tui.core.events import Event, EventKind
from tui.core.manners import Manners
from tui.core.record import Record
from tui.core.reports import Part
from tui.core.reviewing import Reviewing
from tui.core.timespan import Span


@dataclass(frozen=True, slots=True)
class Whole:
    """The record as it was known on the last day of `span`, and everything else as it is now."""

    record: Record
    reviewing: Reviewing
    between: Between
    parts: tuple[Part, ...]
    span: Span
    manners: Manners

    @property
    def noted(self) -> bool:
        """Whether what was written in free words goes in."""
        return Part.NOTES in self.parts

    def said(self, day: date) -> str:
        """A day as a report writes it, its year only where that is another one."""
        return days.near(day, self.span.end, self.manners.dates)

    @property
    def marked(self) -> tuple[Event, ...]:
        """What pictures mark on their time axis, as far as it goes in.

        Notes are a person's words about their life, and a repair tells of a session.
        """
        kept = [e for e in self.record.events if self.noted or e.kind is not EventKind.NOTE]
        if Part.SESSIONS in self.parts:
            mended = ((r.id, r.repaired) for r in self.record.ruptures)
            kept += [Event(id_, day, EventKind.REPAIRED, "") for id_, day in mended if day]
        return tuple(kept)
