"""Review: the hour in which client and therapist look back, decide and agree."""

from __future__ import annotations

import asyncio
from enum import Enum
from typing import TYPE_CHECKING, Final

from textual.message import Message

from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.agenda import Item as AgendaItem
from tui.core.agenda import agenda, ordered
from tui.core.days import full, near
from tui.core.listing import Order
from tui.core.review_pages import LOOKED_AT, PageKind, ReviewPage, pages, progress, since
from tui.core.review_words import since_when
from tui.core.reviews import Review, ReviewState
from tui.core.session_words import veiled
from tui.core.text import clean
from tui.screens import edges
from tui.screens.mode import OPENED, ModeRows, ModeScreen
from tui.screens.picturing import Told
from tui.widgets.bar import Bar, Group, Part
from tui.widgets.review_row import Door, HeldRow, door_row, held_row, item_row, page_row
from tui.widgets.sections import Item, Section

if TYPE_CHECKING:
    from tui.charts.palette import Palette
    from tui.core.desk import Desk
    from tui.core.overview import Overview
    from tui.core.relationship import Relationship
    from tui.core.reviewing import Reviewing

_WORDS: Final = "-mostly-words"
"""Class of the screen: what is shown has no picture, so its words have the room."""
_INSIDE: Final = "-inside"
"""Class of the screen: it shows the pages of a review, whose names are short."""
_FOOT_INSIDE: Final = (
    *("next-page", "help-now", "page-back", "open-picture"),
    *("back", "undo", "report", "keys"),
)
_NOTHING: Final = ("Nothing waits to be looked at.", "a pins a topic.")
_IN_ORDER: Final = "That is for the agenda: before a review its rows, in one Enter on Agenda."
_ONE_LIST: Final = "A review has one list, in one order. Enter on Agenda orders what is on it."


class Everything(Enum):
    """The one thing that `f` goes round: a review leaves nothing out."""

    ALL = "all"

    def lets_through(self, row: object) -> bool:
        """Every row is shown."""
        return True


class ReviewRows(ModeRows):
    """The list; left and right walk the pages."""

    BINDINGS = bindings(Place.REVIEW)


