"""A goal review, held from the keyboard."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import (
    TODAY,
    MakeApp,
    Running,
    press,
    screen_text,
    settled,
    told,
    until,
    write,
)
from tests.support.cases import kept, unreviewed
from tests.support.cases import told as case
from tui.app import FledgeApp
from tui.core.measures import Rater
from tui.core.reviewing import Reviewing
from tui.core.reviews import Choice
from tui.dialogs.agenda import AgendaSheet
from tui.dialogs.agreed import AgreedSheet
from tui.dialogs.answering_parts import Lines
from tui.dialogs.blind import BlindRating
from tui.dialogs.choosing import Choosing
from tui.dialogs.confirm import Confirm
from tui.dialogs.form import FormDialog
from tui.screens.review import ReviewScreen
from tui.widgets.details import Details
from tui.widgets.picture import PictureBox
from tui.widgets.rows import Rows

OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"
BEFORE_TODAY = "DELETE FROM rating WHERE day = '2026-11-22' AND measure_id IN (SELECT id FROM goal)"
"""The sample case rated its goals on this very day; a review would ask nothing more of them."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample case as if nothing had ever been reviewed."""
    return kept(unreviewed(case("rowan", TODAY)), tmp_path / "sample.fledge")


def mode(pilot: Pilot[None]) -> ReviewScreen:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return screen


def app_of(pilot: Pilot[None]) -> FledgeApp:
    assert isinstance(pilot.app, FledgeApp)
    return pilot.app


async def reviewing(pilot: Pilot[None]) -> Reviewing:
    return await app_of(pilot).desk.reviewing()


async def shown(pilot: Pilot[None], dialog: type[object]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, dialog))


async def saved(pilot: Pilot[None]) -> None:
    """Until the form is gone and the mode shows what was saved."""
    await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))


async def begin(pilot: Pilot[None]) -> None:
    await press(pilot, "7", "enter")
    await until(pilot, lambda: mode(pilot).inside)


def marks(pilot: Pilot[None]) -> list[str]:
    """What stands in the line of each of the two, as it is seen."""
    lines = pilot.app.screen.query_one(Lines)
    drawn = ("".join(s.text for s in lines.render_line(y)) for y in range(lines.size.height))
    return [x.strip("│ ").split()[-1] for x in drawn if "Client" in x or "Therapist" in x]


def unrated(sample: Path) -> Path:
    with closing(sqlite3.connect(sample)) as conn, conn:
        conn.execute(BEFORE_TODAY)
    return sample


