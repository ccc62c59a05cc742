"""Topics: what is pinned for the next session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from tui.core.text import clean

STARTERS: Final = (
    "Some of this is moving and some of it isn't.",
    "There's something I keep stepping around.",
    "Do these goals still fit?",
    "Why are we doing it this way?",
    "Between sessions has been hard; I want more to try.",
)
"""Ways into a conversation that can be pinned as they are."""


class TopicState(StrEnum):
    """What became of it."""

    OPEN = "open"
    TALKED = "talked about"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True)
class Topic:
    """Something to talk about, pinned on `day`.

    `closed` is the day on which it was talked about or let go, `note` what came of it. `about` is
    what the cursor was on when it was pinned, as "kind:id" with the kinds "measure", "session",
    "rupture", "reflection", "practice", "read", "notice" (with its key) and "ending" (with the key
    of a line, or "plan:" and the kind of a text), or "".
    """

    id: str
    day: date
    text: str
    state: TopicState = TopicState.OPEN
    closed: date | None = None
    note: str = ""
    about: str = ""

    def sound(self) -> Topic:
        """Return the topic, or raise `ValueError` with a sentence if it cannot be kept."""
        if not clean(self.text).strip():
            raise ValueError("A topic needs a few words.")
        if (self.state is TopicState.OPEN) != (self.closed is None):
            raise ValueError("A topic is open, or closed on a day.")
        if self.closed and self.closed < self.day:
            raise ValueError("A topic cannot be closed before it was pinned.")
        return self


def still_open(topics: Iterable[Topic]) -> tuple[Topic, ...]:
    """The topics that are open, the first pinned first."""
    return tuple(sorted((t for t in topics if t.state is TopicState.OPEN), key=lambda t: t.day))
