"""Moments as the file keeps them (ISO, UTC), in the words and the time of this place."""

from __future__ import annotations

from datetime import datetime

from tui.core import days
from tui.core.days import DateStyle


def spoken(at: str, dates: DateStyle) -> str:
    """A moment in a sentence: "Sun 22 Nov 2026 at 14:03"."""
    here = datetime.fromisoformat(at).astimezone()
    return f"{days.full(here.date(), dates)} at {here:%H:%M}"


def tabled(at: str) -> str:
    """A moment in a table: "2026-11-22 14:03"."""
    return f"{datetime.fromisoformat(at).astimezone():%Y-%m-%d %H:%M}"
