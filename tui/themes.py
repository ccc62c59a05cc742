"""Our own themes, and how other themes are completed so that everything can be drawn in them."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

_KINTSUGI: Final = {
    "ground": "#15171c",
    "raised": "#1a1d23",
    "cursor": "#262a33",
    "text": "#e9e4da",
    "quiet": "#8d919c",
    "lines": "#4a4f5c",
    "goal": "#7fb0f0",
    "growth": "#8ecf94",
    "sign": "#e2b26a",
    "session": "#b9a0ee",
    "gold": "#f0c060",
}
_WASHI: Final = {
    "ground": "#f6f1e7",
    "raised": "#fbf8f1",
    "cursor": "#ece5d6",
    "text": "#2b2a27",
    "quiet": "#6b665f",
    "lines": "#c9c1b2",
    "goal": "#2f66b0",
    "growth": "#2c7441",
    "sign": "#905a0b",
    "session": "#6d4bb0",
    "gold": "#895f00",
}


def _theme(name: str, colours: dict[str, str], dark: bool) -> Theme:
    ours = {f"fledge-{field}": colour for field, colour in colours.items()}
    return Theme(
        name=name,
        primary=colours["goal"],
        secondary=colours["session"],
        accent=colours["gold"],
        warning=colours["sign"],
        error=colours["sign"],
        success=colours["growth"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["raised"],
        panel=colours["cursor"],
        dark=dark,
        variables={
            **ours,
            "border": colours["lines"],
            "scrollbar": colours["lines"],
            "scrollbar-hover": colours["quiet"],
            "scrollbar-active": colours["gold"],
            "scrollbar-background": colours["ground"],
            "scrollbar-background-hover": colours["ground"],
            "scrollbar-background-active": colours["ground"],
        },
    )


KINTSUGI: Final = _theme("kintsugi", _KINTSUGI, dark=True)
"""Dark. Gold is the seam, and the one accent of the frame."""
WASHI: Final = _theme("washi", _WASHI, dark=False)
"""Light, like paper."""


def completed(theme: Theme) -> dict[str, str]:
    """The variables that our own drawing needs, for a theme that does not bring them.

    Accents come from our dark or light theme, ground and text from the theme itself.
    """
    base = dict(_KINTSUGI if theme.dark else _WASHI)
    made = theme.to_color_system().generate()
    for field, variable in (("ground", "background"), ("text", "foreground"), ("cursor", "panel")):
        if made.get(variable, "").startswith("#"):
            base[field] = made[variable][:7].lower()
    return {f"fledge-{field}": colour for field, colour in base.items()}
