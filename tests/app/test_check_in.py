"""The check-in, as a person does it: few keys, nothing lost, nothing asked twice."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from textual.pilot import Pilot

from tests.app.acting import file, mode, ratings
from tests.app.conftest import TODAY, Running, press, screen_text, settled, told, until, write
from tui.app import FledgeApp
from tui.config import Config
from tui.core.deeds import KeepLifeline, Rate
from tui.core.lifelines import Lifeline, Section
from tui.core.measures import Kind, Rater
from tui.core.ratings import Rating
from tui.dialogs.answering_parts import Lines, Moment
from tui.dialogs.check_in import CheckInDialog
from tui.dialogs.confirm import Confirm
from tui.dialogs.conflict import ConflictDialog
from tui.screens.mode import ModeScreen
from tui.shell.root import root
from tui.store import clients, deeds, measures
from tui.store.connection import open_file


@pytest.fixture
def ten(empty: Path) -> Path:
    """A file in which exactly the ten indicators of growth are due."""
    put(empty, lambda m: m.kind is Kind.SIGN, TODAY)
    put(empty, lambda m: m.kind is Kind.GROWTH, TODAY - timedelta(7))
    return empty


def put(path: Path, wanted: object, day: date, value: float = 4) -> None:
    """Rate some measures on a day."""
    opened = open_file(path)
    client = clients.everyone(opened.conn)[0]
    given = tuple(
        Rating(m.id, day, Rater.CLIENT, value, 1, day)
        for m in measures.of_client(opened.conn, client.id)
        if wanted(m)  # type: ignore[operator]
    )
    deeds.do(opened, client.id, Rate(given, "before"))
    opened.close()


def dialog(pilot: Pilot[None]) -> CheckInDialog:
    assert isinstance(pilot.app.screen, CheckInDialog), pilot.app.screen
    return pilot.app.screen


def values(pilot: Pilot[None]) -> list[float | None]:
    return [answer.value for answer in dialog(pilot).state.answers]


async def drafts(pilot: Pilot[None]) -> dict[str, str]:
    """What is kept of the check-in in the file."""
    assert isinstance(pilot.app, FledgeApp)
    found = [d for d in await pilot.app.desk.drafts() if d.form == "check-in"]
    return dict(found[0].values) if found else {}


async def today(pilot: Pilot[None]) -> dict[str, Rating]:
    """The ratings of today by the names of their measures."""
    found = {}
    for line in (await file(pilot)).lines():
        for rating in await ratings(pilot, line.measure):
            if rating.day == TODAY:
                found[line.measure.name] = rating
    return found


async def test_ten_measures_take_at_most_25_keys(ten: Path, running: Running) -> None:
    """Counted from the `c` to the saved; two of them are tens, one is skipped and one adjusted."""
    keys = ["c", "7", "1", "0", "5", "x", "0", "1", "0", "left", "right", "down"]
    keys += ["3", "8", "1", "ctrl+s"]
    assert len(keys) <= 25
    async with running(ten) as pilot:
        before = (await file(pilot)).growth
        assert len(before) == 10
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        assert "Saved: a check-in: 9 ratings for Sun 22 Nov 2026" in told(pilot)
        found = await today(pilot)
        given = [found[x.measure.name].value if x.measure.name in found else None for x in before]
        assert given == [7, 10, 5, None, 0, 10, 5, 3, 8, 1]
        await press(pilot, "u")
        assert told(pilot).startswith("Taken back: a check-in")
        assert not [r for r in (await today(pilot)).values() if r.value != 4]


async def test_every_answer_however_quickly_it_is_typed(ten: Path, running: Running) -> None:
    """Keys that come all at once go where they belong, also while the check-in is still opening."""
    async with running(ten) as pilot:
        for key in ("c", *"7355", "up", "up", "down", "2", "x", "1", "0"):
            pilot.app.simulate_key(key)
        await settled(pilot)
        assert values(pilot)[:7] == [7, 3, 5, 2, None, 10, None]


async def test_tens_arrows_and_clearing(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "1", "0", "1", "5")
        assert values(pilot)[:4] == [10, 1, 5, None]
        await press(pilot, "right", "right", "l", "h")
        assert values(pilot)[3] == 5, "begins at the last value, 4"
        await press(pilot, "backspace")
        assert values(pilot)[3] is None
        await press(pilot, "up", "up", "k", "left")
        assert values(pilot)[0] == 9
        await press(pilot, "x")
        assert "skip" in screen_text(pilot)
        assert values(pilot)[0] is None


async def test_a_moment_that_shows_it(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "up", "tab")
        assert isinstance(pilot.app.screen.focused, Moment)
        await write(pilot, "I [said] no 1 time")
        assert "✎" in screen_text(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen.focused, Lines)
        assert dialog(pilot).state.at == 1
        assert pilot.app.screen.query_one(Moment).value == ""
        await press(pilot, "tab")
        await write(pilot, "of another line")
        await press(pilot, "shift+tab", "backspace")
        assert pilot.app.screen.query_one(Moment).value == "", "what was taken back is not seen"
        await press(pilot, "3", "tab", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        found = [*(await today(pilot)).values()]
        assert [(r.value, r.evidence) for r in found if r.value != 4] == [
            (7, "I [said] no 1 time"),
            (3, ""),
        ]


async def test_how_it_was_decided_is_marked(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "c", "a", "end")
        while dialog(pilot).state.line.measure.key != "decisions":
            await press(pilot, "down")
        assert "( ) talked it through" in screen_text(pilot)
        await press(pilot, "3", "up", "m", "m")
        assert "(•) asked for advice" in screen_text(pilot)
        await press(pilot, "m", "m")
        assert "(•)" not in screen_text(pilot)
        await press(pilot, "m", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        made = (await today(pilot))["Therapist decides"]
        assert (made.value, made.marks) == (3, ("talked_it_through",))


async def test_all_are_asked_when_wanted_and_what_was_answered_stays(
    ten: Path, running: Running
) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "8", "a")
        assert len(dialog(pilot).state.lines) == 20
        assert values(pilot)[:3] == [7, 8, None]
        assert dialog(pilot).state.at == 2
        assert "2 of 20 rated" in screen_text(pilot)


async def test_what_was_said_earlier_today_stays(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "up", "tab")
        await write(pilot, "The morning")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        await press(pilot, "c", "a", "6", "up")
        assert pilot.app.screen.query_one(Moment).value == "The morning"
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        first = (await file(pilot)).growth[0].measure.name
        found = (await today(pilot))[first]
        assert (found.value, found.evidence) == (6, "The morning")


async def test_nothing_due_says_when_something_is(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "c")
        text = " ".join(screen_text(pilot).replace("│", " ").split())
        assert "Nothing is due today" in text
        assert "Fri 27 Nov 2026" in text
        for key in ("7", "x", "m", "tab", "enter", "left", "backspace", "minus", "ctrl+s"):
            await press(pilot, key)
            assert isinstance(pilot.app.screen, CheckInDialog)
        await press(pilot, "escape")
        assert pilot.app.screen is mode(pilot)
        assert await drafts(pilot) == {}


async def test_leaving_asks_and_what_was_answered_is_offered_again(
    ten: Path, running: Running
) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "escape")
        assert pilot.app.screen is mode(pilot), "nothing was answered, nothing is asked"
        await press(pilot, "c", "7", "escape", "enter")
        assert values(pilot)[0] == 7
        await press(pilot, "escape", "p")
        assert pilot.app.screen is mode(pilot)
        assert len(await drafts(pilot)) == 1
        await press(pilot, "c")
        assert values(pilot)[0] == 7
        assert dialog(pilot).state.at == 1, "goes on with the first that has no answer"
        await press(pilot, "escape", "t")
        assert await drafts(pilot) == {}


async def test_a_draft_that_is_saved_as_it_was_is_gone(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "escape", "p", "c", "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        assert await drafts(pilot) == {}


async def test_every_key_is_kept_and_offered_at_the_next_start(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c")
        for n, key in enumerate(["7", "x", "5"], 1):
            await press(pilot, key)
            assert len(await drafts(pilot)) == n
        await press(pilot, "tab", "s", "o")
        assert [*(await drafts(pilot)).values()][-1].endswith("so")
    async with running(ten) as pilot:
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        assert "You were writing: a check-in" in screen_text(pilot)
        await press(pilot, "g")
        await until(pilot, lambda: isinstance(pilot.app.screen, CheckInDialog))
        assert values(pilot)[:4] == [7, None, 5, None]


async def test_the_draft_is_the_shells_too(
    ten: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begun on the screen, ended at the prompt."""
    monkeypatch.setattr(Config, "today", lambda _: TODAY)
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "3", "escape", "p")
    asked = ["--file", str(ten), "check-in", "--brief"]
    done = CliRunner().invoke(root, asked, input="y\n" + "x\n" * 7 + "5\nx\n" + "y\n")
    assert "go on?" in done.output
    async with running(ten) as pilot:
        first, second, *_ = (line.measure.name for line in (await file(pilot)).growth)
        found = {name: rating.value for name, rating in (await today(pilot)).items()}
        assert (found[first], found[second]) == (7, 3)
        assert await drafts(pilot) == {}


