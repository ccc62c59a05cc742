"""Telling a person something at the edge of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tui.core.text import clean

if TYPE_CHECKING:
    from textual.app import App

_LONG: Final = 20
"""Seconds that a trouble stays to be read."""


def tell(app: App[Any], words: str, *, trouble: bool = False) -> None:
    """Tell what was done or what is wrong, in place of what was told before."""
    app.clear_notifications()
    app.notify(
        clean(words),
        severity="warning" if trouble else "information",
        markup=False,
        timeout=_LONG if trouble else None,
    )
