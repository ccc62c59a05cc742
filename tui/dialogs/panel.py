"""What forms and questions share: a panel in the middle, and a few looks for drawn text."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, TypeVar

from rich.style import Style
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.resources import folder
from tui.widgets.fitted import Fitted

Result = TypeVar("Result")

_NARROW: Final = 60
"""Columns up to which labels stand above their fields."""
LOW: Final = 19
"""Rows up to which nothing is left blank."""


class OnTop(ModalScreen[Result]):
    """A dialog whose work may end while another one lies over it, such as Help now or the hiding.

    Closing itself at that moment would close the other one, and opening something would cover it.
    """

    PRIVATE: ClassVar[bool] = False
    """Whether it shows what a therapist keeps to themself."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Callable[[], object]] = []

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Leave, once: a key that comes twice would take the screen beneath away as well."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def once_on_top(self, do: Callable[[], object]) -> None:
        """Do something to the stack of screens, as soon as this one is on top of it."""
        self._waiting.append(do)
        self.on_screen_resume()

    def on_screen_resume(self) -> None:
        """Do what has waited."""
        while self._waiting and self.is_active:
            self._waiting.pop(0)()


class PanelScreen(Fitted[Result], OnTop[Result]):
    """Keeps the looks of all that is drawn in it: one set is quicker to restyle than one a row."""

    CSS_PATH = folder("styles") / "forms.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_NARROW + 1, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    COMPONENT_CLASSES = {
        "look--bold",
        "look--caret",
        "look--cursor",
        "look--field",
        "look--field-here",
        "look--gold",
        "look--quiet",
        "look--text",
    }

    def set_focus(
        self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False
    ) -> None:
        """Move the cursor; what has to come into sight is more than the widget that has it."""
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)


def look(widget: Widget, part: str) -> Style:
    """The style that the screen of a widget keeps for a part of it."""
    return widget.screen.get_component_rich_style(f"look--{part}")
