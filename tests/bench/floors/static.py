"""A Textual app with one line of text: no full-screen program in Textual starts sooner."""

from __future__ import annotations

import os

os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from textual.app import App, ComposeResult
from textual.widgets import Static


class Floor(App[None]):
    """One Static."""

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static("FLOOR READY")


if __name__ == "__main__":
    Floor().run()
