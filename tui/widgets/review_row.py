"""Rows of the Review mode: a page with its tick, an item of the agenda, a review."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.agenda import Item
from tui.core.review_pages import PageKind, ReviewPage
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR

_KIND = 9
_ROOMY = 38
"""Columns from which an item says what it is of."""


@dataclass(frozen=True, slots=True)
class Door:
    """The row that begins a review, or goes on with one; `review_id` is that one's, or ""."""

    said: str
    review_id: str = ""

    @property
    def id(self) -> str:
        """There is one such row."""
        return "door"


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A review that was held. `review_id` tells which, `day` and `note` are its words."""

    review_id: str
    day: str
    note: str

    @property
    def id(self) -> str:
        """The review's."""
        return f"held:{self.review_id}"


def page_row(page: ReviewPage, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """A tick for what is done, and the name; a goal's in the colour of goals."""
    ground = palette.cursor if chosen else palette.ground
    tick, colour = ("✓", palette.gold) if page.done else ("·", palette.quiet)
    goal = page.kind is PageKind.GOAL
    ink = palette.quiet if page.done and not chosen else palette.goal if goal else palette.text
    return [
        plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
        plain(f"{tick} ", colour, ground, bold=True),
        plain(fit(page.name, max(0, width - 4)), ink, ground, chosen),
    ]


def item_row(item: Item, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """What it is of, where there is room for that, and its line."""
    ground = palette.cursor if chosen else palette.ground
    kind = f"{item.kind.value:<{_KIND}} " if width >= _ROOMY else ""
    return [
        plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
        plain(kind, palette.quiet, ground),
        plain(fit(item.text, max(0, width - 2 - len(kind))), palette.text, ground, chosen),
    ]


def door_row(door: Door, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """What Enter does."""
    ground = palette.cursor if chosen else palette.ground
    mark = plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)
    return [mark, plain(fit(door.said, max(0, width - 2)), palette.gold, ground, bold=True)]


def held_row(row: HeldRow, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """Its day, and how what was said begins."""
    ground = palette.cursor if chosen else palette.ground
    return [
        plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
        plain(f"{row.day}  ", palette.text, ground, chosen),
        plain(fit(row.note, max(0, width - 4 - len(row.day))), palette.quiet, ground),
    ]
