"""Events, the history, the client, the first start: from the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.app.acting import answer, file, form, go_to, line_of, save
from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tui.app import FledgeApp
from tui.core.events import EventKind
from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.listsheet import ListSheet
from tui.store.connection import open_file
from tui.store.ratings import rate


async def test_events(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await form(pilot, "v")
        await write(pilot, "Moved [house]\n")
        await press(pilot, "tab")
        await save(pilot)
        assert "noted “Moved [house]”" in told(pilot)
        await press(pilot, "V")
        assert "Moved [house]" in screen_text(pilot)
        await press(pilot, "home", "enter")
        await write(pilot, " at last")
        await save(pilot)
        await until(pilot, lambda: "Moved [house] at last" in screen_text(pilot))
        await press(pilot, "D")
        assert "Delete “Moved [house] at last”?" in screen_text(pilot)
        await answer(pilot, "y")
        assert "Moved [house] at last" not in screen_text(pilot).partition("Done:")[0]
        events = (await file(pilot)).events
        assert all(event.text != "Moved [house] at last" for event in events)
        sheet = pilot.app.screen
        assert isinstance(sheet, ListSheet)
        while sheet.item and sheet.item.kind is EventKind.NOTE:
            await press(pilot, "down")
        await press(pilot, "D")
        assert "goal's history" in told(pilot)
        assert pilot.app.screen is sheet
        await form(pilot, "a")
        await write(pilot, "A quiet week")
        await save(pilot)
        assert "A quiet week" in screen_text(pilot)
        await press(pilot, "escape")
        assert len((await file(pilot)).events) == len(events) + 1


async def test_one_change_of_the_history_is_taken_back(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        for text in ("One", "Two", "Three"):
            await form(pilot, "v")
            await write(pilot, text)
            await save(pilot)
        await press(pilot, "H")
        assert "noted “Three”" in screen_text(pilot)
        await press(pilot, "down", "enter")
        assert "noted “Two”" in screen_text(pilot)
        await answer(pilot, "y")
        await until(pilot, lambda: "took back: noted “Two”" in screen_text(pilot))
        texts = [event.text for event in (await file(pilot)).events]
        assert "Two" not in texts
        assert {"One", "Three"} <= {*texts}


async def test_what_somebody_else_did_is_taken_back_by_name(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        measure = line_of(await file(pilot), "Confidence").measure
        other = open_file(sample)
        given = Rating(measure.id, TODAY, Rater.THERAPIST, 7, measure.version.number, TODAY)
        rate(other, given, "Confidence")
        other.close()
        await press(pilot, "u")
        label = "rated Confidence 7 for Sun 22 Nov 2026 (by therapist)"
        assert told(pilot) == f"Taken back: {label}"
        await press(pilot, "ctrl+r")
        assert told(pilot) == f"Brought again: {label}"


async def test_a_conflict_in_the_history_is_told(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        await press(pilot, "enter", "4", "5", "H", "down", "enter")
        await answer(pilot, "y")
        assert "rated Confidence 4" in told(pilot)
        assert "has been changed again since" in told(pilot)
        assert line_of(await file(pilot), "Confidence").last.value == 5  # type: ignore[union-attr]


async def by_name(pilot: Pilot[None], command: str, help_: str) -> None:
    """Give a command of the palette."""
    await press(pilot, "ctrl+p")
    await write(pilot, command)
    await until(pilot, lambda: help_ in screen_text(pilot))
    await press(pilot, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))


async def test_the_client_is_corrected_and_another_one_added(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await by_name(pilot, "first day", "The client's name")
        await write(pilot, "berley")
        await press(pilot, "tab", "end", "ctrl+u")
        await write(pilot, "3 months ago")
        await save(pilot)
        assert "Kimberley" in screen_text(pilot).splitlines()[0]
        assert "month 3" in screen_text(pilot).splitlines()[0]
        await by_name(pilot, "add a client", "Begin the records")
        await write(pilot, "Alex")
        await save(pilot)
        assert "began the file of Alex" in told(pilot)
        assert "Kimberley" in screen_text(pilot).splitlines()[0], "the screen stays with its own"


async def test_beginning(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        assert isinstance(pilot.app, FledgeApp)
        pilot.app.welcome()
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await answer(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await press(pilot, "end", "ctrl+u")
        await write(pilot, "Jo\n")
        await press(pilot, "tab")
        await write(pilot, "Sleep well")
        await press(pilot, "tab")
        await write(pilot, "Calmer nights")
        await save(pilot)
        assert "Jo" in screen_text(pilot).splitlines()[0]
        (made,) = (await file(pilot)).goals
        assert made.measure.name == "Sleep well"
        assert "began with Jo" in told(pilot)
        await press(pilot, "u")
        assert "Kim" in screen_text(pilot).splitlines()[0]
        assert not (await file(pilot)).goals
