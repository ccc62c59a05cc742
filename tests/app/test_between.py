"""Between, used from the keyboard: writing, pinning, what became of it, and finding it again."""

from __future__ import annotations

from pathlib import Path
from time import process_time
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.app.between_file import BRACKETS, bare, hostile, many, written
from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tests.app.test_modes import at, mode
from tests.support.hostile import SEEN, raw
from tui.app import FledgeApp
from tui.core.between import Between
from tui.core.reflections import Part
from tui.core.topics import STARTERS, TopicState
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.dialogs.search import SearchSheet
from tui.screens.mode import ModeScreen
from tui.widgets.details import Details

SIZES = [(120, 36), (80, 24), (40, 15)]


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    return bare(tmp_path / "plain.fledge")


@pytest.fixture
def filled(plain: Path) -> Path:
    return written(plain)


async def file(pilot: Pilot[None]) -> Between:
    """What the file holds now."""
    assert isinstance(pilot.app, FledgeApp)
    return await pilot.app.desk.between()


def here(pilot: Pilot[None]) -> str:
    """The id of the row under the cursor."""
    item = mode(pilot).item
    assert item
    return item.id


async def save(pilot: Pilot[None]) -> None:
    dialog = pilot.app.screen
    assert isinstance(dialog, FormDialog)
    await press(pilot, "ctrl+s")
    await until(pilot, lambda: pilot.app.screen is not dialog)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_each_row_is_read_in_full_and_opened(
    size: tuple[int, int], filled: Path, running: Running
) -> None:
    async with running(filled, size=size) as pilot:
        await press(pilot, "6", "right_curly_bracket")
        assert here(pilot) == "r"
        await press(pilot, "enter", "end")
        shown = " ".join(screen_text(pilot).replace("│", " ").split())
        assert "[/b] [@click=app.quit]leave[/]" in shown
        assert "**no**" not in shown
        assert "#work #limits" in shown
        await press(pilot, "escape", "right_curly_bracket", "enter")
        assert "practice" in screen_text(pilot).casefold()
        shown = " ".join(screen_text(pilot).replace("│", " ").split())
        assert "Either" in shown
        await press(pilot, "t", "escape", "right_curly_bracket", "t")
        assert "no stretch of time" in told(pilot)
        assert pilot.app.focused is mode(pilot).rows


