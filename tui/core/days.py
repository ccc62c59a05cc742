"""Days in words. English, and the same on every machine: no locale is asked."""

from __future__ import annotations

from datetime import date
from typing import Final

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS: Final = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)


def short_month(month: int) -> str:
    """Three letters for a month, 1 to 12."""
    return MONTHS[month - 1][:3]


def short(day: date) -> str:
    """A day without its year: "12 Nov"."""
    return f"{day.day} {short_month(day.month)}"


def with_weekday(day: date) -> str:
    """A day as a header shows it: "Sun 22 Nov"."""
    return f"{WEEKDAYS[day.weekday()][:3]} {short(day)}"


def full(day: date) -> str:
    """A day that cannot be mistaken: "Sun 22 Nov 2026"."""
    return f"{with_weekday(day)} {day.year}"