async def test_old_lines_of_help_now_are_asked_about_once(ten: Path, running: Running) -> None:
    """At the end of a check-in, and not again before the next start."""
    opened = open_file(ten)
    old = Lifeline("x", Section.PEOPLE, "Jo", "0123", TODAY - timedelta(400))
    deeds.do(opened, clients.everyone(opened.conn)[0].id, KeepLifeline(old))
    opened.close()
    async with running(ten) as pilot:
        for value, asked in (("7", True), ("8", False)):
            await press(pilot, "c", "a", value, "ctrl+s")
            await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
            await until(pilot, lambda: "Saved: " in told(pilot))
            assert ("Help now (F1) still right?" in told(pilot)) == asked
            pilot.app.clear_notifications()


async def test_trouble_loses_nothing(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "8")
        ten.rename(ten.with_name("elsewhere.fledge"))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "! " in screen_text(pilot))
        assert values(pilot)[:2] == [7, 8]


def rated_elsewhere(path: Path, **values: float) -> None:
    """Another program rates measures today, by their keys."""
    for key, value in values.items():
        put(path, lambda m, key=key: m.key == key, TODAY, value)


def kept(path: Path) -> dict[str, float]:
    """What the file holds of today, by the names of measures."""
    opened = open_file(path)
    sql = "SELECT name, value FROM rating JOIN measure ON id = measure_id WHERE day = ?"
    found = dict(opened.conn.execute(sql, (TODAY.isoformat(),)).fetchall())
    opened.close()
    return found


