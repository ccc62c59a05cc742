"""What of a record is kept back from who rates second."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui.core.measures import Kind, Rater
from tui.core.record import Record
from tui.core.relationship import Relationship
from tui.core.series import Series
from tui.core.session_words import veiled


def seen(record: Record, view: Rater) -> Record:
    """The record without the ratings of the latest session that `view` does not see yet."""
    whole = Relationship(record.client, record.today, record.hours, record.ruptures, {})
    hour, shown = whole.latest, veiled(whole, view)
    if shown is whole or hour is None:
        return record
    series = tuple(_without(s, hour.session.day) for s in record.series)
    return replace(record, hours=shown.hours, series=series)


def _without(series: Series, day: date) -> Series:
    """A series of what is rated each session, without what the client gave on a day."""
    if series.measure.kind is not Kind.SESSION or series.measure.cadence is not None:
        return series
    kept = (r for r in series.ratings if (r.day, r.rater) != (day, Rater.CLIENT))
    return replace(series, ratings=tuple(kept))
