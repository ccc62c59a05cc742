"""Cells to draw on, for pages that draw themselves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, set_cell_size

from tui.charts.ink import Ink
from tui.charts.sgr import Span as Piece
from tui.core.text import clean

_BRAILLE: Final = 0x2800


class Canvas:
    """So many cells, blank at first. What lies outside them is not drawn."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        # A cell has a text and its colour; the cells that a wide text goes on in have "".
        self._rows: list[list[Piece]] = [[(" ", "")] * width for _ in range(height)]

    def words(self, row: int, column: int, text: str, colour: str, room: int | None = None) -> int:
        """A text in at most `room` cells, cut with "…"; the cells that it took.

        It stands whole or not at all: what is later drawn on a part of it takes it away.
        """
        room = self.width - column if room is None else min(room, self.width - column)
        text = shorten(text, room)
        length = cell_len(text)
        if not (length and 0 <= row < self.height and column >= 0):
            return 0
        for at in range(column, column + length):
            self._clear(row, at)
        self._rows[row][column : column + length] = [(text, colour), *[("", colour)] * (length - 1)]
        return length

    def marks(self, row: int, column: int, letters: str, colour: str) -> None:
        """Letters of one cell each, any of which may be drawn over."""
        for at, letter in enumerate(letters, column):
            if 0 <= row < self.height and 0 <= at < self.width:
                self._clear(row, at)
                self._rows[row][at] = letter, colour

    def blank(self, row: int, column: int, room: int = 1) -> bool:
        """Whether so many cells are there, and empty."""
        inside = 0 <= row < self.height and column >= 0 and column + room <= self.width
        return inside and all(text == " " for text, _ in self._rows[row][column : column + room])

    def lay_under(self, ink: Ink, top: int, left: int) -> None:
        """Lines in braille where nothing stands; colours are the palette's."""
        for row in range(ink.height):
            for column, (bits, colour) in ink.row(row).items():
                if self.blank(top + row, left + column):
                    self._rows[top + row][left + column] = chr(_BRAILLE | bits), colour

    def lines(self) -> list[list[Piece]]:
        """What was drawn: every line exactly as wide as the canvas."""
        return [list(_joined(row)) for row in self._rows]

    def _clear(self, row: int, column: int) -> None:
        """Take away what a cell is a part of."""
        cells, first = self._rows[row], column
        while first and not cells[first][0]:
            first -= 1
        last = first + 1
        while last < self.width and not cells[last][0]:
            last += 1
        cells[first:last] = [(" ", "")] * (last - first)


def shorten(text: str, room: int) -> str:
    """A person's text on one line of at most `room` cells, cut with "…"."""
    text = clean(text)
    if cell_len(text) <= room:
        return text
    return set_cell_size(text, room - 1).rstrip() + "…" if room > 0 else ""


def _joined(row: list[Piece]) -> Iterator[Piece]:
    """The cells in as few pieces as there are colours; a space takes the colour before it."""
    text, colour = "", ""
    for letters, own in row:
        if not letters:
            continue
        if own != colour and not letters.isspace():
            if text:
                yield text, colour
            text, colour = "", own
        text += letters
    yield text, colour
