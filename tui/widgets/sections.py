"""What a list is made of: titled sections of items, each of which draws its own row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.widgets.row import row


class Item(Protocol):
    """Anything that has a row of its own, by whose id the cursor keeps to it."""

    @property
    def id(self) -> str:
        """Unlike any other in the list."""


Draw = Callable[[Any, int, Palette, bool], list[Segment]]
"""Draws an item in exactly so many cells; the last argument says whether the cursor is on it."""


Heads = Callable[[int, Palette], list[Segment]]
"""Draws the names of columns in exactly so many cells."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled box. `empty` is what it says while it has no rows; `draw` draws each item.

    With `heads` it is a table: no box, and the names of its columns stay over it. Such a section
    is the only one of its list.
    """

    title: str
    legend: str
    items: tuple[Item, ...]
    empty: tuple[str, ...] = ()
    draw: Draw = row
    heads: Heads | None = None

    @property
    def height(self) -> int:
        """Rows inside the box."""
        return len(self.items) or len(self.empty)
