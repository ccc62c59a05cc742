"""What was written or answered is where it belongs, whatever happens around it."""

from __future__ import annotations

import gc
import sqlite3
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, Running, press, screen_text, settled, until
from tui.app import FledgeApp
from tui.core.deeds import ChangeGoal, Reword
from tui.core.drafts import Draft
from tui.core.measures import Scale
from tui.dialogs.check_in import CheckInDialog
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.form import FormDialog
from tui.widgets.rows import Rows


def app_of(pilot: Pilot[None]) -> FledgeApp:
    assert isinstance(pilot.app, FledgeApp)
    return pilot.app


async def form_of(pilot: Pilot[None]) -> FormDialog:
    await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
    assert isinstance(pilot.app.screen, FormDialog)
    return pilot.app.screen


async def test_a_client_with_another_name(running: Running, empty: Path) -> None:
    """The program goes on with the same client, whatever they are called now."""
    async with running(empty) as pilot:
        app_of(pilot).action_client()
        await form_of(pilot)
        await press(pilot, *"ber", "ctrl+s")
        await until(pilot, lambda: not app_of(pilot).screen.is_modal)
        await until(pilot, lambda: "Kimber" in screen_text(pilot).splitlines()[0])
        assert "There is no client" not in screen_text(pilot)


async def test_a_step_that_is_too_long_is_refused(running: Running, empty: Path) -> None:
    """A sentence says so, and the form stays."""
    async with running(empty) as pilot:
        await press(pilot, "2", "a")
        form = await form_of(pilot)
        form.sheet.rows["wording"].editor.put("Time for me")
        form.sheet.rows["steps"].editor.put("x" * 3000)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert app_of(pilot).screen is form
        assert "at most 2,000 are kept" in screen_text(pilot)


async def a_check_in(pilot: Pilot[None]) -> CheckInDialog:
    await press(pilot, "c")
    await until(pilot, lambda: isinstance(pilot.app.screen, CheckInDialog))
    assert isinstance(pilot.app.screen, CheckInDialog)
    return pilot.app.screen


@pytest.mark.parametrize("keys", [("ctrl+s",), ("escape", "t")])
async def test_a_check_in_taken_up_again_is_over_once(
    running: Running, sample: Path, keys: tuple[str, ...]
) -> None:
    """Saved or thrown away as it was, it is not offered a second time."""
    async with running(sample) as pilot:
        await a_check_in(pilot)
        await press(pilot, "a", "5", "escape", "p")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert await app_of(pilot).desk.drafts()
        await a_check_in(pilot)
        assert "Taken up again from" in screen_text(pilot)
        await press(pilot, *keys)
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert not await app_of(pilot).desk.drafts()


async def test_a_form_over_a_list_takes_its_draft_up(running: Running, empty: Path) -> None:
    """What was put aside there is there again, and not written over."""
    async with running(empty) as pilot:
        await press(pilot, "V", "a")
        await form_of(pilot)
        await press(pilot, *"moved", "escape", "p")
        await until(pilot, lambda: not isinstance(pilot.app.screen, FormDialog))
        await press(pilot, "a")
        form = await form_of(pilot)
        assert form.sheet.rows["text"].text == "moved"


async def test_drafts_are_not_offered_where_nothing_can_be_written(
    make_app: MakeApp, empty: Path
) -> None:
    """A second window: the first one may be writing them."""
    first, second = make_app(empty), make_app(empty)
    await first.desk.keep_draft(Draft("goal", "", {"wording": "half"}))
    async with second.run_test() as pilot:
        assert second.desk.trouble
        await settled(pilot)
        assert not second.screen.is_modal
    async with first.run_test() as pilot:
        await until(pilot, lambda: first.screen.is_modal)
        assert "You were writing: a goal" in screen_text(pilot)


async def test_a_draft_of_what_was_changed_meanwhile_asks(running: Running, sample: Path) -> None:
    """It knows what was there when it was begun; what nobody wrote here is as it is there now."""
    async with running(sample) as pilot:
        desk = app_of(pilot).desk
        await press(pilot, "2", "e")
        await form_of(pilot)
        await press(pilot, *"so", "escape", "p")
        line = app_of(pilot).line
        assert line
        assert line.goal
        theirs = replace(line.goal, why="theirs", there="there")
        await desk.do(ChangeGoal(line.goal, theirs))
        await settled(pilot)
        for key in ("escape", "m"):
            await press(pilot, "e")
            form = await form_of(pilot)
            rows = form.sheet.rows
            assert rows["why"].text.startswith("so")
            assert rows["there"].text == "there"
            await press(pilot, "ctrl+s")
            await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
            assert "theirs" in screen_text(pilot)
            await press(pilot, key)
            if key == "escape":
                await press(pilot, "escape", "escape")
        await until(pilot, lambda: not app_of(pilot).screen.is_modal)
        goal = app_of(pilot).line.goal  # type: ignore[union-attr]
        assert goal
        assert (goal.why[:2], goal.there) == ("so", "there")


