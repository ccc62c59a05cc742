"""A text that was found, in full, where it has no row of its own."""

from __future__ import annotations

from tui.charts.palette import Palette
from tui.core.between import Found
from tui.core.days import DateStyle, full
from tui.core.details import Block, Entry
from tui.core.wordsearch import FOUND_IN
from tui.dialogs.explanation import Explanation


class ReadingSheet(Explanation):
    """What was written, under its day and the name of what it is `about`, or ""."""

    def __init__(self, palette: Palette, found: Found, about: str, dates: DateStyle) -> None:
        title = FOUND_IN.get(found.kind, "text").capitalize()
        day = full(found.day, dates) if found.day else ""
        heading = " · ".join(part for part in (day, about) if part) or "In full"
        super().__init__(palette, title, (Block(heading, (Entry(found.body, markdown=True),)),))
