"""Overview, used from the keyboard."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, Running, press, screen_text, settled, until
from tui.app import FledgeApp
from tui.charts.picture import Picture
from tui.commands.base import Place
from tui.commands.registry import COMMANDS
from tui.core.deeds import Note, Reword, SetGoal
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.overview import Line
from tui.core.timespan import Range
from tui.dialogs.keys import KeySheet
from tui.ids import new_id
from tui.screens.overview import OverviewScreen
from tui.store import clients, deeds, goals, measures
from tui.store.connection import open_file
from tui.store.door import put, write
from tui.widgets.picture import PictureBox
from tui.widgets.rows import Rows


def overview(pilot: Pilot[None]) -> OverviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, OverviewScreen)
    return screen


def picture(pilot: Pilot[None]) -> PictureBox:
    return pilot.app.screen.query_one(PictureBox)


async def test_each_row_has_its_own_picture_and_sentence(sample: Path, running: Running) -> None:
    """Moving is looking: no row leaves the picture of another one on the screen."""
    async with running(sample) as pilot:
        rows = pilot.app.screen.query_one(Rows)
        seen = set()
        for _ in range(rows.count):
            line, card = overview(pilot).line, picture(pilot).card
            assert line
            assert card
            assert card.title == line.measure.name
            assert isinstance(card.picture, Picture)
            assert line.last
            assert card.sentence.startswith(f"{line.last.value:g} now")
            seen.add(screen_text(pilot))
            await press(pilot, "down")
        assert len(seen) == rows.count == 22


async def test_the_picture_shows_both_raters_target_events_and_gap(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        card = picture(pilot).card
        assert card
        assert isinstance(card.picture, Picture)
        assert card.picture.target == 8
        assert [rater for rater, _ in card.picture.others] == [Rater.THERAPIST]
        assert len(card.picture.runs) > 2  # the missed session, and the rest after it was reached
        assert {u.label for u in card.picture.uprights if u.own} == {"reached", "reopened"}
        text = screen_text(pilot)
        assert "◇" in text
        assert "●" in text
        await press(pilot, "down")
        card = picture(pilot).card
        assert card
        assert isinstance(card.picture, Picture)
        assert any(u.own and u.label.startswith("reworded") for u in card.picture.uprights)


async def test_range_goes_round_and_is_shown(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        shown = []
        for _ in Range:
            await press(pilot, "t")
            card = picture(pilot).card
            assert card
            assert f"[{card.range.label}]" in screen_text(pilot)
            shown.append(card.range)
        assert set(shown) == set(Range)
        assert shown[-1] is Range.ALL


async def test_boxes_are_passed_round(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        rows = pilot.app.screen.query_one(Rows)
        kinds = []
        for _ in range(4):
            await press(pilot, "right_curly_bracket")
            assert isinstance(rows.item, Line)
            kinds.append(rows.item.measure.kind)
        assert kinds == [Kind.GROWTH, Kind.SIGN, Kind.SESSION, Kind.GOAL]


async def test_the_key_sheet_names_every_key(sample: Path, running: Running) -> None:
    async with running(sample, size=(120, 240)) as pilot:
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, KeySheet)
        text = screen_text(pilot)
        for place in Place:
            assert place.value in text
        for command in COMMANDS:
            assert all(key in text for key in command.shown_keys())
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, OverviewScreen)


async def test_the_palette_holds_every_command(sample: Path, running: Running) -> None:
    async with running(sample, size=(120, 240)) as pilot:
        await press(pilot, "ctrl+p")
        assert isinstance(pilot.app.screen, CommandPalette)
        await until(pilot, lambda: "Leave. Everything is saved" in screen_text(pilot))
        text = screen_text(pilot)
        for command in COMMANDS:
            assert (command.help() in text) == command.palette
        await press(pilot, *"range", "enter")
        await until(pilot, lambda: overview(pilot).range is Range.MONTH)


async def test_every_theme_can_be_worn(sample: Path, running: Running) -> None:
    """Ours and Textual's own; each draws every part."""
    async with running(sample) as pilot:
        assert {"kintsugi", "washi"} <= set(pilot.app.available_themes)
        looks = set()
        for theme in pilot.app.available_themes:
            pilot.app.theme = theme
            await press(pilot, "down")
            looks.add(pilot.app.screen.query_one(Rows).palette)
        assert len(looks) > 5


async def test_another_programs_change_shows_by_itself(sample: Path, running: Running) -> None:
    """Within two seconds, with the cursor on its row."""
    async with running(sample) as pilot:
        await press(pilot, "down", "down")
        rows = pilot.app.screen.query_one(Rows)
        before = rows.item
        assert before
        other = open_file(sample)
        client = clients.everyone(other.conn)[0]
        wanted = measures.of_client(other.conn, client.id)
        goal = next(g for g in goals.of_client(other.conn, wanted) if g.id == before.id)
        deeds.do(
            other,
            client.id,
            Reword.to(goal.measure, "Sleep like a stone", TODAY),
        )
        other.close()
        await until(pilot, lambda: "Sleep like a stone" in screen_text(pilot))
        assert rows.item
        assert rows.item.id == before.id