async def test_a_draft_of_another_program_never_crashes(running: Running, sample: Path) -> None:
    """What it is about may be nowhere, a choice no choice, a place no place."""
    async with running(sample) as pilot:
        desk = app_of(pilot).desk
        line = next(x for x in desk.first.goals if x.goal and x.goal.steps)
        drafts = [
            *(Draft("step", f"{line.id} {n}", {"text": "x"}) for n in ("-1", "x", "²", "9" * 5000)),
            Draft("\x1b[2Jno form", "x", {"text": "\x1b[2J"}),
            Draft("event", "\x1b", {"text": "x"}),
            Draft("goal", "", {"state": "no state", "by_when": "\x1b[2J", "level": "nan"}),
            Draft("rating", line.id, {"rater": "nobody", "value": "inf", "day": "never"}),
            Draft("check-in", "", {line.id: "inf\n\x1b\n\x1b[2J", "x": "7"}),
        ]
        for draft in drafts:
            await desk.keep_draft(draft)
        app_of(pilot).offer_drafts()
        for _ in drafts:
            await until(pilot, lambda: "You were writing" in screen_text(pilot))
            assert "\x1b" not in screen_text(pilot)
            await press(pilot, "g")
            await settled(pilot)
            while pilot.app.screen.is_modal and "You were writing" not in screen_text(pilot):
                await press(pilot, "ctrl+s")
                assert "\x1b" not in screen_text(pilot)
                await press(pilot, "escape")
                if "not saved" in screen_text(pilot):
                    await press(pilot, "t")


async def test_a_second_program_in_one_process_is_complete(running: Running, empty: Path) -> None:
    """A demo that was chosen at the first start finds everything loaded."""
    async with running(empty):
        assert "tui.charts.plot" in sys.modules
    gc.disable()  # as every start does
    try:
        async with running(empty) as pilot:
            await app_of(pilot).desk.keep_draft(Draft("goal", "", {"wording": "half"}))
            assert gc.isenabled()
        async with running(empty) as pilot:
            await press(pilot, "2", "1")
            assert screen_text(pilot).count("You were writing") == 1
            await press(pilot, "l", "2", "3", "1")
            assert not pilot.app.screen.is_modal, "it is offered once"
    finally:
        gc.enable()


@pytest.mark.parametrize("ask", ["action_client", "action_welcome", "action_help_now"])
async def test_a_file_that_cannot_be_read(
    running: Running, empty: Path, ask: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is asked of it, the program says so and goes on; Help now begins as ever."""

    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("disk I/O error")

    async with running(empty) as pilot:
        for part in ("tui.store.clients.again", "tui.store.lifelines.of_client"):
            monkeypatch.setattr(part, broken)
        getattr(app_of(pilot), ask)()
        await settled(pilot)
        told = [notice.message for notice in pilot.app._notifications]
        assert any("could not be read or written" in words for words in told)
        if ask == "action_help_now":
            assert "Nobody watches this program" in screen_text(pilot)


async def test_another_day_takes_nothing_that_was_written(running: Running, sample: Path) -> None:
    """Where there is a rating of that day, it says so; what was written for it stays."""
    async with running(sample) as pilot:
        await press(pilot, "3")
        line = app_of(pilot).line
        assert line
        assert line.last
        await press(pilot, "r")
        rows = (await form_of(pilot)).sheet.rows
        rows["evidence"].editor.put("I asked for help")
        rows["day"].editor.put(line.last.day.isoformat())
        await settled(pilot)
        assert rows["evidence"].text == "I asked for help"
        assert f"There already: {line.last.value:g}." in screen_text(pilot)


async def test_another_day_shows_what_was_given_then(running: Running, sample: Path) -> None:
    """As long as nothing is written; on a day without a rating the fields are empty again."""
    async with running(sample) as pilot:
        await press(pilot, "3")
        line = app_of(pilot).line
        assert line
        assert line.last
        await press(pilot, "r")
        rows = (await form_of(pilot)).sheet.rows
        for day, value in ((line.last.day, f"{line.last.value:g}"), (TODAY, "")):
            rows["day"].editor.put(day.isoformat())
            await settled(pilot)
            assert rows["value"].text == value


async def test_the_first_goal_begins_where_it_is_said(running: Running, empty: Path) -> None:
    """`a` on the Overview sets a goal, whatever row the cursor is on."""
    async with running(empty) as pilot:
        assert "a begins." in screen_text(pilot)
        await press(pilot, "a")
        assert (await form_of(pilot)).form.name == "goal"


async def test_a_scale_that_the_milestone_is_not_on(running: Running, sample: Path) -> None:
    """A goal can be asked on a smaller scale, and the file goes on being readable."""
    async with running(sample) as pilot:
        await press(pilot, "2")
        desk = app_of(pilot).desk
        line = next(x for x in desk.first.goals if x.goal and x.goal.milestone)
        asked = line.measure.asked_anew("Smaller steps", Scale("no", "yes", 0, 3), TODAY)
        await desk.do(Reword(line.measure, asked))
        await settled(pilot)
        app_of(pilot).screen.query_one(Rows).move_to_id(line.id)
        await settled(pilot)
        assert "Smaller steps" in screen_text(pilot)
        await press(pilot, "M")
        await form_of(pilot)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "8 is not on this scale" in screen_text(pilot))


async def test_a_scale_on_which_nothing_can_be_rated(running: Running, empty: Path) -> None:
    """Half a point at one end only: no whole step leads to the other."""
    async with running(empty) as pilot:
        await press(pilot, "3", "a")
        rows = (await form_of(pilot)).sheet.rows
        for key, text in (("name", "Rest"), ("prompt", "I rested."), ("minimum", "0.5")):
            rows[key].editor.put(text)
        await press(pilot, "ctrl+s")
        await settled(pilot)
        assert "Steps of 1 do not lead from 0.5 to 10" in screen_text(pilot)


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_what_is_pasted_into_a_stock_line_is_clean(
    running: Running, empty: Path, key: str
) -> None:
    """Finding, and the command palette."""
    async with running(empty) as pilot:
        await press(pilot, key)
        pilot.app.post_message(Paste("rest\x1b]52;c;eA==\x07\x1b[2J"))
        await settled(pilot)
        assert "rest]52;c;eA==[2J" in screen_text(pilot)
        assert "\x1b" not in screen_text(pilot)
