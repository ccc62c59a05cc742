"""Quick hide: nothing on the screen, at once."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.events import Key, MouseDown
from textual.widgets import Static

from tui.dialogs.panel import OnTop
from tui.resources import folder


class HideScreen(OnTop[None]):
    """An empty screen. Any key asks to come back, Enter does, any other hides the question too."""

    CSS_PATH = folder("styles") / "sheets.tcss"

    def compose(self) -> ComposeResult:
        """The question, which is not there yet."""
        yield Static("Enter brings the screen back.", id="back", markup=False)

    def on_key(self, event: Key) -> None:
        """Ask, answer, or hide again."""
        event.stop()
        event.prevent_default()
        question = self.query_one("#back")
        if question.has_class("-asked") and event.key == "enter":
            self.dismiss(None)
        else:
            question.toggle_class("-asked")

    def on_mouse_down(self, event: MouseDown) -> None:
        """A click asks like a key."""
        event.stop()
        self.query_one("#back").add_class("-asked")
