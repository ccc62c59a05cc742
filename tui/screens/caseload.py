"""Caseload: every client of the file in a row, and what is waiting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from textual import work
from textual.message import Message

from tui.core.alliance import ALLIANCE
from tui.core.caseload import Case, CaseFilter, CaseOrder, Glance, summary
from tui.core.timespan import Range
from tui.core.trouble import Trouble
from tui.screens import edges
from tui.screens.mode import ModeScreen
from tui.screens.picturing import Told
from tui.widgets import case_row
from tui.widgets.picture import Card
from tui.widgets.sections import Section

if TYPE_CHECKING:
    from asyncio import Future
    from collections.abc import Mapping

    from tui.charts.palette import Palette
    from tui.core.clients import Client
    from tui.core.desk import Desk
    from tui.core.overview import Overview
    from tui.widgets.sections import Item

_AT_ONCE: Final = 50
"""Clients whose check-ins are counted in one go, so that other questions come between."""
SHARED: Final = "Other clients are hidden while others see this screen."
"""Why there is nobody to be seen."""


class CaseloadScreen(ModeScreen):
    """Everybody in the file. Enter shows the one under the cursor in every other mode."""

    NAME = edges.CASELOAD
    KINDS = ()
    FOOT = (
        "open-picture",
        "add",
        "find",
        "filter",
        "order",
        "help-now",
        "keys",
        "commands",
        "quit",
    )
    FILTERS = tuple(CaseFilter)
    ORDERS = tuple(CaseOrder)
    CLOSER = False

    class Chosen(Message):
        """A client is wanted in every mode."""

        def __init__(self, client: Client) -> None:
            super().__init__()
            self.client = client

    def __init__(
        self, desk: Desk, palette: Palette, data: Overview | None = None, at: str = ""
    ) -> None:
        super().__init__(desk, palette, data, at)
        self.cases: tuple[Case, ...] | None = None
        """Everybody, shown or not; None until they are read."""
        self._asked: Future[tuple[Case, ...]] | None = desk.caseload()
        """Everybody, asked for while the screen is still being made."""
        self._glances: dict[str, Glance] = {}
        """What closer looks found, by the client's id, also before the file changed."""
        self._looked: set[str] = set()
        """Whom there was a closer look at since then."""
        self._talked: set[str] = set()
        """Of whom it was worked out since then what is worth talking about."""

    @property
    def case(self) -> Case | None:
        """The client under the cursor."""
        return self.item if isinstance(self.item, Case) else None

    @property
    def data_count(self) -> int:
        """How many clients there are."""
        return len(self.cases or ())

    def sections(self) -> tuple[Section, ...]:
        """One list, with the names of its columns over it."""
        if self.desk.shared:
            return (Section("Clients", "", (), (SHARED,)),)
        if self.cases is None:
            return (Section("Clients", "", (), ("",)),)
        draw = case_row.drawing(self.data.today, self.desk.manners.dates, self._glanced)
        shown = self.listing.shown(self.cases)
        return (Section("Clients", "", shown, draw=draw, heads=case_row.heads),)

    def on_mount(self) -> None:
        """Read who there is."""
        super().on_mount()
        self.refresh_data()

    def turn_to(self, data: Overview) -> None:
        """Another client is looked at; the list is of everybody, and stays as it is."""
        self.data = data
        self._fill_edges()

    @work(exclusive=True, group="data")
    async def refresh_data(self) -> None:
        """Read everybody anew; the cursor stays on its row, and begins on who is looked at."""
        asked, self._asked = self._asked or self.desk.caseload(), None
        try:
            cases, data = await asked, await self.desk.overview()
        except Trouble as error:
            self.warn(str(error))
            return
        if data.client.id == self.desk.client.id:
            self.data = data
        before = {case.id: case for case in self.cases or ()}
        self.cases = tuple(replace(c, due=before[c.id].due) if c.id in before else c for c in cases)
        self._looked.clear()
        self._talked.clear()
        self.list_anew()
        if not before:
            self.rows.move_to_id(self.desk.client.id)
        elif self.expecting and (new := [c for c in cases if c.id not in before]):
            self.expecting = False
            self.rows.move_to_id(new[0].id)
        self._count_due()

    @work(exclusive=True, group="count")
    async def _count_due(self) -> None:
        """Count what a check-in would ask each of them, of those in sight first."""
        seen = [case.client for _, case in self.rows.in_sight() if isinstance(case, Case)]
        rest = [case.client for case in self.cases or ()]
        found: dict[str, int] = {}
        try:
            if len(rest) > _AT_ONCE:
                self._counted(await self.desk.count_due(seen))
            for n in range(0, len(rest), _AT_ONCE):
                found |= await self.desk.count_due(rest[n : n + _AT_ONCE])
        except Trouble as error:
            self.warn(str(error))
        else:
            self._counted(found)

    def _counted(self, found: Mapping[str, int]) -> None:
        self.cases = tuple(
            replace(c, due=found[c.id]) if c.id in found else c for c in self.cases or ()
        )
        self.list_anew()

    def list_anew(self, *, asking: bool = False) -> None:
        """Show the rows that are wanted now."""
        super().list_anew()
        self._look_closer()

    def on_rows_highlighted(self) -> None:
        """Another row: another summary, and perhaps other rows in sight."""
        super().on_rows_highlighted()
        self._look_closer()

    def on_rows_scrolled(self) -> None:
        """Other rows in sight."""
        self._look_closer()

    def on_resize(self) -> None:
        """More or fewer rows in sight."""
        super().on_resize()
        self._look_closer()

    @work(exclusive=True, group="glance")
    async def _look_closer(self) -> None:
        """Look at the rows in sight one by one, and draw each again with what was found.

        What stands out takes longest, so it comes when all else is there.
        """
        steps = (self._glance_at, self._looked), (self._talk_of, self._talked)
        try:
            for look, known in steps:
                for index, item in self.rows.in_sight():
                    if isinstance(item, Case) and item.id not in known:
                        await look(item)
                        self.rows.redraw(index)
        except Trouble as error:
            self.warn(str(error))

    async def _glance_at(self, case: Case) -> Glance:
        found, before = await self.desk.glance(case.client), self._glances.get(case.id)
        kept = self._glances[case.id] = replace(found, notices=before.notices if before else None)
        self._looked.add(case.id)
        return kept

    async def _talk_of(self, case: Case) -> Glance:
        """A closer look with how much is worth talking about."""
        glance = await self._glance_at(case)
        if case.id not in self._talked:
            worth = await self.desk.worth(of=case.client)
            glance = self._glances[case.id] = replace(
                glance, notices=worth.notices if worth else None
            )
            self._talked.add(case.id)
        return glance

    def _glanced(self, case: Case) -> Glance | None:
        return self._glances.get(case.id)

    async def tell_of(self, item: Item, columns: int) -> Told:
        """The client's goals, sessions and what is waiting; raises `Trouble`."""
        if not isinstance(item, Case):
            return await super().tell_of(item, columns)
        data = await self.desk.overview(of=item.client)
        glance = await self._talk_of(item)
        if self.item and self.item.id == item.id:
            self.rows.redraw(self.rows.cursor)
        blocks = summary(item, data, glance, self.desk.manners.dates)
        return Told(await self._card_of(data, columns), blocks, "In short")

    async def _card_of(self, data: Overview, columns: int) -> Card:
        """How well two people work together, over all of the time; or only where they are."""
        said = f"{data.whereabouts(self.desk.manners.dates)}."
        line = next((x for x in data.relationship if x.id == ALLIANCE.id and x.last), None)
        if line is None:
            return Card(data.client.name, "", said, None, Range.ALL, ranged=False)
        from tui.screens import cards  # late: the first paint has none of it

        series = await self.desk.series(line.measure, of=data.client)
        quiet = replace(data, events=())
        made = cards.material(quiet, line, series, self.desk.manners)
        view = cards.View(Range.ALL, Range.ALL.span(data.first_day, data.today))
        card = cards.card(made, view, columns, self.desk.manners)
        return replace(card, title=data.client.name, asked="Alliance", sentence=said, ranged=False)

    def refresh_edges(self) -> None:
        """Tell anew whether others see the screen; if so, nobody else is to be seen."""
        self.list_anew()

    def action_open_picture(self) -> None:
        """Show the client under the cursor in every mode."""
        if self.case:
            self.post_message(self.Chosen(self.case.client))
