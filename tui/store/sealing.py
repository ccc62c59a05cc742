"""What is kept back from who rates second: nobody rates with the other's marks in sight."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from tui.core.measures import Kind, Measure, Rater
from tui.core.ratings import Rating
from tui.store import ratings

_LATEST: Final = (
    "SELECT day FROM session WHERE client_id = ? AND day <= ? AND state <> 'missed'"
    " ORDER BY day DESC LIMIT 1"
)


def each_session(measure: Measure) -> bool:
    """Whether it is rated of each session, not once a month."""
    return measure.kind is Kind.SESSION and measure.cadence is None


def kept_back(
    conn: sqlite3.Connection, known: Sequence[Measure], client_id: str, today: date, view: Rater
) -> date | None:
    """The session's day of which `view` does not see the client's ratings yet, if there is one.

    The same as `Relationship.sealed`, without reading every session.
    """
    if view is not Rater.THERAPIST:
        return None
    found = conn.execute(_LATEST, (client_id, today.isoformat())).fetchone()
    if found is None:
        return None
    asked = filter(each_session, known)
    who = {given.rater for m in asked for given in ratings.of_day(conn, m.id, found[0])}
    sealed = Rater.CLIENT in who and view not in who
    return date.fromisoformat(found[0]) if sealed else None


def seen(given: Iterable[Rating], measure: Measure, back: date | None) -> tuple[Rating, ...]:
    """The ratings of a measure without those of the client that are kept `back`."""
    if back is None or not each_session(measure):
        return tuple(given)
    return tuple(r for r in given if r.day != back or r.rater is not Rater.CLIENT)
