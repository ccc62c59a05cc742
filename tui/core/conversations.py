"""A conversation about sessions after which a client felt worse: what changes, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.text import clean

FAIR_CHANCE: Final = 4
"""Sessions that what was agreed is given, where nothing else is said."""
SHORTEST: Final = 3
LONGEST: Final = 12


@dataclass(frozen=True, slots=True)
class Conversation:
    """What was agreed on a day. `window` is the fair chance it is given, in sessions from then."""

    id: str
    day: date
    changes: str
    window: int = FAIR_CHANCE

    def sound(self) -> Conversation:
        """Return the conversation, or raise `ValueError` with a sentence if it cannot be kept."""
        if not clean(self.changes).strip():
            raise ValueError("Say in a few words what was agreed to change.")
        if not SHORTEST <= self.window <= LONGEST:
            raise ValueError(f"A fair chance is {SHORTEST} to {LONGEST} sessions.")
        return self
