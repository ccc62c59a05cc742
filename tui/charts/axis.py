"""Where the ticks of a time axis stand and what they are called."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count, takewhile
from typing import Final

from tui.core.days import DateStyle, short, short_month
from tui.core.timespan import Span

_LABEL: Final = 8
"""Columns that a label needs, with the space around it."""
_STEPS: Final = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


def ticks(
    span: Span, columns: int, dates: DateStyle = DateStyle.DAY_MONTH
) -> list[tuple[int, str]]:
    """Ticks as (days after the span's start, label), as many as fit in `columns`.

    Weeks under two months, their days written as `dates` has it ("12 Nov"), else whole months,
    January bearing the year.
    """
    room = max(1, columns // _LABEL)
    if span.days <= 62:
        return _days(span, room, dates)
    months = span.days / 30.44
    step = next((s for s in _STEPS if months / s <= room), _STEPS[-1])
    found = [((day - span.start).days, _name(day, step)) for day in _firsts(span, step)]
    return found or [(0, str(span.start.year))]


def _days(span: Span, room: int, dates: DateStyle) -> list[tuple[int, str]]:
    step = next(s for s in (1, 2, 7, 14, 28, 62) if span.days / s <= room or s == 62)
    offsets = range((span.days - 1) % step, span.days, step)
    return [(n, short(span.start + timedelta(n), dates)) for n in offsets]


def _firsts(span: Span, step: int) -> list[date]:
    """First days of months inside the span, `step` months apart, January among them."""
    first = span.start.year * 12 + span.start.month - 1 + (span.start.day > 1)
    first += -first % step
    days = (date(n // 12, n % 12 + 1, 1) for n in count(first, step))
    return list(takewhile(lambda day: day <= span.end, days))


def _name(day: date, step: int) -> str:
    return str(day.year) if day.month == 1 or step >= 12 else short_month(day.month)
