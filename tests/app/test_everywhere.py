"""What works from everywhere: Help now and the hidden screen, over whatever is open."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, Running, press, screen_text, settled, told, until
from tests.app.conftest import write as type_in
from tui.app import FledgeApp
from tui.core.deeds import KeepLifeline
from tui.core.lifelines import EMERGENCY, Lifeline, Section
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.help_now import HelpNow
from tui.dialogs.hide import HideScreen
from tui.store import clients, deeds
from tui.store.connection import open_file

pytestmark = pytest.mark.walk

OPEN = {
    "overview": [],
    "goals": ["2"],
    "growth": ["3"],
    "signs": ["4"],
    "opened": ["enter"],
    "details": ["enter", "enter"],
    "finding": ["slash", "c"],
    "goal form": ["a", *"Walk"],
    "goal edit": ["e"],
    "rating form": ["r", "7", "tab", *"so"],
    "wording form": ["n"],
    "state form": ["space"],
    "milestone form": ["M"],
    "ladder form": ["L"],
    "event form": ["v", *"Moved"],
    "measure form": ["3", "a", *"Own"],
    "check-in": ["c", "a", "7"],
    "moment": ["c", "a", "tab", *"so"],
    "history": ["H"],
    "events": ["V"],
    "steps": ["x"],
    "confirm": ["D"],
    "leaving": ["a", "x", "escape"],
    "palette": ["ctrl+p", *"go"],
    "keys": ["question_mark"],
    "themes": ["T"],
}
"""Keys that open each place."""


def state(pilot: Pilot[None]) -> tuple[object, ...]:
    """What is on top, what has the focus, and all that is drawn."""
    return (type(pilot.app.screen), pilot.app.focused, screen_text(pilot))


async def opened(pilot: Pilot[None], place: str) -> None:
    await press(pilot, *OPEN[place])
    if place in ("palette", "themes"):
        await until(pilot, lambda: "oal" in screen_text(pilot) or place == "themes")
        await pilot.pause(0.3)  # it goes on searching for a while


@pytest.mark.parametrize("place", [*OPEN, "help now"])
async def test_help_now_and_hiding_lead_back_to_exactly_what_was_there(
    place: str, sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await (press(pilot, "f1") if place == "help now" else opened(pilot, place))
        before = state(pilot)
        if place != "help now":
            await press(pilot, "f1")
            assert isinstance(pilot.app.screen, HelpNow)
            assert "Nobody watches this program." in screen_text(pilot)
            await press(pilot, "f1", "f1", "escape")
            assert state(pilot) == before
        await press(pilot, "ctrl+l")
        assert not screen_text(pilot).strip()
        assert isinstance(pilot.app, FledgeApp)
        pilot.app.notify("Say no at work")
        pilot.app.tell("Rowan", trouble=True)
        for keys in (["f1", "f1"], ["a"], ["x"], ["ctrl+p", "q"], ["u", "ctrl+q"], ["1", "ctrl+l"]):
            for key in keys:
                await press(pilot, key)
                assert screen_text(pilot).strip() in ("", "Enter brings the screen back.")
                assert isinstance(pilot.app.screen, HideScreen)
        assert pilot.app.is_running
        drawn = pilot.app.export_screenshot(title="")
        for word in ("Rowan", "Say no", "Confidence", "month"):
            assert word not in drawn
        while not screen_text(pilot).strip():
            await press(pilot, "z")
        await press(pilot, "enter")
        await until(pilot, lambda: not isinstance(pilot.app.screen, HideScreen))
        assert told(pilot) == "Rowan", "what was told meanwhile waited"
        pilot.app.clear_notifications()
        await settled(pilot)
        assert state(pilot) == before


async def test_another_programs_change_does_not_show_while_hidden(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "ctrl+l")
        wrote(sample, Lifeline("x", Section.PEOPLE, "Jo", "", TODAY))
        assert isinstance(pilot.app, FledgeApp)
        pilot.app.post_message(FledgeApp.FileChanged())
        await settled(pilot)
        assert not screen_text(pilot).strip()


def wrote(path: Path, line: Lifeline) -> None:
    """Another program writes a line of Help now."""
    file = open_file(path)
    deeds.do(file, clients.everyone(file.conn)[0].id, KeepLifeline(line))
    file.close()


async def lifelines(pilot: Pilot[None]) -> tuple[Lifeline, ...]:
    assert isinstance(pilot.app, FledgeApp)
    return await pilot.app.desk.lifelines()


async def test_help_now_is_written_from_the_keyboard(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "f1", "a")
        assert isinstance(pilot.app.screen, FormDialog)
        await press(pilot, "tab")
        await type_in(pilot, "Jo [sister]")
        await press(pilot, "tab")
        await type_in(pilot, "0123 456\nafter six")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpNow))
        assert "Jo [sister]" in screen_text(pilot)
        assert "Last checked Sun 22 Nov 2026." in screen_text(pilot)
        await press(pilot, "e", "h", "tab")
        await type_in(pilot, "!")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, HelpNow))
        (line,) = await lifelines(pilot)
        assert line == Lifeline(
            line.id, Section.LINES, "Jo [sister]!", "0123 456\nafter six", TODAY
        )
        await press(pilot, "D")
        assert isinstance(pilot.app.screen, Confirm)
        await press(pilot, "enter")
        assert await lifelines(pilot) == (line,)
        await press(pilot, "delete", "y")
        await until(pilot, lambda: "Nobody yet" in screen_text(pilot))
        assert await lifelines(pilot) == ()
        await press(pilot, "escape", "u")
        assert await lifelines(pilot) == (line,)


async def test_an_old_line_is_asked_about_until_it_is_marked(
    sample: Path, running: Running
) -> None:
    wrote(sample, Lifeline("x", Section.PEOPLE, "Jo", "0123", date(2025, 11, 21)))
    async with running(sample) as pilot:
        await press(pilot, "f1")
        assert screen_text(pilot).casefold().count("still right?") == 2
        await press(pilot, "x")
        assert "still right?" not in screen_text(pilot).casefold()
        (line,) = await lifelines(pilot)
        assert line.checked == TODAY


async def test_a_draft_of_a_sheets_form_is_taken_up(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "f1", "a", "tab", *"Jo", "escape", "p", "a")
        assert "Taken up again" in screen_text(pilot)
        assert "Jo" in screen_text(pilot)


async def test_help_now_is_there_when_another_window_writes(sample: Path, running: Running) -> None:
    wrote(sample, Lifeline("x", Section.PEOPLE, "Jo", "0123", TODAY))
    async with running(sample), running(sample) as pilot:
        await press(pilot, "f1")
        assert EMERGENCY[:30] in screen_text(pilot)
        assert "Jo" in screen_text(pilot)
        await press(pilot, "a")
        assert "Another window" in told(pilot)
        assert isinstance(pilot.app.screen, HelpNow)


async def test_leaving_in_the_midst_of_a_form_keeps_it(sample: Path, make_app: MakeApp) -> None:
    """Keys that come all at once, the last of them the one that ends the program."""
    app = make_app(sample)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await press(pilot, "a", "W")
        for key in ("a", "l", "k", "ctrl+q"):
            app.simulate_key(key)
        async with asyncio.timeout(20):
            while app.is_running:
                await asyncio.sleep(0.01)
    app.desk.store.close()
    assert app.return_code == 0
    again = make_app(sample)
    async with again.run_test(size=(120, 36), notifications=True) as pilot:
        await settled(pilot)
        await until(pilot, lambda: isinstance(again.screen, Confirm))
        assert "You were writing: a goal, “Walk”" in screen_text(pilot)
        await press(pilot, "g")
        await until(pilot, lambda: isinstance(again.screen, FormDialog))
        assert "Walk" in screen_text(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: not isinstance(again.screen, FormDialog))
        assert await again.desk.drafts() == ()
    again.desk.store.close()
