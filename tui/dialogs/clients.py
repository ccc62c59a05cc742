"""Everybody in the file, to choose who is looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import work

from tui.charts.palette import Palette
from tui.core.clients import Client
from tui.core.days import full, near
from tui.core.desk import Desk
from tui.core.listing import found
from tui.core.trouble import Trouble
from tui.dialogs.forms.client import ClientForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.editors import LineEditor
from tui.widgets.rows import Rows
from tui.widgets.sections import Section

if TYPE_CHECKING:
    from datetime import date

    from textual.widgets import Input

    from tui.core.overview import Overview

_ALONE = "This file holds one client. a adds another."


class ClientSheet(ListSheet[Client]):
    """By name. Enter has `turn_to` show the one under the cursor; it tells whether it could."""

    PRIVATE: ClassVar[bool] = True
    desk: Desk
    title_text = "Clients"
    keys = "Enter shows · / finds · a adds · Esc closes"

    def __init__(self, desk: Desk, palette: Palette, turn_to: Callable[[Overview], bool]) -> None:
        super().__init__(desk, palette)
        self.turn_to = turn_to
        self.present: tuple[Client, ...] = ()
        """Everybody, found or not."""
        self._ended: dict[str, date] = {}
        self._at = desk.client.id
        """Where the cursor shall be at first."""
        self._find, self._adding = "", False

    async def sections(self) -> tuple[Section, ...]:
        """Everybody in one list."""
        before = {client.id for client in self.present}
        self.present, self._ended = await self.desk.clients(), await self.desk.ended()
        if self._adding and (new := [c for c in self.present if c.id not in before]):
            self._at, self._adding = new[0].id, False
        return self._found()

    async def _list(self) -> None:
        await super()._list()
        if self._at:
            self.query_one(Rows).move_to_id(self._at)
            self._at = ""

    def more(self, item: Client) -> str:
        """Since when; and what can be done where there is nothing to choose."""
        since = f"{item.name}, since {full(item.started, self.dates)}"
        if end := self._ended.get(item.id):
            since += f"; therapy ended on {full(end, self.dates)}"
        return f"{since}\n{_ALONE}" if len(self.present) == 1 else since

    def action_edit(self) -> None:
        """Show the client under the cursor."""
        if self.item:
            self._choose(self.item)

    @work(exclusive=True, group="read")
    async def _choose(self, client: Client) -> None:
        """Read what there is of the client; only then turn to them, and close."""
        try:
            data = await self.desk.overview(closer=True, of=client)
        except Trouble as error:
            self.say(str(error), warn=True)
            return

        def turn() -> None:
            if self.turn_to(data):
                self.dismiss(None)

        self.once_on_top(turn)

    def action_add(self) -> None:
        """Begin with another client."""
        self.end_finding(keep=False)
        self._adding = True
        self.ask(ClientForm(self.today))

    def action_find(self) -> None:
        """Ask for a part of a name, above the list."""
        if not self.query(LineEditor):
            asked = "Find a name. Enter keeps, Esc ends."
            line = LineEditor(self._find, placeholder=asked, id="find")
            self.query_one("#panel").mount(line, before=0)
            line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list with every letter."""
        self._find = event.value
        self._show()

    def on_input_submitted(self) -> None:
        """Keep what was found, and go into the list."""
        self.end_finding(keep=True)

    def end_finding(self, *, keep: bool) -> None:
        """Take the line away; show everybody again unless what was found is kept."""
        if self._find and not keep:
            self._find = ""
            self._show()
        if lines := self.query(LineEditor):
            lines.first().remove()
            self.query_one(Rows).focus()

    def action_leave(self) -> None:
        """End the finding; then close the sheet."""
        if self._find or self.query(LineEditor):
            self.end_finding(keep=False)
        else:
            super().action_leave()

    def _show(self) -> None:
        self.query_one(Rows).show(self._found())
        self._show_more()

    def _found(self) -> tuple[Section, ...]:
        shown = tuple(found(self.present, self._find))
        empty = (f"No name has “{self._find}” in it.", "Esc shows everybody.")
        return (Section("Clients", "", shown, empty, self._draw),)

    def _draw(self, client: Client, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        here = client.id == self.desk.client.id
        since = f"since {near(client.started, self.today, self.dates)}"
        if end := self._ended.get(client.id):
            since = f"ended {near(end, self.today, self.dates)}"
        cells = (
            (client.name, 0, "text", chosen),
            ("looked at" if here else "", 9 if width >= 44 else 1, "gold", False),
            (f"{since:>18}", 18 if width >= 44 else 1, "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)
