"""Two views, and the therapist's own notes: where they show and stay, and when they are shut."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, settled, told, until
from tests.app.conftest import write as type_in
from tui.app import FledgeApp
from tui.core.measures import Rater
from tui.core.own_notes import Own, Supervision
from tui.dialogs.check_in import CheckInDialog
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.own_notes import OwnNotesSheet
from tui.store import drafts, history, own_notes, ratings
from tui.store.connection import open_file
from tui.store.own_schema import OWN_FILE

THERAPIST: dict[str, Any] = {"rater": Rater.THERAPIST}


def place(sample: Path) -> Path:
    return sample.with_name("own") / "private.fledge"


def kept(sample: Path) -> tuple[Own, ...]:
    file = open_file(place(sample), layout=OWN_FILE)
    found = own_notes.of_all(file)
    file.close()
    return found


def drafted(sample: Path) -> list[str]:
    file = open_file(place(sample), layout=OWN_FILE)
    found = [text for d in drafts.everything(file, "therapist") for text in d.values.values()]
    file.close()
    return found


async def opened(pilot: Pilot[None]) -> OwnNotesSheet:
    await press(pilot, "W")
    await until(pilot, lambda: isinstance(pilot.app.screen, OwnNotesSheet))
    assert isinstance(pilot.app.screen, OwnNotesSheet)
    return pilot.app.screen


async def adding(pilot: Pilot[None], kind: str) -> FormDialog:
    await press(pilot, "a")
    await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
    await press(pilot, kind)
    await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
    assert isinstance(pilot.app.screen, FormDialog)
    return pilot.app.screen


async def saved(pilot: Pilot[None]) -> None:
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: isinstance(pilot.app.screen, OwnNotesSheet))


async def test_the_clients_view_knows_no_such_notes(running: Running, sample: Path) -> None:
    async with running(sample) as pilot:
        assert " client view · " in screen_text(pilot).splitlines()[0]
        await press(pilot, "W")
        await settled(pilot)
        assert "belong to the therapist's view" in told(pilot)
        assert not pilot.app.screen.is_modal
    assert not place(sample).exists()


async def test_each_kind_is_written_down_changed_and_taken_back(
    running: Running, sample: Path
) -> None:
    async with running(sample, **THERAPIST) as pilot:
        assert " therapist view · " in screen_text(pilot).splitlines()[0]
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await press(pilot, "escape")
        assert not place(sample).exists(), "it is made when it is first wanted"
        await opened(pilot)
        assert "Wanting to help is human" in screen_text(pilot)
        await adding(pilot, "l")
        await type_in(pilot, "heavy today")
        await saved(pilot)
        for kind in ("p", "m"):
            form = await adding(pilot, kind)
            values = {"p": ("pulls", "rescue comfort"), "m": ("value", "-1")}
            key, value = values[kind]
            form.sheet.rows[key].editor.put(value)
            await saved(pilot)
        await adding(pilot, "n")
        await type_in(pilot, "a line")
        await saved(pilot)
        text = screen_text(pilot)
        for shown in ("heavy today", "wanting to rescue, keeping them", "a line", "-1"):
            assert shown in text
        await press(pilot, "home", "x")
        await until(pilot, lambda: screen_text(pilot).count("heavy today") == 3)
        await press(pilot, "x")
        await until(pilot, lambda: "Nothing waits." in screen_text(pilot))
        await press(pilot, "u")
        await until(pilot, lambda: "Nothing waits." not in screen_text(pilot))
        await press(pilot, "ctrl+r")
        await until(pilot, lambda: "Nothing waits." in screen_text(pilot))
        await press(pilot, "D", "y")
        await until(pilot, lambda: "No line yet" in screen_text(pilot))
        await press(pilot, "u", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await type_in(pilot, "so ")
        await saved(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app, FledgeApp)
        labels = [change.label for change in await pilot.app.desk.changes()]
        assert not any("log" in label or "heavy" in label for label in labels)
    line, *rest = kept(sample)
    assert "heavy today" in getattr(line, "what", "")
    assert getattr(line, "supervision", None) is Supervision.DONE
    assert len(rest) == 3


async def test_sharing_shuts_the_notes_and_keeps_what_is_half_written(
    running: Running, sample: Path
) -> None:
    """Also beneath Help now, and with the letters of a moment ago."""
    async with running(sample, **THERAPIST) as pilot:
        await opened(pilot)
        await adding(pilot, "n")
        await type_in(pilot, "half a thought")
        await press(pilot, "f1")
        await until(pilot, lambda: "Help now" in screen_text(pilot))
        await press(pilot, "f4")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        assert "half a thought" not in screen_text(pilot)
        assert "◉ shared" in screen_text(pilot).splitlines()[0]
        assert isinstance(pilot.app, FledgeApp)
        assert not pilot.app.private_shown
        assert "half a thought" in drafted(sample)
        await press(pilot, "W")
        await until(pilot, lambda: "marked as shared, so your own notes" in told(pilot))
        assert not pilot.app.screen.is_modal
        await press(pilot, "S")
        await until(pilot, lambda: "◉ shared" not in screen_text(pilot).splitlines()[0])
        assert not pilot.app.screen.is_modal, "nothing is opened by itself"
        await opened(pilot)
        assert "a takes it up again" in screen_text(pilot)
        form = await adding(pilot, "n")
        assert form.sheet.rows["text"].text == "half a thought"
        assert not await pilot.app.desk.drafts()
        await press(pilot, "escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, OwnNotesSheet))
        await press(pilot, "S")
        await until(pilot, lambda: not pilot.app.screen.is_modal)


async def test_of_private_screens_no_picture_is_kept(running: Running, sample: Path) -> None:
    async with running(sample, **THERAPIST) as pilot:
        await opened(pilot)
        assert isinstance(pilot.app, FledgeApp)
        pilot.app.action_save_picture()
        await until(pilot, lambda: "no picture is kept" in told(pilot))
        assert not list(sample.parent.glob("*.svg"))


async def test_the_therapist_rates_as_the_therapist(running: Running, sample: Path) -> None:
    """In the form, with a digit, in a check-in; and the journal says who it was."""
    async with running(sample, **THERAPIST) as pilot:
        assert isinstance(pilot.app, FledgeApp)
        store = pilot.app.desk.store
        await press(pilot, "3", "enter", "6")
        await until(pilot, lambda: "Saved: rated" in told(pilot))
        change = store.call(lambda file: history.changes(file.conn)[0]).result()
        assert change.author == "therapist"
        await press(pilot, "escape", "down", "r")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        form = pilot.app.screen
        assert isinstance(form, FormDialog)
        assert form.sheet.rows["rater"].text == "therapist"
        await press(pilot, "escape", "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckInDialog))
        dialog = pilot.app.screen
        assert isinstance(dialog, CheckInDialog)
        assert all(Rater.THERAPIST in due.measure.raters for due in dialog.everything)
        assert all(
            due.last is None or due.last.rater is Rater.THERAPIST for due in dialog.everything
        )
        await press(pilot, "a", "home", "7", "ctrl+s")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        measure = dialog.everything[0].measure
        given = store.call(lambda file: ratings.of_measure(file.conn, measure.id)).result()
        today = {r.rater: r.value for r in given if r.day == TODAY}
        assert today == {Rater.CLIENT: 8, Rater.THERAPIST: 7}
        await press(pilot, "c")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckInDialog))
        await press(pilot, "a", "5", "escape", "p")
        await until(pilot, lambda: not pilot.app.screen.is_modal)
        (draft,) = await pilot.app.desk.drafts()
        assert draft.subject == "therapist"
    async with running(sample) as pilot:
        assert not pilot.app.screen.is_modal, "what one view began is not offered in the other"
