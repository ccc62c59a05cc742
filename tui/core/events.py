"""An event: something that happened, marked on the time axis."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class EventKind(StrEnum):
    """What happened. All but `NOTE` belong to a goal and are written when its state changes."""

    NOTE = "note"
    REACHED = "reached"
    REOPENED = "reopened"
    LET_GO = "let go"
    PAUSED = "paused"
    RESUMED = "resumed"


@dataclass(frozen=True, slots=True)
class Event:
    """An annotation. `measure_id` names the measure it is about; None means all of them."""

    id: str
    day: date
    kind: EventKind
    text: str
    measure_id: str | None = None
