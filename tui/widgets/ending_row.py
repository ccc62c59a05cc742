"""Rows of the Ending mode: what a line is about, and the latest that the record shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import DateStyle
from tui.core.ending_words import PLANS, PlanRow, Row, now
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR

_FOUND: Final = "◆"
_NOT_YET: Final = "·"
_BOTH: Final = 64
"""Columns from which the latest evidence stands beside its line."""
_NAME: Final = 34
"""Columns of a name where it is no longer."""
_SAID: Final = 12
"""Columns that are left for the evidence beside a longer one."""


@dataclass(frozen=True, slots=True)
class EndingDrawer:
    """Draws rows as of one day."""

    today: date
    dates: DateStyle

    def __call__(
        self, item: Row | PlanRow, width: int, palette: Palette, chosen: bool
    ) -> list[Segment]:
        """A mark, the name, and the latest beside it where there is room: `width` cells."""
        ground = palette.cursor if chosen else palette.ground
        there = bool(item.line.evidence if isinstance(item, Row) else item.plan)
        name = item.line.name if isinstance(item, Row) else PLANS[item.kind].name
        mark = _FOUND if there else _NOT_YET
        room = width - 4
        pieces = [
            plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground),
            plain(f"{mark} ", palette.gold if there else palette.quiet, ground),
        ]
        said = now(item, self.today, self.dates)
        if width >= _BOTH:
            column = min(max(_NAME, cell_len(name)), room - _SAID)
            name, said = f"{fit(name, column)}  ", fit(said, room - column - 2)
        else:
            said = said if cell_len(name) + 2 + cell_len(said) <= room else ""
            name = fit(name, room - cell_len(said))
        return [
            *pieces,
            plain(name, palette.text, ground, chosen),
            plain(said, palette.quiet, ground),
        ]
