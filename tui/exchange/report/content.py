"""What a report says, before it is laid out: plain values, the same for every layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.charts.picture import Picture
from tui.core.days import DateStyle
from tui.core.details import Block


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings, each as long as these."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Something that is rated, or a review.

    `asked` is what was asked, `span` the short "3 → 7" of the period, `said` the sentence beneath
    the picture.
    """

    heading: str
    asked: str = ""
    span: str = ""
    said: str = ""
    picture: Picture | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with an introduction of the program's own, pieces, a table and more to read."""

    heading: str
    intro: str = ""
    pieces: tuple[Piece, ...] = ()
    table: Table | None = None
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report; `facts` say of which time it is, whose words, made when and what is in it."""

    whose: str
    start: date
    end: date
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    dates: DateStyle = DateStyle.DAY_MONTH


AID = (
    "A record and a conversation aid. It does not diagnose, treat, predict or watch over anybody, "
    "and it never sums a person up in a number."
)
"""What a report is."""
NOBODY = (
    "Nobody watches this: if you or someone else may be in danger, call your local emergency "
    "number now."
)
"""What it is not."""
