"""A client: the person whose growth a file records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Client:
    """`id` is a UUID in text form; `started` the day on which therapy began."""

    id: str
    name: str
    started: date

    @property
    def names(self) -> str:
        """What they are found by."""
        return self.name


def months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; 0 where `end` is not later."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return max(0, months - (end.day < start.day))
