"""Which sessions a list shows: by what became of them, and by number, day or how two people met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from tui.core.days import DateStyle, near
from tui.core.listing import folded
from tui.core.relationship import Hour
from tui.core.sessions import SessionState


class SessionFilter(Enum):
    """Which sessions are shown, by the words that tell it."""

    ALL = "all"
    HELD = "held"
    MISSED = "missed"
    PLANNED = "planned"
    BROKEN = "with a break"

    def lets_through(self, hour: Hour) -> bool:
        """Whether a session is shown."""
        match self:
            case SessionFilter.ALL:
                return True
            case SessionFilter.BROKEN:
                return bool(hour.ruptures)
            case _:
                return hour.session.state is SessionState(self.value)


def has(text: str, wanted: Sequence[str]) -> bool:
    """Whether every word that is `wanted`, folded, begins a word; a number is meant as a whole."""
    there = folded(text).split()
    return all(
        any(word == each if word.isdigit() else each.startswith(word) for each in there)
        for word in wanted
    )


def names(hour: Hour, today: date, dates: DateStyle) -> str:
    """What a session is found by."""
    session = hour.session
    day = f"{near(session.day, today, dates)} {session.day.isoformat()}"
    return f"{session.number} {day} {session.format} {session.state}"
