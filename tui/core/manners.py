"""What a person may have otherwise: when a day ends, how days are written, how often is often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from types import MappingProxyType

from tui.core.days import DateStyle
from tui.core.measures import Kind, Measure


@dataclass(frozen=True, slots=True)
class Manners:
    """The settings that lists, pictures and sentences respect.

    `rollover` is the hour, 0 to 12, before which it is still yesterday. `first_weekday` counts from
    0 (Monday) to 6. `cadence` is the number of days after which each kind is asked again; a kind
    that it lacks keeps to what each of its measures says. `silence` is the number of periods
    without a check-in after which a notice may ask about it; None is never.
    """

    rollover: int = 0
    first_weekday: int = 0
    cadence: Mapping[Kind, int] = field(default_factory=lambda: MappingProxyType({}))
    dates: DateStyle = DateStyle.DAY_MONTH
    silence: int | None = None

    def day_of(self, moment: datetime) -> date:
        """The day that a moment belongs to, as the person counts days."""
        return (moment - timedelta(hours=self.rollover)).date()

    def every(self, measure: Measure) -> int | None:
        """Days after which a measure is asked again; None means once each session."""
        return self.cadence.get(measure.kind, measure.cadence)
