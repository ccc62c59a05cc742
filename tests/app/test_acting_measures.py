"""What a questionnaire needs to be rated, and a new level, from the keyboard alone."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot

from tests.app.acting import MODES, answer, file, form, go_to, goal, line, save
from tests.app.conftest import Running, press, screen_text, told, write
from tui.core.events import EventKind
from tui.core.measures import Kind, Rater
from tui.core.stats.reliable import Norms
from tui.dialogs.form import FormDialog
from tui.dialogs.listsheet import ListSheet


async def fill(pilot: Pilot[None], **texts: str) -> None:
    """Put texts into fields of the form, by their keys, and leave them."""
    dialog = pilot.app.screen
    assert isinstance(dialog, FormDialog)
    for key, text in texts.items():
        dialog.sheet.rows[key].editor.focus()
        await press(pilot, "end", "ctrl+u")
        await write(pilot, text)
    await press(pilot, "tab")


async def test_a_questionnaire_has_steps_raters_and_norms(sample: Path, running: Running) -> None:
    """Each field says beside it what is wrong; nothing is saved before that is mended."""
    async with running(sample) as pilot:
        await press(pilot, MODES["growth"])
        dialog = await form(pilot, "a")
        wrong = {"step": "0", "sd": "x", "reliability": "1,0"}
        await fill(pilot, name="Sleep", prompt="I slept.", **wrong)
        rows = dialog.sheet.rows
        assert [rows[key].wrong for key in wrong] == [
            "A step is above 0.",
            "“x” is not a number.",
            "A reliability is from 0 to below 1, such as 0.8.",
        ]
        await fill(pilot, step="0.5", sd="1,5", reliability="", mean="4")
        await press(pilot, "ctrl+s")
        assert rows["reliability"].wrong == "The standard deviation says nothing without it."
        await fill(pilot, step="3", reliability="0.8")
        await press(pilot, "ctrl+s")
        assert "Steps of 3 do not lead" in rows["step"].wrong
        await fill(pilot, step="0.5")
        rows["raters"].editor.focus()
        await press(pilot, "down")
        await save(pilot)
        made = (await file(pilot)).of(Kind.GROWTH)[-1].measure
        assert (made.scale.step, made.raters) == (0.5, (Rater.CLIENT,))
        assert made.version.norms == Norms(1.5, 0.8, 4)
        await go_to(pilot, "Sleep")
        await form(pilot, "e")
        await fill(pilot, sd="", reliability="", mean="")
        await save(pilot)
        assert "took the norms out of “Sleep”" in told(pilot)
        assert line(pilot).measure.versions[0].norms is None


async def test_a_new_level_is_one_measures(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        dialog = await form(pilot, "v")
        dialog.sheet.rows["kind"].editor.focus()
        await press(pilot, "down", "ctrl+s")
        assert dialog.sheet.rows["about"].wrong == "A new level is one measure's: say which."
        await press(pilot, "down")
        await save(pilot)
        assert f"a new level of “{goal(pilot).wording}”" in told(pilot)
        await press(pilot, "V", "home")
        sheet = pilot.app.screen
        assert isinstance(sheet, ListSheet)
        while sheet.item and sheet.item.kind is not EventKind.REBASED:
            await press(pilot, "down")  # another one of today may stand above it
        assert "new level" in screen_text(pilot)
        await press(pilot, "D")
        assert "Delete “new level”?" in screen_text(pilot)
        await answer(pilot, "y")
        assert "deleted the event “new level”" in told(pilot)
