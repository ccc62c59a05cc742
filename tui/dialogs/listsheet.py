"""A sheet: a list over the screen, with the whole of what is under the cursor beneath it.

History, events, steps and Help now are sheets. Each thing is changed at once; there is nothing to
save and nothing to lose when a sheet is closed.
"""

from __future__ import annotations

from abc import abstractmethod
from asyncio import Future
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar, cast

from rich.segment import Segment
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.changes import Change, in_words
from tui.core.deeds import Deed
from tui.core.own_notes import OwnDeed
from tui.core.text import clean
from tui.core.trouble import Trouble
from tui.dialogs.confirm import DO, sure
from tui.dialogs.drafting import SheetDesk, draft_of
from tui.dialogs.form import Form, FormDialog
from tui.dialogs.panel import LOW, OnTop
from tui.dialogs.telling import tell
from tui.resources import folder
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR
from tui.widgets.rows import Rows
from tui.widgets.sections import Item, Section

T = TypeVar("T", bound=Item)


class ListSheet(OnTop[None], Generic[T]):
    """The list, and what a subclass makes of its keys. Sections are read anew after each deed."""

    BINDINGS = bindings(Place.SHEET)
    CSS_PATH = folder("styles") / "sheets.tcss"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    title_text: str = ""
    lead: str = ""
    """A sentence above the list."""
    keys: str = ""
    """What can be done, on the lower edge."""

    def __init__(self, desk: SheetDesk, palette: Palette) -> None:
        super().__init__()
        self.desk: SheetDesk = desk
        self.palette = palette
        self.today, self.dates = desk.today(), desk.manners.dates
        self._busy = False

    def compose(self) -> ComposeResult:
        """The sentence, the list, what is under the cursor in full."""
        with Vertical(id="panel") as panel:
            panel.border_title = Content(clean(self.title_text))
            panel.border_subtitle = Content(self.keys)
            if self.lead:
                yield Static(Content(clean(self.lead)), id="lead")
            yield Rows(self.palette)
            yield Static(id="more", markup=False)

    def on_mount(self) -> None:
        """Read what there is to list."""
        self.query_one(Rows).focus()
        self.read()

    @work(exclusive=True, group="read")
    async def read(self) -> None:
        """Ask for the list and show it; the cursor stays on its row."""
        await self._list()

    async def _list(self) -> None:
        try:
            sections = await self.sections()
        except Trouble as error:
            self.say(str(error))
            return
        self.query_one(Rows).show(sections)
        self._show_more()

    @abstractmethod
    async def sections(self) -> tuple[Section, ...]:
        """What is listed; raises `Trouble`."""

    def more(self, item: T) -> str:
        """Everything about an item, beneath the list."""
        return ""

    def keys_for(self, item: T | None) -> str:
        """What can be done with what the cursor is on, on the lower edge."""
        return self.keys

    @property
    def item(self) -> T | None:
        """What the cursor is on."""
        return cast("T | None", self.query_one(Rows).item)

    def on_rows_highlighted(self) -> None:
        """Another row, other words beneath."""
        self._show_more()

    def action_add(self) -> None:
        """Nothing can be added to most lists."""

    def action_edit(self) -> None:
        """Nothing can be changed in most lists."""

    def action_delete(self) -> None:
        """Nothing can be deleted from most lists."""

    def action_mark(self) -> None:
        """Nothing can be marked in most lists."""

    def action_find(self) -> None:
        """Most lists are short enough to be looked through."""

    def action_undo(self) -> None:
        """Take the latest change back."""
        self._turn(self.desk.undo, "Taken back", "There is nothing to take back here.")

    def action_redo(self) -> None:
        """Bring again what was taken back last."""
        self._turn(self.desk.redo, "Brought again", "There is nothing to bring again here.")

    @work(group="turn")
    async def _turn(
        self, way: Callable[[], Future[Change | None]], said: str, nothing: str
    ) -> None:
        try:
            change = await way()
        except Trouble as error:
            self.say(str(error), warn=True)
            return
        if change:
            done = "a change about another client" if change.whose else change.label
            self.say(f"{said}: {in_words(done, self.dates)}")
        else:
            self.say(nothing)
        await self._list()

    def action_leave(self) -> None:
        """Close the sheet."""
        self.dismiss(None)

    def say(self, words: str, *, warn: bool = False) -> None:
        """Tell the person something at the edge of the screen."""
        tell(self.app, words, trouble=warn)

    @work
    async def do(self, deed: Deed | OwnDeed) -> None:
        """Carry out a deed and list anew; a key pressed again meanwhile is one too many."""
        if self._busy:
            return
        self._busy = True
        try:
            await self.attempt(self.desk.do(deed))
        finally:
            self._busy = False

    @work
    async def ask(self, form: Form) -> None:
        """Show a form over the sheet, with what was once written in it, and list anew."""
        if trouble := self.desk.trouble:
            self.say(trouble, warn=True)
            return
        draft = await draft_of(self.desk, form.name, form.subject)
        if await self.app.push_screen_wait(FormDialog(form, self.desk, draft)):
            self.read()

    @work
    async def sure(self, question: str, sentence: str, label: str, deed: Deed | OwnDeed) -> None:
        """Ask whether a deed shall be done, and do it then."""
        if await self.is_sure(question, sentence, label):
            await self.attempt(self.desk.do(deed))

    async def is_sure(self, question: str, sentence: str, label: str) -> bool:
        """Ask about one thing that is not done lightly; leaving it is the default."""
        return await self.app.push_screen_wait(sure(question, sentence, label)) == DO

    async def attempt(self, change: Awaitable[Change | None]) -> None:
        """Wait for a change, say what it was or what is wrong, and list anew."""
        try:
            done = await change
        except (Trouble, ValueError) as error:
            self.say(str(error), warn=True)
            return
        if done:
            self.say(f"Done: {in_words(done.label, self.dates)}. u takes it back.")
        await self._list()

    def _show_more(self) -> None:
        item = self.item
        self.query_one("#panel").border_subtitle = Content(self.keys_for(item))
        words = self.more(item) if item else ""
        more = self.query_one("#more", Static)
        more.display = bool(words)
        more.update(Content(clean(words, multiline=True)))


Cells = tuple[tuple[str, int, str, bool], ...]
"""Words, their width, the palette's field for their colour, and whether they are bold; a width of 0
takes what is left."""


def cells_row(cells: Cells, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """A row of columns behind the mark of the cursor, exactly `width` cells."""
    ground = palette.cursor if chosen else palette.ground
    fixed = sum(columns + 1 for _, columns, _, _ in cells if columns)
    rest = max(0, width - 2 - fixed)
    out = [plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)]
    for at, (words, columns, colour, bold) in enumerate(cells, 1):
        gap = 1 if columns or at < len(cells) else 0
        text = fit(words, columns or max(0, rest - gap)) + " " * gap
        out.append(plain(text, getattr(palette, colour), ground, bold))
    return _exactly(out, width, palette.text, ground)


def _exactly(pieces: list[Segment], width: int, colour: str, ground: str) -> list[Segment]:
    """The pieces cut or filled to `width` cells."""
    out: list[Segment] = []
    left = width
    for piece in pieces:
        length = piece.cell_length
        out.append(piece if length <= left else Segment(fit(piece.text, left), piece.style))
        left -= min(left, length)
    return [*out, plain(" " * left, colour, ground)] if left else out
