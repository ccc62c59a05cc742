"""A change: one entry of the journal, as a person meets it."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final, NamedTuple

from tui.core.days import DateStyle, full, near
from tui.core.manners import Manners

_CLIENT: Final = "client"
"""Whose file it is; changes of theirs need no name."""
_OWN: Final = re.compile(r"(“[^”]*”?)")
_DAY: Final = re.compile(r"\b\d{4}-\d\d-\d\d\b")


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


def in_words(label: str, dates: DateStyle) -> str:
    """What was done, its days in words; what stands in quotation marks is somebody's own."""
    parts = _OWN.split(label)
    return "".join(
        part if part[:1] == "“" else _DAY.sub(lambda at: _full(at[0], dates), part)
        for part in parts
    )


def _full(day: str, dates: DateStyle) -> str:
    try:
        return full(date.fromisoformat(day), dates)
    except ValueError:  # a name that looks like a day
        return day


def signed(change: Change, today: date, manners: Manners) -> str:
    """What was done, with whose, who and when where that is somebody else or another day.

    "rated Confidence 7 (Kim, by therapist, 20 Nov)".
    """
    day = manners.day_of(moment(change.at))
    who = "" if change.author == _CLIENT else f"by {change.author}"
    when = "" if day == today else near(day, today, manners.dates)
    about = ", ".join(filter(None, (change.whose, who, when)))
    label = in_words(change.label, manners.dates)
    return f"{label} ({about})" if about else label
