"""The agenda of a review: put in order, dropped from, added to."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from rich.segment import Segment
from textual import work

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.notices import told
from tui.commands.registry import bindings
from tui.core.agenda import Item, agenda, ordered, shifted, without
from tui.core.deeds import Keep
from tui.core.desk import Desk
from tui.core.pinning import pin_of, pinned
from tui.core.reviewing import Reviewing
from tui.core.reviews import Review
from tui.core.topics import Topic
from tui.dialogs.choosing import Choosing
from tui.dialogs.fields import Line
from tui.dialogs.forms.notice import LaterForm, TalkedForm, seen
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.ids import new_id
from tui.widgets.sections import Section

_KIND: Final = 9
"""Cells of what an item is of."""
_REST: Final = "K J order · D drop · Esc closes"
"""What is told of the keys behind those of a notice."""


def pinning(today: date) -> Choosing[Topic]:
    """Ask for the words of a topic that is pinned today."""
    asked = Line(
        key="text",
        label="Topic",
        hint="As you would begin to say it.",
        required="A topic needs a few words.",
    )

    def made(values: Mapping[str, Any]) -> Topic:
        return Topic(new_id(), today, values["text"])

    return Choosing("Pin a topic", (asked,), made, "pins it")


class AgendaSheet(ListSheet[Item]):
    """What there is to look at. The order and what was dropped are the review's own."""

    BINDINGS = [*bindings(Place.AGENDA), *bindings(Place.NOTICE)]
    desk: Desk
    title_text = "Agenda"
    keys = "K J order · D drop · a add · Esc closes"

    def __init__(self, desk: Desk, palette: Palette) -> None:
        super().__init__(desk, palette)
        self._items: tuple[Item, ...] = ()
        self._review: Review | None = None
        self._topics: tuple[Topic, ...] = ()

    async def sections(self) -> tuple[Section, ...]:
        """The agenda as the file has it now."""
        of: Reviewing = await self.desk.reviewing()
        self._review, self._topics = of.begun, of.record.topics
        self._items = ordered(await asyncio.to_thread(agenda, of), self._review)
        empty = ("Nothing waits to be looked at.", "a adds what you would like to talk about.")
        return (Section("To look at", "", self._items, empty, self._draw),)

    def more(self, item: Item) -> str:
        """The item in full, with everything that there is to say of it."""
        return "\n".join((item.text, *(f"{head}: {said}" for head, said in item.parts)))

    def keys_for(self, item: Item | None) -> str:
        """On a notice, what can be done about it before all else."""
        return f"{told()} · {_REST}" if item and item.notice else self.keys

    def action_put_away(self, way: str) -> None:
        """Answer the notice under the cursor, or pin it."""
        item = self.item
        if item is None or item.notice is None:
            self.say("That is for what is worth talking about. D drops what is under the cursor.")
            return
        key, today = item.notice.key, self.desk.today()
        match way:
            case "seen":
                self.do(seen(key, today))
            case "later":
                self.ask(LaterForm(key, today, item.notice.said))
            case "talked":
                self.ask(TalkedForm(key, today, item.notice.ask))
            case "pin" if (pin := pin_of(item)) and not pinned(pin, self._topics):
                self.do(Keep(Topic(new_id(), today, pin.text, about=pin.about)))
            case _:
                self.say(f"Pinned already: “{item.text}”")

    def action_shift(self, by: int) -> None:
        """Put the item under the cursor before or behind its neighbour."""
        item = self.item
        if self._review is None or item is None:
            return
        after = shifted(self._items, self._review, item.key, by)
        if after is not self._review:
            self.do(Keep(after, self._review))

    def action_delete(self) -> None:
        """Drop it from this review; it stays where it came from, and undo brings it back."""
        if self._review and (item := self.item):
            self.do(Keep(without(self._review, item.key), self._review))

    def action_add(self) -> None:
        """Pin a topic."""
        self._pin()

    @work
    async def _pin(self) -> None:
        made = await self.app.push_screen_wait(pinning(self.desk.today()))
        if made:
            await self.attempt(self.desk.do(Keep(made)))

    def _draw(self, item: Item, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        cells = ((item.kind.value, _KIND, "quiet", False), (item.text, 0, "text", chosen))
        return cells_row(cells, width, palette, chosen)
