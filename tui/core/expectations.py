"""What one expects of therapy: asked at the start, and worth reading again later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

QUESTIONS: Final = (
    ("fixes", "Whose part", "What do I hope my therapist will do, and what will be mine to do?"),
    ("time", "How long", "How long might this take, and when do I want to look back on it?"),
    ("effort", "My effort", "What am I willing to put in between sessions?"),
    ("hope", "What by when", "What would I like to see, and by when is that fair to expect?"),
)
"""Key, name and wording of each question."""


AGAIN_AFTER: Final = timedelta(weeks=12)
"""How long a role check stands by itself, where it names no day."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """A role check: the answers given on a day, in the person's own words; each may be "".

    `hope` is what they hope for, `by_when` until when, or None.
    """

    id: str
    day: date
    fixes: str = ""
    time: str = ""
    effort: str = ""
    hope: str = ""
    by_when: date | None = None

    def __bool__(self) -> bool:
        return bool(self.fixes or self.time or self.effort or self.hope or self.by_when)

    def still_fair(self, today: date) -> bool:
        """Whether it is time to ask if this is still fair: the day it names has passed."""
        return today > (self.by_when or self.day + AGAIN_AFTER)