async def test_what_was_rated_meanwhile_is_asked_about_line_by_line(
    ten: Path, running: Running
) -> None:
    """Each of them is named; one stays theirs, one becomes mine, the rest is saved with them."""
    async with running(ten) as pilot:
        await press(pilot, "c", "7", "8", "9")
        first, second, third = (due.measure for due in dialog(pilot).state.lines[:3])
        rated_elsewhere(ten, **{first.key: 1, second.key: 2})
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        assert first.name in screen_text(pilot)
        assert pilot.app.screen.rows == [("rating", "7", "1")]  # type: ignore[attr-defined]
        await press(pilot, "g")
        assert values(pilot)[:3] == [7, 8, 9]
        await press(pilot, "ctrl+s", "t")
        await until(pilot, lambda: second.name in screen_text(pilot))
        await press(pilot, "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        assert [kept(ten)[m.name] for m in (first, second, third)] == [1, 8, 9]
        await press(pilot, "u")
        assert kept(ten)[second.name] == 2


async def test_a_digit_does_not_replace_what_was_not_seen(ten: Path, running: Running) -> None:
    """The row on the screen is a moment old; a burst of one's own digits asks nothing."""
    async with running(ten) as pilot:
        await press(pilot, "3", "enter")
        measure = mode(pilot).line.measure  # type: ignore[union-attr]
        pilot.app.simulate_key("5")
        pilot.app.simulate_key("1")
        pilot.app.simulate_key("0")
        await until(pilot, lambda: "rated" in told(pilot) and "10" in told(pilot))
        rated_elsewhere(ten, **{measure.key: 2})
        await press(pilot, "6")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        await press(pilot, "enter")
        assert kept(ten)[measure.name] == 2, "Enter does no harm"
        rated_elsewhere(ten, **{measure.key: 3})
        await press(pilot, "6", "m")
        assert kept(ten)[measure.name] == 6


async def test_a_rating_form_asks_too(ten: Path, running: Running) -> None:
    async with running(ten) as pilot:
        await press(pilot, "3", "r", "6")
        measure = mode_beneath(pilot).line.measure  # type: ignore[union-attr]
        rated_elsewhere(ten, **{measure.key: 2})
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
        assert pilot.app.screen.rows[0][1:] == ("6", "2")  # type: ignore[attr-defined]
        await press(pilot, "t")
        assert kept(ten)[measure.name] == 2


def mode_beneath(pilot: Pilot[None]) -> ModeScreen:
    """The mode under the dialogs."""
    return next(s for s in reversed(pilot.app.screen_stack) if isinstance(s, ModeScreen))


@pytest.mark.parametrize(("key", "day"), [("s", TODAY), ("t", TODAY + timedelta(1))])
async def test_left_open_over_midnight_it_asks_of_which_day_it_is(
    key: str, day: date, ten: Path, running: Running
) -> None:
    """Said once, before anything is saved; what was rated on the new day already is asked about."""
    put(ten, lambda m: m.key == "confidence", TODAY + timedelta(1), 2)
    async with running(ten) as pilot:
        await press(pilot, "c", "a", "home", "7")
        assert isinstance(pilot.app, FledgeApp)
        pilot.app.desk.today = lambda: TODAY + timedelta(1)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "This is for Sun 22 Nov 2026." in screen_text(pilot))
        await press(pilot, "enter", "ctrl+s", key)
        if key == "t":
            await until(pilot, lambda: isinstance(pilot.app.screen, ConflictDialog))
            await press(pilot, "m")
        await until(pilot, lambda: isinstance(pilot.app.screen, ModeScreen))
        opened = open_file(ten)
        sql = "SELECT day, value FROM rating WHERE value = 7"
        assert opened.conn.execute(sql).fetchall() == [(day.isoformat(), 7)]
        opened.close()
