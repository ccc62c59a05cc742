"""The data side of the running program: the store's thread, as screens see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec

from tui.core.manners import Manners
from tui.core.measures import Rater
from tui.filed import Filed
from tui.store import overview
from tui.store.thread import Store

if TYPE_CHECKING:
    from tui.core.between import Between, Found
    from tui.core.caseload import Case, Glance
    from tui.core.changes import Change
    from tui.core.clients import Client
    from tui.core.deeds import Deed
    from tui.core.due import Due
    from tui.core.lifelines import Lifeline
    from tui.core.measures import Measure
    from tui.core.overview import Overview
    from tui.core.relationship import Relationship
    from tui.core.reports import Asked
    from tui.core.reviewing import Reviewing
    from tui.core.series import Series
    from tui.core.worth import Worth
    from tui.store.openfile import OpenFile

P = ParamSpec("P")

_KEPT: Final = 64
"""Series that are kept in memory; the file is asked again for any other."""
_LARGE: Final = 20_000
"""Ratings from which looking for what stands out takes so long that somebody has to ask for it."""


class StoreDesk(Filed):
    """Hands out snapshots of one client of a file: of the one who is looked at.

    `revision` counts the states of the file that were seen; a series is kept for one state.
    """

    def __init__(
        self,
        store: Store,
        client: str | None,
        today: Callable[[], date],
        demo: bool = False,
        manners: Manners = Manners(),
        rater: Rater = Rater.CLIENT,
    ) -> None:
        super().__init__(store)
        self.demo = demo
        self.rater, self.shared = rater, False
        self.today, self.manners = today, manners
        self.revision = 0
        self.then: date | None = None
        self._series: dict[tuple[int, str, str], Series] = {}
        self._glances: dict[tuple[int, date, str], Glance] = {}
        self._worth: tuple[tuple[int, date, str], Worth] | None = None
        self._tell: Callable[[], object] = lambda: None
        self._asked = store.call(overview.overview, client, today(), 0, view=rater)
        self._turned_to: Overview | None = None

    @property
    def first(self) -> Overview:
        """The snapshot with which the program opened, or turned to who is looked at now."""
        return self._turned_to or self._asked.result()

    @property
    def client(self) -> Client:
        """The client who is looked at."""
        return self.first.client

    @property
    def drafts_of(self) -> str:
        """The client who is looked at has the drafts."""
        return self.client.id

    @property
    def begun(self) -> bool:
        """Whether the file was made by this very start."""
        return self.store.begun

    def wait(self) -> None:
        """Wait until the first snapshot is there; raises the `StoreError` if there is none."""
        self._asked.result()

    def on_change(self, tell: Callable[[], object]) -> None:
        """Have `tell` called, in the store's thread, when the file changed."""

        def changed() -> None:
            self.revision += 1
            tell()

        self._tell = self.store.on_change = changed

    def overview(
        self, *, closer: bool = False, of: Client | None = None
    ) -> asyncio.Future[Overview]:
        """The client, or another, as the file has them now."""
        week = self.manners.first_weekday if closer else None
        then = self.then if of is None else None
        asked = (of or self.client, self.today(), self.revision, week, then)
        return self._ask(overview.overview, *asked, view=self.rater)

    def look_at(self, data: Overview) -> None:
        """Turn to the client that a snapshot is of."""
        self._turned_to, self.then = data, None

    def clients(self) -> asyncio.Future[tuple[Client, ...]]:
        """Everybody in the file, by name."""
        from tui.store import clients

        return self._ask(clients.by_name)

    def ended(self) -> asyncio.Future[dict[str, date]]:
        """The day on which therapy ended, of everybody whose has, by the client's id."""
        from tui.store import events

        return self._ask(lambda file: events.ended(file.conn))

    def caseload(self) -> asyncio.Future[tuple[Case, ...]]:
        """Everybody in the file, with what a few seeks tell of each."""
        from tui.store import caseload

        return self._ask(caseload.cases, self.today())

    def count_due(self, clients: Sequence[Client]) -> asyncio.Future[dict[str, int]]:
        """How much a check-in would ask each of some clients today, by their ids."""
        from tui.store import caseload

        return self._ask(caseload.count_due, clients, self.today(), self.manners, self.rater)

    async def glance(self, client: Client) -> Glance:
        """A closer look at one client; at once where they were looked at already."""
        from tui.store import caseload

        key = (self.revision, self.today(), client.id)
        if key not in self._glances:
            if self._glances and next(iter(self._glances))[:2] != key[:2]:
                self._glances.clear()
            asked = (client, key[1], self.manners, self.rater)
            self._glances[key] = await self._ask(caseload.glance, *asked)
        return self._glances[key]

    def series(self, measure: Measure, *, of: Client | None = None) -> asyncio.Future[Series]:
        """All ratings of a measure; at once when they are still the same."""
        client = of or self.client
        key = (self.revision, client.id, measure.id)
        if key in self._series:
            answer: asyncio.Future[Series] = asyncio.get_running_loop().create_future()
            answer.set_result(self._series[key])
            return answer

        def keep(done: asyncio.Future[Series]) -> None:
            if not done.cancelled() and not done.exception():
                while len(self._series) >= _KEPT:
                    self._series.pop(next(iter(self._series)))
                self._series[key] = done.result()

        asked = replace(measure, cadence=self.manners.every(measure))
        wanted = (client, asked, self.today(), self.rater)
        answer = asyncio.wrap_future(self.store.call(overview.series, *wanted))
        answer.add_done_callback(keep)
        return answer

    def relationship(self) -> asyncio.Future[Relationship]:
        """Every session with what was rated and noted of it."""
        from tui.store import relationship

        asked = (self.client, self.today(), self.revision)
        return self._ask(relationship.relationship, *asked)

    def between(self) -> asyncio.Future[Between]:
        """Everything that was written between sessions."""
        from tui.store import between

        return self._ask(between.between, self.client, self.today(), self.revision)

    def reviewing(self) -> asyncio.Future[Reviewing]:
        """The record that notices look at, with what reviews have brought so far."""
        from tui.store import record

        asked = (self.client, self.today(), self.revision, self.manners, self.rater)
        return self._ask(record.reviewing, *asked)

    async def worth(self, *, asked: bool = False, of: Client | None = None) -> Worth | None:
        """What is worth talking about; worked out in a thread, once for each state of the file.

        With another client than who is looked at, it is worked out each time.
        """
        from tui.core.worth import worth
        from tui.store import record

        client = of or self.client
        key = (self.revision, self.today(), client.id)
        if self._worth and self._worth[0] == key:
            return self._worth[1]
        if not asked and await self._ask(record.larger_than, client, _LARGE):
            return None
        looked_at = (client, key[1], key[0], self.manners, self.rater)
        found = await asyncio.to_thread(worth, await self._ask(record.reviewing, *looked_at))
        if of is None:
            self._worth = key, found
        return found

    def find(self, wanted: str) -> asyncio.Future[tuple[Found, ...]]:
        """Every text in which all the words of `wanted` begin a word."""
        from tui.store import between

        return self._ask(between.find, self.client, wanted, self.today(), self.rater)

    def due(self) -> asyncio.Future[tuple[Due, ...]]:
        """Everything that the client can be asked."""
        return self._ask(overview.askable, self.client, self.manners, self.rater)

    def do(self, deed: Deed, *, anyway: bool = False) -> asyncio.Future[Change | None]:
        """Carry out a deed."""
        from tui.store import deeds

        asked = (self.client.id, deed)
        return self._change(deeds.do, *asked, anyway=anyway, author=self.rater.value)

    def undo(self) -> asyncio.Future[Change | None]:
        """Take back the latest change."""
        from tui.store import history, whose

        return self._change(whose.named(history.undo, self.client))

    def redo(self) -> asyncio.Future[Change | None]:
        """Bring again what was taken back last."""
        from tui.store import history, whose

        return self._change(whose.named(history.redo, self.client))

    def take_back(self, change: Change) -> asyncio.Future[Change | None]:
        """Take back one change."""
        from tui.store import history, whose

        way = whose.named(history.take_back, self.client)
        return self._change(way, change, self.rater.value)

    def changes(self) -> asyncio.Future[tuple[Change, ...]]:
        """The latest changes, newest first."""
        from tui.store import whose

        return self._ask(whose.latest, self.client)

    def lifelines(self) -> asyncio.Future[tuple[Lifeline, ...]]:
        """Whom to turn to."""
        from tui.store import lifelines

        client_id = self.client.id
        return self._ask(lambda file: lifelines.of_client(file.conn, client_id))

    def _change(
        self,
        function: Callable[Concatenate[OpenFile, P], Change | None],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> asyncio.Future[Change | None]:
        """Call what changes the file, and tell of the change as of any other program's."""

        def changing(file: OpenFile) -> Change | None:
            change = function(file, *args, **kwargs)
            if change is not None:
                self._tell()
            return change

        return self._ask(changing)

    @property
    def place(self) -> str:
        """Where the file is."""
        return str(self.store.path)

    def save_picture(self, drawn: str) -> asyncio.Future[str]:
        """Keep a picture in a file of its own, private, under a name that is free."""
        from tui.store import files

        # A demo's folder is gone when it ends; what somebody wants to keep goes where they are.
        folder = Path.cwd() if self.demo else self.store.path.parent
        name = folder / f"fledge-{self.today().isoformat()}.svg"
        return self._ask(lambda _: str(files.write_new(name, drawn.encode())))

    def report(self, asked: Asked, *, replace: bool = False) -> asyncio.Future[str]:
        """Write a report and tell its whole path."""
        from tui.exchange.report import make

        known = (self.client, asked, self.today(), self.rater, self.manners)
        return self._ask(make.written, *known, replace=replace)

    def save_copy(self) -> asyncio.Future[str]:
        """Write a copy of the file beside it and tell its path."""
        from tui.store.backup import save_copy

        path, day = self.store.path, self.today().isoformat()
        target = path.with_name(f"{path.stem}-{day}{path.suffix}")
        return self._ask(lambda file: str(save_copy(file, target)))
