"""Practices: what a client tried between sessions, how much effort it took, how useful it was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.text import clean

EFFORT: Final = ("none", "a little", "some", "a lot")
"""How much effort it took, 0 to 3, in words."""
USEFUL: Final = ("not this time", "a little", "quite", "very")
"""How useful it was, 0 to 3, in words."""


@dataclass(frozen=True, slots=True)
class Practice:
    """Something tried on a day. `effort` and `useful` are 0 to 3; None where it is not said."""

    id: str
    day: date
    what: str
    effort: int | None = None
    useful: int | None = None
    note: str = ""

    def sound(self) -> Practice:
        """Return the practice, or raise `ValueError` with a sentence if it cannot be kept."""
        if not clean(self.what).strip():
            raise ValueError("Say in a few words what you tried.")
        for value in (self.effort, self.useful):
            if value is not None and not 0 <= value <= 3:
                raise ValueError("Effort and usefulness go from 0 to 3.")
        return self
