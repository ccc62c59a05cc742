"""Seams: from the session of a rupture to the one in which it was whole again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui.charts.picture import Seam, place
from tui.core.repair import Rupture
from tui.core.series import Dated, Series
from tui.core.timespan import Span


def seams(series: Series, ruptures: Iterable[Rupture], span: Span) -> tuple[Seam, ...]:
    """The seams on a picture of a series, as far as any of each is in the span.

    Each goes from what the lead gave on the day of the rupture to what the lead gave on the day of
    its repair, or next after it, or else last before it. Where either is missing there is none.
    """
    given = series.by(series.lead)
    ends = (
        (place(dip, span), place(mended, span))
        for rupture in ruptures
        for dip, mended in _ends(given, rupture)
    )
    return tuple(seam for seam in ends if within(seam, span.days))


def within(seam: Seam, days: int) -> Seam | None:
    """The part of a seam that lies in a span of so many days, or None."""
    (x, y), (to_x, to_y) = seam
    first, last = max(x, 0), min(to_x, days - 1)
    if first > last:
        return None
    slope = (to_y - y) / (to_x - x) if to_x > x else 0
    return (first, y + slope * (first - x)), (last, to_y - slope * (to_x - last))


def _ends(given: Sequence[Dated], rupture: Rupture) -> Iterator[tuple[Dated, Dated]]:
    """What was given on the day of a rupture and on that of its repair, where both are known."""
    if rupture.repaired is None:
        return
    dip = next((one for one in given if one.day == rupture.day), None)
    mended = _about(given, rupture.day, rupture.repaired)
    if dip and mended:
        yield dip, mended


def _about(given: Sequence[Dated], after: date, day: date) -> Dated | None:
    later = next((one for one in given if one.day >= day), None)
    return later or next((one for one in reversed(given) if one.day > after), None)
