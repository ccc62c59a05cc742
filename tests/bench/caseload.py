"""How quick a caseload is: `python -m tests.bench.caseload [CLIENTS]` fills a file and measures.

Wanted with 10,000 clients: the list within 300 ms of its key, the cursor a row on within 30 ms, and
the Overview of one of them as quickly as in a file of their own.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Final

os.environ.setdefault("TEXTUAL_FPS", "240")
os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from tests.bench.fill import sample
from tui.app import FledgeApp
from tui.core.clients import Client
from tui.desk import StoreDesk
from tui.ids import new_id
from tui.screens.caseload import CaseloadScreen
from tui.store import caseload, clients, overview
from tui.store.connection import open_file
from tui.store.door import lay_down
from tui.store.thread import Store

TODAY: Final = date(2026, 11, 22)
WEEKS: Final = 12
"""Sessions and ratings of each client."""
RATED: Final = ("confidence", "choice", "alliance_goals", "alliance_tasks", "alliance_bond")


def fill(path: Path, count: int) -> None:
    """The sample case and `count` − 1 clients, each with twelve weeks of sessions and ratings."""
    sample(path, TODAY)
    file = open_file(path)
    days = [(TODAY - timedelta(7 * n + 1)).isoformat() for n in reversed(range(WEEKS))]
    for number in range(count - 1):
        client = Client(new_id(), f"Client {number:05}", TODAY - timedelta(7 * WEEKS))
        edits = list(clients.beginning(client))
        lay_down(file, edits)
        ids = [e.after["id"] for e in edits if e.after and e.after.get("key") in RATED]
        held = [(new_id(), client.id, day, "held") for day in days]
        coming = (TODAY + timedelta(number % 14 - 2)).isoformat()
        with file.transaction() as conn:
            conn.executemany(
                "INSERT OR IGNORE INTO session VALUES (?, ?, ?, ?, '', NULL, NULL, '')",
                [*held, (new_id(), client.id, coming, "planned")],
            )
            conn.executemany(
                "INSERT INTO rating VALUES (?, ?, 'client', ?, 1, ?, '', '')",
                ((id_, day, float(n % 11), day) for id_ in ids for n, day in enumerate(days)),
            )
    file.close()


def measure(path: Path) -> None:
    """What the store takes, and what a person waits for."""
    file = open_file(path)
    known = clients.everyone(file.conn)
    _told("overview of the first", lambda: overview.overview(file, None, TODAY))
    _told("overview of the last", lambda: overview.overview(file, known[-1], TODAY))
    _told("everybody", lambda: caseload.cases(file, TODAY))
    file.close()
    asyncio.run(_on_screen(path))


async def _on_screen(path: Path) -> None:
    store = Store(path)
    desk = StoreDesk(store, None, lambda: TODAY)
    app = FledgeApp(desk)
    async with app.run_test(size=(120, 36)) as pilot:
        while not store.call(lambda file: file.checked).result():  # once, of a large file
            await pilot.pause(0.5)
        begin = perf_counter()
        app.screen.action_mode("caseload")  # type: ignore[attr-defined]
        while not (isinstance(app.screen, CaseloadScreen) and app.screen.rows.count > 1):
            await asyncio.sleep(0.001)
        print(f"{'the list after its key':28}{(perf_counter() - begin) * 1000:8.1f} ms")
        rows = app.screen.rows
        await pilot.pause(0.5)
        taken = []
        for at in range(100):
            drawn = asyncio.Event()
            begin = perf_counter()
            rows.move_to(at + 1)
            rows.call_after_refresh(drawn.set)
            await drawn.wait()
            taken.append((perf_counter() - begin) * 1000)
        print(f"{'a row on':28}{sorted(taken)[50]:8.1f} ms, at most {max(taken):.1f}")
    store.close()


def _told(what: str, ask: Callable[[], object]) -> None:
    taken = []
    for _ in range(5):
        begin = perf_counter()
        ask()
        taken.append((perf_counter() - begin) * 1000)
    print(f"{what:28}{sorted(taken)[2]:8.1f} ms")


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        place = Path(folder) / "caseload.fledge"
        fill(place, int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
        measure(place)
