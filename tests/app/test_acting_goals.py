"""Everything that can be done about a goal, from the keyboard alone, as a person does it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.acting import MODES, answer, file, form, go_to, goal, line, ratings, save
from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tui.core.events import EventKind
from tui.core.goals import GoalState
from tui.dialogs.form import FormDialog
from tui.dialogs.listsheet import ListSheet

SPRING = date(2027, 2, 22)


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
        await press(pilot, "u")
        assert "Breathe out first" in screen_text(pilot).partition("Taken back:")[0]
        await press(pilot, "ctrl+r", "escape", "u")
        assert len(goal(pilot).steps) == steps + 1


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
