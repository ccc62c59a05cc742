"""What tests of acting share: a row, what the file holds, forms and questions."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.app.conftest import press, until, write
from tui.app import FledgeApp
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.overview import Line, Overview
from tui.core.ratings import Rating
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.screens.mode import ModeScreen

MODES = {"overview": "1", "goals": "2", "growth": "3", "signs": "4"}


def mode(pilot: Pilot[None]) -> ModeScreen:
    assert isinstance(pilot.app.screen, ModeScreen), pilot.app.screen
    return pilot.app.screen


def line(pilot: Pilot[None]) -> Line:
    found = mode(pilot).line
    assert found
    return found


def goal(pilot: Pilot[None]) -> Goal:
    found = line(pilot).goal
    assert found
    return found


async def file(pilot: Pilot[None]) -> Overview:
    """What the file holds now."""
    assert isinstance(pilot.app, FledgeApp)
    return await pilot.app.desk.overview(closer=True)


async def ratings(pilot: Pilot[None], measure: Measure) -> tuple[Rating, ...]:
    assert isinstance(pilot.app, FledgeApp)
    return (await pilot.app.desk.series(measure)).ratings


async def go_to(pilot: Pilot[None], name: str) -> None:
    """Find a row by its name, as a person would."""
    await press(pilot, "slash")
    await write(pilot, f"{name}\n")
    await press(pilot, "escape")
    assert line(pilot).measure.name == name


async def form(pilot: Pilot[None], key: str) -> FormDialog:
    await press(pilot, key)
    screen = pilot.app.screen
    assert isinstance(screen, FormDialog), screen
    return screen


async def save(pilot: Pilot[None]) -> None:
    """Save the form and wait until it is gone."""
    dialog = pilot.app.screen
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: pilot.app.screen is not dialog)


async def answer(pilot: Pilot[None], key: str) -> None:
    assert isinstance(pilot.app.screen, Confirm), pilot.app.screen
    await press(pilot, key)


def line_of(data: Overview, name: str) -> Line:
    return next(found for found in data.lines() if found.measure.name == name)
