"""Overview: everything at a glance, one thing in full, and what is worth talking about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import work
from textual.events import DescendantFocus
from textual.widget import Widget

from tui.core.listing import Filter
from tui.core.measures import Kind
from tui.core.repair import told
from tui.core.trouble import Trouble
from tui.screens import edges
from tui.screens.mode import ModeRows, ModeScreen
from tui.screens.picturing import Told
from tui.widgets.picture import Card
from tui.widgets.sections import Item, Section
from tui.widgets.worth_box import TITLE, WorthBox, remark_row

if TYPE_CHECKING:
    from tui.charts.palette import Palette
    from tui.core.desk import Desk
    from tui.core.overview import Line, Overview
    from tui.core.worth import Remark, Worth

BEGIN: Final = ("No goals yet. Where do you want to be?", "a begins.")
"""What a list without goals says."""
NOTHING: Final = ("Nothing to rate yet. a begins.",)
"""What a list without measures says."""
_BOXES: Final = (
    (Kind.GOAL, "Goals", "start → now", "start", BEGIN),
    (Kind.GROWTH, "Growth", "○ then  ● now", "then", NOTHING),
    (Kind.SIGN, "Signs", "lower is lighter", "then", NOTHING),
    (Kind.SESSION, "Relationship", "after each session", "then", ()),
)
_WORDS: Final = "-words"
"""Class of the screen: there is no picture of what the cursor is on."""
_MANY: Final = "There are many ratings. i looks through them for what stands out."
_LOOKING: Final = "Looking…"


class OverviewScreen(ModeScreen):
    """The first screen."""

    NAME = "overview"
    KINDS = (Kind.GOAL, Kind.GROWTH, Kind.SIGN, Kind.SESSION)
    FILTERS = (Filter.CURRENT, Filter.OPEN, Filter.ALL)
    CLOSER = False

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        self.worth: Worth | None = None
        """What is worth talking about, once it was looked for."""
        self.on_worth = False
        """Whether the cursor is in the box of it."""
        self._listed = False
        """Whether it stands at the end of the list, for want of room beneath the picture."""
        self._left = ""
        """The row that the cursor came from."""
        super().__init__(desk, palette, data, at)

    @property
    def item(self) -> Item | None:
        """What the cursor is on: a row, or a remark."""
        return self.box.item if self.on_worth else super().item

    @property
    def remark(self) -> Remark | None:
        """What the cursor is on, where that is worth talking about."""
        item = self.item
        return self.worth.remark(item.id) if self.worth and item else None

    @property
    def box(self) -> WorthBox:
        """What is worth talking about, beneath the picture."""
        return self.query_one(WorthBox)

    @property
    def roomy(self) -> bool:
        """Whether there is room for a box beneath the picture."""
        return self.has_class("-wide") and self.has_class("-tall")

    @property
    def takes_keys(self) -> Widget:
        """The list, or the box."""
        return self.box if self.on_worth else self.rows

    def beneath(self) -> Iterator[Widget]:
        """The box of what is worth talking about; it stays empty until it was looked for."""
        yield WorthBox(self._palette)

    def sections(self) -> tuple[Section, ...]:
        """Goals, growth, signs, the relationship; what is worth talking about where it is low."""
        dates = self.desk.manners.dates
        repairs = told(self.data.ruptures)
        legends = {"Relationship": f"◆ {repairs}   "} if repairs else {}
        boxes = tuple(
            Section(
                title,
                legends.get(title, "") + legend.replace(word, edges.then(self.data, dates, word)),
                self.listing.shown(lines := self.data.of(kind)),
                () if lines or self.listing.find else empty,
            )
            for kind, title, legend, word, empty in _BOXES
        )
        self._listed = not self.roomy
        if not self.worth or self.roomy or self.listing.find:
            return boxes
        said = (self.worth.said,) if not self.worth.remarks else ()
        return (*boxes, Section(TITLE, "w why", self.worth.remarks, said, remark_row))

    def on_picturing_complete(self) -> None:
        """Look for what stands out, now that everything else is there."""
        self.look_for_worth()

    async def read_more(self) -> None:
        """Look for it anew, beside everything else."""
        self.look_for_worth()

    def turn_to(self, data: Overview) -> None:
        """Another client: another everything."""
        if self.on_worth:
            self.leave_worth()
        self.worth, self._left = None, ""
        self.box.show((), "")
        super().turn_to(data)
        self.look_for_worth()

    def recolour(self, palette: Palette) -> None:
        """Draw everything with another palette."""
        super().recolour(palette)
        self.box.recolour(palette)

    @work(exclusive=True, group="worth")
    async def look_for_worth(self, *, asked: bool = False) -> None:
        """Look for what stands out, in a thread, and show it."""
        if asked:
            self.box.show((), _LOOKING)
        try:
            found = await self.desk.worth(asked=asked)
        except Trouble:
            return  # the list tells of it
        if found and found.client_id != self.desk.client.id:
            return  # of who was looked at when it was asked
        self.worth = found
        if self.on_worth and not (found and found.remarks):
            self.leave_worth()
        self.box.legend, self.box.keys = edges.worth(), edges.worth(inside=True)
        self.box.show(found.remarks if found else (), found.said if found else _MANY)
        if asked and found and not found.remarks:
            self._tell(found.said)
        self.list_anew()

    def action_worth(self) -> None:
        """To what is worth talking about, and back."""
        if self.finding:
            return
        if self.remark:
            self.leave_worth()
        elif self.worth is None:
            self.look_for_worth(asked=True)
        elif not self.worth.remarks:
            self._tell(self.worth.said)
        else:
            self.close_row()
            self._enter(self.worth.remarks[0])

    def _enter(self, remark: Remark) -> None:
        """Put the cursor on a remark."""
        at = self.rows.item
        self._left = at.id if at else ""
        if not self.roomy:
            self.end_finding(keep=False)
            self.rows.action_end(1)  # so that as many of them as can be are in sight
            self.rows.move_to_id(remark.id)
            return
        self.on_worth = self.box.can_focus = True
        self.rows.rest(away=True)
        self.refocus(leaving=True)
        self.show_picture()

    def leave_worth(self) -> None:
        """Put the cursor back on the row that it came from."""
        if not self.on_worth:
            self.rows.move_to_id(self._left)
            return
        self.on_worth = self.box.can_focus = False
        self.rows.rest(away=False)
        self.close_row()
        self.show_picture()

    def action_back(self) -> None:
        """One step back: out of an opened row, out of the box, out of a find."""
        if self.on_worth and not self.opened and not self.on_points:
            self.leave_worth()
        else:
            super().action_back()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The list was clicked."""
        if self.on_worth and isinstance(event.widget, ModeRows):
            self.leave_worth()

    def on_worth_box_highlighted(self) -> None:
        """Another remark: another picture."""
        self.show_picture()

    def on_worth_box_clicked(self) -> None:
        """The cursor goes there."""
        if self.box.item and not self.on_worth:
            self._enter(self.box.item)

    def on_resize(self) -> None:
        """What has no room beneath the picture any more goes to the end of the list."""
        if self._listed == self.roomy:
            at = self.remark
            if self.on_worth:
                self.leave_worth()
            self.list_anew()
            if at:
                self._enter(at)

    @property
    def without_picture(self) -> bool:
        """Whether what stands out has no picture of its own."""
        remark = self.remark
        return remark is not None and self._pictured(remark) is None

    def make_room(self) -> None:
        """Where there is no picture the words have its place."""
        self.set_class(self.without_picture, _WORDS)

    async def tell_of(self, item: Item, columns: int) -> Told:
        """The picture of what a remark is about, and all that is to be said of it."""
        remark, of = self.remark, self.worth
        if remark is None or of is None:
            return await super().tell_of(item, columns)
        from tui.core.worth_words import blocks

        told = blocks(remark, of.path, self.desk.manners.dates)
        said = remark.notice.changed if remark.notice else remark.said
        card = Card(TITLE, "", said, None, self.range, ranged=False)
        if line := self._pictured(remark):
            drawn = self._card(await self.material(line), None, columns)
            card = replace(drawn, asked="", sentence=said)
        return Told(card, told, remark.said)

    def _pictured(self, remark: Remark) -> Line | None:
        """The row whose picture shows what a remark is about."""
        return next((line for line in self.data.lines() if line.id == remark.about), None)
