"""A rating: one value that one rater gave one measure on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core.measures import Rater


@dataclass(frozen=True, slots=True)
class Rating:
    """One rating.

    `value` is in points of the scale of `version`, the number of the measure's version that was
    asked. `evidence` is the one line under "one moment that shows it". `marks` are keys from
    `catalogue.MARKS`. `entered` is the day on which it was written down.
    """

    measure_id: str
    day: date
    rater: Rater
    value: float
    version: int
    entered: date
    evidence: str = ""
    marks: tuple[str, ...] = ()

    @property
    def late(self) -> bool:
        """Whether it was written down later than the day it speaks of."""
        return self.entered > self.day
