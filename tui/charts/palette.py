"""The colours that pictures and rows are drawn in, by what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from tui.core.measures import Kind


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as "#rrggbb", or "" for the terminal's own. Names follow the design's."""

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
        return cls(**{field.name: variables[f"fledge-{field.name}"] for field in fields(cls)})

    def accent(self, kind: Kind) -> str:
        """The colour of one kind of measure."""
        return str(getattr(self, kind.value))
