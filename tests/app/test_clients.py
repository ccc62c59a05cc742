"""Several clients in one file: choosing who is looked at, and everything that follows them."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, settled, told, until, write
from tests.app.test_overview import HOSTILE
from tui.app import FledgeApp
from tui.core.clients import Client
from tui.core.deeds import AddClient, SetGoal
from tui.core.goals import Goal, GoalState
from tui.core.measures import Direction, Kind, Measure, Rater, Version
from tui.core.text import clean
from tui.dialogs.clients import ClientSheet
from tui.ids import new_id
from tui.screens.mode import ModeScreen
from tui.store import clients, deeds
from tui.store.connection import open_file


def beside(path: Path, *names: str) -> None:
    """Add clients with a goal each."""
    file = open_file(path)
    for name in names:
        client = Client(new_id(), name, TODAY)
        deeds.do(file, client.id, AddClient(client))
        version = Version(1, TODAY, f"{name[:9]} goes far")
        measure = Measure(
            new_id(), "", Kind.GOAL, "Go far", Direction.HIGHER, 7, tuple(Rater), (version,)
        )
        deeds.do(file, client.id, SetGoal(Goal(measure, GoalState.ACTIVE)))
    file.close()


def app_of(pilot: Pilot[None]) -> FledgeApp:
    assert isinstance(pilot.app, FledgeApp)
    return pilot.app


async def choose(pilot: Pilot[None], name: str) -> None:
    """Find somebody in the chooser and have them shown."""
    await press(pilot, "C", "slash")
    await write(pilot, name)
    await press(pilot, "enter", "enter")


async def test_every_mode_shows_who_was_chosen(sample: Path, running: Running) -> None:
    """Also those that were visited before; what is written goes to them, and is told so."""
    beside(sample, "Kim", "Ada")
    async with running(sample) as pilot:
        await press(pilot, "2", "down", "3", "down", "1", "down", "down")
        app_of(pilot).desk.then = TODAY
        await choose(pilot, "kim")
        mode = pilot.app.screen
        assert isinstance(mode, ModeScreen), told(pilot)
        assert (mode.NAME, mode.rows.cursor) == ("overview", 0)
        assert app_of(pilot).desk.then is None
        await press(pilot, "ctrl+e")
        assert "A report to take home: Kim" in screen_text(pilot)
        await press(pilot, "escape")
        for key in "2134":
            await press(pilot, key)
            text = screen_text(pilot)
            assert "Kim" in text
            assert "first month" in text
            assert "Rowan" not in text
            assert all(each.data.client.name == "Kim" for each in app_of(pilot).modes.values())
        await press(pilot, "2", "r", "7", "ctrl+s")
        assert told(pilot).startswith("Saved: rated")
        await choose(pilot, "rowan")
        assert "Rowan" in screen_text(pilot)
        assert "Kim" not in screen_text(pilot)
        await press(pilot, "u")
        assert "(Kim)" in told(pilot)


async def test_the_chooser_adds_and_finds(empty: Path, running: Running) -> None:
    """With one client it says so; whoever is added is under the cursor, whatever their name."""
    async with running(empty, size=(80, 24)) as pilot:
        await press(pilot, "C")
        assert "This file holds one client." in screen_text(pilot)
        await press(pilot, "a")
        await write(pilot, "[b]Ada[/b] 山田")
        await press(pilot, "ctrl+s")
        sheet = pilot.app.screen
        assert isinstance(sheet, ClientSheet)
        assert sheet.item
        assert sheet.item.name == "[b]Ada[/b] 山田" in screen_text(pilot)
        await press(pilot, "slash", "x", "y")
        assert "No name has “xy” in it." in screen_text(pilot)
        await press(pilot, "escape")
        assert len(sheet.present) == 2
        assert "Kim" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ModeScreen)


async def test_a_draft_stays_with_whom_it_is_about(sample: Path, running: Running) -> None:
    """It is offered when they are looked at again, and to nobody else."""
    beside(sample, "Kim")
    async with running(sample) as pilot:
        await press(pilot, "2", "a")
        await write(pilot, "Half a goal")
        await settled(pilot)
        app_of(pilot).parting()
        await settled(pilot)
        assert await app_of(pilot).desk.drafts()
        await press(pilot, "escape")
    async with running(sample) as pilot:
        await until(pilot, lambda: "Half a goal" in screen_text(pilot))
        await press(pilot, "escape")
        await choose(pilot, "kim")
        assert isinstance(pilot.app.screen, ModeScreen)
        assert await app_of(pilot).desk.drafts() == ()


async def test_hostile_names(sample: Path, running: Running) -> None:
    """A name is shown as it was written, or not at all where a terminal would obey it."""
    beside(sample, *HOSTILE)
    async with running(sample, size=(80, 24)) as pilot:
        for n in range(len(HOSTILE)):
            await press(pilot, "C", "home", *["down"] * n, "enter")
            assert isinstance(pilot.app.screen, ModeScreen)
            assert clean(app_of(pilot).desk.client.name)[:6] in screen_text(pilot)
            assert "\x1b" not in screen_text(pilot)


async def test_gone_meanwhile(sample: Path, running: Running) -> None:
    """Who was taken out by another program cannot be turned to, and it is said."""
    beside(sample, "Kim")
    async with running(sample) as pilot:
        await press(pilot, "C")
        other = open_file(sample)
        kim = next(c for c in clients.everyone(other.conn) if c.name == "Kim")
        other.conn.execute("PRAGMA foreign_keys = OFF")
        other.conn.execute("DELETE FROM client WHERE id = ?", (kim.id,))
        other.close()
        await press(pilot, "home", "enter")
        assert "not in this file any more" in told(pilot)
        assert isinstance(pilot.app.screen, ClientSheet)