async def test_an_empty_mode_says_how_each_box_begins(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await press(pilot, "6")
        text = screen_text(pilot)
        for words in ("p pins", "N begins", "P notes", "a adds", "a asks"):
            assert words in text
        await press(pilot, "p", "e", "D", "space", "enter", "f", "f")
        assert "N begins" in screen_text(pilot)


async def test_a_reflection_is_shown_exactly_as_it_was_written(
    filled: Path, running: Running
) -> None:
    async with running(filled) as pilot:
        await press(pilot, "6", "N")
        dialog = cast("FormDialog", pilot.app.screen)
        await write(pilot, f"{BRACKETS}\nand a line")
        await press(pilot, "tab")
        before = dialog.sheet.rows["session"].text
        await press(pilot, *"bef", "tab", "tab")
        after = dialog.sheet.rows["session"].text
        assert (before, after) != (after, before), "before a session means the next one"
        await write(pilot, "fear wo")
        await until(pilot, lambda: "fear work" in screen_text(pilot))
        await press(pilot, "right")
        await save(pilot)
        made = (await file(pilot)).reflections[0]
        assert (made.part, made.day, made.tags) == (Part.BEFORE, TODAY, ("fear", "work"))
        assert made.body == f"{BRACKETS}\nand a line"
        assert made.session_id == "s2"
        assert here(pilot) == made.id, "the cursor has gone to it"
        await press(pilot, "enter")
        assert BRACKETS in screen_text(pilot)
        await press(pilot, "escape", "e", "ctrl+s")
        assert mode(pilot).NAME == "between", "nothing was changed, nothing is kept"
        await press(pilot, "D", "y")
        assert made not in (await file(pilot)).reflections
        await press(pilot, "u")
        assert made in (await file(pilot)).reflections


async def test_whatever_the_cursor_is_on_is_pinned(filled: Path, running: Running) -> None:
    async with running(filled) as pilot:
        name, about = at(pilot).measure.name, f"measure:{at(pilot).id}"
        await press(pilot, "p")
        assert told(pilot) == f"Pinned for the next session, Thu 26 Nov: “{name}” u takes it back."
        await press(pilot, "p")
        assert told(pilot) == f"Pinned already: “{name}”"
        await press(pilot, "3", "down", "p", "6", "right_curly_bracket", "p")
        pinned = (await file(pilot)).open_topics
        assert [t.about.partition(":")[0] for t in pinned] == [
            *("", "", "measure", "measure", "reflection")
        ]
        assert (pinned[2].text, pinned[2].about) == (name, about)
        assert pinned[-1].text == "After the call"
        assert "After the call" in screen_text(pilot)
        await press(pilot, "u")
        assert len((await file(pilot)).open_topics) == 4


async def test_a_starter_is_pinned_with_one_key_and_talked_about(
    filled: Path, running: Running
) -> None:
    async with running(filled) as pilot:
        await press(pilot, "6", "a", "t")
        assert isinstance(pilot.app.screen, Confirm)
        assert STARTERS[0] in screen_text(pilot)
        await press(pilot, "3")
        made = (await file(pilot)).open_topics[-1]
        assert made.text == STARTERS[2]
        assert here(pilot) == made.id
        await press(pilot, "space", "tab")
        await write(pilot, "They do, but one.")
        await save(pilot)
        closed = next(t for t in (await file(pilot)).topics if t.id == made.id)
        assert (closed.state, closed.closed) == (TopicState.TALKED, TODAY)
        assert closed.note == "They do, but one."
        assert not mode(pilot).rows.move_to_id(made.id), "it is no longer for the next session"
        await press(pilot, "f")
        mode(pilot).rows.move_to_id(made.id)
        await press(pilot, "space", "ctrl+s")
        again = (await file(pilot)).open_topics
        assert made.id in [t.id for t in again]


async def test_practice_reading_and_the_role_check_are_written_down(
    filled: Path, running: Running
) -> None:
    async with running(filled) as pilot:
        await press(pilot, "P")
        await write(pilot, "Breathe bef")
        await until(pilot, lambda: "Breathe before answering" in screen_text(pilot))
        await press(pilot, "right", "tab", *"some", "tab", *"very")
        await save(pilot)
        tried = (await file(pilot)).practices[0]
        assert (tried.what, tried.effort, tried.useful) == ("Breathe before answering", 2, 3)
        await press(pilot, "6")
        mode(pilot).look_at("b2")
        await press(pilot, "space")
        assert next(b for b in (await file(pilot)).reads if b.id == "b2").done == TODAY
        mode(pilot).look_at("e1")
        assert "still fair?" in screen_text(pilot)
        await press(pilot, "e")
        await save(pilot)
        checks = (await file(pilot)).expectations
        assert checks[0].id == "e1"
        assert (checks[1].day, checks[1].hope, checks[1].by_when) == (TODAY, checks[0].hope, None)
        assert "still fair?" not in screen_text(pilot)


async def test_words_are_found_wherever_they_were_written(filled: Path, running: Running) -> None:
    """In a goal's reason and in the moment beside a rating; after undo no longer."""
    async with running(filled) as pilot:
        await press(pilot, "2", "e")
        dialog = cast("FormDialog", pilot.app.screen)
        dialog.sheet.rows["why"].editor.put("So that the zebra can rest")
        await save(pilot)
        goal = at(pilot).id
        await press(pilot, "3", "r", "5", "tab")
        await write(pilot, "the ZEBRÁ slept")
        await save(pilot)
        rated = at(pilot).id
        await press(pilot, "1", "F")
        await write(pilot, "zebr")
        text = screen_text(pilot)
        assert "2 found" in text
        assert "moment" in text
        await press(pilot, "enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "NAME", "") == "growth")
        assert at(pilot).id == rated
        await press(pilot, "F")
        await write(pilot, "zebra rest")
        await press(pilot, "enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "NAME", "") == "goals")
        assert at(pilot).id == goal
        await press(pilot, "u", "u", "F")
        await write(pilot, "zebra")
        assert "Nothing that begins with “zebra”." in screen_text(pilot)


async def test_the_search_goes_to_rows_that_are_not_shown_now(
    filled: Path, running: Running
) -> None:
    """A closed topic, from a mode that was never visited; an event, that has no row, in full."""
    async with running(filled) as pilot:
        await press(pilot, "F")
        await write(pilot, "holid")
        await pilot.press("enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "NAME", "") == "between")
        await until(pilot, lambda: mode(pilot).item is not None and here(pilot) == "t3")
        await press(pilot, "F")
        await write(pilot, "first sess")
        await press(pilot, "enter")
        assert "First session" in screen_text(pilot)
        assert not isinstance(pilot.app.screen, ModeScreen)
        await press(pilot, "escape")
        assert mode(pilot).NAME == "between"


async def test_a_search_takes_and_shows_every_text(filled: Path, running: Running) -> None:
    async with running(filled, size=(80, 24)) as pilot:
        await press(pilot, "F")
        sheet = pilot.app.screen
        assert isinstance(sheet, SearchSheet)
        line = sheet.query_one("#wanted")
        for text in (*SEEN.values(), '"', '" OR *', "AND NOT (", "-", "a:b ^c"):
            line.put(text)  # type: ignore[attr-defined]
            await until(pilot, lambda: True)
            assert not any(raw(each) for each in screen_text(pilot).split("\n"))
            assert pilot.app.screen is sheet


@pytest.mark.walk
async def test_what_another_program_wrote_is_harmless(plain: Path, running: Running) -> None:
    """Every row, its words, its form and its question."""
    async with running(hostile(plain), size=(100, 30)) as pilot:
        await press(pilot, "6")
        for kind in range(6):
            await press(pilot, *["f"] * bool(kind), "g")
            for _ in range(0, mode(pilot).rows.count, 11):
                await press(pilot, "enter")
                assert not any(raw(each) for each in screen_text(pilot).split("\n"))
                await press(pilot, "escape", *["down"] * 11)
            for key in ("e", "D", "space"):
                await press(pilot, key)
                assert not any(raw(each) for each in screen_text(pilot).split("\n"))
                await press(pilot, "escape", "escape")
        assert pilot.app.is_running


async def test_thousands_are_shown_and_gone_through_at_once(plain: Path, running: Running) -> None:
    """Five thousand reflections, one of them as long as they may be."""
    async with running(many(plain, 5_000)) as pilot:
        await press(pilot, "6", "f", "f")
        assert mode(pilot).rows.count == 5_000
        begun = process_time()
        await press(pilot, "G", "g", "down", "slash", *"day 49")
        assert process_time() - begun < 4
        assert mode(pilot).query_one(Details).blocks
