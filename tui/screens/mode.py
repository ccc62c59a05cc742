"""What every mode is: a list on the left, the picture of the row under the cursor, its words."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from typing import Any, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.desk import Desk
from tui.core.listing import Filter, Filtering, Listing, Order, Ordering
from tui.core.overview import Line, Overview
from tui.core.trouble import Trouble
from tui.screens import edges
from tui.screens.edging import Edged
from tui.screens.exploring import Exploring
from tui.screens.finding import Finding
from tui.screens.picturing import ALONE
from tui.widgets.bar import Bar
from tui.widgets.details import Details
from tui.widgets.fitted import Fitted
from tui.widgets.picture import PictureBox
from tui.widgets.rows import Rows
from tui.widgets.sections import Item, Section

OPENED: Final = "-picture"
"""Class of the screen: a row is opened."""


class ModeRows(Rows):
    """A mode's own list, in which digits go to another mode. An opened row leaves them free."""

    BINDINGS = bindings(Place.MODES)


class ModeScreen(Edged, Finding, Exploring, Fitted[None], Screen[None]):
    """One mode. It keeps its cursor, its range and what was asked of its list."""

    FILTERS: ClassVar[tuple[Filtering[Any], ...]]
    """What `f` goes round, beginning with the first."""
    ORDERS: ClassVar[tuple[Ordering, ...]] = tuple(Order)
    """What `O` goes round, beginning with the first."""
    ROWS: ClassVar[type[ModeRows]] = ModeRows
    """Its list."""
    CLOSER: ClassVar[bool] = True
    """Whether it needs what is paused, and weeks."""
    BINDINGS = bindings(Place.PICTURE)
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-middle"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high"), (30, "-tall")]

    class Wanted(Message):
        """Another mode is wanted, with the cursor on the row `at` where that is named."""

        def __init__(self, name: str, at: str = "") -> None:
            super().__init__()
            self.name, self.at = name, at

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        super().__init__()
        self.desk = desk
        self.data: Overview = data or desk.first
        self.listing: Listing[Any] = Listing.of(*self.FILTERS, orders=self.ORDERS)
        self.stale = False
        """Whether the file has changed since it was asked."""
        self.expecting = False
        """Whether a row is being added here; the cursor goes to it when it comes."""
        self._palette, self._at = palette, at

    @abstractmethod
    def sections(self) -> tuple[Section, ...]:
        """The list's boxes. One with neither rows nor a word of its own is not drawn."""

    @property
    def rows(self) -> Rows:
        """The list."""
        return self.query_one(ModeRows)

    @property
    def takes_keys(self) -> Widget:
        """What the keys go to while no row is opened."""
        return self.rows

    @property
    def item(self) -> Item | None:
        """The row under the cursor, whatever it is of."""
        return self.rows.item

    @property
    def line(self) -> Line | None:
        """The row under the cursor, where it is of a measure."""
        item = self.item
        return item if isinstance(item, Line) else None

    @property
    def opened(self) -> bool:
        """Whether the row under the cursor is opened, and the list out of sight."""
        return self.has_class(OPENED)

    def compose(self) -> ComposeResult:
        """Header, tabs, banner, list and picture over words, footer."""
        palette = self._palette
        yield Bar(palette, "header")
        yield Bar(palette, "tabs")
        yield Static(id="banner", markup=False)
        yield Bar(palette, "told")
        with Container(id="body"):
            yield self.ROWS(palette, self._boxes(), self._at)
            with Vertical(id="about"):
                yield PictureBox(palette)
                yield Details(palette)
                yield from self.beneath()
        yield Bar(palette, "footer", self.foot())

    def beneath(self) -> Iterator[Widget]:
        """What stands beneath picture and words."""
        yield from ()

    def on_mount(self) -> None:
        """Fill the edges; what takes longer comes after the first paint."""
        self.rows.focus()
        self._fill_edges()
        if self.CLOSER:
            self.refresh_data()
        self.begin_drawing()
        self.show_picture()

    def look_at(self, id_: str) -> None:
        """Put the cursor on a measure's row, where there is one."""
        self.rows.move_to_id(id_)

    def turn_to(self, data: Overview) -> None:
        """Show another client, from the first row; range, filter and order stay."""
        self.close_row()
        self.end_finding(keep=False)
        self.data, self.stale, self.expecting = data, False, False
        self.look_anew()
        self.forget()
        self.rows.begin()
        self.list_anew()

    def recolour(self, palette: Palette) -> None:
        """Draw everything with another palette."""
        self._palette = palette
        parts = (self.rows, self.query_one(PictureBox), self.query_one(Details))
        for widget in (*self.query(Bar), *parts):
            widget.recolour(palette)

    @work(exclusive=True, group="data")
    async def refresh_data(self) -> None:
        """Ask for the present state and show it; the cursor stays on its row."""
        closer = self.CLOSER or self.listing.filter in (Filter.ALL, Filter.PAUSED)
        before, known = self.data, {*self.ids()}
        try:
            data = await self.desk.overview(closer=closer)
            await self.read_more()
        except Trouble as error:
            self.warn(str(error))
            return
        if data.client.id != self.desk.client.id:
            return  # of who was looked at when it was asked
        self.data = data
        if (before.revision, before.today) != (self.data.revision, self.data.today):
            self.forget()
        self.list_anew()
        if self.expecting:
            self._look_at_the_new(known)

    def ids(self) -> Iterable[str]:
        """The id of every row there is, shown or not."""
        return (line.id for line in self.data.lines())

    async def read_more(self) -> None:
        """Ask for what is shown besides; raises `Trouble`."""

    def _look_at_the_new(self, known: set[str]) -> None:
        """Put the cursor on a row that was not there before."""
        for id_ in self.ids():
            if id_ not in known:
                self.expecting = False
                self.look_at(id_)

    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows that are wanted now; `asking` the file for those it has not told."""
        self.rows.show(self._boxes())
        self._fill_edges()
        self.show_picture()
        if asking and not self.CLOSER:
            self.refresh_data()

    def on_screen_resume(self) -> None:
        """Ask again if the file has changed while another mode was shown."""
        if self.stale:
            self.stale = False
            self.refresh_data()

    def on_rows_highlighted(self) -> None:
        """Another row: another picture; on another day, another everything."""
        if self.desk.today() != self.data.today:
            self.refresh_data()
        self.show_picture()

    def on_picture_box_resized(self) -> None:
        """The chart has another width."""
        self.show_picture()

    def on_resize(self) -> None:
        """Tabs for the new width; what is hidden now has no keys."""
        self._fill_edges()
        self.call_after_refresh(self.refocus)

    def on_bar_chosen(self, event: Bar.Chosen) -> None:
        """A click on a tab."""
        if event.bar.id == "tabs":
            self.action_mode(edges.tabs_of(self.data.several)[event.number][1])

    def action_mode(self, name: str) -> None:
        """Go to another mode, or from an opened row back to this one's list."""
        self.close_row()
        self.post_message(self.Wanted(name))

    def action_open_picture(self) -> None:
        """The picture and what was written without the list; then what was written alone."""
        if self.item and not self.choose_point():
            self.set_class(self.opened, ALONE)
            self.add_class(OPENED)
            self.refocus()
            self.show_picture()

    def action_back(self) -> None:
        """One step back; in the list, everything that was hidden by a find."""
        if self.on_points:
            self.leave_points()
        elif self.has_class(ALONE):
            self.remove_class(ALONE)
        elif self.opened:
            self.close_row()
        else:
            self.end_finding(keep=False)

    def close_row(self) -> None:
        """Back to the list."""
        if self.on_points:
            self.leave_points()
        self.remove_class(OPENED, ALONE)
        self.refocus()

    def refocus(self, *, leaving: bool = False) -> None:
        """The keys go to what is looked at: the list, or what was written about an opened row."""
        words = self.query_one(Details)
        words.can_focus = self.opened
        if not self.finding and (leaving or not self.on_points):
            (words if self.opened else self.takes_keys).focus(scroll_visible=False)

    def _boxes(self) -> tuple[Section, ...]:
        filled = tuple(section for section in self.sections() if section.height)
        title, said = edges.name_of(self.NAME), edges.nothing(self.listing)
        return filled or (Section(title, "", (), said),)
