"""Words over the screen, to scroll through."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.details import Block
from tui.dialogs.panel import OnTop
from tui.resources import folder
from tui.widgets.details import Details


class Explanation(OnTop[str]):
    """Words to scroll through. They change nothing, so any way out is the same."""

    CSS_PATH = folder("styles") / "sheets.tcss"
    BINDINGS = bindings(Place.TEXT)

    def __init__(self, palette: Palette, title: str, blocks: tuple[Block, ...]) -> None:
        super().__init__()
        self._palette, self._title, self._blocks = palette, title, blocks

    def compose(self) -> ComposeResult:
        """The blocks, in one box."""
        yield Details(self._palette, "Esc closes")

    def on_mount(self) -> None:
        """Show them; the arrows scroll."""
        words = self.query_one(Details)
        words.show(self._title, self._blocks)
        words.can_focus = True
        words.focus()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
