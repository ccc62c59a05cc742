"""A year as a calendar: weeks as columns, weekdays as rows, a cell a day.

A value is told by the height of its block and by how much of the accent it has; a day without a
rating is blank. What there is no room for is shown by halves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from tui.charts.page import CURSOR, Mark, Page
from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece
from tui.core.days import WEEKDAYS, short_month
from tui.core.measures import Kind, Scale
from tui.core.series import Dated
from tui.core.timespan import Span

BLOCKS: Final = "▁▂▃▄▅▆▇█"
"""From the lowest eighth of a scale to the highest."""
_NAMES: Final = 3
"""Columns that the names of the weekdays take."""
_HIGH: Final = 8
"""Lines of a calendar: the months' names, and the days of a week."""
_FAINTEST: Final = 0.45
"""How much of the accent the lowest value has."""


@dataclass(frozen=True, slots=True)
class Calendar(Page):
    """The ratings of a year, `values` by day; weeks begin on `first_weekday`, 0 for Monday."""

    kind: Kind
    scale: Scale
    span: Span
    values: dict[date, float]
    first_weekday: int = 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see."""
        return not self.values

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """The calendar as `height` lines of coloured pieces, at most `width` cells wide."""
        lines: list[list[Piece]] = [[] for _ in range(height)]
        parts = _placed(self, width, height)
        for top, part in parts:
            lines[top : top + _HIGH] = _block(self, part, palette)
        legend = parts[-1][0] + _HIGH + 1
        if legend < height:
            lines[legend] = _legend(self, palette)
        return lines[:height]

    def marks(self, width: int, height: int, day: date, value: float) -> tuple[Mark, ...]:
        """The cursor on a day."""
        for top, part in _placed(self, width, height):
            if day in part:
                week = (day - _week(part.start, self.first_weekday)).days // 7
                row = top + 1 + (day.weekday() - self.first_weekday) % 7
                return ((row, _NAMES + week, CURSOR),)
        return ()


def year(
    kind: Kind, scale: Scale, span: Span, ratings: Iterable[Dated], first_weekday: int = 0
) -> Calendar:
    """The calendar of a page of a year, see `pages`."""
    values = {rating.day: rating.value for rating in ratings if rating.day in span}
    return Calendar(kind, scale, span, values, first_weekday)


def pages(year_: int, columns: int, rows: int, first_weekday: int = 0) -> list[Span]:
    """What of a year is shown at once in so many cells: all of it, or one half, then the other."""
    whole = Span(date(year_, 1, 1), date(year_, 12, 31))
    fits = _weeks(whole, first_weekday) <= columns - _NAMES or rows > 2 * _HIGH
    return [whole] if fits else _halves(whole)


def _placed(calendar: Calendar, width: int, height: int) -> list[tuple[int, Span]]:
    """The parts that are drawn one under the other, each with its first line."""
    weeks = _weeks(calendar.span, calendar.first_weekday)
    parts = [calendar.span] if weeks <= width - _NAMES else _halves(calendar.span)
    parts = parts if len(parts) * (_HIGH + 1) - 1 <= height else parts[:1]
    used = len(parts) * (_HIGH + 1) + 1
    above = max(0, (height - used) // 2)
    return [(above + n * (_HIGH + 1), part) for n, part in enumerate(parts)]


def _halves(span: Span) -> list[Span]:
    middle = date(span.start.year, 7, 1)
    return [Span(span.start, middle - timedelta(1)), Span(middle, span.end)]


def _weeks(span: Span, first_weekday: int) -> int:
    return (span.end - _week(span.start, first_weekday)).days // 7 + 1


def _block(calendar: Calendar, span: Span, palette: Palette) -> list[list[Piece]]:
    first = _week(span.start, calendar.first_weekday)
    weeks = _weeks(span, calendar.first_weekday)
    lines: list[list[Piece]] = [[(_months(span, first, weeks), palette.quiet)]]
    for row in range(7):
        weekday = (calendar.first_weekday + row) % 7
        name = WEEKDAYS[weekday][:2] if not row % 2 else ""
        pieces = [(f"{name:<{_NAMES}}", palette.quiet)]
        days = (first + timedelta(7 * week + row) for week in range(weeks))
        pieces += [_day(calendar, day, palette) for day in days]
        lines.append(pieces)
    return lines


def _day(calendar: Calendar, day: date, palette: Palette) -> Piece:
    value = calendar.values.get(day) if day in calendar.span else None
    if value is None:
        return " ", ""
    step = level(calendar.scale, value)
    return BLOCKS[step], shade(palette, calendar.kind, step)


def level(scale: Scale, value: float) -> int:
    """Which of the eight steps a value is on, 0 to 7."""
    return max(0, min(len(BLOCKS) - 1, int(scale.share(value) * len(BLOCKS))))


@lru_cache(maxsize=64)
def shade(palette: Palette, kind: Kind, step: int) -> str:
    """A step's colour, between the ground and the accent; the accent where colours have names."""
    accent, ground = palette.accent(kind), palette.ground
    if not (accent.startswith("#") and ground.startswith("#")):
        return accent
    share = _FAINTEST + (1 - _FAINTEST) * step / (len(BLOCKS) - 1)
    pairs = zip(_channels(ground), _channels(accent), strict=True)
    return "#" + "".join(f"{round(g + (a - g) * share):02x}" for g, a in pairs)


def _channels(colour: str) -> Iterator[int]:
    return (int(colour[n : n + 2], 16) for n in (1, 3, 5))


def _week(day: date, first_weekday: int) -> date:
    return day - timedelta((day.weekday() - first_weekday) % 7)


def _months(span: Span, first: date, weeks: int) -> str:
    """The months' names, each over the week in which it begins."""
    cells = [" "] * (_NAMES + weeks + 3)
    months = (date(span.start.year, month, 1) for month in range(span.start.month, 13))
    for month in months:
        if month in span:
            at = _NAMES + (month - first).days // 7
            cells[at : at + 3] = short_month(month.month)
    return "".join(cells[: _NAMES + weeks]).rstrip()


def _legend(calendar: Calendar, palette: Palette) -> list[Piece]:
    scale, steps = calendar.scale, range(len(BLOCKS))
    blocks = [(BLOCKS[n], shade(palette, calendar.kind, n)) for n in steps]
    ends = (f"{' ' * _NAMES}{scale.minimum:g} ", f" {scale.maximum:g}   blank: not rated")
    return [(ends[0], palette.quiet), *blocks, (ends[1], palette.quiet)]
