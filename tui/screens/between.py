"""Between: what is pinned for the next session, reflections, practice, reading, the role check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final, cast

from tui.charts.palette import Palette
from tui.core import shown
from tui.core.between import Between
from tui.core.days import near
from tui.core.desk import Desk
from tui.core.listing import Listing, Order
from tui.core.overview import Line, Overview
from tui.core.pinning import for_when
from tui.core.practices import Practice
from tui.core.shown import Kinds
from tui.core.written import CALLED, Written, details
from tui.screens.mode import ModeScreen
from tui.screens.picturing import Told
from tui.widgets.bar import Group, Part
from tui.widgets.picture import Card
from tui.widgets.sections import Item, Section
from tui.widgets.written_row import Drawer

_KINDS: Final = (Kinds.TOPICS, Kinds.REFLECTIONS, Kinds.PRACTICE, Kinds.READING, Kinds.ROLE)
"""What each box has, in their order."""
_WORDS: Final = "-words"
"""Class of the screen: there is no picture of the row under the cursor."""
_BESIDE: Final = "Practice beside movement"
_NO_CAUSE: Final = (
    "Weeks with practice and weeks without, next to movement. Either may have come first, or"
    " neither."
)
_ALONE: Final = "Movement is rated after a session; it will stand above once it is."
_TOPICS: Final = ("Nothing is pinned yet.", "p pins what the cursor is on, in every mode.")
_REFLECTIONS: Final = ("Nothing is written yet. N begins a reflection.",)
_PRACTICE: Final = ("Nothing is noted yet. P notes what you tried.",)
_READING: Final = ("Nothing to read yet. a adds it.",)
_ROLE: Final = ("What do you expect of therapy? a asks it.",)


class BetweenScreen(ModeScreen):
    """Everything that is written between sessions, box by box, each row in full beside the list."""

    NAME = "between"
    KINDS = ()
    FOOT = (
        "reflect",
        "add",
        "open-picture",
        "state",
        "pin",
        "search",
        "find",
        "filter",
        "help-now",
        "keys",
        "commands",
        "quit",
    )
    FILTERS = tuple(Kinds)
    ORDERS = (Order.AS_SET,)

    written: Between | None = None
    """What there is, once the file has told it."""

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        super().__init__(desk, palette, data, at)
        self._sought = at
        """The row that the cursor shall go to as soon as it is there."""

    async def read_more(self) -> None:
        """Ask for everything that was written between sessions too."""
        written = await self.desk.between()
        if written.client.id == self.desk.client.id:
            self.written = written

    def turn_to(self, data: Overview) -> None:
        """Show another client; what they wrote is asked for first."""
        self.written, self._sought = None, ""
        super().turn_to(data)
        self.refresh_data()

    def ids(self) -> Iterable[str]:
        """The id of every row there is, shown or not; none before the file has told them."""
        return (item.id for item in shown.everything(self.written)) if self.written else ()

    def look_at(self, id_: str) -> None:
        """Put the cursor on a row; one that is not shown now is shown by its kind alone."""
        if not self.written:
            self._sought = id_
            return
        item = next((i for i in shown.everything(self.written) if i.id == id_), None)
        if item and not self.rows.move_to_id(id_):
            self._ask(replace(Listing.of(*self.FILTERS, orders=self.ORDERS), filter=Kinds.of(item)))
            self.rows.move_to_id(id_)

    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows that are wanted now."""
        super().list_anew(asking=asking)
        if self.written and (sought := self._sought):
            self._sought = ""
            self.look_at(sought)

    @property
    def first_day(self) -> date | None:
        """The earliest day of a practice or of anything that was rated."""
        tried = self.written.practices[-1:] if self.written else ()
        days = [practice.day for practice in tried]
        return min([*days, *([self.data.first_day] if self.data.first_day else [])], default=None)

    @property
    def data_count(self) -> int:
        """How many rows there are, shown or not."""
        return len([*self.ids()])

    def also_told(self) -> list[Group]:
        """That the role check wants a look, once its time has passed."""
        check = self.written.role_check if self.written else None
        if not check or not check.still_fair(self.data.today):
            return []
        day = near(check.day, self.data.today, self.desk.manners.dates)
        return [(Part(f"Role check of {day}: ", "quiet"), Part("still fair?", "gold", bold=True))]

    def sections(self) -> tuple[Section, ...]:
        """A box for each kind; an empty one says what it will show."""
        if not (data := self.written):
            return (Section("Between", "", (), ("One moment…",)),)
        rows, dates = shown.rows(data, self.listing), self.desk.manners.dates
        dated: tuple[Written, ...] = (*rows.reflections, *rows.practices, *rows.role_checks)
        draw = Drawer(data.today, dates, data.role_check, {each.day for each in dated})
        coming = data.next_session
        when = for_when(coming.day if coming else None, dates)
        boxes = (
            Section(f"For {when}", "○ open", rows.topics, _TOPICS, draw.topic),
            Section("Reflections", "newest first", rows.reflections, _REFLECTIONS, draw.reflection),
            Section("Practice", "effort   useful", rows.practices, _PRACTICE, draw.practice),
            Section("Reading", "○ open   ✓ finished", rows.reads, _READING, draw.read),
            Section("Role check", "the latest", rows.role_checks, _ROLE, draw.role_check),
        )
        if self.listing.filter is Kinds.LATEST and not self.listing.find:
            return boxes
        kept = zip(_KINDS, boxes, strict=True)
        return tuple(
            box
            for kind, box in kept
            if box.items or (kind is self.listing.filter and not self.listing.find)
        )

    def action_next_order(self) -> None:
        """Days have one order."""
        self._tell("The newest come first here, and what is open before what is not.")

    def action_open_picture(self) -> None:
        """The row's words as large as the window; a practice's picture before them."""
        if not self.opened or not self.without_picture:
            super().action_open_picture()

    @property
    def without_picture(self) -> bool:
        """Only practice has a picture."""
        return not isinstance(self.item, Practice)

    def make_room(self) -> None:
        """Where there is no picture the words have its place."""
        self.set_class(self.item is not None and self.without_picture, _WORDS)

    async def tell_of(self, item: Item, columns: int) -> Told:
        """What was written, in full; beside a practice all of them next to movement."""
        data, dates = self.written, self.desk.manners.dates
        if data is None or isinstance(item, Line):
            return await super().tell_of(item, columns)
        thing = cast("Written", item)
        names = {line.id: line.measure.name for line in self.data.lines()}
        blocks, heading = details(thing, data, dates, names), CALLED[type(thing)]
        if isinstance(thing, Practice):
            return Told(await self._beside_movement(data, columns), blocks, heading)
        return Told(Card(heading, "", "", None, self.range, ranged=False), blocks, heading)

    async def _beside_movement(self, data: Between, columns: int) -> Card:
        """Practice and movement over the stretch that is looked at; raises `Trouble`."""
        from tui.charts.beside import Beside  # late: the first paint has none of it
        from tui.screens.cards import stretch

        view = self.view
        key = (id(data), view, columns)
        if key not in self._cards:
            movement = next(
                (x for x in self.data.relationship if x.measure.key == "movement"), None
            )
            series = await self.desk.series(movement.measure) if movement else None
            runs = series.runs(series.lead) if series else ()
            manners = self.desk.manners
            page = Beside(
                view.span,
                runs,
                data.practices,
                dates=manners.dates,
                first_weekday=manners.first_weekday,
            )
            sentence = _NO_CAUSE if runs else f"{_NO_CAUSE} {_ALONE}"
            shown_ = stretch(view, manners.dates)
            self._cards[key] = Card(_BESIDE, "", sentence, page, view.range, shown_)
        return self._cards[key]