async def test_what_is_no_longer_there_is_said_and_nothing_breaks(
    empty: Path, running: Running
) -> None:
    """Another program takes the client out of the file; the window stays."""
    async with running(empty) as pilot:
        with closing(sqlite3.connect(empty)) as other, other:
            for table in ("version", "measure", "client"):
                other.execute(f"DELETE FROM {table}")
        await until(pilot, lambda: "is not in this file any more" in screen_text(pilot))
        await press(pilot, "down", "t")
        assert pilot.app.is_running


async def test_leaving_at_once_leaves_cleanly(sample: Path, make_app: MakeApp) -> None:
    """Quitting while the drawing is still being loaded neither hangs nor fails."""
    app = make_app(sample)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("q")
    assert app.return_code == 0


async def test_a_moved_file_is_told_and_can_be_saved(sample: Path, running: Running) -> None:
    """What was written is still there: a copy holds it, though the path is empty."""
    async with running(sample) as pilot:
        sample.rename(sample.with_name("elsewhere.fledge"))
        await until(pilot, lambda: "moved or replaced" in screen_text(pilot))
        await press(pilot, "ctrl+p", *"save a copy", "enter")
        copy = sample.with_name(f"sample-{TODAY}.fledge")
        await until(pilot, copy.exists)
        saved = open_file(copy)
        assert saved.conn.execute("SELECT count(*) FROM rating").fetchone()[0] > 1000
        saved.close()


async def test_the_second_window_reads_and_takes_over(sample: Path, running: Running) -> None:
    async with running(sample) as first, running(sample) as second:
        assert "Another window writes" not in screen_text(first)
        assert "Another window writes" in screen_text(second)
        assert isinstance(first.app, FledgeApp)
        first.app.desk.store.close()
        await until(second, lambda: "Another window writes" not in screen_text(second))


async def test_an_empty_file_says_how_to_begin(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        text = screen_text(pilot)
        assert "Where do you want to be?" in text
        assert "a begins." in text
        assert "no picture yet" in text
        card = picture(pilot).card
        assert card
        assert card.sentence.endswith("r rates it.")
        await press(pilot, "down", "tab", "t", "enter", "escape")


async def test_at_40_by_15_enter_opens_the_picture(sample: Path, running: Running) -> None:
    async with running(sample, size=(40, 15)) as pilot:
        assert "9 now" not in screen_text(pilot)
        await press(pilot, "enter")
        assert "9 now" in screen_text(pilot)
        await press(pilot, "escape")
        assert "9 now" not in screen_text(pilot)


async def test_no_size_breaks_it(sample: Path, running: Running) -> None:
    """From one cell to 300 × 100, with the list and with the picture open."""
    sizes = [(1, 1), (2, 2), (5, 3), (20, 6), (40, 15), (59, 19), (60, 20), (80, 24), (99, 30)]
    sizes += [(100, 20), (120, 36), (300, 100), (300, 5), (20, 100)]
    async with running(sample) as pilot:
        for opened in (False, True):
            for size in sizes:
                await pilot.resize_terminal(*size)
                await press(pilot, "down", "t")
                lines = screen_text(pilot).split("\n")
                assert len(lines) == size[1]
            if not opened:
                await press(pilot, "enter")


HOSTILE = (
    "[/b] [", "[@click=app.quit]x[/]", "[red", "\\[", "$fledge-gold", "\x1b[2J\x1b]52;c;aGk=\x07",
    "👨‍👩‍👧 🏳️‍🌈", "שלום עולם", "می‌خواهم", "日本語" * 40, "e\u0301" * 10, "x" * 2000, "a\nb\tc",
    "\u202etxt.exe",
)  # fmt: skip


@pytest.mark.parametrize("size", [(120, 36), (40, 15)], ids=str)
async def test_what_a_person_wrote_is_shown_as_it_is(
    size: tuple[int, int], empty: Path, running: Running
) -> None:
    """Names, wordings, worded ends and events full of markup, controls and wide letters."""
    file = open_file(empty)
    client = clients.everyone(file.conn)[0]
    row = {"id": client.id, "name": HOSTILE[0], "started": client.started.isoformat()}
    write(file, "renamed", [put("client", row)], "client")
    for text in HOSTILE:
        version = Version(1, TODAY, text, Scale(text, text))
        goal = Goal(
            Measure(new_id(), "", Kind.GOAL, text, Direction.HIGHER, 7, (Rater.CLIENT,), (version,))
        )
        deeds.do(file, client.id, SetGoal(goal))
        deeds.do(file, client.id, Note(Event(new_id(), TODAY, EventKind.NOTE, text)))
    file.close()
    async with running(empty, size=size) as pilot:
        for _ in HOSTILE:
            text = screen_text(pilot)
            assert "\x1b" not in text
            assert "\x07" not in text
            assert "\u202e" not in text
            line = pilot.app.screen.query_one(Rows).item
            assert isinstance(line, Line)
            start = line.measure.name.split()[0][:6]
            assert start in text
            if size[0] >= 100:  # beside the list: however long the wording, the sentence is there
                assert "No picture yet: nothing has been rated." in " ".join(text.split())
            await press(pilot, "down", "enter", "t", "escape")
        pilot.app.notify(HOSTILE[1] + HOSTILE[0], markup=False)
        await settled(pilot)
        assert "[@click=app.quit" in screen_text(pilot)
        assert pilot.app.is_running
