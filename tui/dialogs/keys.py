"""The key sheet: every key and what it does, made from the commands themselves."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
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
                yield Static(_block(place), markup=False)


def _block(place: Place) -> Content:
    commands = [c for c in COMMANDS if c.place is place and c.keys]
    lines = [Content.styled(place.value, "bold")]
    for command in commands:
        keys = Content.styled(f"  {'  '.join(command.shown_keys()):<16}", "$fledge-gold")
        lines.append(Content.assemble(keys, command.help()))
    return Content("\n").join([*lines, Content("")])
