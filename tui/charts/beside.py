"""What was practised beside what moved, on one axis of time. It shows both, and says no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from rich.cells import cell_len

from tui.charts.axis import ticks
from tui.charts.calendar import BLOCKS, shade
from tui.charts.canvas import Canvas
from tui.charts.ink import Ink
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.plane import Plane
from tui.charts.sgr import Span as Piece
from tui.core.days import DateStyle
from tui.core.measures import Kind
from tui.core.practices import Practice
from tui.core.series import Dated
from tui.core.text import clean
from tui.core.timespan import Span

_TOP: Final = 10
"""The upper end of movement's scale; the lower one is 0."""
_GUTTER: Final = 3
_LATEST: Final = "●"
_DOT: Final = "•"
_HIGHER: Final = "   ▂▅█ higher: more of it, or more effort"
_SHADE: Final = 3
"""How much of the accent blocks have, of `_FINE` steps: a whole one would outshout the line."""
_WIDEST: Final = 6
"""Columns of a week's block at most."""
_FINE: Final = len(BLOCKS)
"""Steps of a block's height to a line."""


@dataclass(frozen=True, slots=True)
class Beside(Page):
    """Movement above, a week's practices beneath: a block each, the higher the more effort.

    `runs` are the sessions' values, oldest first, one tuple for each stretch that a line may join.
    `caption` is said at the foot where there is room for all of it. Weeks begin on `first_weekday`,
    0 for Monday.
    """

    span: Span
    runs: tuple[tuple[Dated, ...], ...]
    practices: tuple[Practice, ...]
    caption: str = ""
    above: str = "movement"
    beneath: str = "practice each week"
    dates: DateStyle = DateStyle.DAY_MONTH
    first_weekday: int = 0
    kind: Kind = Kind.SESSION

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """Both bands over their axis, in exactly so many cells."""
        canvas = Canvas(width, height)
        told = height >= 12 and 0 < cell_len(clean(self.caption)) <= width - _GUTTER
        named = height >= 10
        rows = max(2, height - 2 - 2 * told - 2 * named)
        lower, columns = max(1, rows // 3), max(1, width - _GUTTER)
        upper = Plane(int(named), _GUTTER, columns, rows - lower)
        weeks = Plane(upper.bottom + named, _GUTTER, columns, lower)
        for row in range(upper.top, weeks.bottom):
            canvas.marks(row, _GUTTER - 1, "│", palette.lines)
        upper.levels(canvas, palette, [(0.0, "0"), (1.0, str(_TOP))])
        weeks.axes(canvas, palette, self._ticks(weeks))
        self._moved(canvas, upper, palette)
        self._practised(canvas, weeks, palette)
        if named:
            canvas.words(0, _GUTTER + 1, self.above, palette.quiet)
            self._beneath(canvas, upper.bottom, palette)
        if told:
            canvas.words(height - 1, _GUTTER, self.caption, palette.quiet)
        return canvas.lines()

    def _beneath(self, canvas: Canvas, row: int, palette: Palette) -> None:
        """What the lower band is of, and how to read it where there is room."""
        at = _GUTTER + 1
        at += canvas.words(row, at, self.beneath, palette.quiet)
        if at + len(_HIGHER) <= canvas.width:
            canvas.words(row, at, _HIGHER, palette.quiet)

    def _ticks(self, plane: Plane) -> Iterator[tuple[int, str]]:
        for days, name in ticks(self.span, plane.width, self.dates):
            yield plane.column(self._share(days)), name

    def _share(self, days: int) -> float:
        return days / max(1, self.span.days - 1)

    def _moved(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        """A dot for each session, joined where a line may join them; the latest is large."""
        accent = palette.accent(self.kind)
        ink = Ink(plane.width, plane.height)
        latest: tuple[int, int] | None = None
        for run in self.runs:
            seen = [one for one in run if one.day in self.span]
            shares = [(self._share((p.day - self.span.start).days), p.value / _TOP) for p in seen]
            for ends in pairwise(plane.dot(*at) for at in shares):
                ink.line(ends, accent)
            for across, up in shares:
                latest = plane.row(up), plane.column(across)
                canvas.marks(*latest, _DOT, accent)
        if latest:
            canvas.marks(*latest, _LATEST, palette.gold)
        canvas.lay_under(ink, plane.top, plane.left)

    def _practised(self, canvas: Canvas, plane: Plane, palette: Palette) -> None:
        """For each week a column of blocks; as high as the highest week needs."""
        heights = self._weeks()
        most = max(heights.values(), default=0)
        # A practice without effort is a quarter of a line, or less where the highest week needs it.
        unit = min(_FINE / 4, plane.height * _FINE / most) if most else 0
        tops: dict[int, int] = {}
        for first, high in heights.items():
            for column in self._columns(plane, first):
                tops[column] = max(tops.get(column, 0), 1, round(high * unit))
        colour = shade(palette, Kind.GROWTH, _SHADE)
        for column, top in tops.items():
            for row in range(-(-top // _FINE)):
                block = BLOCKS[min(_FINE, top - row * _FINE) - 1]
                canvas.marks(plane.bottom - 1 - row, column, block, colour)

    def _weeks(self) -> dict[date, int]:
        """By the first day of each week what its practices add up to.

        Each is 1 for itself and up to 3 for its effort, as far as that is said.
        """
        found: dict[date, int] = {}
        for one in self.practices:
            if one.day in self.span:
                first = one.day - timedelta((one.day.weekday() - self.first_weekday) % 7)
                found[first] = found.get(first, 0) + 1 + (one.effort or 0)
        return found

    def _columns(self, plane: Plane, first: date) -> Sequence[int]:
        """The columns of a week's block; weeks stand apart where they have three or more."""
        days = (first - self.span.start).days
        start, end = (plane.column(self._share(n)) for n in (days, days + 7))
        wide = max(1, end - start - (end - start >= 3))
        start += max(0, wide - _WIDEST) // 2
        return range(start, start + min(wide, _WIDEST))
