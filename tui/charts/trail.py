"""One thing against another, session by session: a trail of dots, the latest of which is large."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tui.charts.canvas import Canvas
from tui.charts.ink import Ink
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.plane import Plane
from tui.charts.sgr import Span as Piece
from tui.core.measures import Kind

BRIGHT: Final = 12
"""How many of the latest sessions stand out."""
_JOINED: Final = 5
"""How many of the latest are joined by a line."""
_TOP: Final = 10
"""The upper end of both scales; the lower one is 0."""
_LATEST: Final = "●"
_MARKS: Final = {(True, False): "•", (True, True): "◉", (False, False): "·", (False, True): "∘"}
"""By whether a dot is bright, and whether it stands for several sessions."""
_GUTTER: Final = 3
_WIDEST: Final = 4
"""How many columns there are at most to each line, so that a plane stays one."""
_LEGENDS: Final = (
    f"{_LATEST} latest   • ◉ once, several times   · ∘ longer ago",
    f"{_LATEST} latest   ◉ several   · longer ago",
    f"{_LATEST} latest",
)


@dataclass(frozen=True, slots=True)
class Trail(Page):
    """`points` are (across, up) from 0 to 10, oldest first.

    `corners` are quiet words for the upper left, upper right, lower left and lower right.
    """

    across: str
    up: str
    points: tuple[tuple[float, float], ...]
    corners: tuple[str, str, str, str] = ("", "", "", "")
    kind: Kind = Kind.SESSION

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """The plane with its trail, in exactly so many cells."""
        canvas = Canvas(width, height)
        rows = max(1, height - 3)
        columns = max(1, min(width - _GUTTER, rows * _WIDEST + _TOP))
        columns -= (columns - 1) % _TOP if columns > _TOP else 0  # whole numbers stand evenly
        left = _GUTTER + (width - _GUTTER - columns) // 2
        plane = Plane(1, left, columns, rows)
        self._frame(canvas, plane, palette)
        self._cross(canvas, plane, palette)
        self._dots(canvas, plane, palette)
        self._corners(canvas, plane, palette)
        ink = Ink(plane.width, plane.height)
        latest = [plane.dot(x / _TOP, y / _TOP) for x, y in self.points[-_JOINED:]]
        for ends in pairwise(latest):
            ink.line(sorted(ends), palette.lines)
        canvas.lay_under(ink, plane.top, plane.left)
        return canvas.lines()

    def _frame(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        levels = [(0.0, "0"), (1.0, str(_TOP))]
        if plane.height > 4:
            levels.insert(1, (0.5, str(_TOP // 2)))
        last = plane.left + plane.width
        plane.axes(canvas, palette, [(plane.left, "0"), (last - 1, str(_TOP))])
        plane.levels(canvas, palette, levels)
        taken = canvas.words(0, plane.left - 1, f"↑ {self.up}", palette.text, plane.width)
        legends = (x for x in _LEGENDS if len(x) + taken + 4 <= last - plane.left)
        if legend := next(legends, ""):
            canvas.words(0, last - len(legend), legend, palette.quiet)
        name = f"{self.across} →"
        at = plane.left + max(3, (plane.width - len(name)) // 2)
        canvas.words(plane.bottom + 1, at, name, palette.text, plane.width - 6)

    def _cross(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        """Where both are in the middle."""
        row, column = plane.row(0.5), plane.column(0.5)
        if plane.height > 4:
            first = plane.left + (column - plane.left) % 2
            for at in range(first, plane.left + plane.width, 2):
                canvas.marks(row, at, "╌", palette.lines)
            for at in range(plane.top, plane.bottom):
                canvas.marks(at, column, "┊", palette.lines)
            canvas.marks(row, column, "┼", palette.lines)

    def _dots(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        places = [(plane.row(y / _TOP), plane.column(x / _TOP)) for x, y in self.points]
        several = {place for place, many in Counter(places).items() if many > 1}
        for n, place in enumerate(places):
            bright = n >= len(places) - BRIGHT
            colour = palette.accent(self.kind) if bright else palette.quiet
            canvas.marks(*place, _MARKS[bright, place in several], colour)
        if places:
            canvas.marks(*places[-1], _LATEST, palette.gold)

    def _corners(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        """The words of each corner, as near to it as nothing stands in their way."""
        room = (plane.width - 5) // 2
        for n, words in enumerate(self.corners):
            if not 0 < len(words) <= room:
                continue
            right = plane.left + plane.width - len(words) - 1
            at = right if n % 2 else plane.left + 1
            for row in _inwards(plane, upper=n < 2):
                if canvas.blank(row, at - 1, len(words) + 2):
                    canvas.words(row, at, words, palette.quiet)
                    break


def _inwards(plane: Plane, *, upper: bool) -> Iterator[int]:
    """The lines from an edge on, as far as they are nearer to it than to the middle."""
    near = range(plane.height // 4 if plane.height > 4 else 0)
    return (plane.top + n if upper else plane.bottom - 1 - n for n in near)
