"""What there is to read about the row under the cursor: headings and lines, scrolled with keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.strip import Strip
from textual.widget import Widget

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.text import clean
from tui.widgets import box
from tui.widgets.cells import fit, plain, style, wrap

if TYPE_CHECKING:
    from tui.core.details import Block
    from tui.widgets.prose import Run

_INDENT = 2
"""Columns by which a text stands in from its heading."""
_WHEEL = 3
"""Lines for each turn of the mouse's wheel."""


class Details(Widget):
    """A box of blocks. It takes the keys only while a row is opened: see `can_focus`."""

    BINDINGS = bindings(Place.DETAILS)

    def __init__(self, palette: Palette, keys: str = "") -> None:
        """`keys` are told at the foot."""
        super().__init__(id="details")
        self.palette, self.keys = palette, keys
        self.title = ""
        self.blocks: tuple[Block, ...] = ()
        self.top = 0
        """The first line that is seen."""
        self._lines: list[list[Segment]] = []
        self._laid: tuple[object, ...] = ()
        self._of = ""

    def show(self, title: str, blocks: tuple[Block, ...], of: str = "") -> None:
        """Show what there is to read; from its beginning where it is `of` another row."""
        if (of, title, blocks) == (self._of, self.title, self.blocks):
            return
        self.top = self.top if of == self._of else 0
        self._of, self.title, self.blocks = of, title, blocks
        self.refresh()

    def recolour(self, palette: Palette) -> None:
        """Draw with another palette."""
        self.palette = palette
        self.refresh()

    def action_scroll(self, by: int) -> None:
        """So many lines further."""
        self._go_to(self.top + by)

    def action_page(self, by: int) -> None:
        """A boxful further."""
        self._go_to(self.top + by * max(1, self._room - 1))

    def action_end(self, way: int) -> None:
        """To the end or to the beginning."""
        self._go_to(len(self._lines) if way > 0 else 0)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Further down."""
        self._go_to(self.top + _WHEEL)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Back up."""
        self._go_to(self.top - _WHEEL)

    def on_resize(self, event: Resize) -> None:
        """Keep the end in sight where the box has grown."""
        self._go_to(self.top)

    def render_line(self, y: int) -> Strip:
        """One line of the box."""
        width, height, palette = self.size.width, self.size.height, self.palette
        if width <= 8 or height < 3:
            return Strip.blank(width, style(palette.text, palette.ground))
        self._lay_out()
        if y == 0:
            return box.top(self.title, width, palette)
        if y == height - 1:
            return box.bottom(self._more(), width, palette)
        at = self.top + y - 1
        return box.inside(self._lines[at] if at < len(self._lines) else [], width, palette)

    @property
    def _room(self) -> int:
        return max(0, self.size.height - 2)

    def _go_to(self, top: int) -> None:
        self._lay_out()
        top = max(0, min(top, len(self._lines) - self._room))
        if top != self.top:
            self.top = top
            self.refresh()

    def _more(self) -> list[Segment]:
        """Where there is more: above, below; and the keys."""
        above, below = self.top > 0, self.top + self._room < len(self._lines)
        told = [self.keys] if self.keys else []
        if above or below:
            last = min(len(self._lines), self.top + self._room)
            way = f"{'↑' if above else ' '}{'↓' if below else ' '}".strip()
            told.insert(0, f"{way} {last} of {len(self._lines)} lines")
        return [plain(" · ".join(told), self.palette.quiet, self.palette.ground)] if told else []

    def _lay_out(self) -> None:
        """Wrap the blocks for the width there is; done once for each width and content."""
        width = self.size.width - 4
        laid = (width, self.blocks, self.palette)
        if self._laid == laid:
            return
        self._laid, self._lines = laid, []
        for block in self.blocks:
            self._lines.append([self._piece(f" {fit(block.heading, width).rstrip()}", bold=True)])
            self._lines += self._entries(block, max(1, width - _INDENT))

    def _entries(self, block: Block, width: int) -> list[list[Segment]]:
        """Each entry's lead in a column of its own, its text wrapped beside it."""
        before = " " * (1 + _INDENT)
        column = max((cell_len(clean(entry.lead)) for entry in block.entries), default=0)
        room = width - column - 2
        beside = bool(column) and room >= width // 2
        lines: list[list[Segment]] = []
        for entry in block.entries:
            if entry.markdown:
                lines += self._prose(entry.text, width)
                continue
            if beside and entry.lead:
                lead = f"{before}{fit(entry.lead, column)}  "
                texts = wrap(entry.text, room) or [""]
                lines.append([self._piece(lead, quiet=True), self._piece(texts[0])])
                lines += [[self._piece(" " * cell_len(lead) + text)] for text in texts[1:]]
                continue
            if entry.lead:
                lead = fit(entry.lead.strip(), width).rstrip()
                lines.append([self._piece(f"{before}{lead}", quiet=True)])
            lines += [[self._piece(f"{before}{text}")] for text in wrap(entry.text, width)]
        return lines

    def _prose(self, text: str, width: int) -> list[list[Segment]]:
        from tui.widgets import prose  # late: few rows have a text of several lines

        before = self._piece(" " * (1 + _INDENT))
        return [[before, *map(self._run, line)] for line in prose.lines(text, width)]

    def _run(self, run: Run) -> Segment:
        text, look = run
        palette = self.palette
        colour = palette.quiet if look.quiet else palette.text
        ground = palette.cursor if look.raised else palette.ground
        return Segment(text, style(colour, ground, look.bold, italic=look.italic))

    def _piece(self, text: str, *, bold: bool = False, quiet: bool = False) -> Segment:
        colour = self.palette.quiet if quiet else self.palette.text
        return plain(text, colour, self.palette.ground, bold)
