"""A running program on a file of its own, with the day held still."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import date, datetime, tzinfo
from pathlib import Path
from shutil import copy2
from typing import Any

import pytest
from textual import _wait
from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from tui.app import FledgeApp
from tui.config import Config
from tui.core.measures import Rater
from tui.desk import StoreDesk
from tui.exchange import story
from tui.resources import folder
from tui.store import clients, stories
from tui.store.connection import open_file
from tui.store.thread import Store
from tui.terminal import TerminalApp

TODAY = date(2026, 11, 22)
# A pilot looks every so many seconds whether the program is idle. Textual's fiftieth of a second is
# most of the time that these tests take, and there are three looks to each key.
_wait.SLEEP_GRANULARITY = 0.004
ENDING = {
    "count",
    "data",
    "glance",
    "picture",
    "loading",
    "worth",
    "read",
    "draft",
    "save",
    "turn",
    "digits",
}
"""Groups of workers that never wait for a person."""

Running = Callable[..., AbstractAsyncContextManager[Pilot[None]]]
MakeApp = Callable[..., FledgeApp]


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal with 24-bit colours, wherever the tests are run."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def nothing_frozen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program leaves behind is garbage here; a process has one program otherwise."""
    monkeypatch.setattr(gc, "freeze", lambda: None)


@pytest.fixture(autouse=True)
def drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a program draws under a pilot goes nowhere: all of it is drawn when a test looks.

    A pseudo-terminal is where each frame counts; here half of the time would go into frames.
    """
    draw = Compositor.render_update

    def looked_at(self: Compositor, full: bool = False, **how: Any) -> object:
        if full:
            return draw(self, full=True, **how)
        self._dirty_regions.clear()
        return None

    monkeypatch.setattr(Compositor, "render_update", looked_at)


_PARSED: dict[object, list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def _parsed_once(self: Stylesheet, *css: Any, **of: Any) -> list[RuleSet]:
    key = (css, *sorted(of.items()), *sorted(self._variables.items()))
    if key not in _PARSED:
        _PARSED[key] = _parse(self, *css, **of)
    return _PARSED[key]


@pytest.fixture(autouse=True)
def styles_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of programs in one process have the same styles in a few themes."""
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parsed_once)


class Held(datetime):
    """A clock that stands still at noon of TODAY."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Held:
        """That moment."""
        return cls(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=tz)


@pytest.fixture(autouse=True)
def journal_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is changed is changed on the day that the programs think it is."""
    monkeypatch.setattr("tui.store.door.datetime", Held)


@pytest.fixture(scope="session")
def told_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample case in a file that is only copied: hundreds of tests begin with one."""
    path = tmp_path_factory.mktemp("told") / "sample.fledge"
    told = story.read((folder("sample_data") / "rowan.json").read_text(encoding="utf-8"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tui.store.door.datetime", Held)
        file = open_file(path, create=True)
        stories.add(file, told.ending(TODAY))
        file.close()
    return path


@pytest.fixture
def sample(told_once: Path, tmp_path: Path) -> Path:
    """A file with the sample case, told up to TODAY."""
    return Path(copy2(told_once, tmp_path / "sample.fledge"))


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """A file in which nothing has been written yet but a client's name."""
    path = tmp_path / "empty.fledge"
    file = open_file(path, create=True)
    clients.begin(file, "Kim", TODAY)
    file.close()
    return path


@pytest.fixture
def make_app() -> Iterator[Callable[..., FledgeApp]]:
    """Makes programs, and closes their files at the end."""
    stores: list[Store] = []
    apps: list[FledgeApp] = []

    def make(
        path: Path,
        *,
        demo: bool = False,
        config: Config = Config(),
        rater: Rater = Rater.CLIENT,
    ) -> FledgeApp:
        stores.append(Store(path))
        desk = StoreDesk(stores[-1], None, lambda: TODAY, demo, config.manners, rater)
        desk.wait()
        apps.append(FledgeApp(desk, config, path.with_name("own") / "private.fledge"))
        return apps[-1]

    yield make
    for app in apps:
        app.shut_own()
    for store in stores:
        store.close()


