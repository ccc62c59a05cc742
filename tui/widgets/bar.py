"""A line of words at the edge of the screen: header, tabs, footer, banner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from textual.events import Click
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.charts.palette import Palette
from tui.widgets.cells import fit, plain, style, width_of


@dataclass(frozen=True, slots=True)
class Part:
    """Some words in the colour of a palette's field."""

    text: str
    colour: str = "text"
    bold: bool = False
    underline: bool = False


_LEAST: Final = 10
"""Columns without which nothing stands at the right."""

Group = tuple[Part, ...]
"""Parts that are shown or left out together."""


class Bar(Widget):
    """Groups of words from the left, one group at the right, as many as there is room for.

    The first from the left comes first, then the one at the right.
    """

    class Chosen(Message):
        """A group was clicked; `number` counts from the left, from 0."""

        def __init__(self, bar: Bar, number: int) -> None:
            super().__init__()
            self.bar, self.number = bar, number

    def __init__(self, palette: Palette, id: str, left: Sequence[Group] = ()) -> None:  # noqa: A002
        super().__init__(id=id)
        self.palette = palette
        self.left: Sequence[Group] = left
        self.right: Group = ()

    def show(self, left: Sequence[Group], right: Group = ()) -> None:
        """Show other words."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def recolour(self, palette: Palette) -> None:
        """Draw with another palette."""
        self.palette = palette
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Tell which of the groups at the left was clicked."""
        at = 1
        for number, group in enumerate(self.left):
            at += width_of(self._pieces(group))
            if event.x < at:
                self.post_message(self.Chosen(self, number))
                return

    def render_line(self, y: int) -> Strip:
        """The line; any further line is empty."""
        width = self.size.width
        ground = style(self.palette.text, self.palette.ground)
        if y or width <= 0:
            return Strip.blank(width, ground)
        out = [Segment(" ", ground)]
        used = 1
        right = self._pieces(self.right)
        room = width - width_of(right)
        room = room if room >= _LEAST else width
        for n, group in enumerate(self.left):
            pieces = self._pieces(group)
            if used + width_of(pieces) + bool(right) > room:
                if n == 0:
                    out = self._cut(group[-1], room - bool(right))
                break
            out += pieces
            used += width_of(pieces)
        room = width - width_of(out) - width_of(right) - 1
        if right and room >= 1:
            out += [Segment(" " * room, ground), *right]
        return Strip(out).adjust_cell_length(width, ground)

    def _pieces(self, group: Group) -> list[Segment]:
        ground = self.palette.ground
        return [
            plain(p.text, getattr(self.palette, p.colour), ground, p.bold, p.underline)
            for p in group
        ]

    def _cut(self, part: Part, width: int) -> list[Segment]:
        text = fit(f" {part.text.strip()}", width)
        return [plain(text, getattr(self.palette, part.colour), self.palette.ground, part.bold)]
