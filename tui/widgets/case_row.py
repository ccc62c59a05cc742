"""A client's row in a caseload: columns that give way one by one, and the heads over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.caseload import Case, Glance
from tui.core.days import DateStyle, short, short_month
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR

_APART: Final = " · "
_YEAR: Final = 300
"""Days beyond which a day is told by its month and its year."""


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide each column is at a width of the list; 0 for one that there is no room for."""

    name: int
    last: int
    coming: int
    goals: int
    alliance: int
    repairs: int
    waiting: int

    @classmethod
    def of(cls, width: int) -> Columns:
        """What gives way first: the alliance, the goals, repairs, the last session, the next."""
        last, coming = 9 * (width >= 56), 9 * (width >= 44)
        repairs, goals, alliance = 8 * (width >= 64), 7 * (width >= 74), 9 * (width >= 82)
        least = 14 if width < 64 else 19 if width < 86 else 24 if width < 100 else 36
        waiting = least if width >= 34 else 0
        used = 2 + last + coming + goals + alliance + repairs + waiting
        return cls(max(0, width - used), last, coming, goals, alliance, repairs, waiting)


def heads(width: int, palette: Palette) -> list[Segment]:
    """The names of the columns, exactly `width` cells."""
    at, ground = Columns.of(width), palette.ground
    first = plain(f"  {fit('Clients', at.name)}", palette.text, ground, bold=True)
    words = "".join(
        fit(f"{word:>{columns - 1}}", columns - 1) + " "
        for word, columns in (
            ("last", at.last),
            ("next", at.coming),
            ("moved", at.goals),
            ("alliance", at.alliance),
            ("repairs", at.repairs),
        )
        if columns
    )
    waiting = fit(" waiting", at.waiting)
    return [first, plain(words + waiting, palette.quiet, ground)]


def drawing(
    today: date, dates: DateStyle, glances: Callable[[Case], Glance | None]
) -> Callable[[Case, int, Palette, bool], list[Segment]]:
    """What draws rows on a day; `glances` tells what a closer look found, once it has."""

    def draw(case: Case, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        at = Columns.of(width)
        ground = palette.cursor if chosen else palette.ground
        glance = glances(case)
        alliance = glance.alliance if glance else None
        cells = (
            (_day(case.last, today, dates), at.last, "quiet"),
            (_coming(case, today, dates), at.coming, "text"),
            (glance.goals if glance else "", at.goals, "goal"),
            ("" if alliance is None else f"{alliance:.1f}", at.alliance, "session"),
            (f"{case.repairs} open" if case.repairs else "", at.repairs, "gold"),
        )
        return [
            plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
            plain(
                fit(case.client.name, at.name - 1) + " " * (at.name > 0),
                palette.text,
                ground,
                chosen,
            ),
            *(
                plain(
                    f"{fit(f'{words:>{columns - 1}}', columns - 1)} ",
                    getattr(palette, colour),
                    ground,
                )
                for words, columns, colour in cells
                if columns
            ),
            plain(
                fit(f" {_as_many(case.waiting(glance), at.waiting - 1)}", at.waiting),
                palette.quiet,
                ground,
            ),
        ]

    return draw


def _as_many(parts: tuple[str, ...], room: int) -> str:
    """As many of the parts as there is room for, and a sign that there are more."""
    for count in range(len(parts), 0, -1):
        more = " …" if count < len(parts) else ""
        said = _APART.join(parts[:count]) + more
        if len(said) <= room:
            return said
    return parts[0] if parts else ""


def _coming(case: Case, today: date, dates: DateStyle) -> str:
    """The next session; where none is planned, whether therapy has ended."""
    return "ended" if case.ended and not case.coming else _day(case.coming, today, dates)


def _day(day: date | None, today: date, dates: DateStyle) -> str:
    """A day in at most eight cells: "today", "12 Nov", "Nov 2024"; nothing for none."""
    if day is None:
        return ""
    if day == today:
        return "today"
    if abs((day - today).days) < _YEAR:
        return short(day, dates)
    return day.isoformat()[:7] if dates is DateStyle.ISO else f"{short_month(day.month)} {day.year}"
