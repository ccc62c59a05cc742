"""What is worth talking about: on the Overview, in a box or at the end of the list."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, settled, told, until, write
from tests.support import sessions
from tests.support.cases import kept, unreviewed
from tests.support.cases import told as case
from tui.core.measures import Rater
from tui.core.worse_after import ALWAYS, START
from tui.dialogs.form import FormDialog
from tui.dialogs.why import NoticeSheet
from tui.screens.overview import OverviewScreen
from tui.screens.review import ReviewScreen
from tui.widgets.details import Details
from tui.widgets.picture import PictureBox

HOSTILE = "Sleep [b]well[/b] \x1b[31mred \u202eturned"


@pytest.fixture
def dev(tmp_path: Path) -> Path:
    """A file with Dev, who felt worse after three of the last four sessions."""
    return kept(unreviewed(case("dev", TODAY)), tmp_path / "dev.fledge")


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample case as if nothing had ever been reviewed or put away."""
    return kept(unreviewed(case("rowan", TODAY)), tmp_path / "sample.fledge")


def overview(pilot: Pilot[None]) -> OverviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, OverviewScreen)
    return screen


def rules(pilot: Pilot[None]) -> list[str]:
    """The rules whose notices stand."""
    worth = overview(pilot).worth
    return [r.notice.rule for r in worth.remarks if r.notice] if worth else []


def answers(path: Path) -> list[tuple[str, str | None, str]]:
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute("SELECT what, until, note FROM answer ORDER BY rowid").fetchall()


def in_full(pilot: Pilot[None]) -> str:
    """Everything that is told on the screen in front, seen or scrolled away."""
    blocks = pilot.app.screen.query_one(Details).blocks
    return "\n".join(entry.text for block in blocks for entry in block.entries)


def one_line(pilot: Pilot[None]) -> str:
    """The screen without its edges and line breaks."""
    return " ".join(screen_text(pilot).replace("│", " ").split())


