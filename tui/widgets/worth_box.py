"""What is worth talking about: a box of remarks beneath the picture, or rows of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from textual.events import Click, Resize
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.widgets import box
from tui.widgets.cells import fit, joined, plain, style, wrap
from tui.widgets.row import CURSOR

if TYPE_CHECKING:  # loaded once the first picture is there
    from tui.core.worth import Remark

TITLE: Final = "Worth talking about"
_LEAD: Final = 4
"""Columns before a remark's words: the cursor, its mark, and a space after each."""
_MOST: Final = 3
"""Lines that a remark may have in the box; all of it is told where it is opened."""


class WorthBox(Widget):
    """Remarks with a cursor of their own. It takes the keys only while `can_focus`."""

    BINDINGS = [*bindings(Place.LIST), *bindings(Place.MODES)]

    class Highlighted(Message):
        """The cursor is on another remark."""

    class Clicked(Message):
        """A remark was clicked."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(id="worth")
        self.palette = palette
        self.remarks: tuple[Remark, ...] = ()
        self.cursor = 0
        self.said, self.legend, self.keys = "", "", ""
        """What is said where there is no remark; the foot; the foot while it has the keys."""
        self._top = 0

    @property
    def item(self) -> Remark | None:
        """What the cursor is on."""
        return self.remarks[self.cursor] if self.remarks else None

    def show(self, remarks: tuple[Remark, ...], said: str) -> None:
        """Show other remarks; the cursor stays on its own, or near where it was."""
        before = self.item
        same = [n for n, each in enumerate(remarks) if before and each.id == before.id]
        self.cursor = same[0] if same else max(0, min(self.cursor, len(remarks) - 1))
        self.remarks, self.said = remarks, said
        self.refresh()

    def recolour(self, palette: Palette) -> None:
        """Draw with another palette."""
        self.palette = palette
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on a remark."""
        index = max(0, min(index, len(self.remarks) - 1))
        if self.remarks and index != self.cursor:
            self.cursor = index
            self.refresh()
            self.post_message(self.Highlighted())

    def action_move(self, by: int) -> None:
        """One remark down or up."""
        self.move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A boxful; there are few, so that is all of them."""
        self.action_end(by)

    def action_end(self, way: int) -> None:
        """The last remark or the first."""
        self.move_to(len(self.remarks) - 1 if way > 0 else 0)

    def action_box(self, by: int) -> None:
        """The next remark, going round: each is a box by itself."""
        self.move_to((self.cursor + by) % max(1, len(self.remarks)))

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Show none."""
        self.refresh()

    def on_resize(self, event: Resize) -> None:
        """Wrap anew."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Put the cursor on the clicked remark."""
        lines, at = self._lines(), self._top + event.y - 1
        if 0 <= at < len(lines):
            self.move_to(lines[at][0])
            self.post_message(self.Clicked())

    def render_line(self, y: int) -> Strip:
        """One line of the box."""
        width, height, palette = self.size.width, self.size.height, self.palette
        if width <= 12 or height < 3:
            return Strip.blank(width, style(palette.text, palette.ground))
        if y == 0:
            return box.top(TITLE, width, palette)
        if y == height - 1:
            return box.bottom(self._foot(width - 6), width, palette)
        if not self.remarks:
            return box.inside(self._nothing(y - 1, width - 4), width, palette)
        lines = self._lines()
        self._into_sight(lines, height - 2)
        at = self._top + y - 1
        if at >= len(lines):
            return box.inside([], width, palette)
        index, first, words = lines[at]
        pad = plain(" ", palette.text, palette.ground)
        segments = _pieces(
            self.remarks[index], words, width - 4, palette, first=first, chosen=self._here(index)
        )
        return box.inside([pad, *joined(segments), pad], width, palette)

    def _here(self, index: int) -> bool:
        return self.has_focus and index == self.cursor

    def _lines(self) -> list[tuple[int, bool, str]]:
        """Every line: of which remark, whether it is its first, and its words."""
        room = max(1, self.size.width - 4 - _LEAD)
        out = []
        for index, remark in enumerate(self.remarks):
            words = wrap(remark.said, room)
            if len(words) > _MOST:
                words = [*words[: _MOST - 1], fit(f"{words[_MOST - 1]}…", room)]
            out += [(index, n == 0, line) for n, line in enumerate(words or [""])]
        return out

    def _into_sight(self, lines: list[tuple[int, bool, str]], room: int) -> None:
        """Scroll so that the whole remark under the cursor is seen."""
        own = [n for n, (index, _, _) in enumerate(lines) if index == self.cursor]
        self._top = max(0, min(self._top, len(lines) - room))
        if own and own[-1] >= self._top + room:
            self._top = own[-1] - room + 1
        if own and own[0] < self._top:
            self._top = own[0]

    def _nothing(self, at: int, width: int) -> list[Segment]:
        lines = wrap(self.said, max(1, width - 1))
        return [self._quiet(f"  {lines[at]}")] if at < len(lines) else []

    def _foot(self, room: int) -> list[Segment]:
        """What can be done here, as far as there is room, and whether there is more."""
        said = self.keys if self.has_focus else self.legend
        if not self.remarks:
            return []
        while len(said) > room and "  " in said:
            said = said.rpartition("  ")[0].rstrip()
        return [self._quiet(said)] if said else []

    def _quiet(self, words: str) -> Segment:
        return plain(words, self.palette.quiet, self.palette.ground)


def remark_row(remark: Remark, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """A remark as the row of a list, cut to one line."""
    return _pieces(remark, fit(remark.said, width - _LEAD), width, palette, chosen=chosen)


def _pieces(
    remark: Remark,
    words: str,
    width: int,
    palette: Palette,
    *,
    first: bool = True,
    chosen: bool = False,
) -> list[Segment]:
    """The cursor, the mark, the words: exactly `width` cells."""
    ground = palette.cursor if chosen else palette.ground
    quiet = remark.notice is None
    return [
        plain(f"{CURSOR if chosen and first else ' '} ", palette.gold, ground),
        plain(f"{remark.mark.value if first else ' '} ", _colour(remark, palette), ground),
        plain(fit(words, max(0, width - _LEAD)), palette.quiet if quiet else palette.text, ground),
    ]


def _colour(remark: Remark, palette: Palette) -> str:
    """Gold for a repair, violet for a question, otherwise that of what it is about."""
    match remark.mark.value:
        case "◆":
            return palette.gold
        case "?":
            return palette.session
        case _:
            return palette.accent(remark.kind) if remark.kind else palette.text
