"""What a client rated after sessions, as shares of the scale, session by session."""

from __future__ import annotations

from datetime import date

from tui.core.measures import Rater
from tui.core.record import Record
from tui.core.series import Series


def shares(series: Series) -> dict[date, float]:
    """What the client gave on each day, 0 to 1, of the version in force."""
    version = series.measure.version
    given = (r for r in series.by(Rater.CLIENT) if r.version == version.number)
    return {r.day: version.scale.share(r.value) for r in given}


def by_session(record: Record, *keys: str) -> list[tuple[date, tuple[float, ...]]]:
    """The sessions held of which all of these were rated, oldest first: day and shares."""
    rated = [shares(series) for key in keys if (series := record.of(key))]
    if len(rated) < len(keys):
        return []
    days = [hour.session.day for hour in record.held]
    return [(day, tuple(r[day] for r in rated)) for day in days if all(day in r for r in rated)]
