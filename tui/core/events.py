"""An event: something that happened, marked on the time axis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tui.core.text import clean


class EventKind(StrEnum):
    """What happened.

    A `NOTE` is anything that a person noted. `REBASED` says of one measure that its own limits are
    counted anew from that day. `REPAIRED` is never written: it follows from the last step of a
    repair. `ENDED` and `BEGUN_AGAIN` are about the whole of therapy. The others belong to a goal
    and are written when its state changes.
    """

    NOTE = "note"
    REBASED = "new level"
    REPAIRED = "repaired"
    REACHED = "reached"
    REOPENED = "reopened"
    LET_GO = "let go"
    PAUSED = "paused"
    RESUMED = "resumed"
    ENDED = "therapy ended"
    BEGUN_AGAIN = "therapy begun again"

    @property
    def noted(self) -> bool:
        """Whether a person notes it as it is; the others come with a change of state."""
        return self in {EventKind.NOTE, EventKind.REBASED}

    @property
    def of_therapy(self) -> bool:
        """Whether therapy as a whole ended with it, or began again."""
        return self in {EventKind.ENDED, EventKind.BEGUN_AGAIN}

    @property
    def of_a_goal(self) -> bool:
        """Whether it is something that happens to a goal."""
        return not (self.noted or self.of_therapy or self is EventKind.REPAIRED)


@dataclass(frozen=True, slots=True)
class Event:
    """An annotation. `measure_id` names the measure it is about; None means all of them."""

    id: str
    day: date
    kind: EventKind
    text: str
    measure_id: str | None = None

    @property
    def said(self) -> str:
        """What happened, in words."""
        return said(self.kind, self.text)

    def sound(self) -> Event:
        """Return the event, or raise `ValueError` with a sentence if it says nothing."""
        if self.kind is EventKind.NOTE and not clean(self.text).strip():
            raise ValueError("An event needs a few words.")
        if self.kind is EventKind.REBASED and self.measure_id is None:
            raise ValueError("A new level is one measure's: say which.")
        return self


def said(kind: EventKind, text: str) -> str:
    """What happened in words: a note's own, or the kind, with the words where there are any."""
    if kind is EventKind.NOTE:
        return text
    return f"{kind.value}: {text}" if text else kind.value


def new_level(events: Iterable[Event], measure_id: str, on: date) -> date | None:
    """The latest day up to `on` from which a measure's own limits are counted anew, if any."""
    days = (
        event.day
        for event in events
        if event.kind is EventKind.REBASED and event.measure_id == measure_id and event.day <= on
    )
    return max(days, default=None)


def ended(events: Iterable[Event]) -> date | None:
    """The day on which therapy ended, if it has and was not begun again; `events` oldest first."""
    turns = [e for e in events if e.kind in (EventKind.ENDED, EventKind.BEGUN_AGAIN)]
    last = max(turns, key=lambda event: event.day, default=None)
    same = [turn for turn in turns if last and turn.day == last.day]
    return same[-1].day if same and same[-1].kind is EventKind.ENDED else None
