"""What a session was like, between two ends that both have worth: a fingerprint of pairs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from tui.charts.canvas import Canvas
from tui.charts.page import Page
from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece
from tui.core.measures import Kind
from tui.core.text import clean

_FAR: Final = 2
"""How far the ends are from the middle."""
_LATEST: Final = "●"
_BEFORE: Final = "○"
_BOTH: Final = "◉"
_EARLIER: Final = "·"
_NARROWEST: Final = 2
_WIDEST: Final = 14
"""Cells from one place of a scale to the next."""
_APART: Final = 2
"""Cells between a word and its scale."""
_LEGENDS: Final = (
    f"{_LATEST} latest   {_BEFORE} the one before   {_BOTH} both   {_EARLIER} earlier",
    f"{_LATEST} latest  {_BEFORE} before  {_EARLIER} earlier",
    f"{_LATEST} latest",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words and the places between them, −2 at `left` to +2 at `right`.

    `latest` and `before` are those of the last two sessions, None where nothing was said.
    """

    left: str
    right: str
    latest: int | None = None
    before: int | None = None
    earlier: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pairs(Page):
    """A scale for each pair. Earlier sessions are dots under it where there is room for them."""

    pairs: tuple[Pair, ...]
    kind: Kind = Kind.SESSION

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """The scales one under the other, in exactly so many cells.

        Words that would have to be cut stand over their scale where there are lines for that.
        """
        canvas = Canvas(width, height)
        pairs = self.pairs[:height]
        lines = next((n for n in (3, 2) if height >= n * len(pairs)), 1)
        used = len(pairs) * lines - (lines > 2)
        legend = next((x for x in _LEGENDS if len(x) <= width), "")
        told = bool(legend) and height >= used + 2
        top = max(0, (height - used - 2 * told) // 2)
        longest = max(
            (_length(word) for pair in pairs for word in (pair.left, pair.right)), default=0
        )
        rest = width - 2 * _APART - 1
        side = min(longest, max(1, (rest - 4 * _NARROWEST) // 2))
        over = side < longest and lines > 1
        apart = max(_NARROWEST, min(_WIDEST, (width - 1 if over else rest - 2 * side) // 4))
        first = max(0, (width - 4 * apart - 1) // 2)
        scale = _Scale(canvas, palette, first, apart, palette.accent(self.kind))
        for n, pair in enumerate(pairs):
            row = top + n * lines
            if over:
                half = 2 * apart - 1
                left, right = (min(half, _length(word)) for word in (pair.left, pair.right))
                scale.words(row, pair, first + left, scale.last + 1 - right, half)
                scale.draw(row + 1, pair, under=False)
            else:
                scale.words(row, pair, first - _APART, scale.last + _APART + 1, side)
                scale.draw(row, pair, under=lines > 1)
        if told:
            at = max(0, (width - len(legend)) // 2)
            canvas.words(top + used + 1, at, legend, palette.quiet)
        return canvas.lines()


@dataclass(frozen=True, slots=True)
class _Scale:
    """Five places on a canvas, the first of which is in column `first`."""

    canvas: Canvas
    palette: Palette
    first: int
    apart: int
    accent: str

    @property
    def last(self) -> int:
        return self.first + 2 * _FAR * self.apart

    def at(self, place: int) -> int:
        """The column of a place, −2 to 2."""
        return self.first + (max(-_FAR, min(_FAR, place)) + _FAR) * self.apart

    def words(self, row: int, pair: Pair, end: int, start: int, room: int) -> None:
        """The left end's word before the column `end`, the right one's from `start` on."""
        length = min(room, _length(pair.left))
        self.canvas.words(row, end - length, pair.left, self.palette.text, length)
        self.canvas.words(row, start, pair.right, self.palette.text, room)

    def draw(self, row: int, pair: Pair, *, under: bool) -> None:
        """The scale with its marks; earlier sessions `under` it, or on it."""
        self._line(row)
        if under:
            self._spread(row + 1, pair.earlier)
        for place in () if under else pair.earlier:
            self._mark(row, place, _EARLIER, self.palette.quiet)
        if pair.before is not None:
            self._mark(row, pair.before, _BEFORE, self.accent)
        if pair.latest is not None:
            both = pair.latest == pair.before
            self._mark(row, pair.latest, _BOTH if both else _LATEST, self.palette.gold)

    def _line(self, row: int) -> None:
        """The five places, of which the middle one is marked."""
        dashes = "╌" * (self.last - self.first + 1)
        self.canvas.marks(row, self.first, dashes, self.palette.lines)
        for place in range(-_FAR, _FAR + 1):
            self.canvas.marks(row, self.at(place), "┼" if not place else "╎", self.palette.lines)

    def _spread(self, row: int, earlier: tuple[int, ...]) -> None:
        """A dot for each earlier session under its place; fewer where there is no room for all."""
        counts = Counter(earlier)
        most, room = max(counts.values(), default=0), max(1, self.apart - 1)
        for place, many in counts.items():
            dots = _EARLIER * (many if most <= room else -(-many * room // most))
            at = self.at(place) - len(dots) // 2
            self.canvas.marks(row, at, dots, self.palette.quiet)

    def _mark(self, row: int, place: int, mark: str, colour: str) -> None:
        """A mark that stands free of the line on both sides."""
        at = self.at(place)
        wide = self.apart > _NARROWEST
        for beside in (at - 1, at + 1):
            if wide and self.first <= beside <= self.last:
                self.canvas.marks(row, beside, " ", "")
        self.canvas.marks(row, at, mark, colour)


def _length(word: str) -> int:
    """The cells that a person's word takes."""
    return cell_len(clean(word))
