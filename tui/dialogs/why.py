"""Why am I seeing this? The rule, the numbers, the gate and the points behind a sentence."""

from __future__ import annotations

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.days import DateStyle
from tui.core.details import Block, Entry
from tui.core.stats.reading import Reading
from tui.core.stats.why import why
from tui.dialogs.explanation import Explanation


class WhySheet(Explanation):
    """The rule, the numbers and the ratings behind what is said of a series."""

    def __init__(self, palette: Palette, reading: Reading, sentence: str, dates: DateStyle) -> None:
        said = Block("What is said", (Entry(sentence),))
        title = f"Why? {reading.measure.name}"
        super().__init__(palette, title, (said, *why(reading, dates)))


class NoticeSheet(Explanation):
    """The seven things that a notice states, and what stands with them.

    Dismissed with what shall be done about it, "seen", "later", "talked" or "pin", or with None.
    """

    BINDINGS = bindings(Place.NOTICE)

    def __init__(self, palette: Palette, said: str, blocks: tuple[Block, ...]) -> None:
        super().__init__(palette, f"Why? {said}", blocks)

    def action_put_away(self, way: str) -> None:
        """Close it, and have that done."""
        self.dismiss(way)
