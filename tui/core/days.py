"""Days in words. English, and the same on every machine: no locale is asked."""

from __future__ import annotations

from datetime import date
from enum import Enum
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


class DateStyle(Enum):
    """How a day is written; the values are those of the setting `date_format`."""

    DAY_MONTH = "day-month"
    MONTH_DAY = "month-day"
    ISO = "iso"


def short_month(month: int) -> str:
    """Three letters for a month, 1 to 12."""
    return MONTHS[month - 1][:3]


def short(day: date, style: DateStyle = DateStyle.DAY_MONTH) -> str:
    """A day without its year: "12 Nov", "Nov 12" or "11-12"."""
    match style:
        case DateStyle.DAY_MONTH:
            return f"{day.day} {short_month(day.month)}"
        case DateStyle.MONTH_DAY:
            return f"{short_month(day.month)} {day.day}"
        case DateStyle.ISO:
            return day.isoformat()[5:]


def with_weekday(day: date, style: DateStyle = DateStyle.DAY_MONTH) -> str:
    """A day as a header shows it: "Sun 22 Nov", "Sun Nov 22" or "Sun 2026-11-22"."""
    said = day.isoformat() if style is DateStyle.ISO else short(day, style)
    return f"{WEEKDAYS[day.weekday()][:3]} {said}"


def full(day: date, style: DateStyle = DateStyle.DAY_MONTH) -> str:
    """A day that cannot be mistaken: "Sun 22 Nov 2026", "Sun Nov 22, 2026" or "2026-11-22"."""
    match style:
        case DateStyle.DAY_MONTH:
            return f"{with_weekday(day, style)} {day.year}"
        case DateStyle.MONTH_DAY:
            return f"{with_weekday(day, style)}, {day.year}"
        case DateStyle.ISO:
            return day.isoformat()


def near(day: date, today: date, style: DateStyle = DateStyle.DAY_MONTH) -> str:
    """A day with its year only where that is not this year: "12 Nov", "12 Nov 2025"."""
    if style is DateStyle.ISO:
        return day.isoformat()
    year = ", " if style is DateStyle.MONTH_DAY else " "
    return short(day, style) + ("" if day.year == today.year else f"{year}{day.year}")


def between(start: date, end: date, style: DateStyle = DateStyle.DAY_MONTH) -> str:
    """Two days and what lies between: "12 Mar – 3 Jun 2026", with both years where they differ."""
    if style is DateStyle.ISO:
        return f"{start.isoformat()} – {end.isoformat()}"
    return f"{near(start, end, style)} – {near(end, date.min, style)}"
