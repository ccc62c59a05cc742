"""The part of a mode that has its picture drawn: what is worked out, where, and what is kept."""

from __future__ import annotations

import asyncio
import sys
from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from textual import work
from textual.message import Message

from tui.core.desk import Desk
from tui.core.overview import Line, Overview
from tui.core.timespan import Range
from tui.core.trouble import Trouble
from tui.widgets.details import Details
from tui.widgets.picture import Card, PictureBox, Readout

if TYPE_CHECKING:
    from textual.screen import Screen

    from tui.core.details import Block
    from tui.core.measures import Measure
    from tui.screens.cards import Material, View
    from tui.widgets.sections import Item

    _Base = Screen[None]
else:
    _Base = object

_LARGE: Final = 5_000
"""Ratings from which a series is worked through in a thread, so that the keys stay free."""
_KEPT: Final = 256
"""Pictures that are kept before all of them are let go."""
_DRAWING: Final = "tui.charts.plot"
ALONE: Final = "-details"
"""Class of the screen: what was written about an opened row has the whole window."""


@dataclass(frozen=True, slots=True)
class Told:
    """What there is to see and to read of a row; `heading` stands over what there is to read."""

    card: Card
    blocks: tuple[Block, ...] = ()
    heading: str = "In words"


class Picturing(_Base):
    """Draws and tells what the cursor is on. A series is worked through once, then only cut."""

    class Complete(Message):
        """Everything is loaded, the drawing too."""

    desk: Desk
    data: Overview
    range: Range
    beside: Measure | None

    def __init__(self) -> None:
        super().__init__()
        self.shown: Material | None = None
        """What the picture is made of."""
        self._materials: dict[str, Material] = {}
        self._cards: dict[tuple[object, ...], Card] = {}

    @property
    @abstractmethod
    def item(self) -> Item | None:
        """The row under the cursor, whatever it is of."""

    @property
    @abstractmethod
    def line(self) -> Line | None:
        """The row under the cursor, where it is of a measure."""

    @property
    @abstractmethod
    def view(self) -> View:
        """What is looked at now."""

    @abstractmethod
    def readout(self) -> Readout | None:
        """What is read out of the picture."""

    @abstractmethod
    def keep_point(self) -> None:
        """Have the cursor on a point of what is shown now."""

    @abstractmethod
    def nothing(self) -> str:
        """What is said where there is no row."""

    @abstractmethod
    def warn(self, trouble: str) -> None:
        """Say what is wrong."""

    @property
    def without_picture(self) -> bool:
        """Whether there is nothing but words about the row under the cursor."""
        return False

    def make_room(self) -> None:
        """Give the place beside the list to what is told of the row under the cursor."""

    async def tell_of(self, item: Item, columns: int) -> Told:
        """What there is to see and to say of a row that is of no measure; raises `Trouble`.

        The chart is so many columns wide, and `view` is what of the time is looked at.
        """
        return Told(Card("", "", self.nothing(), None, self.range, ranged=False))

    def forget(self) -> None:
        """Let go of everything that was worked out: the data are others."""
        self._materials.clear()
        self._cards.clear()

    def begin_drawing(self) -> None:
        """Have the drawing loaded, after the first paint, and the picture's place kept for it."""
        if _DRAWING in sys.modules:  # an earlier program in this process, or another mode
            self.query_one(PictureBox).ready = True
            self.call_after_refresh(self.post_message, self.Complete())
        else:
            self.call_after_refresh(self._load_drawing)

    @work(thread=True, group="loading")
    def _load_drawing(self) -> None:
        """Load plotext, which takes longer than everything before the first paint."""
        import tui.charts.plot  # noqa: F401

        self.post_message(self.Complete())

    def on_picturing_complete(self) -> None:
        """Draw the picture in the place that was kept for it."""
        box = self.query_one(PictureBox)
        if not box.ready:
            box.ready = True
            box.redraw()

    @work(exclusive=True, group="picture")
    async def show_picture(self) -> None:
        """Draw and tell what the cursor is on."""
        item, line, box = self.item, self.line, self.query_one(PictureBox)
        self.make_room()
        if not box.size and not self.without_picture:
            return  # it tells when it has one
        try:
            if line:
                told = await self._told(line, box.columns)
            else:
                self.shown = None
                told = await self.tell_of(item, box.columns) if item else self._empty()
        except Trouble as error:
            self.warn(str(error))
            return
        alone = item and self.has_class(ALONE)
        box.show(told.card, self.readout())
        self.query_one(Details).show(
            told.card.title if alone else told.heading, told.blocks, item.id if item else ""
        )

    def _empty(self) -> Told:
        """What stands beside a list without a row."""
        return Told(Card("", "", self.nothing(), None, self.range), heading="")

    async def _told(self, line: Line, columns: int) -> Told:
        """What there is to see and to say of a measure."""
        self.shown = await self.material(line)
        over = self.beside and await self._beside(self.beside)
        self.keep_point()
        return Told(self._card(self.shown, over or None, columns), self.shown.blocks)

    async def material(self, line: Line) -> Material:
        """What the picture and the words of a row are made of; raises `Trouble`."""
        from tui.screens import cards  # late: the first paint has none of it

        if line.id not in self._materials:
            series = await self.desk.series(line.measure)
            work = (self.data, line, series, self.desk.manners)
            large = len(series.ratings) > _LARGE
            made = (
                await asyncio.to_thread(cards.material, *work) if large else cards.material(*work)
            )
            if made.data is not self.data:  # others came meanwhile
                return made
            self._materials[line.id] = made
        return self._materials[line.id]

    async def _beside(self, measure: Measure) -> Material | None:
        """The series that is laid over; none where it is the very same, or no longer there."""
        line = next((line for line in self.data.lines() if line.id == measure.id), None)
        same = self.line is not None and line is not None and line.id == self.line.id
        return None if line is None or same else await self.material(line)

    def _card(
        self, of: Material, over: Material | None, columns: int, view: View | None = None
    ) -> Card:
        from tui.screens import cards

        view = view or self.view
        key = (id(of), id(over), view, columns)
        if key not in self._cards:
            while len(self._cards) >= _KEPT:
                self._cards.clear()
            self._cards[key] = cards.card(of, view, columns, self.desk.manners, over)
        return self._cards[key]
