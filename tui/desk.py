"""The data side of the running program: the store's thread, as screens see it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

from tui.core.measures import Measure
from tui.core.overview import Overview
from tui.core.series import Series
from tui.store import overview
from tui.store.backup import save_copy
from tui.store.openfile import OpenFile
from tui.store.thread import Store

_MONDAY: Final = 0
"""The day on which a week begins."""
_KEPT: Final = 64
"""Series that are kept in memory; the file is asked again for any other."""


class StoreDesk:
    """Hands out snapshots of one client of a file.

    `revision` counts the states of the file that were seen; a series is kept for one state.
    """

    def __init__(
        self,
        store: Store,
        client: str | None,
        today: Callable[[], date],
        demo: bool = False,
    ) -> None:
        self.store, self.client, self.demo = store, client, demo
        self.today = today
        self.revision = 0
        self._series: dict[tuple[int, str], Series] = {}
        self._asked = store.call(overview.overview, client, today(), 0)

    @property
    def first(self) -> Overview:
        """The snapshot with which the program opens."""
        return self._asked.result()

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""
        return str(self.store.trouble or "")

    def wait(self) -> None:
        """Wait until the first snapshot is there; raises the `StoreError` if there is none."""
        self.client = self.first.client.name

    def on_change(self, tell: Callable[[], object]) -> None:
        """Have `tell` called, in the store's thread, when the file changed."""

        def changed() -> None:
            self.revision += 1
            tell()

        self.store.on_change = changed

    def overview(self, *, closer: bool = False) -> asyncio.Future[Overview]:
        """The client as the file has it now; a closer look has what is paused, and weeks."""
        week = _MONDAY if closer else None
        asked = self.store.call(overview.overview, self.client, self.today(), self.revision, week)
        return asyncio.wrap_future(asked)

    def series(self, measure: Measure) -> asyncio.Future[Series]:
        """All ratings of a measure; at once when they are still the same."""
        key = (self.revision, measure.id)
        if key in self._series:
            answer: asyncio.Future[Series] = asyncio.get_running_loop().create_future()
            answer.set_result(self._series[key])
            return answer

        def keep(done: asyncio.Future[Series]) -> None:
            if not done.cancelled() and not done.exception():
                while len(self._series) >= _KEPT:
                    self._series.pop(next(iter(self._series)))
                self._series[key] = done.result()

        answer = asyncio.wrap_future(self.store.call(overview.series, self.first.client, measure))
        answer.add_done_callback(keep)
        return answer

    def save_copy(self) -> asyncio.Future[str]:
        """Write a copy of the file beside it and tell its path."""
        day = self.today().isoformat()

        def save(file: OpenFile) -> str:
            path: Path = file.path.with_name(f"{file.path.stem}-{day}{file.path.suffix}")
            return str(save_copy(file, path))

        return asyncio.wrap_future(self.store.call(save))
