"""Our own themes, and how other themes are completed so that everything can be drawn in them.

A terminal with fewer colours replaces ours by the nearest of its own: paper becomes yellow, most of
sixteen become grey. So there are others for a terminal with 256 where the nearest is bad, and a
palette of their own for the sixteen that every terminal has.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from tui.core.text import clean

_SHOWN: Final = 40
"""Letters of a wrong name that are repeated."""

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


_SUMI: Final = {
    "ground": "#000000",
    "raised": "#0b0b0b",
    "cursor": "#1c1c1c",
    "text": "#ffffff",
    "quiet": "#c9c9c9",
    "lines": "#8c8c8c",
    "goal": "#7cc4ff",
    "growth": "#8ff09a",
    "sign": "#ffbd66",
    "session": "#d3bdff",
    "gold": "#ffd84d",
}
_AI: Final = {
    "ground": "#11142b",
    "raised": "#171b36",
    "cursor": "#23284c",
    "text": "#ecebf5",
    "quiet": "#a3a8cc",
    "lines": "#4f5685",
    "goal": "#688dfd",
    "growth": "#24caac",
    "sign": "#f0934a",
    "session": "#e5b7f6",
    "gold": "#fff167",
}
_IN_256: Final = {
    "washi": {
        "ground": "#ffffff",
        "raised": "#ffffff",
        "cursor": "#eeeeee",
        "lines": "#bcbcbc",
        "quiet": "#585858",
        "goal": "#005faf",
        "growth": "#005f00",
        "sign": "#875f00",
        "session": "#5f00af",
        "gold": "#5f5f00",
    },
    "ai": {"raised": "#121212", "cursor": "#262626", "lines": "#5f5f87", "text": "#eeeeee"},
}
_DARK_16: Final = {
    "ground": "black",
    "raised": "black",
    "cursor": "black",
    "text": "bright_white",
    "quiet": "white",
    "lines": "bright_black",
    "goal": "bright_blue",
    "growth": "bright_green",
    "sign": "yellow",
    "session": "bright_magenta",
    "gold": "bright_yellow",
}
"""Words keep away from the dark half of the sixteen; the cursor is its sign and bold letters."""
_LIGHT_16: Final = {
    "ground": "bright_white",
    "raised": "bright_white",
    "cursor": "bright_white",
    "text": "black",
    "quiet": "bright_black",
    "lines": "white",
    "goal": "blue",
    "growth": "black",
    "sign": "magenta",
    "session": "bright_black",
    "gold": "red",
}
"""On white, green, cyan and yellow cannot be read in most terminals."""


def _theme(name: str, colours: dict[str, str], dark: bool, ansi: bool = False) -> Theme:
    if ansi:
        colours = {field: f"ansi_{colour}" for field, colour in colours.items()}
    ours = {f"fledge-{field}": colour for field, colour in colours.items()}
    base = BUILTIN_THEMES["ansi-dark" if dark else "ansi-light"].variables if ansi else {}
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
        ansi=ansi,
        variables={
            **base,
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
SUMI: Final = _theme("sumi", _SUMI, dark=True)
"""High contrast, like ink: 7 to 1 and more."""
AI: Final = _theme("ai", _AI, dark=True)
"""Indigo. Its accents differ for every kind of colour vision."""
OURS: Final = (KINTSUGI, WASHI, SUMI, AI)


def ours(colours: str | None) -> tuple[Theme, ...]:
    """Our themes for a terminal's colours, as Rich calls them: "truecolor", "256", "standard"."""
    match colours:
        case "standard":
            return tuple(_in_sixteen(theme) for theme in OURS)
        case "256":
            return tuple(_in_256(theme) for theme in OURS)
        case _:
            return OURS


def _in_256(theme: Theme) -> Theme:
    own = {field: theme.variables[f"fledge-{field}"] for field in _KINTSUGI}
    return _theme(theme.name, {**own, **_IN_256.get(theme.name, {})}, theme.dark)


def _in_sixteen(theme: Theme) -> Theme:
    more = {"sumi": {"goal": "bright_cyan", "lines": "white"}, "ai": {"growth": "bright_cyan"}}
    base = _DARK_16 if theme.dark else _LIGHT_16
    return _theme(theme.name, {**base, **more.get(theme.name, {})}, theme.dark, ansi=True)


def no_such(named: str, known: Iterable[str]) -> str:
    """That there is no theme of this name, and which is nearest."""
    from difflib import get_close_matches

    near = get_close_matches(named, [*known], n=1)
    hint = f"The nearest is {near[0]}." if near else "T shows what there is."
    return f"theme is “{clean(named[:_SHOWN])}”, and there is none so called here. {hint}"


def completed(theme: Theme) -> dict[str, str]:
    """The variables that our own drawing needs, for a theme that does not bring them.

    Accents come from our dark or light theme, ground and text from the theme itself. A theme in
    the terminal's sixteen colours is completed with the same.
    """
    if theme.ansi:
        base = dict(_DARK_16 if theme.dark else _LIGHT_16)
        found = {field: f"ansi_{colour}" for field, colour in base.items()}
        own = {"ground": theme.background, "raised": theme.surface, "text": theme.foreground}
        found |= {field: colour for field, colour in own.items() if colour}
        found["cursor"] = found["ground"]
        return {f"fledge-{field}": colour for field, colour in found.items()}
    base = dict(_KINTSUGI if theme.dark else _WASHI)
    made = theme.to_color_system().generate()
    for field, variable in (("ground", "background"), ("text", "foreground"), ("cursor", "panel")):
        if made.get(variable, "").startswith("#"):
            base[field] = made[variable][:7].lower()
    return {f"fledge-{field}": colour for field, colour in base.items()}
