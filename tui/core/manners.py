"""How a person likes it: the few habits that what is computed and shown respects."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tui.core.measures import Kind, Measure


@dataclass(frozen=True, slots=True)
class Manners:
    """Habits that core and screens respect.

    `rollover` is the hour, 0 to 12, before which it is still yesterday; `first_weekday` 0 for
    Monday to 6 for Sunday; `cadence` how often, in days, a kind is asked where that differs.
    """

    rollover: int = 0
    first_weekday: int = 0
    cadence: Mapping[Kind, int] = field(default_factory=dict)

    def day_of(self, moment: datetime) -> date:
        """The day that a moment belongs to."""
        return (moment - timedelta(hours=self.rollover)).date()

    def every(self, measure: Measure) -> int | None:
        """Days after which a measure is asked again; None means once each session."""
        return self.cadence.get(measure.kind, measure.cadence)
