"""Forms, used from the keyboard: nothing that was written is lost, and nothing wrong is saved."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot

from tests.app.conftest import press, screen_text, settled, until
from tests.app.toyforms import CHANGE, TODAY, FakeDesk, Toy, ToyApp
from tui.core.deeds import Note
from tui.core.drafts import Draft
from tui.core.text import LINE_LIMIT, NOTE_LIMIT
from tui.core.trouble import Conflict, Trouble
from tui.dialogs.confirm import Confirm
from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.form import FormDialog

TAKEN = ("toy", "")


@asynccontextmanager
async def opened(
    *answers: Any, form: Toy | None = None, draft: Draft | None = None, size: Any = (100, 36)
) -> AsyncIterator[tuple[ToyApp, Pilot[None]]]:
    """The toy form on a desk that gives these answers."""
    app = ToyApp(form or Toy(), FakeDesk(*answers), draft)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        yield app, pilot


def here(app: ToyApp) -> str:
    """The key of the field with the cursor."""
    row = app.dialog.sheet.row_of(app.dialog.focused)
    return row.field.key if row else ""


def text_of(app: ToyApp, key: str) -> str:
    return app.dialog.sheet.rows[key].text


async def go(app: ToyApp, pilot: Pilot[None], key: str) -> None:
    """Put the cursor into a field."""
    app.dialog.sheet.rows[key].editor.focus()
    await settled(pilot)


async def paste(pilot: Pilot[None], text: str) -> None:
    pilot.app.post_message(Paste(text))
    await settled(pilot)


async def test_filled_in_and_saved_with_the_keyboard_alone() -> None:
    """Enter goes on from each field, and from the last one saves."""
    async with opened() as (app, pilot):
        await press(pilot, *"walk", "enter", "enter", "right", "enter", "1", "0", "enter")
        await press(pilot, "down", "enter", *"so", "enter", *"it", "tab", *"x", "enter")
        read = app.form.read  # type: ignore[attr-defined]
        assert read == {
            "text": "walk",
            "day": TODAY,
            "rater": "therapist",
            "level": 10,
            "about": "g2",
            "why": "so\nit",
            "by": "x",
        }
        assert isinstance(app.desk.done[0][0], Note)
        assert app.returned == [CHANGE]
        assert not app.desk.drafts


async def test_what_is_wrong_is_said_in_place_and_goes_when_it_is_right() -> None:
    async with opened() as (app, pilot):
        assert "! " not in screen_text(pilot)
        await press(pilot, "tab")
        assert "! Say in a few words what happened." in screen_text(pilot)
        await press(pilot, "tab", "tab", "7", "8", "ctrl+s")
        assert not app.desk.done
        assert here(app) == "text"
        assert "! 78 is not on this scale" in screen_text(pilot)
        await press(pilot, "a")
        assert "! Say" not in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert here(app) == "level"
        await press(pilot, "8")
        assert "!" not in screen_text(pilot)
        await press(pilot, "ctrl+s")
        assert app.returned == [CHANGE]


async def test_what_only_the_whole_form_knows_is_said_where_it_belongs() -> None:
    async with opened(form=Toy(text="walk")) as (app, pilot):
        app.dialog.sheet.rows["by"].editor.put("forbidden")
        await press(pilot, "ctrl+s")
        assert here(app) == "by"
        assert "! This reason is taken." in screen_text(pilot)
        await press(pilot, "shift+tab")
        assert "! This reason is taken." in screen_text(pilot)
        app.dialog.sheet.rows["by"].editor.put("impossible")
        await press(pilot, "ctrl+s")
        assert "! These do not go together." in screen_text(pilot)
        app.dialog.sheet.rows["by"].editor.put("nothing")
        await press(pilot, "ctrl+s")
        assert (app.returned, app.desk.done, app.desk.drafts) == ([None], [], {})


async def test_while_it_is_saved_nothing_is_typed_and_nothing_saved_twice() -> None:
    async with opened(form=Toy(text="walk")) as (app, pilot):
        app.desk.gate = asyncio.Event()
        await pilot.press("ctrl+s", "ctrl+s", "x", "escape", "f1")
        await pilot.pause()
        assert "One moment" in screen_text(pilot)
        assert text_of(app, "text") == "walk"
        assert app.pressed == ["f1"]
        app.desk.gate.set()
        await settled(pilot)
        assert (len(app.desk.done), app.returned) == (1, [CHANGE])


async def test_trouble_leaves_everything_as_it_was_typed() -> None:
    async with opened(Trouble("The disk is full."), form=Toy(text="walk")) as (app, pilot):
        await press(pilot, "tab", "tab", "tab", "7", "ctrl+s")
        assert "! The disk is full." in screen_text(pilot)
        assert (here(app), text_of(app, "text"), text_of(app, "level")) == ("level", "walk", "7")
        await press(pilot, "ctrl+s")
        assert app.returned == [CHANGE]


@pytest.mark.parametrize(
    ("key", "returned", "anyway"),
    [("m", [CHANGE], [False, True]), ("t", [None], [False]), ("enter", [], [False])],
    ids=["mine", "theirs", "go on"],
)
async def test_a_conflict_shows_both_and_does_as_it_is_told(
    key: str, returned: list[Any], anyway: list[bool]
) -> None:
    now, seen = {"id": "1", "text": "a run", "day": "x", "by": "us"}, {"text": "", "by": "you"}
    conflict = Conflict("A walk", now, {"text": "walk", "by": "you"}, seen)
    async with opened(conflict, form=Toy(text="walk")) as (app, pilot):
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, ConflictDialog)
        assert app.screen.rows == [
            ("What happened", "walk", "a run"),
            ("Because of", "not changed here", "us"),
            ("When", "—", "x"),
        ]
        await press(pilot, key)
        assert app.returned == returned
        assert [meant for _, meant in app.desk.done] == anyway
        if not returned:
            await press(pilot, "!")
            assert text_of(app, "text") == "walk!"


async def test_leaving_asks_only_when_something_was_written() -> None:
    async with opened() as (app, pilot):
        await press(pilot, "escape")
        assert app.returned == [None]
    async with opened() as (app, pilot):
        await press(pilot, "a", "escape", "enter")
        assert isinstance(app.screen, FormDialog)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, FormDialog)
        await press(pilot, "escape", "t")
        assert (app.returned, app.desk.drafts, app.desk.done) == ([None], {}, [])
    async with opened() as (app, pilot):
        await press(pilot, "a", "escape", "p")
        assert app.returned == [None]
        assert app.desk.drafts[TAKEN]["text"] == "a"
    async with opened() as (app, pilot):
        await press(pilot, "a", "backspace", "escape")
        assert (app.returned, app.desk.drafts) == ([None], {})


async def test_one_draft_is_written_at_a_time_and_the_newest_always() -> None:
    async with opened() as (app, pilot):
        app.desk.gate = asyncio.Event()
        await pilot.press(*"abcdefgh")
        await pilot.pause()
        assert app.desk.writes == 1
        app.desk.gate.set()
        await settled(pilot)
        assert (app.desk.writes, app.desk.most_under_way) == (2, 1)
        assert app.desk.drafts[TAKEN]["text"] == "abcdefgh"


async def test_a_draft_holds_the_day_that_was_meant() -> None:
    """Taken up tomorrow, "yesterday" would be another one."""
    async with opened() as (app, pilot):
        app.dialog.sheet.rows["day"].editor.put("yesterday")
        await settled(pilot)
        await press(pilot, "a")
        assert app.desk.drafts[TAKEN]["day"] == "2026-11-21"


async def test_a_draft_that_cannot_be_kept_is_said_once() -> None:
    async with opened() as (app, pilot):
        app.desk.drafting = Trouble("Another window writes.")
        await press(pilot, *"walk")
        assert screen_text(pilot).count("Another window writes.") == 1
        assert text_of(app, "text") == "walk"
        await press(pilot, "escape", "p")
        assert isinstance(app.screen, FormDialog)
        assert "! Another window writes." in screen_text(pilot)


async def test_a_draft_is_taken_up_and_can_be_started_over() -> None:
    draft = Draft("toy", "", {"text": "A long w[b]alk\x1b[2J", "gone": "x"}, "2026-11-21T12:00:00Z")
    async with opened(draft=draft) as (app, pilot):
        assert "Taken up again from" in screen_text(pilot)
        assert "21 Nov 2026" in screen_text(pilot)
        assert text_of(app, "text") == "A long w[b]alk[2J"
        await press(pilot, "ctrl+o", "enter")
        assert text_of(app, "text").startswith("A long")
        await press(pilot, "ctrl+o", "t")
        assert text_of(app, "text") == ""
        assert "Taken up" not in screen_text(pilot)
        await press(pilot, "escape")
        assert app.returned == [None]
    async with opened(draft=draft) as (app, pilot):
        app.desk.drafts[TAKEN] = draft.values
        await press(pilot, "escape")
        assert (app.returned, app.desk.drafts[TAKEN]) == ([None], draft.values)


async def test_days_are_read_as_they_are_meant_and_others_follow() -> None:
    async with opened() as (app, pilot):
        assert "Sun 22 Nov 2026" in screen_text(pilot)
        app.dialog.sheet.rows["day"].editor.put("")
        await press(pilot, "tab", *"3 weeks ago")
        await until(pilot, lambda: "Sun 1 Nov 2026" in screen_text(pilot))
        assert text_of(app, "level") == "7"
        assert "On 2026-11-01 it was 7." in screen_text(pilot)
        await press(pilot, "x")
        assert "! " not in screen_text(pilot).partition("When")[2]
        await press(pilot, *"yz", "tab")
        await until(pilot, lambda: "is not a day I can read" in screen_text(pilot))


@pytest.mark.parametrize("key", ["f1", "ctrl+l"])
async def test_keys_that_work_everywhere_work_in_every_field(key: str) -> None:
    async with opened() as (app, pilot):
        for _ in app.dialog.sheet.rows:
            await pilot.press(key, "tab")
        await press(pilot, "a", "escape", key)
        assert app.pressed == [key] * (len(app.dialog.sheet.rows) + 1)
        assert isinstance(app.screen, Confirm)
        assert text_of(app, "why") == ""


async def test_text_is_cleaned_on_its_way_in_and_what_is_too_long_is_refused_whole() -> None:
    nasty = "a\x1b]52;c;x\x07\u202eb\ud800\r\nc[red]d"
    async with opened() as (app, pilot):
        await paste(pilot, nasty)
        assert text_of(app, "text") == "a]52;c;xb c[red]d"
        await paste(pilot, "x" * (LINE_LIMIT + 1))
        assert text_of(app, "text") == "a]52;c;xb c[red]d"
        assert "! This text has" in screen_text(pilot)
        await press(pilot, "!")
        assert "! This text has" not in screen_text(pilot)
        await go(app, pilot, "why")
        await paste(pilot, nasty)
        assert text_of(app, "why") == "a]52;c;xb\nc[red]d"
        await paste(pilot, "line\n" * 200_000)
        await paste(pilot, "line\n" * (NOTE_LIMIT // 5))
        await paste(pilot, "x" * 20_000)
        assert text_of(app, "why") == "a]52;c;xb\nc[red]d"
        assert "slow" in screen_text(pilot)


async def test_joiners_of_scripts_and_emoji_can_be_typed() -> None:
    """The stock widgets drop what is not printable by itself."""
    async with opened() as (app, pilot):
        for key in ("text", "why"):
            await go(app, pilot, key)
            for letter in "می\u200cخواهم":
                pilot.app.post_message(Key("letter", letter))
            await settled(pilot)
            assert text_of(app, key) == "می\u200cخواهم"


async def test_values_are_typed_or_stepped_and_stay_on_their_scale() -> None:
    async with opened() as (app, pilot):
        await go(app, pilot, "level")
        await press(pilot, "up")
        assert text_of(app, "level") == "5"
        await press(pilot, "right", "up", "left")
        assert text_of(app, "level") == "6"
        await press(pilot, *["up"] * 9)
        assert text_of(app, "level") == "10"
        await press(pilot, "3", "x", "backspace")
        assert text_of(app, "level") == ""
        await go(app, pilot, "about")
        await press(pilot, "down", "down", "down", "up")
        assert text_of(app, "about") == "g2"
        await press(pilot, "s")
        assert text_of(app, "about") == "g3"
        assert "○ [b]Both[/b]" in screen_text(pilot)


async def test_the_field_with_the_cursor_is_always_in_sight() -> None:
    """Its label and what is said of it too, on the smallest screen."""
    async with opened(size=(40, 15)) as (app, pilot):
        for key, row in app.dialog.sheet.rows.items():
            assert here(app) == key
            assert f"› {row.field.label}" in screen_text(pilot)
            await press(pilot, "tab")
        await go(app, pilot, "level")
        await press(pilot, "7", "8", "ctrl+s", "A", "ctrl+s")
        assert here(app) == "level"
        assert "› How it was" in screen_text(pilot)
        assert "! 78 is not" in screen_text(pilot)


async def test_every_theme_can_be_worn() -> None:
    async with opened() as (app, pilot):
        looks = set()
        for theme in app.available_themes:
            app.theme = theme
            await settled(pilot)
            looks.add(app.export_screenshot().partition("<style>")[2][:4000])
            assert "What happened" in screen_text(pilot)
        assert len(looks) > 5
