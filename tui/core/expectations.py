"""What one expects of therapy: asked at the start, and worth reading again later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

QUESTIONS: Final = (
    ("fixes", "Whose part", "What do I hope my therapist will do, and what will be mine to do?"),
    ("time", "How long", "How long might this take, and when do I want to look back on it?"),
    ("effort", "My effort", "What am I willing to put in between sessions?"),
)
"""Key, name and wording of each question."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """The answers given on a day, in the person's own words; each may be ""."""

    id: str
    day: date
    fixes: str = ""
    time: str = ""
    effort: str = ""

    def __bool__(self) -> bool:
        return bool(self.fixes or self.time or self.effort)
