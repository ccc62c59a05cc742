"""The colours that pictures and rows are drawn in, by what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from tui.core.measures import Kind

ANSI: Final = (
    *("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"),
    *("bright_black", "bright_red", "bright_green", "bright_yellow"),
    *("bright_blue", "bright_magenta", "bright_cyan", "bright_white"),
)
"""The sixteen colours that every terminal has, by their numbers."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb", or one of `ANSI`, or "default" for the terminal's own.

    Names of the fields follow the design's. Ground and text alone may be "default".
    """

    ground: str
    raised: str
    cursor: str
    text: str
    quiet: str
    lines: str
    goal: str
    growth: str
    sign: str
    session: str
    gold: str

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Palette:
        """The palette in a theme's variables, which are called `fledge-` and the field's name."""
        named = {field.name: variables[f"fledge-{field.name}"] for field in fields(cls)}
        return cls(**{name: colour.removeprefix("ansi_") for name, colour in named.items()})

    def accent(self, kind: Kind) -> str:
        """The colour of one kind of measure."""
        return str(getattr(self, kind.value))
