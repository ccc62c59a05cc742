"""The search: every text that was ever written, narrowed with each letter."""

from __future__ import annotations

from typing import cast

from rich.cells import cell_len
from rich.segment import Segment
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.widgets import Input, Static

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.between import Found
from tui.core.days import near
from tui.core.desk import Desk
from tui.core.trouble import Trouble
from tui.core.wordsearch import FOUND_IN, Snippet, snippet
from tui.dialogs.panel import LOW, OnTop
from tui.resources import folder
from tui.widgets.cells import fit, plain
from tui.widgets.editors import LineEditor
from tui.widgets.row import CURSOR
from tui.widgets.rows import Rows
from tui.widgets.sections import Section

_BEGIN = ("Whatever was written: reflections, evidence, goals, notes, events …",)
_FULL = 60
"""Columns from which a row tells its kind in full beside its day."""


class SearchSheet(OnTop[Found | None]):
    """Returns what was chosen. The line has the keys; arrows move through what was found.

    Where nothing can stand out by its look, found words are `marked` with « and ».
    """

    CSS_PATH = folder("styles") / "sheets.tcss"
    BINDINGS = bindings(Place.SEARCH)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]

    def __init__(self, desk: Desk, palette: Palette, *, marked: bool = False) -> None:
        super().__init__()
        self.desk, self.palette, self.marked = desk, palette, marked
        self.wanted = ""
        """The words that the rows were found for."""
        self._snippets: dict[str, Snippet] = {}
        self._go = False

    def compose(self) -> ComposeResult:
        """The line one types into, and what was found."""
        with Vertical(id="panel") as panel:
            panel.border_title = Content("Search everything written")
            panel.border_subtitle = Content("Enter goes there · Esc closes")
            yield LineEditor("", placeholder="Words, or how they begin", id="wanted")
            rows = Rows(self.palette, self._boxes(()))
            rows.can_focus = False
            yield rows
            yield Static(id="more", markup=False)

    def on_mount(self) -> None:
        """One types at once."""
        self.query_one(LineEditor).focus()
        self.query_one("#more").display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find with every letter."""
        self._find(event.value)

    def on_input_submitted(self) -> None:
        """Enter in the line."""
        self.action_go()

    @work(exclusive=True, group="read")
    async def _find(self, wanted: str) -> None:
        """Ask the file; a letter more makes the answer to the letters before unwanted."""
        more = self.query_one("#more", Static)
        try:
            found = await self.desk.find(wanted)
        except Trouble as error:
            more.display = True
            more.update(Content(str(error)))
            return
        self.wanted = wanted.strip()
        self._snippets.clear()
        more.display = False
        rows = self.query_one(Rows)
        rows.show(self._boxes(found))
        rows.move_to(0)
        if self._go:
            self.action_go()

    def _boxes(self, found: tuple[Found, ...]) -> tuple[Section, ...]:
        nothing = (f"Nothing that begins with “{self.wanted[:60]}”.",) if self.wanted else _BEGIN
        many = f"{len(found)} found" if len(found) < 200 else "the latest 200"
        return (Section("Found", f"{many}   the latest first", found, nothing, self._row),)

    def action_move(self, by: int) -> None:
        """Another text."""
        self.query_one(Rows).action_move(by)

    def action_page(self, by: int) -> None:
        """A screenful."""
        self.query_one(Rows).action_page(by)

    def action_go(self) -> None:
        """Return what the cursor is on, once everything that was typed has been looked for."""
        typed = self.query_one(LineEditor).value.strip()
        self._go = typed != self.wanted
        if not self._go and (item := self.query_one(Rows).item):
            self.dismiss(cast("Found", item))

    def on_click(self, event: Click) -> None:
        """A second click on a row goes there; the first has put the cursor on it."""
        if event.chain > 1 and isinstance(event.widget, Rows):
            self.action_go()

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)

    def _row(self, found: Found, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        """What kind of text, its day, and the words around what was found."""
        ground = palette.cursor if chosen else palette.ground
        kind = fit(FOUND_IN.get(found.kind, found.kind), 12 if width >= _FULL else 6)
        lead = f"{kind} "
        if width >= _FULL:
            today, dates = self.desk.today(), self.desk.manners.dates
            lead += f"{near(found.day, today, dates) if found.day else '':>11}  "
        out = [plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)]
        out.append(plain(lead, palette.quiet, ground))
        return [*out, *self._said(found, width - 2 - cell_len(lead), palette, ground)]

    def _said(self, found: Found, width: int, palette: Palette, ground: str) -> list[Segment]:
        if found.id not in self._snippets:
            self._snippets[found.id] = snippet(found.body, self.wanted)
        told = self._snippets[found.id]
        if self.marked:
            return [plain(fit(told.bracketed(), width), palette.text, ground)]
        out, at, left = list[Segment](), 0, width
        for start, end in (*told.found, (len(told.text), len(told.text))):
            before = plain(told.text[at:start], palette.text, ground)
            word = plain(told.text[start:end], palette.gold, ground, True, True)
            out += [before, word]
            at = end
        return _cut(out, left, plain("", palette.text, ground))


def _cut(pieces: list[Segment], width: int, blank: Segment) -> list[Segment]:
    """The pieces in exactly `width` cells, with "…" where they are cut."""
    out: list[Segment] = []
    for piece in pieces:
        length = piece.cell_length
        if length > width:
            return [*out, Segment(fit(piece.text, width), piece.style)] if width > 0 else out
        out.append(piece)
        width -= length
    return [*out, Segment(" " * width, blank.style)]
