"""What a therapist notes for themself alone. It has a file of its own and never enters a client's.

Everything is about one client, who is known here by their id and by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Feeling(StrEnum):
    """How what was noticed felt."""

    WARM = "warm"
    DIFFICULT = "difficult"


class Supervision(StrEnum):
    """Whether something goes to supervision."""

    NO = "no"
    YES = "yes"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A line of the countertransference log: what was felt, how it touches the client, what next.

    `session` is the day of the session that it came up in, if it was one.
    """

    id: str
    client_id: str
    day: date
    session: date | None
    feeling: Feeling
    what: str
    touches: str
    adjust: str
    supervision: Supervision = Supervision.NO


@dataclass(frozen=True, slots=True)
class Pull:
    """The three pulls of wanting to save somebody, as they were on a day; one list for each day."""

    id: str
    client_id: str
    day: date
    needed: bool = False
    rescue: bool = False
    comfort: bool = False
    words: str = ""

    @property
    def taken(self) -> tuple[str, ...]:
        """The keys of what is ticked."""
        return tuple(key for key in PULLS if getattr(self, key))


PULLS: Final = {
    "needed": "wanting to be needed",
    "rescue": "wanting to rescue",
    "comfort": "keeping them comfortable for my sake",
}
"""What can be ticked: it is human, and worth seeing."""


@dataclass(frozen=True, slots=True)
class OwnNote:
    """A note in free words."""

    id: str
    client_id: str
    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Balance:
    """Where a session stood between method (−2) and self-awareness (+2); 0 is both."""

    id: str
    client_id: str
    day: date
    value: int

    def __post_init__(self) -> None:
        if self.value not in BALANCES:
            raise ValueError("From −2, method, to 2, self-awareness; 0 is both.")


BALANCES: Final = range(-2, 3)

Own = Noticed | Pull | OwnNote | Balance
"""Whatever is kept there."""


@dataclass(frozen=True, slots=True)
class KeepOwn:
    """Write something down, or change it from how it was read: `before`."""

    thing: Own
    before: Own | None = None


@dataclass(frozen=True, slots=True)
class DeleteOwn:
    """Take something out; undo brings it back."""

    thing: Own


OwnDeed = KeepOwn | DeleteOwn
"""What can be done to a file of one's own notes."""


@dataclass(frozen=True, slots=True)
class OwnNotes:
    """Everything about one client, newest first; `supervision` is of all clients, oldest first."""

    noticed: tuple[Noticed, ...] = ()
    pulls: tuple[Pull, ...] = ()
    notes: tuple[OwnNote, ...] = ()
    balances: tuple[Balance, ...] = ()
    supervision: tuple[Noticed, ...] = ()

    @property
    def everything(self) -> tuple[Own, ...]:
        """All that is about the client."""
        return (*self.noticed, *self.pulls, *self.notes, *self.balances)
