"""Sessions: how two people work together, session by session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeVar

from tui.core import session_words as words
from tui.core.alliance import ALLIANCE
from tui.core.catalogue import SLOW
from tui.core.days import near
from tui.core.listing import folded
from tui.core.measures import Kind, Rater
from tui.core.overview import Line
from tui.core.relationship import Hour, Relationship
from tui.core.session_listing import SessionFilter, has, names
from tui.core.timespan import Span
from tui.screens import edges, session_pages
from tui.screens.mode import ModeScreen
from tui.screens.picturing import Told
from tui.widgets.bar import Group, Part
from tui.widgets.picture import Card, Readout
from tui.widgets.row import row
from tui.widgets.sections import Item, Section
from tui.widgets.session_row import LEGEND, PageRow, SessionRow, page_row

if TYPE_CHECKING:
    from rich.segment import Segment

    from tui.charts.palette import Palette
    from tui.core.desk import Desk
    from tui.core.overview import Overview
    from tui.screens.cards import View

Shown = TypeVar("Shown", Line, Line | PageRow)

AHEAD: Final = 3
"""How many planned sessions stand above the others; `f` shows all of them."""
_BEGIN: Final = (
    "No sessions yet. After each: how it was, in under a minute.",
    "s writes one up, a plans them.",
)
_MONTHLY: Final = {entry.key for entry in SLOW}


class SessionsScreen(ModeScreen):
    """The relationship in pictures, month by month, and every session."""

    NAME = "sessions"
    KINDS = (Kind.SESSION,)
    FOOT = (
        "after-session",
        "add",
        "open-picture",
        "edit",
        "move-session",
        "repair",
        "pin",
        "find",
        "filter",
        "help-now",
        "keys",
        "quit",
    )
    FILTERS = tuple(SessionFilter)

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        self.relationship: Relationship | None = None
        """The sessions, without what is kept back from who looks."""
        self.awaited = at
        """A row that the cursor goes to when it comes."""
        self._kept_back = ""
        self._pages: dict[str, Told] = {}
        super().__init__(desk, palette, data, at)

    @property
    def hour(self) -> Hour | None:
        """The session under the cursor."""
        return self.item if isinstance(self.item, Hour) else None

    @property
    def hours(self) -> tuple[Hour, ...]:
        """Every session, newest first."""
        return self.relationship.hours if self.relationship else ()

    def turn_to(self, data: Overview) -> None:
        """Another client: their sessions have to be asked for."""
        self.relationship, self._kept_back = None, ""
        super().turn_to(data)
        self.refresh_data()

    async def read_more(self) -> None:
        """Ask for the sessions too."""
        of = await self.desk.relationship()
        if of.client.id != self.desk.client.id:
            return  # of who was looked at when it was asked
        latest, view = of.latest, self.desk.rater
        self._kept_back = latest.id if latest and of.sealed(latest, view) else ""
        self.relationship = words.veiled(of, view)

    def forget(self) -> None:
        """Let go of the pages too."""
        super().forget()
        self._pages = {}

    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows; the cursor goes to a session that was waited for."""
        super().list_anew(asking=asking)
        if self.awaited and self.rows.move_to_id(self.awaited):
            self.awaited = ""

    def sections(self) -> tuple[Section, ...]:
        """Pictures of the relationship, what is asked monthly, the sessions."""
        hours = self._shown()
        today, dates = self.data.today, self.desk.manners.dates
        days = max((len(near(hour.session.day, today, dates)) for hour in hours), default=0)
        empty = () if self.hours or not self.relationship or self._narrowed else _BEGIN
        draw = SessionRow(today, dates, days, self._kept_back)
        sessions = Section("Sessions", LEGEND, hours, empty, draw)
        if self.listing.filter is not SessionFilter.ALL:
            return (sessions,)
        monthly = tuple(self._named(x for x in self.data.relationship if x.measure.key in _MONTHLY))
        then = edges.then(self.data, dates)
        return (
            Section("Relationship", f"○ {then}  ● now", self._pictures(), draw=_draw),
            Section("Month by month", f"○ {then}  ● now", monthly),
            sessions,
        )

    def also_told(self) -> list[Group]:
        """What is open of repairs, and how many more sessions are planned."""
        groups: list[Group] = []
        if self.relationship and (repairs := words.open_repairs(self.relationship.ruptures)):
            groups.append((Part("≀ ", "session"), Part(f"{repairs}  ", "text")))
        if self.listing.filter is SessionFilter.ALL and not self.listing.find and self._more_ahead:
            groups.append((Part("f ", "gold"), Part(f"{self._more_ahead} more planned", "quiet")))
        return groups

    @property
    def data_count(self) -> int:
        """How many rows there are, shown or not."""
        if self.listing.filter is not SessionFilter.ALL:
            return len(self.hours)
        monthly = sum(line.measure.key in _MONTHLY for line in self.data.relationship)
        hidden = 0 if self.listing.find else self._more_ahead
        return len(self._all_pictures()) + monthly + len(self.hours) - hidden

    def action_next_order(self) -> None:
        """Sessions have one order."""
        self._tell("Sessions stand by day, the latest first.")

    def action_points(self) -> None:
        """Onto the points of a measure's picture; the others have none to go to."""
        if not self.line and not self.on_points and not self.finding:
            self._tell("↑ and ↓ go from session to session.")
        super().action_points()

    def readout(self) -> Readout | None:
        """The session under the cursor on the picture of the alliance."""
        if (hour := self.hour) is None:
            return super().readout()
        value = hour.alliance(self._drawn)
        return None if value is None else Readout(hour.session.day, value, self._sentence(hour))

    async def tell_of(self, item: Item, columns: int) -> Told:
        """The alliance with a session marked, or one of the pages."""
        if isinstance(item, Hour):
            return await self._tell_of_session(item, columns)
        if not isinstance(item, PageRow) or not self.relationship:
            return await super().tell_of(item, columns)
        if item.id not in self._pages:
            card = session_pages.card(item, self.hours)
            self._pages[item.id] = Told(card, session_pages.blocks(item, self.relationship))
        return self._pages[item.id]

    async def _tell_of_session(self, hour: Hour, columns: int) -> Told:
        from tui.core.session_details import blocks

        dates, view = self.desk.manners.dates, self.desk.rater
        title, sentence = words.titled(hour, dates), self._sentence(hour)
        card = Card(title, "", sentence, None, self.range, ranged=False)
        line = self._alliance
        if line and line.last:
            of = await self.material(line)
            drawn = self._card(of, None, columns, self._view_of(hour))
            card = replace(drawn, title=title, asked="", sentence=sentence)
        measures = self.relationship.measures if self.relationship else {}
        sealed = hour.id == self._kept_back
        told = blocks(hour, measures, self.data.today, view, dates, sealed=sealed)
        return Told(card, told)

    def _view_of(self, hour: Hour) -> View:
        """What is looked at, moved as far as it takes to have a session in sight."""
        view, day = self.view, hour.session.day
        if day in view.span or day > self.data.today:
            return view
        start = max(self.whole.start.toordinal(), day.toordinal() - view.span.days // 2)
        span = Span(day.fromordinal(start), day.fromordinal(start + view.span.days - 1))
        return replace(view, span=span, moved=True)

    def _sentence(self, hour: Hour) -> str:
        return words.sentence(hour, self.desk.rater, sealed=hour.id == self._kept_back)

    @property
    def _alliance(self) -> Line | None:
        return next((x for x in self.data.relationship if x.id == ALLIANCE.id), None)

    @property
    def _drawn(self) -> Rater:
        """Whose alliance the line is of."""
        last = self._alliance.last if self._alliance else None
        return last.rater if last else Rater.CLIENT

    @property
    def _narrowed(self) -> bool:
        return bool(self.listing.find) or self.listing.filter is not SessionFilter.ALL

    @property
    def _more_ahead(self) -> int:
        ahead = sum(hour.session.day > self.data.today for hour in self.hours)
        return max(0, ahead - AHEAD)

    def _all_pictures(self) -> tuple[Line | PageRow, ...]:
        if not self.hours:
            return ()
        alliance = (self._alliance,) if self._alliance else ()
        return (*alliance, *session_pages.rows(self.hours))

    def _pictures(self) -> tuple[Line | PageRow, ...]:
        return tuple(self._named(self._all_pictures()))

    def _named(self, items: Iterable[Shown]) -> Iterator[Shown]:
        """Those that have in their names what is looked for."""
        wanted = folded(self.listing.find).split()
        return (item for item in items if has(_name(item), wanted))

    def _shown(self) -> tuple[Hour, ...]:
        """The sessions that are wanted; of those to come the next few, unless more are asked."""
        wanted, chosen = folded(self.listing.find).split(), self.listing.filter
        if not wanted and chosen is SessionFilter.ALL:
            return self.hours[self._more_ahead :]
        hours = (hour for hour in self.hours if chosen.lets_through(hour))
        today, dates = self.data.today, self.desk.manners.dates
        return tuple(h for h in hours if not wanted or has(names(h, today, dates), wanted))


def _name(item: Line | PageRow) -> str:
    return item.measure.name if isinstance(item, Line) else item.name


def _draw(item: Line | PageRow, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    if isinstance(item, PageRow):
        return page_row(item, width, palette, chosen)
    return row(item, width, palette, chosen)
