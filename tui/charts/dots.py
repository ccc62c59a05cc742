"""Sentences that were ticked after each session: a grid of dots, with nothing counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from tui.charts.canvas import Canvas
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece
from tui.core.measures import Kind
from tui.core.text import clean

_TICKED: Final = "●"
_NOT: Final = "·"
_NARROWEST: Final = 2
_WIDEST: Final = 5
"""Cells from one session to the next."""
_APART: Final = 2
"""Cells between the sentences and the first session."""
_FOOT: Final = "session"
_LEGENDS: Final = (
    f"{_TICKED} ticked   {_NOT} held, not ticked   blank: missed, or not asked",
    f"{_TICKED} ticked   {_NOT} not   blank: missed",
    f"{_TICKED} ticked   {_NOT} not",
)


@dataclass(frozen=True, slots=True)
class Column:
    """A session by its number; `ticks` is None where it was missed or nothing was asked."""

    number: int
    ticks: tuple[bool, ...] | None


@dataclass(frozen=True, slots=True)
class Dots(Page):
    """A row for each sentence, a column for each session, oldest first."""

    labels: tuple[str, ...]
    columns: tuple[Column, ...]
    kind: Kind = Kind.SESSION

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """The grid in exactly so many cells, with as many of the latest sessions as there is room.

        The latest one is gold.
        """
        canvas = Canvas(width, height)
        rows = self.labels[: max(1, height - 1)]
        step = 2 if height >= 2 * len(rows) + 1 else 1
        foot = (len(rows) - 1) * step + 1 + (height >= (len(rows) + 1) * step)
        legend = next((x for x in _LEGENDS if len(x) <= width), "")
        told = bool(legend) and height >= foot + 3
        top = max(0, (height - foot - 1 - 2 * told) // 2)
        longest = max(cell_len(clean(label)) for label in (*rows, _FOOT))
        left = min(longest, (width - _APART) * 3 // 5)
        room = max(1, width - left - _APART)
        many = max(1, min(len(self.columns), (room - 1) // _NARROWEST + 1))
        apart = max(_NARROWEST, min(_WIDEST, (room - 1) // max(1, many - 1)))
        shown = self.columns[-many:]
        places = [left + _APART + n * apart for n in range(len(shown))]
        for n, label in enumerate(rows):
            canvas.words(top + n * step, 0, label, palette.text, left)
            self._row(canvas, top + n * step, n, [*zip(places, shown, strict=True)], palette)
        foot += top
        canvas.words(foot, 0, _FOOT, palette.quiet, left)
        _numbers(canvas, foot, [*zip(places, shown, strict=True)], palette)
        if told:
            canvas.words(foot + 2, 0, legend, palette.quiet)
        return canvas.lines()

    def _row(
        self,
        canvas: Canvas,
        row: int,
        sentence: int,
        placed: list[tuple[int, Column]],
        palette: Palette,
    ) -> None:
        for at, column in placed:
            if column.ticks is None or sentence >= len(column.ticks):
                continue
            accent = palette.gold if column is self.columns[-1] else palette.accent(self.kind)
            ticked = column.ticks[sentence]
            mark, colour = (_TICKED, accent) if ticked else (_NOT, palette.quiet)
            canvas.marks(row, at, mark, colour)


def _numbers(canvas: Canvas, row: int, placed: list[tuple[int, Column]], palette: Palette) -> None:
    """The latest session's number, every fifth one's and the first one's, as there is room."""
    fifths = [one for one in reversed(placed[:-1]) if not one[1].number % 5]
    for at, column in [*placed[-1:], *fifths, *placed[:1]]:
        name = str(column.number)
        # Its last digit is under the dot, so that the latest session's is inside.
        start, latest = at - len(name) + 1, column is placed[-1][1]
        if canvas.blank(row, start - 1, min(len(name) + 2, canvas.width - start + 1)):
            canvas.words(row, start, name, palette.gold if latest else palette.quiet)
