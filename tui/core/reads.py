"""Reading: a book, an article, anything taken in between sessions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core.text import clean


@dataclass(frozen=True, slots=True)
class Read:
    """Something to read, noted on `day`; `done` is the day on which it was finished."""

    id: str
    day: date
    title: str
    note: str = ""
    done: date | None = None

    def sound(self) -> Read:
        """Return it, or raise `ValueError` with a sentence if it cannot be kept."""
        if not clean(self.title).strip():
            raise ValueError("Reading needs a title.")
        return self
