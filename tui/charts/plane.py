"""Axes for pages that draw themselves: a plane of cells in which values have their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tui.charts.canvas import Canvas
from tui.charts.ink import Dot
from tui.charts.palette import Palette


@dataclass(frozen=True, slots=True)
class Plane:
    """Cells of a canvas; shares of it are counted from its lower left, 0 to 1."""

    top: int
    left: int
    width: int
    height: int

    @property
    def bottom(self) -> int:
        """The line under it."""
        return self.top + self.height

    def row(self, share: float) -> int:
        """The line of a share of its height."""
        return self.top + round((1 - _held(share)) * (self.height - 1))

    def column(self, share: float) -> int:
        """The column of a share of its width."""
        return self.left + round(_held(share) * (self.width - 1))

    def dot(self, across: float, up: float) -> Dot:
        """The middle of a cell, counted from the plane's own upper left."""
        return self.column(across) - self.left + 0.5, self.row(up) - self.top + 0.5

    def levels(self, canvas: Canvas, palette: Palette, levels: Iterable[tuple[float, str]]) -> None:
        """Names on the left, at shares of the height."""
        for share, name in levels:
            canvas.marks(self.row(share), self.left - 1, "┤", palette.lines)
            canvas.marks(self.row(share), self.left - 1 - len(name), name, palette.quiet)

    def axes(self, canvas: Canvas, palette: Palette, ticks: Iterable[tuple[int, str]]) -> None:
        """Lines on the left and beneath, with names under columns where they stand apart."""
        for row in range(self.top, self.bottom):
            canvas.marks(row, self.left - 1, "│", palette.lines)
        canvas.marks(self.bottom, self.left - 1, "└" + "─" * self.width, palette.lines)
        for column, name in ticks:
            canvas.marks(self.bottom, column, "┬", palette.lines)
            at = max(self.left, min(column, self.left + self.width - len(name)))
            if canvas.blank(self.bottom + 1, at - 1, len(name) + 1):
                canvas.words(self.bottom + 1, at, name, palette.quiet)


def _held(share: float) -> float:
    return max(0.0, min(1.0, share))
