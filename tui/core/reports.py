"""What goes into a report, and how it is written: chosen by whoever takes it home."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """What may go in. `NOTES` is everything that was written in free words."""

    GOALS = "goals"
    GROWTH = "growth"
    SIGNS = "signs"
    SESSIONS = "sessions"
    NOTES = "notes"


SAFEST: Final = (Part.GOALS, Part.GROWTH, Part.SIGNS)
"""What goes in unless something else is asked for: nothing of what was said or written down."""


class Layout(StrEnum):
    """How a report is written."""

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "text"


_SUFFIXES: Final = {
    "html": Layout.HTML,
    "htm": Layout.HTML,
    "md": Layout.MARKDOWN,
    "markdown": Layout.MARKDOWN,
    "txt": Layout.TEXT,
    "text": Layout.TEXT,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Without a `start` the period begins with the last review, or at the beginning where none was
    held; without an `end` it is today.
    """

    parts: tuple[Part, ...] = SAFEST
    start: date | None = None
    end: date | None = None

    def sound(self, today: date) -> Wanted:
        """Return what is wanted, or raise `ValueError` with a sentence if it cannot be told."""
        if not self.parts:
            raise ValueError("Something has to go in: goals, growth, signs, sessions or notes.")
        if max(filter(None, (self.start, self.end)), default=today) > today:
            raise ValueError("That day is still to come: a report tells what has been.")
        if self.start and self.start > (self.end or today):
            raise ValueError("The period ends before it begins.")
        return self


@dataclass(frozen=True, slots=True)
class Asked:
    """A report that is wanted, in a layout, at the place where it is put."""

    wanted: Wanted
    layout: Layout
    place: str


def parts(words: Iterable[str]) -> tuple[Part, ...]:
    """The parts with these names, in their fixed order; raises `ValueError` for another name."""
    named = {word.strip().casefold() for word in words} - {""}
    if strange := sorted(named - {*Part}):
        known = ", ".join(Part)
        raise ValueError(f"“{strange[0][:40]}” is nothing that goes into a report: {known}.")
    return tuple(part for part in Part if part in named)


def layout_of(name: str) -> Layout | None:
    """The layout that the end of a file's name tells; None where it tells none."""
    _, dot, suffix = name.rpartition(".")
    return _SUFFIXES.get(suffix.casefold()) if dot else None
