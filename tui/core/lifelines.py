"""Whom to turn to at a bad moment: written and dated by the client, for nobody else watches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

CHECK_AFTER: Final = timedelta(365)
"""After this long a line is asked about: is it still right?"""
EMERGENCY: Final = (
    "Nobody watches this program. If you or someone else may be in danger, call your local"
    " emergency number now."
)


class Section(StrEnum):
    """The three parts of the page."""

    PEOPLE = "people"
    PLAN = "plan"
    LINES = "lines"

    @property
    def heading(self) -> str:
        """The part's heading."""
        return {
            Section.PEOPLE: "My people",
            Section.PLAN: "My therapist's out-of-hours plan",
            Section.LINES: "Helplines",
        }[self]


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Somebody or something to turn to. `reach` says how; `checked` when it was last right."""

    id: str
    section: Section
    name: str
    reach: str
    checked: date

    def wants_a_look(self, today: date) -> bool:
        """Whether it was last checked more than a year ago."""
        return today - self.checked > CHECK_AFTER
