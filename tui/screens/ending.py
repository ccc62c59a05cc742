"""Ending: what the record shows before a goodbye, and what is written for it."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.core.days import near
from tui.core.ending_words import PLANS, WHOLE, Ending, PlanRow, Row, blocks, ending, now
from tui.core.listing import Filter, Order, folded
from tui.screens.mode import ModeScreen
from tui.screens.picturing import Told
from tui.widgets.bar import Group, Part
from tui.widgets.ending_row import EndingDrawer
from tui.widgets.picture import Card
from tui.widgets.sections import Item, Section

if TYPE_CHECKING:
    from tui.core.overview import Line, Overview

_WORDS: Final = "-words"
"""Class of the screen: there is no picture of the row under the cursor."""
_WAIT: Final = ("One moment…",)
_WORDS_ONLY: Final = "These are words. Enter opens them, e writes the three texts."
_AS_IT_IS: Final = "Enter opens it with its words. The other modes go from point to point."


class EndingScreen(ModeScreen):
    """Eight lines with what the record shows of each, and three texts in the client's words."""

    NAME = "ending"
    KINDS = ()
    FOOT = (
        "open-picture",
        "edit",
        "end-therapy",
        "begin-again",
        "pin",
        "help-now",
        "keys",
        "commands",
        "undo",
        "quit",
    )
    FILTERS = (Filter.CURRENT,)
    ORDERS = (Order.AS_SET,)

    ending: Ending | None = None
    """What there is, once the file has told it."""

    @property
    def plan_row(self) -> PlanRow | None:
        """The text under the cursor."""
        return self.item if isinstance(self.item, PlanRow) else None

    async def read_more(self) -> None:
        """Ask for the record too; what it shows is worked out in a thread."""
        of = await self.desk.reviewing()
        found = await asyncio.to_thread(ending, of)
        if found.client_id == self.desk.client.id:
            self.ending = found

    def turn_to(self, data: Overview) -> None:
        """Show another client; their record is asked for first."""
        self.ending = None
        super().turn_to(data)
        self.refresh_data()

    @property
    def data_count(self) -> int:
        """How many rows there are, shown or not."""
        return len(self.ending.rows) + len(self.ending.plans) if self.ending else 0

    def also_told(self) -> list[Group]:
        """Whether therapy has ended, and which key turns that."""
        if self.ending is None:
            return []
        if self.ending.ended is None:
            going = (Part("E ", "gold"), Part("ends therapy  ", "quiet"))
            return [going, (Part("U ", "gold"), Part("begins it again", "quiet"))]
        day = near(self.ending.ended, self.data.today, self.desk.manners.dates)
        ended = Part(f"Therapy ended on {day}.  ", "text", bold=True)
        return [(ended,), (Part("U ", "gold"), Part("begins it again", "quiet"))]

    def sections(self) -> tuple[Section, ...]:
        """The eight lines, the three texts."""
        if self.ending is None:
            return (Section("Ending", "", (), _WAIT),)
        draw = EndingDrawer(self.data.today, self.desk.manners.dates)
        wanted = folded(self.listing.find).split()
        rows = tuple(row for row in self.ending.rows if _has(row.line.name, wanted))
        plans = tuple(row for row in self.ending.plans if _has(PLANS[row.kind].name, wanted))
        return (
            Section("Before a goodbye", "from the record", rows, draw=draw),
            Section("In my own words", "e writes", plans, draw=draw),
        )

    def action_next_order(self) -> None:
        """The lines have one order."""
        self._tell("None of these comes before another; their order is always the same.")

    def action_next_filter(self) -> None:
        """All of it is always shown."""
        self._tell("All eight are always shown.")

    def action_points(self) -> None:
        """A picture stands here for what it is evidence of; the other modes go into it."""
        if not self.finding:
            self._tell(_WORDS_ONLY if self.without_picture else _AS_IT_IS)

    @property
    def pictured(self) -> Line | None:
        """The row whose picture shows the latest evidence of the line under the cursor."""
        about = self.item.line.about if isinstance(self.item, Row) else ""
        return next((line for line in self.data.lines() if line.id == about), None)

    @property
    def without_picture(self) -> bool:
        """Whether there are only words: a text, or a line that no picture shows anything of."""
        return self.pictured is None

    def make_room(self) -> None:
        """Where there is no picture the words have its place."""
        self.set_class(self.item is not None and self.without_picture, _WORDS)

    async def tell_of(self, item: Item, columns: int) -> Told:
        """What the record shows of a line, in full, or a text as it was written."""
        if not isinstance(item, Row | PlanRow):
            return await super().tell_of(item, columns)
        dates = self.desk.manners.dates
        title = item.line.name if isinstance(item, Row) else PLANS[item.kind].name
        said = f"{title}: {now(item, self.data.today, dates)}"
        card = Card(title, WHOLE, said, None, self.range, ranged=False)
        if line := self.pictured:
            drawn = self._card(await self.material(line), None, columns)
            card = replace(drawn, asked="", sentence=said)
        return Told(card, blocks(item, dates), title)


def _has(name: str, wanted: list[str]) -> bool:
    return all(word in folded(name) for word in wanted)
