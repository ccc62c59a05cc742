"""Lines in braille, laid under a drawing: where a cell is blank, or holds braille already.

plotext draws every dot of a line as a point of its own, which for a picture full of peaks takes
longer than everything else together. Here a line is one span of dots for each column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

Dot = tuple[float, float]
"""A place in cells from the upper left, broken cells being dots."""
_DOTS: Final = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bits of a cell's dots, from the upper left down and from the upper right down."""
_MASKS: Final = tuple(tuple(sum(dots[n:]) for n in range(5)) for dots in _DOTS)
"""For each side of a cell the dots from the nth down to the last."""
_EMPTY: Final = 0x2800
_SEQUENCE: Final = re.compile("(\x1b\\[[0-9;]*m)")


class Ink:
    """The dots of every colour on a canvas so many cells wide and high."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self._layers: dict[str, list[bytearray]] = {}

    def line(self, dots: Sequence[Dot], colour: str) -> None:
        """Join places with a line, over those of other colours that were drawn before.

        `colour` is the sequence that a terminal sets it with; `row` gives it back as it is.
        """
        if colour not in self._layers:
            self._layers[colour] = [bytearray(self.width) for _ in range(self.height)]
        rows = self._layers[colour]
        fine = [(int(x * 2), int(y * 4)) for x, y in dots]
        for (x, y), (to_x, to_y) in pairwise(fine if len(fine) > 1 else fine * 2):
            if x == to_x:
                _upright(rows, x, y, to_y)
                continue
            slope, before = (to_y - y) / (to_x - x), y
            for at in range(x, to_x + 1):
                after = round(y + slope * (min(to_x, at + 0.5) - x))
                _upright(rows, at, before, after)
                before = after

    def seam(self, ends: Sequence[Dot], colour: str) -> None:
        """Join places with a line of twice the weight."""
        for right, down in ((0, 0), (0.5, 0), (0, 0.25), (0.5, 0.25)):
            right_most, lowest = self.width - 0.5, self.height - 0.25
            self.line(
                [(min(x + right, right_most), min(y + down, lowest)) for x, y in ends], colour
            )

    def under(self, drawn: str, left: int) -> str:
        """A drawing with the lines under it; its canvas begins at column `left`."""
        lines = drawn.split("\n")
        for row in range(min(self.height, len(lines))):
            if cells := self.row(row):
                lines[row] = _laid_under(lines[row], cells, left)
        return "\n".join(lines)

    def row(self, row: int) -> dict[int, tuple[int, str]]:
        """The dots of each cell of a row that has any, with the colour that came last."""
        cells: dict[int, tuple[int, str]] = {}
        for colour, rows in self._layers.items():
            if not any(rows[row]):
                continue
            for column, bits in enumerate(rows[row]):
                if bits:
                    cells[column] = (cells.get(column, (0, ""))[0] | bits, colour)
        return cells


def _upright(rows: list[bytearray], x: int, y: int, to_y: int) -> None:
    """Set the dots of one column from one height to another."""
    first, last = (y, to_y) if y < to_y else (to_y, y)
    column, masks = x // 2, _MASKS[x % 2]
    top, bottom = first // 4, last // 4
    if top == bottom:
        rows[top][column] |= masks[first % 4] & ~masks[last % 4 + 1]
        return
    rows[top][column] |= masks[first % 4]
    for row in range(top + 1, bottom):
        rows[row][column] |= masks[0]
    rows[bottom][column] |= masks[0] & ~masks[last % 4 + 1]


def _laid_under(line: str, cells: dict[int, tuple[int, str]], left: int) -> str:
    out: list[str] = []
    column, before = -left, "\x1b[0m"
    for number, piece in enumerate(_SEQUENCE.split(line)):
        if number % 2:
            before = piece if "[38;" in piece or piece == "\x1b[0m" else before
            out.append(piece)
            continue
        lit = ""
        for letter in piece:
            bits, colour = cells.get(column, (0, ""))
            column += 1
            code = ord(letter)
            inked = bool(bits) and (letter == " " or _EMPTY <= code <= _EMPTY + 0xFF)
            if inked and lit != colour:
                out.append(colour)
            elif lit and not inked:
                out.append(before)
            lit = colour if inked else ""
            out.append(
                chr(_EMPTY | bits | (code - _EMPTY if letter != " " else 0)) if inked else letter
            )
        if lit:
            out.append(before)
    return "".join(out)
