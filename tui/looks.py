"""Which themes this terminal can show, the choice among them, and how to do without colours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from tui.themes import KINTSUGI, completed, no_such, ours

_STANDS_OUT: Final = 0.1
"""Difference in brightness, 0 to 1, from which a ground is a mark and not just a surface."""


class Looks:
    """The themes of one running program, as far as its terminal has the colours for them."""

    def __init__(self, app: App[Any]) -> None:
        self.app = app
        # Rich knows no colours for a terminal that says nothing of itself.
        app.no_color = app.no_color or app.console.color_system is None
        colours = None if app.no_color else app.console.color_system
        for theme in ours(colours):
            app.register_theme(theme)
        app.theme = KINTSUGI.name
        if colours == "standard":
            for name, theme in app.available_themes.items():
                if not theme.ansi:
                    app.unregister_theme(name)

    def choose(self, named: str, remembered: str) -> tuple[str, ...]:
        """Take the named theme, else the remembered one; a sentence if there is none so named."""
        known = self.app.available_themes
        if named in known or remembered in known:
            self.app.theme = named if named in known else remembered
        return (no_such(named, known),) if named and named not in known else ()

    def filters(self) -> Sequence[LineFilter]:
        """What takes the colours away, where none are wanted; else nothing."""
        if not self.app.no_color:
            return ()
        colours = completed(self.app.current_theme) | self.app.current_theme.variables
        return (_Colourless(colours["fledge-ground"], colours["fledge-cursor"]),)


class _Colourless(LineFilter):
    """No colour at all; what stood out by its ground is reversed."""

    def __init__(self, ground: str, cursor: str) -> None:
        super().__init__()
        self._grounds = ground, cursor

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same text, with its letters bold, underlined or reversed, and without colours."""
        return [
            Segment(text, _colourless(style, *self._grounds) if style else None, control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _colourless(style: Style, ground: str, cursor: str) -> Style:
    plain = style.without_color
    if style.bgcolor is None or style.bgcolor.is_default:
        return plain
    own, screen = Color.from_rich_color(style.bgcolor), Color.parse(ground)
    marked = own == Color.parse(cursor) != screen
    stands_out = abs(own.brightness - screen.brightness) > _STANDS_OUT
    return plain + Style(reverse=True) if marked or stands_out else plain
