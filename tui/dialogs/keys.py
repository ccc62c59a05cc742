"""The key sheet: every key and what it does, made from the commands themselves."""

from __future__ import annotations

from typing import ClassVar

from rich.console import Group
from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.commands.base import Place
from tui.commands.registry import COMMANDS


class KeySheet(ModalScreen[None]):
    """Scrolls with the arrows; any of its keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "Close", show=False)
    ]

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