async def test_the_box_takes_the_keys_and_shows_what_each_line_is_about(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        assert "● Choice went up: 3.7 then, 7.7 now" in screen_text(pilot)
        await press(pilot, "j", "i", "j")
        assert "╭─ Choice ──" in screen_text(pilot), "its picture"
        card = overview(pilot).query_one(PictureBox).card
        assert card
        assert "7.7 over the last three ratings" in card.sentence
        await press(pilot, "G")
        assert not overview(pilot).query_one(PictureBox).display, "words where no picture is"
        assert "the day you had in mind, 8 Nov" in in_full(pilot)
        await press(pilot, "enter")
        assert "To ask together" in screen_text(pilot)
        await press(pilot, "escape", "escape", "j")
        assert "╭─ Sleep without the phone" in screen_text(pilot), "the list goes on where it was"
        await press(pilot, "3", "i")
        assert overview(pilot).on_worth, "from another mode too"


async def test_each_way_of_putting_away_is_one_key_and_is_taken_back(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        standing = rules(pilot)
        await press(pilot, "i", "A")
        await until(pilot, lambda: rules(pilot) == standing[1:])
        await press(pilot, "u")
        await until(pilot, lambda: rules(pilot) == standing)
        await press(pilot, "home", "z", "ctrl+s")
        await until(pilot, lambda: rules(pilot) == standing[1:])
        await press(pilot, "u", "d")
        await write(pilot, "So it is")
        await press(pilot, "ctrl+s")
        assert answers(sample) == [("discussed", None, "So it is")]
        await press(pilot, "u", "space", "s")
        assert answers(sample) == [("acknowledged", None, "")]
        await press(pilot, "p")
        assert told(pilot).startswith("Pinned for the next session")
        await press(pilot, "p")
        assert told(pilot).startswith("Pinned already")


async def test_it_is_put_away_out_of_its_explanation_too(sample: Path, running: Running) -> None:
    """The keys that are told there act there."""
    async with running(sample, (80, 24)) as pilot:
        standing = rules(pilot)
        await press(pilot, "i", "w", "p")
        assert told(pilot).startswith("Pinned for the next session")
        await press(pilot, "w", "d")
        await write(pilot, "So it is")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: rules(pilot) == standing[1:])
        await press(pilot, "w", "A")
        await until(pilot, lambda: rules(pilot) == standing[2:])
        assert [what for what, *_ in answers(sample)] == ["discussed", "acknowledged"]


async def test_what_was_put_off_comes_back_on_its_day(
    sample: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with running(sample) as pilot:
        standing = rules(pilot)
        await press(pilot, "i", "z")
        assert (TODAY + timedelta(14)).isoformat() in screen_text(pilot)
        await press(pilot, "ctrl+s")
        ((what, until_, _),) = answers(sample)
        assert (what, until_) == ("snoozed", (TODAY + timedelta(14)).isoformat())
        app = pilot.app
        monkeypatch.setattr(app.desk, "today", lambda: TODAY + timedelta(14))  # type: ignore[attr-defined]
        await press(pilot, "escape", "j")
        assert rules(pilot)[: len(standing)] == standing


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_where_there_is_no_room_they_are_rows_at_the_end(
    size: tuple[int, int], sample: Path, running: Running
) -> None:
    async with running(sample, size) as pilot:
        assert not overview(pilot).remark
        await press(pilot, "i", "w")
        assert isinstance(pilot.app.screen, NoticeSheet)
        await press(pilot, "escape", "end")
        assert overview(pilot).remark, "nothing comes behind them"
        await press(pilot, "A")
        assert answers(sample)
        await press(pilot, "i")
        assert not overview(pilot).remark


async def test_a_window_that_shrinks_takes_the_cursor_along(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "i", "j")
        remark = overview(pilot).remark
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert remark
        assert not overview(pilot).on_worth
        assert overview(pilot).remark == remark
        await pilot.resize_terminal(120, 36)
        await settled(pilot)
        assert overview(pilot).remark == remark
        await press(pilot, "escape")
        assert not overview(pilot).remark


async def test_who_feels_worse_finds_a_way_to_begin_and_a_fair_chance(
    dev: Path, running: Running
) -> None:
    """The sentence about an unsafe place stands at each stage."""
    async with running(dev) as pilot:
        await press(pilot, "i", "w")
        assert ALWAYS in in_full(pilot)
        assert START in in_full(pilot)
        assert "K notes what was agreed to change" in in_full(pilot)
        await press(pilot, "escape", "K")
        assert isinstance(pilot.app.screen, FormDialog)
        assert ALWAYS in one_line(pilot)
        await write(pilot, "Slower, and a check half-way")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "worse" not in rules(pilot))
        chance = overview(pilot).box.remarks[-1]
        assert chance.said.endswith("4 sessions to go")
        await press(pilot, "G", "w")
        assert ALWAYS in in_full(pilot)
        assert "Slower, and a check half-way" in in_full(pilot)
        await press(pilot, "escape", "A")
        assert not answers(dev), "nothing has to be put away"


async def test_a_break_is_repaired_from_its_notice(dev: Path, running: Running) -> None:
    async with running(dev) as pilot:
        assert "repair_open" in rules(pilot)
        await press(pilot, "i", *["j"] * rules(pilot).index("repair_open"), "B")
        assert "Break and repair" in screen_text(pilot)


async def test_nothing_to_say_is_said(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        assert "Too few ratings yet to see what stands out" in one_line(pilot)
        await press(pilot, "i")
        assert "Too few ratings" in told(pilot)
        assert not overview(pilot).on_worth


async def test_many_ratings_are_looked_through_when_asked(
    sample: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.desk._LARGE", 100)
    async with running(sample) as pilot:
        assert "i looks through them" in one_line(pilot)
        await press(pilot, "i")
        await until(pilot, lambda: "Choice went up" in screen_text(pilot))


async def test_a_persons_words_in_a_notice_are_shown_as_they_are(
    sample: Path, running: Running
) -> None:
    with closing(sqlite3.connect(sample)) as conn, conn:
        conn.execute("UPDATE measure SET name = ? WHERE name LIKE 'Sleep without%'", (HOSTILE,))
    async with running(sample) as pilot:
        await press(pilot, "i")
        for _ in range(2):
            seen = one_line(pilot)
            assert "[b]well[/b]" in seen
            assert "\x1b" not in seen
            assert "\u202e" not in seen
            await press(pilot, "w")


async def test_who_rates_second_is_told_nothing_of_what_is_kept_back(
    tmp_path: Path, running: Running
) -> None:
    """A client's low alliance in the latest session stays theirs until both have rated."""
    path = sessions.write_dip(tmp_path / "dip.fledge", TODAY)
    for rater, told_of in ((Rater.CLIENT, True), (Rater.THERAPIST, False)):
        async with running(path, rater=rater) as pilot:
            assert ("alliance_dip" in rules(pilot)) is told_of
            await press(pilot, "7")
            agenda = cast("ReviewScreen", pilot.app.screen).agenda
            assert any("alliance_dip" in item.key for item in agenda) is told_of
