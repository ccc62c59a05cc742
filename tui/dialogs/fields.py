"""What a form consists of, as values: fields, and words between them. Nothing here draws.

A field holds text until it is read; `read` gives the value, or says in a sentence why it cannot.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any, Final

from tui import when
from tui.core.days import DateStyle, full
from tui.core.measures import Scale
from tui.core.text import clean, fit_to_keep

NUMBER: Final = r"[+\-−]?[0-9]{1,9}([.,][0-9]{1,6})?"
"""How a value is written."""
_AT_ONCE: Final = r"(?i)\s*(today|yesterday|\d{4}-\d\d?-\d\d?)?\s*"
"""Days for whose reading nothing has to be loaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(ABC):
    """Something that is asked for.

    `key` names it in what is read, `value` is the text it begins with, and `required` is the
    sentence that is said when it is empty; "" where it may be.
    """

    key: str
    label: str
    hint: str = ""
    value: str = ""
    required: str = ""

    @abstractmethod
    def read(self, text: str) -> Any:
        """The value that is written; raises `ValueError` with a sentence for the person."""

    def about(self) -> str:
        """The quiet words beneath the field."""
        return self.hint

    def slow(self, text: str) -> bool:
        """Whether reading may take longer than the time between two keys."""
        return False

    def kept(self, text: str) -> str:
        """The text without a blank start and end; raises where there is none and has to be."""
        if not (text := text.strip()) and self.required:
            raise ValueError(self.required)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Line(Field):
    """One line of text. `suggestions` complete what is typed, with →; `by_word` the last word."""

    suggestions: tuple[str, ...] = ()
    by_word: bool = False

    def read(self, text: str) -> str:
        """The line, cleaned."""
        return self.kept(fit_to_keep(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Line):
    """A number that is written out. Empty reads as None.

    `sound` tells whether it can be one, and `otherwise` is the sentence that is said if not.
    """

    sound: Callable[[float], bool] = isfinite
    otherwise: str = ""

    def read(self, text: str) -> Any:
        """The number; a comma is a point."""
        if not (text := self.kept(clean(text))):
            return None
        if not re.fullmatch(NUMBER, text):
            raise ValueError(f"“{text[:40]}” is not a number.")
        if not self.sound(number := as_number(text)):
            raise ValueError(self.otherwise)
        return number


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Field):
    """Several lines of text, in a field `rows` lines high."""

    rows: int = 4

    def read(self, text: str) -> str:
        """The text as it was written, cleaned; nothing but blanks is nothing."""
        kept = fit_to_keep(text, multiline=True)
        return kept if self.kept(kept) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Field):
    """A day in words: one that has been, or with `ahead` one to come. Empty reads as None."""

    today: date
    ahead: bool = False
    dates: DateStyle = DateStyle.DAY_MONTH

    def read(self, text: str) -> date | None:
        """The day that is meant."""
        text = self.kept(clean(text[:200]))
        return when.day(text, self.today, ahead=self.ahead, dates=self.dates) if text else None

    def slow(self, text: str) -> bool:
        """Words take a parser that is loaded when the first are read."""
        return not re.fullmatch(_AT_ONCE, text)

    def understood(self, day: date | None) -> str:
        """What is said beside the field once it has been read."""
        return full(day, self.dates) if day else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Field):
    """One of a few `options`, each a value and the label by which it is shown."""

    options: tuple[tuple[str, str], ...]

    def read(self, text: str) -> str:
        """The value of the option that is chosen."""
        if self.kept(text) and text not in dict(self.options):
            raise ValueError("Choose one of these.")
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Field):
    """Any number of a few `options`, each a value and the label by which it is shown.

    Its text holds the values that are taken, with blanks between them.
    """

    options: tuple[tuple[str, str], ...]

    def read(self, text: str) -> tuple[str, ...]:
        """The values of the options that are taken, in their order."""
        taken = self.kept(text).split()
        if not {*taken} <= dict(self.options).keys():
            raise ValueError("Choose among these.")
        return tuple(value for value, _ in self.options if value in taken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Field):
    """A value on a scale. Empty reads as None."""

    scale: Scale

    def read(self, text: str) -> float | None:
        """The value in points of the scale; raises `OffScale` where it is not on it."""
        if not (text := self.kept(text)):
            return None
        if not re.fullmatch(NUMBER, text):
            raise ValueError(f"“{clean(text[:40])}” is not a number. Here go {self.scale}.")
        value = as_number(text)
        return self.scale.check(int(value) if value.is_integer() else value)

    def about(self) -> str:
        """The hint, and what the two ends of the scale mean."""
        scale = self.scale
        worded = ((scale.minimum, scale.low), (scale.maximum, scale.high))
        ends = [f"{value:g} {words}" for value, words in worded if words]
        return "  ".join(part for part in (self.hint, " · ".join(ends)) if part)


@dataclass(frozen=True, slots=True)
class Words:
    """A quiet sentence between fields. With a `key`, a form may change it as fields change."""

    text: str
    key: str = ""


def as_number(text: str) -> float:
    """The number in a text that is one by `NUMBER`; a comma is a point."""
    return float(text.replace("−", "-").replace(",", "."))
