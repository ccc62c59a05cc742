"""The palette's screen: Textual's, with a line to type in that is ours."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from tui.widgets.editors import GuardedInput


class Asked(CommandInput, GuardedInput):
    """What is looked for.

    The stock line would send pasted control characters on to the terminal, and a large paste would
    keep it busy for minutes.
    """


class Palette(CommandPalette):
    """Finds commands, or what other `providers` offer, by a part of their name."""

    def compose(self) -> ComposeResult:
        """As Textual has it."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield Asked(placeholder=self._placeholder, select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()
