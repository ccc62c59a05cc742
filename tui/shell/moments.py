"""Moments as the file keeps them (ISO, UTC), in the words and the time of this place."""

from __future__ import annotations

from tui.core import days
from tui.core.changes import moment
from tui.core.days import DateStyle


def spoken(at: str, dates: DateStyle) -> str:
    """A moment in a sentence: "Sun 22 Nov 2026 at 14:03"."""
    here = moment(at)
    return f"{days.full(here.date(), dates)} at {here:%H:%M}"


def tabled(at: str, dates: DateStyle) -> str:
    """A moment in a table: "Sun 22 Nov 2026 14:03"."""
    here = moment(at)
    return f"{days.full(here.date(), dates)} {here:%H:%M}"