async def test_a_whole_review_is_held_with_sixty_keys(sample: Path, running: Running) -> None:
    """The agenda, three goals rated by both and decided, then and now, an agreement, the end."""
    async with running(unrated(sample)) as pilot:
        count = 0

        async def keys(*each: str) -> None:
            nonlocal count
            count += len(each)
            await press(pilot, *each)

        await keys("7", "enter")
        await until(pilot, lambda: mode(pilot).inside)
        await keys("right")
        for given, letter in (("8", "7"), "k"), (("7", "9"), "r"), (("4", "5"), "p"):
            await keys("enter")
            await shown(pilot, BlindRating)
            await keys(*given, "enter")
            await shown(pilot, Confirm)
            await keys(letter)
            await shown(pilot, FormDialog)
            await keys("ctrl+s")
            await saved(pilot)
            await keys("right")
        await keys(*["right"] * 4, "enter")
        await shown(pilot, FormDialog)
        await keys(*"Walks", "ctrl+s")
        await saved(pilot)
        await keys("right", "enter")
        await shown(pilot, FormDialog)
        await keys("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ReviewScreen))
        await until(pilot, lambda: not mode(pilot).inside)
        assert count <= 60
        of = await reviewing(pilot)
        assert of.begun is None
        assert of.last
        assert (of.last.next_day, of.last.page) == (of.last.day.replace(2027, 2, 14), "practice")
        assert [d.choice for d in of.decisions] == [Choice.KEEP, Choice.REACH, Choice.PAUSE]
        assert [g.state.value for g in of.record.goals] == ["reached", "reached", "paused"]
        assert [a.what for a in of.agreements] == ["Walks"]
        for goal, values in zip(of.record.goals, ((8, 7), (7, 9), (4, 5)), strict=True):
            series = of.record.of(goal.id)
            assert series
            today = {r.rater: r.value for r in series.ratings if r.day == of.record.today}
            assert today == dict(zip((Rater.CLIENT, Rater.THERAPIST), values, strict=True))
        await press(pilot, "end")
        assert "Paused" in screen_text(pilot)


async def test_neither_mark_is_seen_before_both_are_given(sample: Path, running: Running) -> None:
    async with running(unrated(sample)) as pilot:
        await begin(pilot)
        await press(pilot, "right", "enter")
        await shown(pilot, BlindRating)
        await press(pilot, "3")
        assert marks(pilot) == ["given", "…"]
        await press(pilot, "ctrl+s")
        assert isinstance(pilot.app.screen, BlindRating)
        await press(pilot, "9")
        assert marks(pilot) == ["3", "9"]
        await press(pilot, "backspace")
        assert marks(pilot) == ["given", "…"]
        await press(pilot, "1")
        assert marks(pilot) == ["given", "given"], "it may become ten"
        await press(pilot, "enter")
        assert marks(pilot) == ["3", "1"]


async def test_what_one_of_them_gave_survives_the_program(sample: Path, make_app: MakeApp) -> None:
    """Killed in the midst of it: the review is offered, and the mark that was given waits."""
    app = make_app(unrated(sample))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await begin(pilot)
        await press(pilot, "right", "enter")
        await shown(pilot, BlindRating)
        await press(pilot, "3")
        await settled(pilot)
    app.desk.store.close()
    again = make_app(sample)
    async with again.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert not again.desk.shared
        await press(pilot, "7")
        assert "Go on · 22 Nov · 1 of 10 · 3 goals" in screen_text(pilot)
        assert not again.desk.shared
        await press(pilot, "enter")
        await until(pilot, lambda: mode(pilot).inside)
        assert mode(pilot).item == mode(pilot).pages[1]
        await press(pilot, "enter")
        await shown(pilot, BlindRating)
        assert marks(pilot) == ["given", "…"]
        await press(pilot, "6", "enter")
        await shown(pilot, Confirm)
        assert "Client 3 · therapist 6." in screen_text(pilot)


async def test_the_screen_is_shared_as_long_as_a_review_goes_on(
    sample: Path, running: Running
) -> None:
    """Nothing private opens, and nobody ends the sharing by a slip; leaving restores it."""
    async with running(sample, rater=Rater.THERAPIST) as pilot:
        app = app_of(pilot)
        await begin(pilot)
        assert app.desk.shared
        assert "◉ shared" in screen_text(pilot).splitlines()[0]
        await press(pilot, "W")
        assert not app.private_shown
        assert "Esc leaves it" in told(pilot)  # S, which ends it elsewhere, does not here
        await press(pilot, "S")
        assert app.desk.shared
        assert "shared throughout" in told(pilot)
        await press(pilot, "1", "W")
        assert app.desk.shared
        assert not app.private_shown
        await press(pilot, "7", "escape")
        assert not app.desk.shared
        await press(pilot, "S", "enter")
        await until(pilot, lambda: mode(pilot).inside)
        await press(pilot, "escape")
        assert app.desk.shared


async def test_the_agenda_is_ordered_dropped_from_and_added_to(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await begin(pilot)
        before = [item.key for item in mode(pilot).agenda]
        await press(pilot, "enter")
        await shown(pilot, AgendaSheet)
        await press(pilot, "J", "down", "D")
        await press(pilot, "a")
        await shown(pilot, Choosing)
        await write(pilot, "The [b]key[/b]")
        await press(pilot, "enter")
        await shown(pilot, AgendaSheet)
        await settled(pilot)
        await press(pilot, "escape")
        await until(pilot, lambda: len(mode(pilot).agenda) == len(before))
        found = [item.key for item in mode(pilot).agenda]
        assert before[1] == found[0]
        assert len({*before} - {*found}) == 1
        assert "The [b]key[/b]" in [item.text for item in mode(pilot).agenda]
        await press(pilot, "u", "u")
        await until(pilot, lambda: len(mode(pilot).agenda) == len(before))
        assert {item.key for item in mode(pilot).agenda} == {*before}


async def test_the_agenda_is_prepared_and_a_review_takes_it_over(
    sample: Path, running: Running
) -> None:
    """Before a review, in its list; keys that come at once are each kept, and taken back."""

    def keys(pilot: Pilot[None]) -> list[str]:
        return [item.key for item in mode(pilot).agenda]

    async with running(sample) as pilot:
        await press(pilot, "7")
        first, second, third, *rest = keys(pilot)
        assert "< > order · D drop" in screen_text(pilot)
        await press(pilot, "down")
        await pilot.press(">", ">")
        await until(pilot, lambda: keys(pilot) == [second, third, first, *rest])
        moved = mode(pilot).item
        assert moved
        assert moved.id == first, "the cursor stays with what it moved"
        await press(pilot, "<", "D")
        await until(pilot, lambda: keys(pilot) == [second, third, *rest])
        assert "Begin a review" in screen_text(pilot)
        assert not app_of(pilot).desk.shared
        await press(pilot, "u")
        await until(pilot, lambda: keys(pilot) == [second, first, third, *rest])
        mode(pilot).rows.move_to_id(third)
        await press(pilot, "D", "home", "enter")
        await until(pilot, lambda: mode(pilot).inside)
        assert keys(pilot) == [second, first, *rest]
        await press(pilot, "<")
        assert "Enter on Agenda" in told(pilot)
        (review,) = (await reviewing(pilot)).reviews
        assert (review.state, review.dropped) == ("begun", (third,))
        await press(pilot, "u", "u", "u", "u", "u")
        await until(pilot, lambda: keys(pilot) == [first, second, third, *rest])
        assert not (await reviewing(pilot)).reviews


async def test_a_notice_is_answered_from_the_agenda(sample: Path, running: Running) -> None:
    """In its list before a review as on the sheet in one; what was pinned stands there too."""

    def noticed(pilot: Pilot[None]) -> list[str]:
        return [item.key for item in mode(pilot).agenda if item.notice]

    async with running(sample) as pilot:
        await press(pilot, "7")
        first, second, *rest = noticed(pilot)
        mode(pilot).rows.move_to_id(first)
        await press(pilot, "d", "ctrl+s")
        await until(pilot, lambda: noticed(pilot) == [second, *rest])
        await press(pilot, "u", "home")
        await until(pilot, lambda: noticed(pilot) == [first, second, *rest])
        await begin(pilot)
        await press(pilot, "enter")
        await shown(pilot, AgendaSheet)
        sheet = pilot.app.screen
        assert isinstance(sheet, AgendaSheet)
        sheet.query_one(Rows).move_to_id(second)
        await settled(pilot)
        assert "A seen · z later · d talked · p pin" in screen_text(pilot)
        await press(pilot, "p", "p")
        assert told(pilot).startswith("Pinned already")
        await press(pilot, "z", "ctrl+s")
        await shown(pilot, AgendaSheet)
        await settled(pilot)
        sheet.query_one(Rows).move_to_id(first)
        await press(pilot, "A", "escape")
        await until(pilot, lambda: noticed(pilot) == rest)
        of = await reviewing(pilot)
        assert [answer.what for answer in of.answers] == ["snoozed", "acknowledged"]
        assert [topic.about for topic in of.record.topics][-1:] == [second]


async def test_a_decision_is_taken_back_with_what_it_did(sample: Path, running: Running) -> None:
    """One step back for both, also for new words and a milestone."""
    async with running(sample) as pilot:
        await begin(pilot)
        await press(pilot, "right", "enter")
        await shown(pilot, BlindRating)
        await press(pilot, "8", "7", "enter")
        await shown(pilot, Confirm)
        await press(pilot, "escape")
        goals = (await reviewing(pilot)).record.goals
        (open_,) = [goal.id for goal in goals if goal.wording.startswith("Ring")]
        decided = (
            (goals[0].id, "o", ""),
            *((open_, x, y) for x, y in zip("rlpwm", ("", "", "", "!", "9"), strict=True)),
        )
        for id_, letter, typed in decided:
            before = (await reviewing(pilot)).record.goal(id_)
            mode(pilot).rows.move_to_id(f"goal:{id_}")
            await settled(pilot)
            await press(pilot, "enter")
            await shown(pilot, Confirm)
            await press(pilot, letter)
            await shown(pilot, FormDialog)
            await press(pilot, *("exclamation_mark" if x == "!" else x for x in typed))
            await press(pilot, "ctrl+s")
            await saved(pilot)
            of = await reviewing(pilot)
            assert len(of.decisions) == 1
            after = of.record.goal(id_)
            assert after
            assert after != before
            assert letter != "o" or after.state.value == "active"
            await press(pilot, "u")
            of = await reviewing(pilot)
            assert not of.decisions
            assert of.record.goal(id_) == before


async def test_hostile_words_stand_as_they_were_written(sample: Path, running: Running) -> None:
    said = "Ring [@click=app.quit]her[/] $x"
    async with running(sample, size=(80, 24)) as pilot:
        await begin(pilot)
        mode(pilot).rows.move_to_id("agreed")
        await settled(pilot)
        await press(pilot, "enter")
        await shown(pilot, FormDialog)
        form = pilot.app.screen
        assert isinstance(form, FormDialog)
        form.sheet.rows["what"].editor.put(said + OVERRIDE)
        await press(pilot, "ctrl+s")
        await saved(pilot)
        await until(pilot, lambda: "1 thing agreed" in screen_text(pilot))
        blocks = pilot.app.screen.query_one(Details).blocks
        assert said in blocks[0].entries[0].text
        assert OVERRIDE not in screen_text(pilot)
        await press(pilot, "enter")
        await shown(pilot, AgreedSheet)
        assert said in screen_text(pilot)
        await press(pilot, "space", "escape")
        (agreed,) = (await reviewing(pilot)).agreements
        assert agreed.done


async def test_every_row_has_something_to_say(sample: Path, running: Running) -> None:
    """Outside of a review and in it, in a window with one column too."""
    for size in (120, 36), (40, 15):
        async with running(sample, size=size) as pilot:
            await press(pilot, "7")
            for inside in False, True:
                if inside:
                    await press(pilot, "home", "enter", *["enter"] * (size[0] < 60))
                    await until(pilot, lambda: mode(pilot).inside)
                    await press(pilot, *["enter"] * (size[0] < 60), "home")
                for _ in range(mode(pilot).rows.count):
                    box = pilot.app.screen.query_one(PictureBox)
                    if box.size:
                        assert box.card
                        assert box.card.title
                        assert box.card.sentence
                    await press(pilot, "down")


async def test_a_review_is_over_when_its_beginning_is_taken_back(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await begin(pilot)
        await press(pilot, "u")
        await until(pilot, lambda: not mode(pilot).inside)
        assert not app_of(pilot).desk.shared
        assert not (await reviewing(pilot)).reviews
        assert "Begin a review" in screen_text(pilot)
        await press(pilot, "ctrl+r")
        await until(pilot, lambda: "Go on" in screen_text(pilot))
        await press(pilot, "D")
        await shown(pilot, Confirm)
        await press(pilot, "y")
        await until(pilot, lambda: "Begin a review" in screen_text(pilot))
        assert not (await reviewing(pilot)).reviews
        await press(pilot, "u")
        assert (await reviewing(pilot)).begun


async def test_a_report_is_asked_for_before_a_review_and_in_one(
    sample: Path, running: Running
) -> None:
    """`ctrl+e` shows what goes into a report; closed, all is as it was."""
    async with running(sample) as pilot:
        for inside in (False, True):
            await (begin(pilot) if inside else press(pilot, "7"))
            await press(pilot, "ctrl+e")
            await shown(pilot, Choosing)
            assert "report" in screen_text(pilot).lower()
            await press(pilot, "escape")
            await saved(pilot)
            assert mode(pilot).inside is inside
