"""What ends while something else lies over it: Help now, the hidden screen, another form."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.pilot import Pilot

from tests.app.conftest import Running, press, screen_text, settled, until
from tui.app import FledgeApp
from tui.dialogs.events import EventSheet
from tui.dialogs.form import FormDialog
from tui.dialogs.help_now import HelpNow
from tui.dialogs.hide import HideScreen


def app_of(pilot: Pilot[None]) -> FledgeApp:
    assert isinstance(pilot.app, FledgeApp)
    return pilot.app


@contextmanager
def busy(app: FledgeApp) -> Iterator[None]:
    """The store has something else to do, and answers only at the end of the block."""
    done = threading.Event()
    app.desk.store.call(lambda _: done.wait(10))
    try:
        yield
    finally:
        done.set()


async def form_of_a_client(pilot: Pilot[None]) -> FormDialog:
    """The form of the client, with another name in it."""
    app = app_of(pilot)
    app.action_client()
    await until(pilot, lambda: isinstance(app.screen, FormDialog))
    await press(pilot, "x")
    assert isinstance(app.screen, FormDialog)
    return app.screen


async def test_hidden_while_it_is_saved(running: Running, empty: Path) -> None:
    """Saved and hidden at once: it stays hidden, says nothing, and afterwards goes on in order."""
    async with running(empty) as pilot:
        app = app_of(pilot)
        form = await form_of_a_client(pilot)
        with busy(app):
            await pilot.press("ctrl+s", "ctrl+l")
        await until(pilot, lambda: form._over)
        assert isinstance(app.screen, HideScreen)
        assert not app._notifications
        await press(pilot, "x", "enter")
        await until(pilot, lambda: form not in app.screen_stack)
        assert "Saved: changed the client Kim" in screen_text(pilot)
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpNow)


async def test_help_now_while_it_is_saved(running: Running, empty: Path) -> None:
    """Help now stays until its person closes it."""
    async with running(empty) as pilot:
        app = app_of(pilot)
        form = await form_of_a_client(pilot)
        with busy(app):
            await pilot.press("ctrl+s", "f1")
        await until(pilot, lambda: form._over)
        assert isinstance(app.screen, HelpNow)
        await press(pilot, "escape")
        await until(pilot, lambda: not app.screen.is_modal)


async def test_nothing_opens_over_a_hidden_screen(running: Running, empty: Path) -> None:
    """A form that was asked for just before."""
    async with running(empty) as pilot:
        app = app_of(pilot)
        with busy(app):
            await pilot.press("r", "ctrl+l", "ctrl+l")
        await settled(pilot)
        assert isinstance(app.screen, HideScreen)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, FormDialog))


async def test_a_key_that_comes_twice_leaves_one_dialog(running: Running, sample: Path) -> None:
    """The second one must not take away what lies beneath it."""
    async with running(sample) as pilot:
        app = app_of(pilot)
        await press(pilot, "V", "home", "D")
        for key in "yy":
            app.simulate_key(key)
        await settled(pilot)
        assert isinstance(app.screen, EventSheet)
        await press(pilot, "escape")
        assert not app.screen.is_modal
