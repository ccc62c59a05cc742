"""The key sheet: every key and what it does, made from the commands themselves."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widgets import Static

from tui.commands.base import Place
from tui.commands.everywhere import Keys
from tui.commands.registry import COMMANDS
from tui.commands.sheets import LeaveSheet
from tui.dialogs.panel import OnTop


class KeySheet(OnTop[None]):
    """Scrolls with the arrows; what closes a sheet closes it, and the key that opened it."""

    def on_key(self, event: Key) -> None:
        """The keys as they are in force, a person's own too; Escape always leads out."""
        closing = {key for c in (Keys, LeaveSheet) for key in c.live_keys()}
        if event.key in {"escape", "enter", *closing}:
            event.stop()
            self.dismiss()

    def compose(self) -> ComposeResult:
        """One block for each place."""
        with VerticalScroll(id="sheet") as sheet:
            sheet.border_title = "Keys"
            sheet.border_subtitle = "Esc closes"
            for place in Place:
                if any(command.place is place for command in COMMANDS):
                    yield Static(_block(place))


def _block(place: Place) -> Group:
    """A heading and its keys in two columns, so that a long help wraps under itself."""
    table = Table.grid(expand=True)
    table.add_column(width=18)
    table.add_column(ratio=1)
    for command in COMMANDS:
        if command.place is place and command.live_keys():
            table.add_row(Text("  " + "  ".join(command.shown_keys())), Text(command.help()))
    return Group(Text(place.value, style="bold"), table, Text())
