"""Then and now of many measures at once: each on its own scale, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from rich.cells import cell_len

from tui.charts.canvas import Canvas
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece
from tui.core.measures import Kind
from tui.core.overview import Line
from tui.core.text import clean

_THEN: Final = "○"
_NOW: Final = "●"
_NUMBERS: Final = 11
"""Cells of "3.7 → 7.7" and the space before it."""
_NARROWEST: Final = 11
_WIDEST: Final = 41
"""Cells of a scale."""
_HEADS: Final = {Kind.GROWTH: "Growth", Kind.SIGN: "Signs"}


@dataclass(frozen=True, slots=True)
class ThenNow(Page):
    """A row for each measure, those of a kind together. `Line.first` is then, `Line.last` now."""

    lines: tuple[Line, ...]

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """As many rows as there are lines for; heads of kinds where there is room for them too."""
        canvas = Canvas(width, height)
        groups = [(k, [*g]) for k, g in groupby(self.lines, lambda line: line.measure.kind)]
        headed = len(self.lines) + len(groups) <= height
        longest = max((cell_len(clean(x.measure.name)) for x in self.lines), default=0)
        room = width - _NUMBERS - 2
        name = max(1, min(longest, room - _NARROWEST))
        scale = min(_WIDEST, room - name)
        row = 0
        for kind, lines in groups:
            if headed:
                canvas.words(row, 0, _HEADS.get(kind, ""), palette.quiet)
                row += 1
            row = self._rows(canvas, palette, row, lines, (name, scale))
        if row > height:
            canvas.words(height - 1, 0, " " * width, palette.quiet)
            canvas.words(height - 1, 0, f"… and {row - height + 1} more", palette.quiet)
        return canvas.lines()

    def _rows(
        self,
        canvas: Canvas,
        palette: Palette,
        row: int,
        lines: Sequence[Line],
        columns: tuple[int, int],
    ) -> int:
        """Draw the rows of a kind from `row` on, and tell which comes next."""
        name, scale = columns
        for line in lines:
            colour = palette.text if line.last else palette.quiet
            canvas.words(row, 1, line.measure.name, colour, name)
            first = name + 3
            canvas.marks(row, first, "╌" * scale, palette.lines)
            self._dots(canvas, palette, row, line, (first, scale))
            row += 1
        return row

    def _dots(
        self, canvas: Canvas, palette: Palette, row: int, line: Line, place: tuple[int, int]
    ) -> None:
        first, scale = place
        accent = palette.accent(line.measure.kind)
        if line.last is None:
            canvas.words(row, first + scale + 1, "–", palette.quiet)
            return

        def at(value: float) -> int:
            share = line.measure.scale.share(value)
            return first + min(scale - 1, max(0, round(share * (scale - 1))))

        now, value = at(line.last.value), f"{line.last.value:g}"
        then = line.first if line.first and line.first != line.last else None
        if then:
            start = at(then.value)
            low, high = min(start, now), max(start, now)
            canvas.marks(row, low, "─" * (high - low), accent)
            canvas.marks(row, start, _THEN, accent)
        canvas.marks(row, now, _NOW, accent)
        was = f"{then.value:g} →" if then else ""
        canvas.words(row, first + scale + 1, f"{was:>5}", palette.quiet)
        canvas.words(row, first + scale + 6, f"{value:>4}", accent)
