"""Everything that can be done about a row, from the keyboard alone, as a person does it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.app.acting import MODES, answer, file, form, go_to, line, mode, ratings, save
from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tui.core.days import full
from tui.core.measures import Kind
from tui.dialogs.check_in import CheckInDialog
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.listsheet import ListSheet
from tui.screens.mode import ModeScreen


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
        assert f"deleted the rating Confidence {last.value:g} of {full(last.day)}" in told(pilot)
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
        assert "rated Confidence 4 for Sat 21 Nov 2026" in told(pilot)
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
        assert "rated Confidence 2 for Sun 22 Nov 2026" in told(pilot)
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
