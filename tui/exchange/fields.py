"""One value of a story at a time: read as what it has to be, or refused."""

from __future__ import annotations

from datetime import date
from typing import Any

from tui.core.text import clean


class NotAStory(ValueError):
    """The text is not a story that this program can read; the message says where it is not."""


def number(value: object) -> float:
    """A number; raises `TypeError` for anything else, yes and no included."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


def whole(value: object) -> int:
    """A whole number; raises `TypeError` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"{value!r} is not a whole number")
    return value


def text(value: object) -> str:
    """A text; raises `TypeError` for anything else."""
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def words(value: object) -> str:
    """A text that may not be empty."""
    written = text(value)
    if not clean(written).strip():
        raise ValueError("a name or wording is empty")
    return written


def day(value: str) -> date:
    """A day, written as `YYYY-MM-DD`."""
    return date.fromisoformat(value)


def day_if_any(item: dict[str, Any], key: str) -> date | None:
    """The day under a key; None where there is none, or null."""
    value = item.get(key)
    return None if value is None else day(value)
