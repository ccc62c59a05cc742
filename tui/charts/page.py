"""What the picture's box shows: anything that draws itself."""

from __future__ import annotations

from datetime import date
from typing import Final, Protocol

from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece

CURSOR: Final = "◈"
"""The cursor on a point."""
Mark = tuple[int, int, str]
"""A line and a column of a drawing, both counted from 0, and what is put there."""


class Page(Protocol):
    """A drawing to be. A page that says no more of itself has no points to go to."""

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """At most `height` lines of coloured pieces, each at most `width` cells wide."""

    def marks(self, width: int, height: int, day: date, value: float) -> tuple[Mark, ...]:
        """Where the cursor stands for a value of a day, if that is shown at all."""
        return ()
