"""Looking closer at a picture, from the keyboard."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tests.app.test_modes import SIZES, at, client_of, mode
from tui.charts.calendar import Calendar
from tui.charts.picture import Picture
from tui.core.deeds import SetGoal
from tui.core.goals import Goal
from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.timespan import Range
from tui.dialogs.choosing import Choosing
from tui.dialogs.form import FormDialog
from tui.ids import new_id
from tui.screens.mode import ModeScreen
from tui.store import deeds, ratings
from tui.store.connection import open_file
from tui.widgets.picture import Card, PictureBox


def box(pilot: Pilot[None]) -> PictureBox:
    return mode(pilot).query_one(PictureBox)


def card(pilot: Pilot[None]) -> Card:
    found = box(pilot).card
    assert found
    return found


def under(pilot: Pilot[None]) -> Rating:
    found = mode(pilot).under
    assert found
    return found


def rated(pilot: Pilot[None]) -> list[tuple[date, Rater]]:
    shown = mode(pilot).shown
    assert shown
    return [(r.day, r.rater) for r in shown.series.ratings]


async def test_points_are_read_out_one_by_one(sample: Path, running: Running) -> None:
    """Every rating of every rater is reached, also two of one day; what is said is what was."""
    async with running(sample) as pilot:
        await press(pilot, "2", "tab")
        every = rated(pilot)
        assert len({day for day, _ in every}) < len(every), "two rated on one day"
        seen = [(under(pilot).day, under(pilot).rater)]
        assert seen == [every[-1]]
        for _ in every[1:]:
            await press(pilot, "h")
            seen.append((under(pilot).day, under(pilot).rater))
            assert box(pilot).readout
        assert seen[::-1] == every
        await press(pilot, "left")
        assert (under(pilot).day, under(pilot).rater) == every[0], "the first is the first"
        await press(pilot, "end", "home", "l", "right")
        assert (under(pilot).day, under(pilot).rater) == every[2]
        words = f"{under(pilot).value:g}, {under(pilot).rater}"
        assert words in screen_text(pilot)
        assert "◈" in screen_text(pilot)
        await press(pilot, "escape")
        assert pilot.app.focused is mode(pilot).rows
        assert "◈" not in screen_text(pilot)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_tab_goes_to_the_picture_and_back(
    size: tuple[int, int], sample: Path, running: Running
) -> None:
    async with running(sample, size=size) as pilot:
        await press(pilot, "3", "tab")
        assert pilot.app.focused is box(pilot)
        assert "◈" in screen_text(pilot)
        first = at(pilot).id
        await press(pilot, "j")
        assert at(pilot).id != first
        assert under(pilot).measure_id == at(pilot).id, "the next row, and a point of its own"
        await press(pilot, "tab")
        assert pilot.app.focused is not box(pilot)
        await press(pilot, "escape", "4")
        assert mode(pilot).NAME == "signs"


async def test_enter_opens_the_rating_of_the_point(sample: Path, running: Running) -> None:
    """On its own day and with its own rater, whatever the form begins with otherwise."""
    async with running(sample) as pilot:
        await press(pilot, "2", "tab", "home")
        while under(pilot).rater is not Rater.THERAPIST:
            await press(pilot, "l")
        given = under(pilot)
        await press(pilot, "enter")
        dialog = pilot.app.screen
        assert isinstance(dialog, FormDialog)
        texts = {key: row.text for key, row in dialog.sheet.rows.items()}
        assert texts["day"] == given.day.isoformat()
        assert (texts["rater"], texts["value"]) == ("therapist", f"{given.value:g}")
        await press(pilot, "1", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        await until(pilot, lambda: under(pilot).value == 1)
        assert (under(pilot).day, under(pilot).rater) == (given.day, given.rater)


async def test_time_is_gone_through_and_never_left(sample: Path, running: Running) -> None:
    """At every range: back to the beginning, on to today, closer and wider."""
    async with running(sample) as pilot:
        await press(pilot, "3")
        whole = mode(pilot).whole
        for _ in Range:
            await press(pilot, "t")
            for key in ("left_square_bracket", "right_square_bracket"):
                before, span = None, mode(pilot).view.span
                while span != before:
                    await pilot.press(key)
                    before, span = span, mode(pilot).view.span
                assert whole.start <= span.start <= span.end <= whole.end
                assert whole.start == span.start if key.startswith("left") else span.end == TODAY
            assert mode(pilot).window is None, "back where the range is"
            while mode(pilot).view.span.days > 7:
                await pilot.press("plus")
            await press(pilot, "plus")
            assert mode(pilot).view.span.days == 7
            assert str(TODAY.year) in screen_text(pilot).split("In words")[0]
            while mode(pilot).view.span != whole:
                await pilot.press("minus")
            await press(pilot, "minus")
            assert mode(pilot).view.span == whole
        assert card(pilot).range is Range.ALL


async def test_a_zoom_keeps_the_point_and_the_point_moves_the_window(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "tab", *["h"] * 6, "plus", "plus", "plus")
        here = under(pilot).day
        assert here in mode(pilot).view.span
        assert mode(pilot).view.span.days < 100
        for _ in range(20):
            await press(pilot, "h")
            assert under(pilot).day in mode(pilot).view.span
        assert here not in mode(pilot).view.span
        await press(pilot, "t")
        assert (mode(pilot).window, mode(pilot).range) == (None, Range.ALL)


async def test_another_series_is_laid_over_and_taken_away(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "o")
        assert isinstance(pilot.app.screen, Choosing)
        await press(pilot, "down", "enter")
        chosen = mode(pilot).beside
        assert chosen
        shown = card(pilot).picture
        assert isinstance(shown, Picture)
        assert shown.second
        assert f"▪ {chosen.name}" in screen_text(pilot)
        await press(pilot, "down")
        assert isinstance(picture := card(pilot).picture, Picture)
        assert (picture.second is None) == (at(pilot).id == chosen.id), "never over itself"
        await press(pilot, "o")
        assert mode(pilot).beside is None
        await press(pilot, "o", "escape")
        assert mode(pilot).beside is None


async def test_a_year_is_a_calendar(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "Y")
        year = card(pilot).picture
        assert isinstance(year, Calendar)
        assert year.span.start == date(2026, 1, 1)
        assert "blank: not rated" in screen_text(pilot)
        await press(pilot, "left_square_bracket")
        assert isinstance(before := card(pilot).picture, Calendar)
        assert before.span.end == date(2025, 12, 31)
        await press(pilot, "left_square_bracket")
        assert "nothing earlier" in told(pilot)
        await press(pilot, "tab", "end")
        assert isinstance(after := card(pilot).picture, Calendar)
        assert under(pilot).day in after.span
        await press(pilot, "h")
        assert under(pilot).rater is Rater.CLIENT
        await press(pilot, "Y")
        assert isinstance(card(pilot).picture, Picture)


async def test_two_spans_are_compared(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3", "t", "t", "equals_sign", "enter")
        pair = mode(pilot).pair
        assert pair
        assert pair[0].end + timedelta(1) == pair[1].start
        text = " ".join(screen_text(pilot).split())
        assert text.count("median") >= 2
        assert all(letter in text for letter in ("─A─", "─B─"))
        await press(pilot, "equals_sign")
        assert mode(pilot).pair is None
        await press(pilot, "equals_sign", "T", "enter")
        assert isinstance(pilot.app.screen, Choosing)
        for words in ("2025-09-01", "2025-12-31", "2026-06-01", "2026-06-30"):
            await write(pilot, words)
            await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        assert mode(pilot).pair
        assert card(pilot).sentence.startswith("A 1 Sep – 31 Dec 2025: ")
        await press(pilot, "equals_sign", "equals_sign", "escape")
        assert mode(pilot).pair is None


async def test_then_is_any_day(sample: Path, running: Running) -> None:
    """The dots of all lists go back to it; a rating long before it is not carried there."""
    async with running(sample) as pilot:
        starts = {line.id: line.first for line in mode(pilot).data.lines()}
        await press(pilot, "3", "b", "down", "down", "ctrl+s")
        then = date(2026, 5, 22)
        await until(pilot, lambda: mode(pilot).data.then == then)
        firsts = [line.first for line in mode(pilot).data.growth]
        assert all(r is None or then - timedelta(12) < r.day <= then for r in firsts)
        assert any(firsts)
        assert "○ 22 May  ● now" in screen_text(pilot)
        await press(pilot, "1")
        await until(pilot, lambda: mode(pilot).data.then == then)
        await press(pilot, "b", "home", *["up"] * 5, "ctrl+s")
        await until(pilot, lambda: mode(pilot).data.then is None)
        assert {line.id: line.first for line in mode(pilot).data.lines()} == starts


async def test_a_row_without_ratings_has_nothing_to_explore(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await press(pilot, "3", "tab", "h", "l", "home", "end", "enter", "plus", "minus")
        await press(pilot, "left_square_bracket", "Y", "h", "left_square_bracket", "escape")
        await press(pilot, "equals_sign", "enter", "o", "enter", "tab", "tab")
        assert isinstance(pilot.app.screen, ModeScreen)


async def test_what_was_written_is_read_out_as_letters(sample: Path, running: Running) -> None:
    file = open_file(sample)
    _, known = client_of(file)
    measure = next(m for m in known if m.key == "confidence")
    said = "[b]\x1b[31mred[/b] " + "word " * 300
    given = Rating(measure.id, TODAY, Rater.CLIENT, 5, 1, TODAY, said)
    ratings.rate(file, given, "x")
    file.close()
    async with running(sample, size=(80, 24)) as pilot:
        await press(pilot, "3", "tab")
        text = screen_text(pilot)
        assert "[b]" in text
        assert "\x1b" not in text
        assert "…" in text


async def test_what_is_read_out_is_whole_where_the_chart_can_spare_the_lines(
    empty: Path, running: Running
) -> None:
    """A moment of three lines under a sentence of one."""
    file = open_file(empty)
    _, known = client_of(file)
    first = next(m for m in known if m.kind is Kind.GROWTH)
    moment = "Said it in the meeting, " * 7 + "to the end."
    ratings.rate(file, Rating(first.id, TODAY, Rater.CLIENT, 7, 1, TODAY, moment), "x")
    file.close()
    async with running(empty) as pilot:
        await press(pilot, "3", "tab")
        lines = ("".join(piece.text for piece in strip) for strip in box(pilot)._strips)
        assert moment in " ".join(line.strip("│ ") for line in lines)


async def test_t_is_told_of_ladders_and_never_of_other_scales(
    empty: Path, running: Running
) -> None:
    """Two goals rated on their ladders at +1 and −1 are at 50; a goal rated 0–10 has no part."""
    file = open_file(empty)
    client_id, _ = client_of(file)
    for wording, value, scale in (
        ("Up", 1, Scale("", "", -2, 2)),
        ("Down", -1, Scale("", "", -2, 2)),
        ("Ten", 10, Scale()),
    ):
        version = Version(1, TODAY, wording, scale)
        of = Measure(
            new_id(), "", Kind.GOAL, wording, Direction.HIGHER, 7, (Rater.CLIENT,), (version,)
        )
        deeds.do(file, client_id, SetGoal(Goal(of, ladder=("a", "b", "c", "d", "e"))))
        ratings.rate(file, Rating(of.id, TODAY, Rater.CLIENT, value, 1, TODAY), wording)
    file.close()
    async with running(empty) as pilot:
        assert "T 50" not in screen_text(pilot)
        await press(pilot, "2")
        assert "T 50 of 2 ladders; T 50 is what was expected" in screen_text(pilot)
