"""A change: one entry of the journal, as a person meets it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final, NamedTuple

from tui.core.days import near
from tui.core.manners import Manners

_CLIENT: Final = "client"
"""Whose file it is; changes of theirs need no name."""


class Change(NamedTuple):
    """`label` says in a few words what was done, `at` when (ISO, UTC), `author` who did it.

    `state` is "done", "undone", or "dropped" once something new was done after it was undone.
    `whose` is the name of the client it was about, where that is not the one who is looked at.
    """

    seq: int
    id: str
    at: str
    author: str
    label: str
    state: str
    whose: str = ""


def moment(at: str) -> datetime:
    """A moment of the file (ISO, UTC) on the clock of this machine."""
    return datetime.fromisoformat(at).astimezone()


def signed(change: Change, today: date, manners: Manners) -> str:
    """What was done, with whose, who and when where that is somebody else or another day.

    "rated Confidence 7 (Kim, by therapist, 20 Nov)".
    """
    day = manners.day_of(moment(change.at))
    who = "" if change.author == _CLIENT else f"by {change.author}"
    when = "" if day == today else near(day, today, manners.dates)
    told = ", ".join(filter(None, (change.whose, who, when)))
    return f"{change.label} ({told})" if told else change.label