class ReviewScreen(ModeScreen):
    """Before a review: the agenda and those that were held. In one: its pages."""

    NAME = "review"
    KINDS = ()
    FOOT = ("open-picture", "add", "pin", "help-now", "undo", "report", "keys")
    FILTERS = (Everything.ALL,)
    ORDERS = (Order.AS_SET,)
    ROWS = ReviewRows
    BINDINGS = bindings(Place.REVIEW)

    class Chosen(Message):
        """Enter on a row."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    class Passed(Message):
        """A page that is looked at was gone past."""

        def __init__(self, page: ReviewPage) -> None:
            super().__init__()
            self.page = page

    class Shifted(Message):
        """An item of the agenda is to stand so many places later."""

        def __init__(self, item: AgendaItem, by: int) -> None:
            super().__init__()
            self.item, self.by = item, by

    class Turned(Message):
        """A review was entered or left; see `inside`."""

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        self.of: Reviewing | None = None
        self.relationship: Relationship | None = None
        """The sessions, without what is kept back from who looks."""
        self.inside = False
        """Whether one is in the midst of the review that is begun."""
        self.awaited = ""
        """A row that the cursor goes to when it comes."""
        self._agenda: tuple[AgendaItem, ...] = ()
        self._shown: dict[tuple[str, int], Told] = {}
        super().__init__(desk, palette, data, at)

    @property
    def review(self) -> Review | None:
        """The review that is begun."""
        return self.of.begun if self.of else None

    @property
    def pages(self) -> tuple[ReviewPage, ...]:
        """The pages of the review that one is in."""
        return pages(self.of, self.review) if self.inside and self.of and self.review else ()

    @property
    def agenda(self) -> tuple[AgendaItem, ...]:
        """What there is to look at, in the order that was given to it."""
        return self.in_order(self.of.arranged if self.of else None)

    def in_order(self, review: Review | None) -> tuple[AgendaItem, ...]:
        """What there is to look at, in the order of a review."""
        return ordered(self._agenda, review)

    def turn_to(self, data: Overview) -> None:
        """Another client: their reviews have to be asked for."""
        self.of = self.relationship = None
        self._agenda = ()
        self.leave()
        super().turn_to(data)
        self.refresh_data()

    async def read_more(self) -> None:
        """Ask for the record, the sessions and what comes of them."""
        of, sessions = await self.desk.reviewing(), await self.desk.relationship()
        if of.record.client.id != self.desk.client.id:
            return  # of who was looked at when it was asked
        self._agenda = await asyncio.to_thread(agenda, of)
        self.of, self.relationship = of, veiled(sessions, self.desk.rater)
        if self.inside and self.review is None:  # it was held, or its beginning was taken back
            self.leave()

    def forget(self) -> None:
        """Let go of what is told of each row too."""
        super().forget()
        self._shown = {}

    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows; the cursor goes to one that was waited for."""
        self.set_class(self.inside, _INSIDE)
        super().list_anew(asking=asking)
        if self.awaited and self.rows.move_to_id(self.awaited):
            self.awaited = ""

    def enter(self) -> None:
        """Into the review that is begun, onto the first page that is not done."""
        self.close_row()
        self.inside = True
        left = next((page for page in self.pages if not page.done), None)
        self.awaited = left.id if left else PageKind.NEXT.value
        self.list_anew()
        self.post_message(self.Turned())

    def leave(self) -> None:
        """Out of the review; it stays as far as it has come."""
        if self.inside:
            self.inside = False
            self.awaited = "door"
            self.post_message(self.Turned())

    def sections(self) -> tuple[Section, ...]:
        """The pages of a review; or how to begin one, the agenda, and those that were held."""
        if self.of is None:
            return (Section("Review", "", (), ("",)),)
        if self.inside and self.review:
            found = self.pages
            day = near(self.review.day, self.data.today, self.desk.manners.dates)
            return (Section(f"Review of {day}", "", found, draw=page_row),)
        door = Section("Review", "", (self._door(),), draw=door_row)
        waiting = Section("To look at together", edges.arranging(), self.agenda, _NOTHING, item_row)
        held = Section("Held", "", self._held(), draw=held_row)
        return tuple(s for s in (door, waiting, held) if s.height)

    def _door(self) -> Door:
        if self.of is None or self.review is None:
            return Door("Begin a review")
        done = progress(pages(self.of, self.review))
        day = near(self.review.day, self.data.today, self.desk.manners.dates)
        return Door(f"Go on · {day} · {done}", self.review.id)

    def _held(self) -> tuple[HeldRow, ...]:
        dates, reviews = self.desk.manners.dates, self.of.reviews if self.of else ()
        return tuple(
            HeldRow(r.id, full(r.day, dates), clean(r.note))
            for r in reversed(reviews)
            if r.state is ReviewState.HELD
        )

    @property
    def data_count(self) -> int:
        """How many rows there are; all of them are shown."""
        return self.rows.count

    def also_told(self) -> list[Group]:
        """In a review: where one is, and since when it looks back."""
        if not (self.inside and self.of and self.review):
            return []
        dates, day = self.desk.manners.dates, since(self.of, self.review)
        back = f"  {since_when(day, self.data.today, dates)} · shared throughout"
        return [(Part(progress(self.pages), bold=True),), (Part(back, "quiet"),)]

    def foot(self) -> list[Group]:
        """The keys of a review."""
        return edges.keys_of(*(_FOOT_INSIDE if self.inside else self.FOOT))

    def _fill_edges(self) -> None:
        super()._fill_edges()
        self.query_one("#footer", Bar).show(self.foot())

    def action_walk(self, by: int) -> None:
        """The next page, or the one before; what is looked at is done once it was gone past."""
        if not self.inside:
            self._tell("Enter begins a review, or goes on with the one that is begun.")
            return
        page, at = self.item, self.rows.cursor
        if by > 0 and isinstance(page, ReviewPage) and page.kind in LOOKED_AT and not page.done:
            self.post_message(self.Passed(page))
        if 0 <= at + by < self.rows.count:
            self.rows.move_to(at + by)
        else:
            self._tell("This is the last page." if by > 0 else "This is the first page.")

    def action_shift(self, by: int) -> None:
        """Put an item of the agenda before or behind its neighbour; in a review its sheet does."""
        if isinstance(self.item, AgendaItem):
            self.post_message(self.Shifted(self.item, by))
        else:
            self.notify(_IN_ORDER, timeout=3)

    def action_open_picture(self) -> None:
        """Do what the row is for; where its page is out of sight, show that first."""
        if self.item is None or self.finding:
            return
        if not self.opened and not self.query_one("#about").display:
            self.add_class(OPENED)
            self.refocus()
            self.show_picture()
        else:
            self.post_message(self.Chosen(self.item))

    def action_back(self) -> None:
        """From the page to the list, from the list out of the review."""
        if self.opened:
            self.close_row()
        elif self.inside and not self.listing.find:
            self.leave()
            self.list_anew()
        else:
            super().action_back()

    def action_next_filter(self) -> None:
        """Nothing is left out."""
        self._tell(_ONE_LIST)

    def action_next_order(self) -> None:
        """There is one order, which people give to it."""
        self._tell(_ONE_LIST)

    def action_find(self) -> None:
        """The list is short enough to be looked through."""
        self._tell(_ONE_LIST)

    def action_points(self) -> None:
        """A page's picture is looked at as it is; the other modes go closer."""
        self._tell("→ goes to the next page. Other modes look closer at a picture.")

    async def tell_of(self, item: Item, columns: int) -> Told:
        """The page, the item of the agenda, or what a review came to."""
        from tui.screens import review_pages

        key = (item.id, columns)
        if key not in self._shown:
            self._shown[key] = await review_pages.tell(self, item, columns)
        told = self._shown[key]
        self.set_class(told.card.picture is None, _WORDS)
        return told
