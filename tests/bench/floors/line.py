"""Textual's own line of input, alone on the screen: nothing takes a letter sooner."""

from __future__ import annotations

import os

os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App, ComposeResult
from textual.widgets import Input


class Floor(App[None]):
    """One Input."""

    def compose(self) -> ComposeResult:
        """The one widget, with a cursor that rests."""
        line = Input(placeholder="FLOOR READY")
        line.cursor_blink = False
        yield line


if __name__ == "__main__":
    Floor().run()
