"""What is loaded once the screen is there, so that the first form opens as quickly as any later."""

from __future__ import annotations

from importlib import import_module
from typing import Final

from textual.css.stylesheet import Stylesheet

from tui.resources import folder

_MODULES: Final = (
    "tui.acts.reopening",
    "tui.screens.between",
    "tui.dialogs.check_in",
    "tui.dialogs.after_session",
    "tui.dialogs.forms.rating",
    "tui.dialogs.repair",
    "tui.dialogs.why",
    "tui.screens.ending",
    "tui.screens.sessions",
    "tui.screens.review",
    "tui.store.deeds",
    "tui.store.drafts",
    "tui.store.history",
)
"""Between them they need everything that forms, questions and writing need."""
_STYLES: Final = ("forms.tcss", "sheets.tcss")


def modules() -> None:
    """Import them; it takes a while, for any thread but that of the screen."""
    for name in _MODULES:
        import_module(name)


def styles(stylesheet: Stylesheet) -> None:
    """Read what no widget wears yet: read with a dialog, it has everything styled anew."""
    for name in _STYLES:
        path = folder("styles") / name
        if not stylesheet.has_source(str(path)):
            stylesheet.read(path)
    stylesheet.parse()
