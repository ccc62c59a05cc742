"""Goals, Growth and Signs, and what a list can be asked, used from the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.command import CommandPalette
from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, until
from tests.app.test_overview import HOSTILE
from tui.core.deeds import Reword, SetGoal
from tui.core.goals import Goal, GoalState, Milestone, Step
from tui.core.listing import Filter, Order
from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.overview import Line
from tui.core.ratings import Rating
from tui.core.timespan import Range
from tui.ids import new_id
from tui.screens.mode import ModeScreen
from tui.store import clients, deeds, goals, measures, ratings
from tui.store.connection import open_file
from tui.store.door import put, write
from tui.store.openfile import OpenFile
from tui.widgets.bar import Bar
from tui.widgets.details import Details

MODES = {"1": "overview", "2": "goals", "3": "growth", "4": "signs"}
COUNTS = {"1": 22, "2": 3, "3": 10, "4": 5}
SIZES = [(120, 36), (80, 24), (40, 15)]


def mode(pilot: Pilot[None]) -> ModeScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ModeScreen)
    return screen


def at(pilot: Pilot[None]) -> Line:
    line = mode(pilot).line
    assert line
    return line


def names(pilot: Pilot[None]) -> list[str]:
    lines = (item for section in mode(pilot).rows.sections for item in section.items)
    return [line.measure.name for line in lines if isinstance(line, Line)]


def words(pilot: Pilot[None]) -> str:
    """Everything that stands in the details, seen or not."""
    blocks = mode(pilot).query_one(Details).blocks
    return "\n".join(x for b in blocks for x in (b.heading, *(e.text for e in b.entries)))


def client_of(file: OpenFile) -> tuple[str, list[Measure]]:
    client = clients.everyone(file.conn)[0]
    return client.id, measures.of_client(file.conn, client.id)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_digits_go_to_each_mode(
    size: tuple[int, int], sample: Path, running: Running
) -> None:
    """Each shows its own rows, and marks itself by more than a colour."""
    seen = set()
    async with running(sample, size=size) as pilot:
        for key in "234123421":
            await press(pilot, key)
            assert MODES[key] == mode(pilot).NAME
            assert at(pilot).measure.kind in mode(pilot).KINDS
            assert len(names(pilot)) == COUNTS[key]
            marked = [
                part.text
                for group in mode(pilot).query_one("#tabs", Bar).left
                for part in group
                if part.underline
            ]
            assert marked == [MODES[key].capitalize()]
            seen.add(screen_text(pilot))
    assert len(seen) >= 4


async def test_the_cursor_stays_on_its_measure_and_each_mode_keeps_its_own(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "right_curly_bracket", "down", "down")
        chosen = at(pilot).id
        assert at(pilot).measure.kind is Kind.GROWTH
        await press(pilot, "3")
        assert at(pilot).id == chosen
        await press(pilot, "down", "t")
        other = at(pilot).id
        await press(pilot, "4", "down")
        sign = at(pilot).id
        assert mode(pilot).range is Range.ALL
        await press(pilot, "3")
        assert (at(pilot).id, mode(pilot).range) == (other, Range.MONTH)
        await press(pilot, "1")
        assert at(pilot).id == other
        await press(pilot, "4")
        assert at(pilot).id == sign


async def test_a_tab_is_clicked_and_a_mode_is_found_by_name(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        column = screen_text(pilot).split("\n")[1].index("Signs")
        await pilot.click("#tabs", offset=(column + 1, 0))
        await until(pilot, lambda: mode(pilot).NAME == "signs")
        await press(pilot, "ctrl+p", *"every goal")
        assert isinstance(pilot.app.screen, CommandPalette)
        await until(pilot, lambda: "Every goal by where it stands" in screen_text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: getattr(pilot.app.screen, "NAME", "") == "goals")


async def test_goals_stand_in_groups(sample: Path, running: Running) -> None:
    """Groups without a goal are not drawn; beside them is what was written about the goal."""
    async with running(sample) as pilot:
        await press(pilot, "2")
        text = screen_text(pilot)
        groups = ("Active", "Draft", "Paused", "Reached", "Let go")
        assert [t for t in groups if f"─ {t} ─" in text] == ["Active", "Reached"]
        for told in ("2 →  9 of 8  ✓", "Why", "What “there” looks like", "How it weighs"):
            assert told in text
        for told in ("Small steps", "Say 'let me check' before any yes", "Ladder", "as hoped"):
            assert told in words(pilot)


async def test_growth_has_weeks_and_moments(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "3")
        rows = [line for line in screen_text(pilot).split("\n") if "○" in line or "●" in line]
        assert any("▓" in line for line in rows)
        assert all(line.weeks for line in mode(pilot).data.growth)
        blocks = mode(pilot).query_one(Details).blocks
        assert [b.heading for b in blocks] == ["Moments that show it", "What is asked"]
        assert "“" in words(pilot)
        assert "•" in blocks[0].entries[0].lead


async def test_signs_have_a_pole_and_no_alarm(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "end")
        assert "lower is lighter" in screen_text(pilot)
        assert at(pilot).measure.key == "decisions"
        for told in ("Towards", "I thought it through and decided.", "handed it over"):
            assert told in words(pilot)
        styles = [s.style for line in pilot.app.screen._compositor.render_strips() for s in line]
        triplets = [s.color.triplet for s in styles if s and s.color and s.color.triplet]
        assert triplets
        assert not [t for t in triplets if t.red > 150 and t.green < 80 and t.blue < 80]


async def test_a_row_is_opened_step_by_step(sample: Path, running: Running) -> None:
    """Picture and words, then words alone, and back the same way."""
    async with running(sample, size=(120, 36)) as pilot:
        await press(pilot, "2")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await press(pilot, "enter")
            assert mode(pilot).opened
            text = screen_text(pilot)
            assert "Active" not in text
            assert "9 now" in text
            assert ("─ In words ─" in text) == (size[0] >= 60)
            await press(pilot, "enter")
            text = screen_text(pilot)
            assert "9 now" not in text
            assert "I come home with" in text
            await press(pilot, "end")
            assert (screen_text(pilot) != text) == (size != SIZES[0]), "there all of it is seen"
            await press(pilot, "home")
            assert screen_text(pilot) == text
            await press(pilot, "escape")
            assert "9 now" in screen_text(pilot)
            await press(pilot, "escape")
            assert not mode(pilot).opened
            assert pilot.app.focused is mode(pilot).rows


async def test_find_narrows_with_every_letter(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        first = at(pilot).id
        await press(pilot, "slash", *"CON")
        assert names(pilot) == ["Confidence", "Containing reactions"]
        assert "2 of 22" in screen_text(pilot)
        await press(pilot, "4")  # typed, not a mode
        assert mode(pilot).NAME == "overview"
        assert "No name has “CON4” in it." in screen_text(pilot)
        await press(pilot, "backspace", "enter")
        assert names(pilot) == ["Confidence", "Containing reactions"]
        assert at(pilot).id == first or at(pilot).measure.name == "Confidence"
        await press(pilot, "down", "3")
        assert len(names(pilot)) == 10, "what is asked of one list is not asked of another"
        assert at(pilot).measure.name == "Containing reactions"
        await press(pilot, "1", "escape")
        assert len(names(pilot)) == 22
        assert at(pilot).measure.name == "Containing reactions"
        assert " of 22" not in screen_text(pilot)


async def test_escape_ends_a_find_where_the_cursor_was(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "4", "down", "down")
        before = at(pilot).id
        await press(pilot, "slash", *"no such", "escape")
        assert at(pilot).id == before
        assert len(names(pilot)) == 5
        await press(pilot, "down")
        assert at(pilot).id != before, "the list has the keys again"


async def test_filter_and_order_go_round_and_are_told(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2")
        every = names(pilot)
        shown = {}
        for _ in range(3):
            shown[mode(pilot).listing.filter] = names(pilot)
            await press(pilot, "f")
        assert mode(pilot).listing.filter is Filter.ALL
        assert sorted(shown[Filter.OPEN] + shown[Filter.DONE]) == sorted(every)
        assert shown[Filter.DONE] == ["Say no at work without guilt"]
        await press(pilot, "f")
        assert f"{len(shown[Filter.OPEN])} of {len(every)}  f open" in screen_text(pilot)
        await press(pilot, "3", "O")
        assert names(pilot) == sorted(names(pilot), key=str.casefold)
        assert f"O {Order.NAME.value}" in screen_text(pilot)


async def test_what_is_paused_is_found_under_paused_and_all(sample: Path, running: Running) -> None:
    file = open_file(sample)
    _, known = client_of(file)
    chosen = next(m for m in known if m.key == "choice")
    (row,) = file.conn.execute("SELECT * FROM measure WHERE id = ?", (chosen.id,))
    columns = [d[1] for d in file.conn.execute("PRAGMA table_info(measure)")]
    paused = {**dict(zip(columns, row, strict=True)), "paused": 1}
    write(file, "paused", [put("measure", paused)], "client")
    file.close()
    async with running(sample) as pilot:
        assert "Choice" not in names(pilot)
        await press(pilot, "f", "f")
        assert "Choice" in names(pilot)
        await press(pilot, "3")
        assert "Choice" not in names(pilot)
        assert "9 of 10  f active" in screen_text(pilot)
        await press(pilot, "f")
        assert names(pilot) == ["Choice"]
        assert "‖ Choice" in screen_text(pilot)


async def test_a_change_elsewhere_shows_in_every_mode(sample: Path, running: Running) -> None:
    """The mode that is seen by itself, the others when they are shown next."""
    async with running(sample) as pilot:
        await press(pilot, "2", "3")
        other = open_file(sample)
        client_id, known = client_of(other)
        goal = next(g for g in goals.of_client(other.conn, known) if g.state is GoalState.ACTIVE)
        reworded = goal.measure.reworded("Sleep like a stone", TODAY)
        deeds.do(other, client_id, Reword(goal.measure, reworded))
        growth = next(m for m in known if m.key == "confidence")
        given = Rating(growth.id, TODAY, Rater.CLIENT, 1, 1, TODAY, "A quiet moment")
        ratings.rate(other, given, "Confidence")
        other.close()
        await until(pilot, lambda: "A quiet moment" in words(pilot))
        for key in "21":
            await press(pilot, key)
            await until(pilot, lambda: "Sleep like a stone" in screen_text(pilot))


async def test_a_theme_is_worn_by_every_mode(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2", "3")
        pilot.app.theme = "washi"
        looks = set()
        for key in "3214":
            await press(pilot, key)
            looks.add((mode(pilot).rows.palette, mode(pilot).query_one(Details).palette))
        assert len(looks) == 1
        assert {one.ground for pair in looks for one in pair} == {"#f6f1e7"}


@pytest.mark.parametrize("key", "234")
async def test_an_empty_mode_says_what_it_will_show(
    key: str, empty: Path, running: Running
) -> None:
    async with running(empty, size=(80, 24)) as pilot:
        await press(pilot, key)
        text = screen_text(pilot)
        assert ("Where do you want to be?" in text and "a begins." in text) == (key == "2")
        assert ("no picture yet" in text) == (key != "2")
        await press(pilot, "enter", "enter", "t", "escape", "escape", "f", "O", "slash", "x")
        await press(pilot, "escape", "1")
        assert mode(pilot).NAME == "overview"


@pytest.mark.walk
@pytest.mark.parametrize("key", "234")
async def test_no_size_breaks_a_mode(key: str, sample: Path, running: Running) -> None:
    """From one cell to 300 × 100: the list, the opened row, its words, a find."""
    sizes = [(1, 1), (20, 6), (40, 15), (60, 20), (300, 100), (300, 5), (20, 100)]
    async with running(sample) as pilot:
        for keys in ((key,), ("enter",), ("enter",), ("escape", "escape", "slash", "e")):
            await press(pilot, *keys)
            for size in sizes:
                await pilot.resize_terminal(*size)
                await press(pilot, "pagedown")
                assert len(screen_text(pilot).split("\n")) == size[1]


async def test_a_size_changed_in_one_mode_is_the_size_of_all(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "2", "3")
        await pilot.resize_terminal(40, 15)
        for key in "213":
            await press(pilot, key)
            assert mode(pilot).has_class("-narrow", "-low")
            assert "9 now" not in screen_text(pilot)


def _hostile_goals(client_id: str) -> Iterator[Goal]:
    for text in HOSTILE:
        versions = tuple(Version(n, TODAY, text, Scale(text, text)) for n in (1, 2))
        measure = Measure(
            new_id(), "", Kind.GOAL, text, Direction.HIGHER, 7, (Rater.CLIENT,), versions
        )
        yield Goal(
            measure,
            why=text,
            there=f"{text}\n{text}",
            by_when=TODAY,
            steps=(Step(text), Step(text, TODAY)),
            milestone=Milestone(5, TODAY, TODAY),
            ladder=(text,) * 5,
        )


@pytest.mark.walk
@pytest.mark.parametrize("size", [(120, 36), (40, 15)], ids=str)
async def test_whatever_was_written_is_only_text(
    size: tuple[int, int], empty: Path, running: Running
) -> None:
    """Markup, controls and wide letters in everything that the words of a goal hold."""
    file = open_file(empty)
    client_id, _ = client_of(file)
    for goal in _hostile_goals(client_id):
        deeds.do(file, client_id, SetGoal(goal))
        rating = Rating(goal.id, TODAY, Rater.CLIENT, 5, 2, TODAY)
        ratings.rate(file, replace(rating, evidence=HOSTILE[0] + goal.wording[:1900]), "x")
    file.close()
    async with running(empty, size=size) as pilot:
        await press(pilot, "2")
        for _ in HOSTILE:
            await press(pilot, "enter", "enter")
            for key in ("home", "pagedown", "end"):
                await press(pilot, key)
                text = screen_text(pilot)
                assert not {"\x1b", "\x07", "\u202e"} & set(text)
            assert "[/b] [" in words(pilot)
            await press(pilot, "escape", "escape", "down")
        await press(pilot, "slash", *"[red")
        assert "“[red”" in screen_text(pilot)
        assert names(pilot) == ["[red"]
