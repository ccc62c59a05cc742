"""Everything that can be done about a row, from the keyboard alone, as a person does it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tui.app import FledgeApp
from tui.core.events import EventKind
from tui.core.goals import Goal, GoalState
from tui.core.measures import Kind, Measure, Rater
from tui.core.overview import Line, Overview
from tui.core.ratings import Rating
from tui.dialogs.check_in import CheckInDialog
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.listsheet import ListSheet
from tui.screens.mode import ModeScreen
from tui.store.connection import open_file
from tui.store.ratings import rate

MODES = {"overview": "1", "goals": "2", "growth": "3", "signs": "4"}
SPRING = date(2027, 2, 22)


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


async def fill_goal(pilot: Pilot[None], key: str = "a") -> None:
    """A whole goal, field by field."""
    await form(pilot, key)
    await write(pilot, "Walk [b]every[/b] day\nIt clears my head")
    await press(pilot, "tab")
    await write(pilot, "Mud on the boots\nand not minding")
    await press(pilot, "tab")
    await write(pilot, "in 3 months")
    await press(pilot, "tab", "right", "tab", "tab", "7", "tab", "tab", "tab")
    await write(pilot, "Find the boots\nOnce round the block")
    await press(pilot, "tab")
    dialog = pilot.app.screen
    await press(pilot, "enter")
    await until(pilot, lambda: pilot.app.screen is not dialog)


@pytest.mark.parametrize("where", ["overview", "goals"])
async def test_a_goal_is_set_taken_back_and_brought_again_also_tomorrow(
    where: str, sample: Path, running: Running
) -> None:
    label = "set the goal “Walk [b]every[/b] day”"
    async with running(sample) as pilot:
        await press(pilot, MODES[where])
        await fill_goal(pilot)
        assert "Walk [b]every" in screen_text(pilot)
        assert label in told(pilot)
        made = (await file(pilot)).goals[-1].goal
        assert made
        assert made.wording == "Walk [b]every[/b] day"
        assert (made.why, made.there) == ("It clears my head", "Mud on the boots\nand not minding")
        assert (made.by_when, made.importance, made.state) == (SPRING, 3, GoalState.ACTIVE)
        assert [step.text for step in made.steps] == ["Find the boots", "Once round the block"]
        assert made.milestone
        assert (made.milestone.level, made.milestone.by) == (7, SPRING)
        await press(pilot, "u")
        assert told(pilot) == f"Taken back: {label}"
        assert len((await file(pilot)).goals) == 3
        await press(pilot, "ctrl+r")
        assert told(pilot) == f"Brought again: {label}"
        assert len((await file(pilot)).goals) == 4
        await press(pilot, "u")
    async with running(sample) as pilot:
        await press(pilot, MODES[where], "ctrl+r")
        assert told(pilot) == f"Brought again: {label}"
        assert (await file(pilot)).goals[-1].goal == made
        await press(pilot, "ctrl+r")
        assert told(pilot) == "There is nothing to bring again."


@pytest.mark.parametrize(("where", "kind"), [("growth", Kind.GROWTH), ("signs", Kind.SIGN)])
async def test_a_measure_of_ones_own_is_begun_and_deleted(
    where: str, kind: Kind, sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, MODES[where])
        await form(pilot, "a")
        await write(pilot, "Time for me\nI took time that was mine.\n")
        await save(pilot)
        assert "Time for me" in screen_text(pilot)
        assert "began the measure “Time for me”" in told(pilot)
        made = (await file(pilot)).of(kind)[-1].measure
        assert (made.name, made.kind, made.own) == ("Time for me", kind, True)
        await go_to(pilot, "Time for me")
        await press(pilot, "enter", "6", "escape", "D")
        assert "Delete “Time for me”?" in screen_text(pilot)
        assert "Its one rating goes with it" in screen_text(pilot)
        await answer(pilot, "enter")
        assert "Time for me" in screen_text(pilot)
        await press(pilot, "delete")
        await answer(pilot, "y")
        assert all(x.measure.name != "Time for me" for x in (await file(pilot)).lines())
        await press(pilot, "u")
        assert [r.value for r in await ratings(pilot, made)] == [6]


async def test_what_is_known_of_a_goal_and_a_measure_is_changed(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await form(pilot, "e")
        await press(pilot, "ctrl+home")
        await write(pilot, "Because I say so. ")
        await save(pilot)
        assert goal(pilot).why.startswith("Because I say so. I come home")
        assert "changed the goal" in told(pilot)
        await go_to(pilot, "Confidence")
        await form(pilot, "e")
        await write(pilot, " and calm")
        await press(pilot, "tab", "right")
        await save(pilot)
        assert (line(pilot).measure.name, line(pilot).measure.cadence) == (
            "Confidence and calm",
            14,
        )
        assert "renamed “Confidence” to “Confidence and calm”" in told(pilot)


async def test_a_goal_is_reworded_and_a_measure_gets_another_scale(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        before = goal(pilot)
        await form(pilot, "n")
        await write(pilot, ", even at home")
        await save(pilot)
        assert goal(pilot).wording == f"{before.wording}, even at home"
        assert len(goal(pilot).wordings) == len(before.wordings) + 1
        await go_to(pilot, "Confidence")
        await form(pilot, "n")
        await press(pilot, "tab", "tab", "tab", "5")
        await save(pilot)
        measure = line(pilot).measure
        assert (measure.scale.maximum, len(measure.versions)) == (5, 2)
        assert "another scale" in told(pilot)
        assert line(pilot).last is None, "what was rated before meant something else"
        await press(pilot, "enter", "6")
        assert "whole numbers from 0 to 5" in told(pilot)
        await press(pilot, "4")
        assert line(pilot).last
        await press(pilot, "escape", "n", "ctrl+s")
        assert not isinstance(pilot.app.screen, FormDialog), "nothing is different, nothing said"


async def test_a_goal_goes_through_all_its_states(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2")
        await go_to(pilot, "Sleep without the phone")
        for what, state in (
            ("p", GoalState.PAUSED),
            ("t", GoalState.ACTIVE),
            ("r", GoalState.REACHED),
            ("r", GoalState.ACTIVE),
            ("l", GoalState.LET_GO),
        ):
            await form(pilot, "space")
            await press(pilot, what)
            await save(pilot)
            assert goal(pilot).state is state, what
            assert "Sleep without the phone" in told(pilot)
        assert "– no longer wanted" in screen_text(pilot)
        events = [e.kind for e in (await file(pilot)).events if e.measure_id == goal(pilot).id]
        assert {EventKind.PAUSED, EventKind.RESUMED, EventKind.LET_GO} <= {*events}


async def test_a_draft_is_taken_up(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await press(pilot, "2")
        await form(pilot, "a")
        await write(pilot, "One day")
        await press(pilot, "shift+tab", "right")
        await save(pilot)
        assert goal(pilot).state is GoalState.DRAFT
        await form(pilot, "space")
        await press(pilot, "t")
        await save(pilot)
        assert goal(pilot).state is GoalState.ACTIVE


async def test_a_measure_is_paused_and_taken_up_with_one_key(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "space")
        assert "paused “Confidence”" in told(pilot)
        await press(pilot, "f")
        assert line(pilot).measure.paused
        await press(pilot, "space")
        assert "took up again “Confidence”" in told(pilot)


async def test_a_milestone_and_a_ladder_are_agreed_and_given_up(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await go_to(pilot, "Sleep without the phone")
        await form(pilot, "M")
        await press(pilot, "9", "tab", "end", "ctrl+u", "ctrl+s")
        assert "this half is missing" in screen_text(pilot)
        await write(pilot, "in 3 months")
        await save(pilot)
        agreed = goal(pilot).milestone
        assert agreed
        assert (agreed.level, agreed.by, agreed.agreed) == (9, SPRING, TODAY)
        await form(pilot, "M")
        await press(pilot, "delete", "tab", "end", "ctrl+u")
        await save(pilot)
        assert goal(pilot).milestone is None
        await form(pilot, "L")
        for _ in range(5):
            await press(pilot, "end", "ctrl+u")
            await write(pilot, "a rung")
            await press(pilot, "tab")
        await save(pilot)
        assert goal(pilot).ladder == ("a rung",) * 5
        await form(pilot, "L")
        await press(pilot, "end", "ctrl+u", "ctrl+s")
        assert "this one has no words yet" in screen_text(pilot)
        await press(pilot, "escape", "t")
        await go_to(pilot, "Confidence")
        for key in "MLx":
            await press(pilot, key)
            assert told(pilot) == "That belongs to goals."


async def test_small_steps(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        steps = len(goal(pilot).steps)
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, ListSheet)
        await form(pilot, "a")
        await write(pilot, "Breathe out first\n")
        await until(pilot, lambda: "Breathe out first" in screen_text(pilot))
        await press(pilot, "end", "x")
        assert "Taken Sun 22 Nov 2026" in screen_text(pilot)
        await form(pilot, "e")
        await write(pilot, ", slowly")
        await save(pilot)
        await until(pilot, lambda: "Breathe out first, slowly" in screen_text(pilot))
        assert "Taken Sun 22 Nov 2026" in screen_text(pilot)
        await press(pilot, "space")
        assert "Taken Sun 22 Nov 2026" not in screen_text(pilot)
        await press(pilot, "D")
        assert "Breathe out first" not in screen_text(pilot).partition("Done:")[0]
        await press(pilot, "escape", "u")
        assert len(goal(pilot).steps) == steps + 1


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


async def test_deleting_a_goal_asks_by_its_name_and_undo_brings_all_of_it_back(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        before, given = goal(pilot), await ratings(pilot, line(pilot).measure)
        await press(pilot, "D")
        assert f"Delete “{before.wording}”?" in screen_text(pilot)
        assert f"Its {len(given)} ratings go with it." in " ".join(screen_text(pilot).split())
        await answer(pilot, "enter")
        assert len((await file(pilot)).goals) == 3
        await press(pilot, "D")
        await answer(pilot, "y")
        assert f"deleted the goal “{before.wording}”" in told(pilot)
        assert len((await file(pilot)).goals) == 2
        await press(pilot, "u")
        again = (await file(pilot)).goals[0]
        assert again.goal == before
        assert await ratings(pilot, again.measure) == given


async def test_of_a_row_of_the_catalogue_the_latest_rating_is_deleted(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        last = line(pilot).last
        assert last
        await press(pilot, "D")
        assert f"Delete the rating {last.value:g} of Confidence?" in screen_text(pilot)
        await answer(pilot, "y")
        assert f"deleted the rating Confidence {last.value:g} of {last.day}" in told(pilot)
        assert line(pilot).last != last
        await press(pilot, "u")
        assert line(pilot).last == last


async def test_a_rating_of_another_day_by_another_rater(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        last = line(pilot).last
        assert last
        dialog = await form(pilot, "r")
        await press(pilot, "4", "tab")
        await write(pilot, "She nodded [sic]")
        await press(pilot, "tab", "end", "ctrl+u")
        await write(pilot, "yesterday")
        await press(pilot, "tab", "t")
        await save(pilot)
        assert "rated Confidence 4 for 2026-11-21" in told(pilot)
        given = await ratings(pilot, line(pilot).measure)
        (made,) = (r for r in given if r.day == date(2026, 11, 21))
        assert (made.value, made.rater) == (4, "therapist")
        assert made.evidence == "She nodded [sic]"
        dialog = await form(pilot, "r")
        await press(pilot, "tab", "tab", "end", "ctrl+u")
        await write(pilot, last.day.isoformat())
        await until(pilot, lambda: "There already" in screen_text(pilot))
        rows = dialog.sheet.rows
        assert (rows["value"].text, rows["evidence"].text) == (f"{last.value:g}", last.evidence)
        await press(pilot, "shift+tab", "shift+tab", "delete")
        await save(pilot)
        assert f"deleted the rating Confidence {last.value:g}" in told(pilot)
        assert last not in await ratings(pilot, line(pilot).measure)


async def test_what_was_typed_is_not_wiped_by_choosing_a_day(
    sample: Path, running: Running
) -> None:
    """A rating of another day is shown in its place, but never over what was just written."""
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        last = line(pilot).last
        assert last
        dialog = await form(pilot, "r")
        await press(pilot, "3", "tab")
        await write(pilot, "Mine")
        await press(pilot, "tab", "end", "ctrl+u")
        await write(pilot, last.day.isoformat())
        await until(pilot, lambda: "There already" in screen_text(pilot))
        rows = dialog.sheet.rows
        assert (rows["value"].text, rows["evidence"].text) == ("3", "Mine")


async def test_how_it_was_decided(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "end")
        assert line(pilot).measure.key == "decisions"
        await form(pilot, "r")
        await press(pilot, "3", "tab", "tab", "h", "left", "space", "a", "t")
        await save(pilot)
        last = line(pilot).last
        assert last
        assert (last.value, last.marks) == (3, ("talked_it_through", "handed_it_over"))
        await press(pilot, "enter", "4")
        again = line(pilot).last
        assert again
        assert (again.value, again.marks) == (4, last.marks), "a digit takes none away"


async def test_digits_rate_an_opened_row(sample: Path, running: Running) -> None:
    """It stays opened and shows the new value; in the list they would change the mode."""
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        await press(pilot, "enter", "2")
        assert (mode(pilot).NAME, mode(pilot).opened) == ("overview", True)
        assert "rated Confidence 2 for 2026-11-22" in told(pilot)
        assert "2 now" in screen_text(pilot)
        await press(pilot, "1")
        assert "1 now" in screen_text(pilot)
        await press(pilot, "0")
        assert "10 now" in screen_text(pilot)
        assert "rated Confidence 10" in told(pilot)
        assert len([r for r in await ratings(pilot, line(pilot).measure) if r.day == TODAY]) == 1
        await press(pilot, "escape", "2")
        assert mode(pilot).NAME == "goals"


async def test_digits_keep_what_was_said_of_today(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await go_to(pilot, "Confidence")
        await form(pilot, "r")
        await press(pilot, "4", "tab")
        await write(pilot, "A good morning")
        await save(pilot)
        await press(pilot, "enter", "5")
        last = line(pilot).last
        assert last
        assert (last.value, last.evidence) == (5, "A good morning")


async def test_a_row_is_copied(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        for key in MODES.values():
            await press(pilot, key, "y")
            copied = pilot.app.clipboard
            assert line(pilot).measure.name in copied
            assert f"{line(pilot).last.value:g} now" in copied  # type: ignore[union-attr]
            assert "\n" not in copied
            assert copied in told(pilot)


async def test_a_picture_is_kept_private_and_asks_no_network(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "save a picture")
        await until(pilot, lambda: "Keep a picture" in screen_text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "Saved a picture" in told(pilot))
        (path,) = sample.parent.glob("*.svg")
        assert str(path) in told(pilot)
        assert path.stat().st_mode & 0o777 == 0o600
        drawn = path.read_text(encoding="utf-8")
        assert "Confidence" in drawn
        assert "http" not in drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")


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
        label = "rated Confidence 7 for 2026-11-22 (by therapist)"
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


def line_of(data: Overview, name: str) -> Line:
    return next(found for found in data.lines() if found.measure.name == name)


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


async def test_where_nothing_can_be_written_it_says_so(sample: Path, running: Running) -> None:
    """Looking goes on; a form that could not be saved is not even begun."""
    async with running(sample), running(sample) as pilot:
        for key in (*"aernv", "space", *"MLxDyVHc"):
            await press(pilot, key)
            assert not isinstance(pilot.app.screen, FormDialog | CheckInDialog), key
            if isinstance(pilot.app.screen, Confirm):
                await press(pilot, "y")
                assert "Another window" in told(pilot), key
            elif isinstance(pilot.app.screen, ListSheet):
                await press(pilot, "escape")
            assert isinstance(pilot.app.screen, ModeScreen), key


async def test_what_is_typed_while_a_form_opens_is_typed_into_it(
    sample: Path, running: Running
) -> None:
    """As on a slow line, where the key and the words come at once."""
    async with running(sample) as pilot:
        for key in ("a", *"Swim", "ctrl+s"):
            pilot.app.simulate_key(key)
        await until(pilot, lambda: "set the goal “Swim”" in told(pilot))
        assert [found.measure.name for found in (await file(pilot)).goals][-1] == "Swim"
