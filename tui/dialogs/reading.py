"""A text that was found, in full, where it has no row of its own."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.between import Found
from tui.core.days import DateStyle, full
from tui.core.details import Block, Entry
from tui.core.wordsearch import FOUND_IN
from tui.dialogs.panel import OnTop
from tui.resources import folder
from tui.widgets.details import Details


class ReadingSheet(OnTop[None]):
    """A text to scroll through. It changes nothing, so any way out is the same."""

    CSS_PATH = folder("styles") / "sheets.tcss"
    BINDINGS = bindings(Place.TEXT)

    def __init__(self, palette: Palette, found: Found, about: str, dates: DateStyle) -> None:
        """`about` is the name of what the text belongs to, or ""."""
        super().__init__()
        self._palette = palette
        self._title = FOUND_IN.get(found.kind, "text").capitalize()
        day = full(found.day, dates) if found.day else ""
        heading = " · ".join(part for part in (day, about) if part)
        self._blocks = (Block(heading or "In full", (Entry(found.body, markdown=True),)),)

    def compose(self) -> ComposeResult:
        """The text, in one box."""
        yield Details(self._palette, "Esc closes")

    def on_mount(self) -> None:
        """Show it; the arrows scroll."""
        words = self.query_one(Details)
        words.show(self._title, self._blocks)
        words.can_focus = True
        words.focus()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
