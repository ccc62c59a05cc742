"""What is kept back from who rates second is kept back in a report too."""

from __future__ import annotations

from dataclasses import replace

from tui.core import alliance
from tui.core.measures import Rater
from tui.core.record import Record
from tui.core.relationship import Relationship
from tui.core.series import Series
from tui.core.session_words import veiled as without_sealed


def veiled(record: Record, view: Rater) -> Record:
    """The record without what the client rated of a session that the therapist has yet to rate."""
    of = Relationship(record.client, record.today, record.hours, record.ruptures, {})
    hour = of.latest
    whose = of.sealed(hour, view) if hour else None
    if hour is None or whose is None:
        return record
    back, keys = hour.session.day, {key for key, _ in hour.ratings}

    def seen(series: Series) -> Series:
        if series.measure.key not in keys and not alliance.is_derived(series.measure):
            return series
        kept = (r for r in series.ratings if r.day != back or r.rater is not whose)
        return replace(series, ratings=tuple(kept))

    hours = without_sealed(of, view).hours
    return replace(record, hours=hours, series=tuple(map(seen, record.series)))