@pytest.fixture
def running(make_app: Callable[..., FledgeApp]) -> Running:
    """Runs a program with notifications and tooltips on, as a person has them."""

    @asynccontextmanager
    async def run(
        path: Path, size: tuple[int, int] = (120, 36), **options: Any
    ) -> AsyncIterator[Pilot[None]]:
        app = make_app(path, **options)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            await settled(pilot)
            yield pilot
        app.shut_own()
        app.desk.store.close()

    return run


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A form may take its time to open, on a machine that is busy with other tests."""
    monkeypatch.setattr("tui.terminal._SCREEN_PATIENCE", 20)


_ASKED: set[object] = set()
"""What files and threads have been asked for and have not answered yet."""


@pytest.fixture(autouse=True)
def asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks a file or a thread is waited for by `settled`."""
    _ASKED.clear()
    call, to_thread, wrap_future = Store.call, asyncio.to_thread, asyncio.wrap_future

    def wrapping(*asked: Any, **named: Any) -> Any:
        # The store's future is done a moment before the loop hears of it.
        heard = wrap_future(*asked, **named)
        _ASKED.add(heard)
        heard.add_done_callback(_ASKED.discard)
        return heard

    def calling(self: Store, *asked: Any, **named: Any) -> Any:
        answer = call(self, *asked, **named)
        _ASKED.add(answer)
        answer.add_done_callback(_ASKED.discard)
        return answer

    async def in_thread(*asked: Any, **named: Any) -> Any:
        one = object()
        _ASKED.add(one)
        try:
            return await to_thread(*asked, **named)
        finally:
            _ASKED.discard(one)

    monkeypatch.setattr(Store, "call", calling)
    monkeypatch.setattr(asyncio, "to_thread", in_thread)
    monkeypatch.setattr(asyncio, "wrap_future", wrapping)


def _keys_are_coming(pilot: Pilot[None]) -> bool:
    """Whether a key has not yet come to whoever takes it."""
    app = pilot.app
    return isinstance(app, TerminalApp) and app.is_running and app._followed is not None


async def settled(pilot: Pilot[None]) -> None:
    """Wait until every message, the file and every worker that waits for no person is through.

    That is so when twice running there is nothing that the loop could go on with.
    """
    loop: Any = asyncio.get_running_loop()
    quiet = 0
    async with asyncio.timeout(20):
        while quiet < 2:
            await pilot.pause(0)
            quiet += 1
            if ending := [worker for worker in pilot.app.workers if worker.group in ENDING]:
                quiet = 0
                with suppress(WorkerCancelled):  # another took its place, and is waited for next
                    await pilot.app.workers.wait_for_complete(ending)
            if _ASKED or _keys_are_coming(pilot) or _is_laid_out_later(pilot):
                quiet = 0
                await asyncio.sleep(0.001)
            elif loop._ready:
                quiet = 0


def _is_laid_out_later(pilot: Pilot[None]) -> bool:
    """Whether the screen on top has something to place, to draw or to call at its next turn."""
    if not pilot.app.is_running or not pilot.app.screen_stack:
        return False
    screen = pilot.app.screen
    return bool(screen._layout_required or screen._dirty_widgets or screen._callbacks)


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, letting each take effect."""
    for key in keys:
        await pilot.press(key)
        await settled(pilot)


def screen_text(pilot: Pilot[None]) -> str:
    """What is on the screen, as plain lines."""
    lines = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in lines)


async def until(
    pilot: Pilot[None], there: Callable[[], bool] | Callable[[], Awaitable[bool]]
) -> None:
    """Wait until something is so, at most twenty seconds."""
    async with asyncio.timeout(20):
        while not there():
            await pilot.pause(0.02)
    await settled(pilot)


async def write(pilot: Pilot[None], text: str) -> None:
    """Type a text, letter by letter; a line break is Enter."""
    named = {" ": "space", "\n": "enter"}
    await pilot.press(*(named.get(letter, letter) for letter in text))
    await settled(pilot)


def told(pilot: Pilot[None]) -> str:
    """What was told at the edge of the screen last, or ""."""
    notes = [*pilot.app._notifications]
    return notes[-1].message if notes else ""
