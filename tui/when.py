"""Dates as people write them: "yesterday", "3 weeks ago", "friday", "20 Nov", "2026-11-20"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Any, Final

from tui.core.days import DateStyle, full

_ISO: Final = re.compile(r"\d{4}-\d\d?-\d\d?")
_NEAR: Final = {"today": 0, "yesterday": 1}
_SLASHES: Final = re.compile(r"\s*(\d\d?)([/-])(\d\d?)(?:\2(?:\d{2}|\d{4}))?\s*")
_COUNTED: Final = re.compile(r"\b(ago|in|last|next)\b", re.IGNORECASE)
"""Words with which "a month" is a distance, not a month without a day."""
_BARE_NUMBER: Final = re.compile(r"\s*[\d.,]*\s*")


class NotADay(ValueError):
    """The text is no day that can be used here; the message says why and how to write it."""


def day(
    text: str, today: date, *, ahead: bool = False, dates: DateStyle = DateStyle.DAY_MONTH
) -> date:
    """The day meant by `text`.

    Without `ahead` it lies in the past or is today ("friday" is the last one), and a later day is
    refused; with it, a day to come is meant ("friday" is the next one). Raises `NotADay`, in whose
    message days are written as `dates` has it.
    """
    found = _read(text.strip(), today, ahead)
    if found is None:
        near_by = "tomorrow, friday or in 3 weeks" if ahead else "yesterday, friday or 3 weeks ago"
        raise NotADay(
            f"“{text}” is not a day I can read. Write it like 2026-11-20, 20 Nov, {near_by}."
        )
    if found > today and not ahead:
        raise NotADay(
            f"“{text}” is {full(found, dates)}, which is still to come. "
            "Only what has been can be noted."
        )
    return found


def _read(text: str, today: date, ahead: bool) -> date | None:
    if text.casefold() in _NEAR:
        return today - timedelta(_NEAR[text.casefold()])
    if _ISO.fullmatch(text):
        try:
            return date(*map(int, text.split("-")))
        except ValueError as error:
            raise NotADay(f"“{text}” is not in the calendar: {error}.") from error
    if _BARE_NUMBER.fullmatch(text) or ":" in text:
        return None  # "7" could be anything, most likely a value in the wrong place
    _refuse_two_ways(text)
    return _in_words(text, today, ahead)


def _refuse_two_ways(text: str) -> None:
    """3/4/2026 is a day in April to one half of the world and in March to the other."""
    parts = _SLASHES.fullmatch(text)
    if parts and parts[1] != parts[3] and max(int(parts[1]), int(parts[3])) <= 12:
        raise NotADay(f"“{text}” can be read in two ways. Write it like 2026-04-03 or 3 Apr.")


def _in_words(text: str, today: date, ahead: bool) -> date | None:
    from dateparser.date import DateDataParser

    settings: dict[str, Any] = {
        "RELATIVE_BASE": datetime(today.year, today.month, today.day),
        "PREFER_DATES_FROM": "future" if ahead else "past",
        "DATE_ORDER": "DMY",
    }
    read = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    vague = read.period in ("month", "year") and not _COUNTED.search(text)
    return None if vague or read.date_obj is None else read.date_obj.date()
