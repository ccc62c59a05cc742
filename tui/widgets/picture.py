"""The picture of the row under the cursor, with its sentence and its range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Resize
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.timespan import Range
from tui.widgets import box
from tui.widgets.cells import plain, style, width_of, wrap

if TYPE_CHECKING:  # loaded with the first picture, which is after the lists
    from tui.charts.page import Mark, Page

_SMALLEST = 4
"""Lines below which a chart says nothing and its room goes to the sentence."""
_ROOMY = 8
"""Lines above which the chart spares one, to stand apart from the sentence."""
_KEPT = 64
"""Drawings that are kept; drawing one anew takes some ten milliseconds."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the box shows: a title in full, what was asked, a chart and a sentence about it.

    `picture` is None where there is nothing to draw. `shown` says which stretch of time it is where
    `range` does not. What is not `ranged` shows no choice of ranges.
    """

    title: str
    asked: str
    sentence: str
    picture: Page | None
    range: Range
    shown: str = ""
    ranged: bool = True


@dataclass(frozen=True, slots=True)
class Readout:
    """The point under the cursor, and what it says."""

    day: date
    value: float
    words: str


class PictureBox(Widget):
    """A box with a title, a chart, a sentence that is never cut, and the ranges at its foot.

    It takes the keys only while the cursor is on one of its points: see `can_focus`.
    """

    BINDINGS = [*bindings(Place.POINTS), *bindings(Place.MODES)]

    class Resized(Message):
        """The chart has another width, so the picture wants composing anew."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="picture")
        self.palette = palette
        self.card: Card | None = None
        self.ready = False
        """Whether the drawing is loaded; until then the chart's place is kept."""
        self.readout: Readout | None = None
        """What is read out in the sentence's place."""
        self._strips: list[Strip] = []
        # A picture stands beside its drawing, so that its id belongs to no other meanwhile.
        self._drawn: dict[tuple[object, ...], tuple[object, list[list[Segment]]]] = {}

    @property
    def columns(self) -> int:
        """Columns of the chart."""
        return max(1, self.size.width - 4)

    @property
    def rows(self) -> int:
        """Lines that a chart may have beside a sentence of three lines."""
        return max(1, self.size.height - 5)

    def show(self, card: Card, readout: Readout | None = None) -> None:
        """Show another picture, or another of its points."""
        if card is not self.card or readout != self.readout:
            self.card, self.readout = card, readout
            self.redraw()

    def recolour(self, palette: Palette) -> None:
        """Draw with another palette."""
        self.palette = palette
        self.redraw()

    def redraw(self) -> None:
        """Draw the card anew; only the lines that differ go to the terminal."""
        width, before = self.size.width, self._strips
        self._strips = self._draw() if width > 8 and self.size.height > 2 else []
        if len(before) != len(self._strips):
            self.refresh()
            return
        for y, (old, new) in enumerate(zip(before, self._strips, strict=True)):
            if old != new:
                self.refresh(Region(0, y, width, 1))

    def on_resize(self, event: Resize) -> None:
        """Draw for the new size, and ask for a picture of that width."""
        self.redraw()
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        """One line of the box."""
        if y < len(self._strips):
            return self._strips[y]
        return Strip.blank(self.size.width, style(self.palette.text, self.palette.ground))

    def _draw(self) -> list[Strip]:
        width, height, palette = self.size.width, self.size.height, self.palette
        card = self.card or Card("", "", "", None, Range.ALL)
        fits = cell_len(card.title) <= width - 6
        said = self._said(card, width - 4)
        titles = [] if fits else _first(wrap(card.title, width - 4), height - 2 - len(said))
        asked = wrap(card.asked, width - 4)
        room = height - 2 - len(titles) - len(said)
        room -= room > _ROOMY
        asked = asked if room - len(asked) > _ROOMY else []
        room -= len(asked)
        chart = self._chart(card, width - 4, room) if room >= _SMALLEST else []
        lines = [self._words(t, bold=True) for t in titles]
        lines += [self._words(t, quiet=True) for t in asked] + chart
        lines += [[]] * (height - 2 - len(lines) - len(said)) + [self._words(t) for t in said]
        return [
            box.top(card.title if fits else "", width, palette),
            *(box.inside(line, width, palette) for line in lines[: height - 2]),
            box.bottom(self._foot(card, width - 6), width, palette),
        ]

    def _said(self, card: Card, width: int) -> list[str]:
        """The sentence; or what is read out, in as many lines so that the chart stays as it is.

        What needs more gets more, as far as the chart keeps its room.
        """
        said = wrap(card.sentence, width)
        if self.readout is None:
            return said
        most = max(2, self.size.height - _ROOMY - 2)
        whole = wrap(self.readout.words, width)
        lines = min(most, max(2, len(said), len(whole)))
        read_out = _first(whole, lines)
        return read_out + [""] * (lines - len(read_out))

    def _chart(self, card: Card, width: int, height: int) -> list[list[Segment]]:
        if not self.ready or card.picture is None:
            return []
        key = (id(card.picture), width, height, self.palette)
        if key not in self._drawn:
            while len(self._drawn) >= _KEPT:
                self._drawn.pop(next(iter(self._drawn)))
            ground = self.palette.ground
            pad = plain(" ", "", ground)
            lines = [
                [pad, *(plain(t, colour, ground) for t, colour in line)]
                for line in card.picture.draw(width, height, self.palette)
            ]
            self._drawn[key] = (card.picture, lines)
        lines = self._drawn[key][1]
        if (read_out := self.readout) is None:
            return lines
        marks = card.picture.marks(width, height, read_out.day, read_out.value)
        return self._with_cursor(lines, marks)

    def _with_cursor(
        self, lines: list[list[Segment]], marks: tuple[Mark, ...]
    ) -> list[list[Segment]]:
        """The chart with the cursor's marks in it."""
        lines = list(lines)
        for row, column, mark in marks:
            strip = Strip(lines[row])
            cursor = plain(mark, self.palette.gold, self.palette.ground, bold=True)
            before = strip.crop(0, column + 1).adjust_cell_length(column + 1)
            lines[row] = [*before, cursor, *strip.crop(column + 2, strip.cell_length)]
        return lines

    def _words(self, text: str, bold: bool = False, quiet: bool = False) -> list[Segment]:
        colour = self.palette.quiet if quiet else self.palette.text
        return [plain(f" {text}", colour, self.palette.ground, bold)]

    def _foot(self, card: Card, room: int) -> list[Segment]:
        """Which stretch is shown, and the ranges that there are, as far as there is room."""
        quiet, text, ground = self.palette.quiet, self.palette.text, self.palette.ground
        pieces: list[Segment] = [plain(card.shown, text, ground, bold=True)] if card.shown else []
        for each in Range if card.ranged else ():
            here = each is card.range and not card.shown
            gap = plain("  " if pieces else "", quiet, ground)
            label = f"[{each.label}]" if here else each.label
            pieces += [gap, plain(label, text if here else quiet, ground, bold=here)]
        return pieces if not card.shown or width_of(pieces) <= room else pieces[:1]


def _first(lines: list[str], room: int) -> list[str]:
    """As many lines as there is room for, with a sign on the last where more would follow."""
    room = max(1, room)
    return lines if len(lines) <= room else [*lines[: room - 1], lines[room - 1][:-1] + "…"]
