"""Sessions, used from the keyboard."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, Running, press, screen_text, settled, told, until, write
from tests.support import sessions as support
from tui.core.measures import Rater
from tui.core.relationship import Hour
from tui.core.sessions import SessionState
from tui.dialogs.after_session import AfterSession
from tui.dialogs.form import FormDialog
from tui.dialogs.repair import RepairSheet
from tui.screens.sessions import SessionsScreen
from tui.widgets.details import Details
from tui.widgets.picture import PictureBox
from tui.widgets.rows import Rows


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with sessions; see `tests.support.sessions`."""
    return support.write(tmp_path / "sessions.fledge", TODAY)


def mode(pilot: Pilot[None]) -> SessionsScreen:
    screen = pilot.app.screen
    assert isinstance(screen, SessionsScreen)
    return screen


async def to_session(pilot: Pilot[None], id_: str) -> None:
    """Put the cursor on a session's row."""
    await press(pilot, "5")
    assert mode(pilot).rows.move_to_id(id_)
    await settled(pilot)


def hour(pilot: Pilot[None], id_: str) -> Hour:
    return next(each for each in mode(pilot).hours if each.id == id_)


def rated(path: Path, rater: str) -> dict[str, float]:
    """What a rater gave on TODAY, by the measure's key."""
    sql = (
        "SELECT m.key, r.value FROM rating r JOIN measure m ON m.id = r.measure_id"
        " WHERE r.day = ? AND r.rater = ?"
    )
    with closing(sqlite3.connect(path)) as conn:
        return dict(conn.execute(sql, (TODAY.isoformat(), rater)))


def written(pilot: Pilot[None]) -> str:
    """All there is to read of the row under the cursor, seen or not."""
    blocks = pilot.app.screen.query_one(Details).blocks
    return "\n".join(
        [line for b in blocks for line in (b.heading, *(f"{e.lead} {e.text}" for e in b.entries))]
    )


async def test_every_row_has_its_picture_and_words(file: Path, running: Running) -> None:
    """Alliance, four pages, the monthly ones, and each session: what was missed has words too."""
    async with running(file) as pilot:
        await press(pilot, "5")
        rows, seen = pilot.app.screen.query_one(Rows), set()
        for _ in range(rows.count):
            card = pilot.app.screen.query_one(PictureBox).card
            assert card
            assert card.title
            assert card.sentence
            seen.add(card.title)
            await press(pilot, "down")
        assert len(seen) == rows.count
        assert {"Alliance", "Ease against movement", "What happened", "Fingerprint"} <= seen


async def test_a_session_is_written_up_in_under_a_minute(empty: Path, running: Running) -> None:
    """Everything that a client is asked, in at most 25 keys, and nothing is left to chance."""
    keys = [
        *("s", "8", "7", "9", "6", "7", "8", "5", "2"),
        *("minus", "1", "1", "0", "2"),
        *("space", "down", "space", "down", "space", "ctrl+s"),
    ]
    assert len(keys) <= 25
    async with running(empty) as pilot:
        await press(pilot, *keys)
        assert told(pilot).startswith("Saved: wrote up the session")
        await press(pilot, "5")
        (found,) = mode(pilot).hours
        assert found.session.state is SessionState.HELD
        assert found.session.ticks == ("said_it", "laughed", "mattered")
        assert not found.session.late
    assert rated(empty, "client") == {
        "alliance_goals": 8,
        "alliance_tasks": 7,
        "alliance_bond": 9,
        "ease": 6,
        "movement": 7,
        "support": 8,
        "challenge": 5,
        "after": 2,
        "comfort_challenge": -1,
        "story_telling": 1,
        "planned_alive": 0,
        "holding_freeing": 2,
    }
    assert rated(empty, "therapist") == {}


async def test_a_therapist_rates_without_the_clients_marks_in_sight(
    file: Path, running: Running
) -> None:
    """Not in the list, the picture, the words or the form; afterwards both, side by side."""
    with closing(sqlite3.connect(file)) as conn, conn:  # values that stand nowhere else
        conn.execute("UPDATE rating SET value = 1 WHERE day = ?", (TODAY.isoformat(),))
    async with running(file, rater=Rater.THERAPIST) as pilot:
        assert "Alliance" in screen_text(pilot)
        assert " 1.0" not in screen_text(pilot)
        await to_session(pilot, "s13")
        seen = screen_text(pilot) + written(pilot)
        assert "Rate yours first" in seen
        assert "1.0" not in seen
        assert "1→1" not in seen
        assert "We laughed" not in written(pilot)
        alliance = await mode(pilot).desk.series(mode(pilot).data.relationship[0].measure)
        assert TODAY not in {rating.day for rating in alliance.ratings}
        await press(pilot, "s")
        form = pilot.app.screen
        assert isinstance(form, AfterSession)
        assert {due.last.rater for due in form.state.lines if due.last} == {Rater.THERAPIST}
        await press(pilot, "8", "8", "8", "ctrl+s")
        assert "you 8.0 · client 1.0" in told(pilot)
        await until(pilot, lambda: "◇8.0" in screen_text(pilot))
        assert "We laughed" in written(pilot)
    assert rated(file, "therapist") == dict.fromkeys(
        ("alliance_goals", "alliance_tasks", "alliance_bond"), 8
    )


async def test_the_steps_of_a_repair_are_walked_and_the_last_is_a_milestone(
    file: Path, running: Running
) -> None:
    """A person's own words are shown as they are, whatever is in them."""
    async with running(file) as pilot:
        await press(pilot, "5")
        assert "1 repair open, next: the client says how it was" in screen_text(pilot)
        await to_session(pilot, "s12")
        await press(pilot, "B")
        assert isinstance(pilot.app.screen, RepairSheet)
        assert "[b]not bold[/b]" in screen_text(pilot)
        assert "\x1b[31m" not in screen_text(pilot)
        await press(pilot, "space", "space", "space")
        assert "☐ It was checked" in screen_text(pilot)
        await press(pilot, "space")
        assert "Repaired in 7 days" in told(pilot)
        await press(pilot, "escape")
        await settled(pilot)
        assert "repair open" not in screen_text(pilot)
        assert [e.kind.value for e in mode(pilot).data.on_axis].count("repaired") == 2
        await press(pilot, "u")
        await until(pilot, lambda: "1 repair open" in screen_text(pilot))


async def test_a_break_is_noted_from_its_session(file: Path, running: Running) -> None:
    """The form comes first, then its steps; that it was noticed is the first of them."""
    async with running(file) as pilot:
        await to_session(pilot, "s13")
        await press(pilot, "x")
        assert isinstance(pilot.app.screen, FormDialog)
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, RepairSheet))
        assert "☑ It was noticed" in screen_text(pilot)
        await press(pilot, "escape")
        (rupture,) = hour(pilot, "s13").ruptures
        assert rupture.done == 1
        assert rupture.noticed_by == "client"


async def test_a_planned_session_is_moved_missed_written_up_late_and_deleted(
    file: Path, running: Running
) -> None:
    with closing(sqlite3.connect(file)) as conn, conn:  # the day of one has come, and passed
        day = (TODAY - timedelta(2)).isoformat()
        conn.execute("UPDATE session SET day = ? WHERE id = 'p0'", (day,))
    async with running(file) as pilot:
        await to_session(pilot, "p1")
        assert "planned" in screen_text(pilot)
        await press(pilot, "m", "home", "ctrl+k")
        await write(pilot, "2026-12-24")
        await press(pilot, "ctrl+s")
        assert hour(pilot, "p1").session.moved_from == TODAY + timedelta(14)
        await to_session(pilot, "p0")
        assert "to write up" in screen_text(pilot)
        await press(pilot, "s", "7", "7", "ctrl+s")
        found = hour(pilot, "p0").session
        assert found.held
        assert found.late
        assert "late" in screen_text(pilot)
        await press(pilot, "space", "m")
        assert hour(pilot, "p0").session.state is SessionState.MISSED
        await press(pilot, "D", "y")
        assert "p0" not in {each.id for each in mode(pilot).hours}


async def test_sessions_are_planned_in_a_rhythm(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await press(pilot, "5")
        assert "No sessions yet" in screen_text(pilot)
        await press(pilot, "a", "p", "ctrl+s")
        assert told(pilot).startswith("Saved: planned 6 sessions")
        assert "3 more planned" in screen_text(pilot)
        await press(pilot, "f", "f", "f")
        assert mode(pilot).rows.count == 6


async def test_sessions_are_found_and_filtered(file: Path, running: Running) -> None:
    async with running(file) as pilot:
        await press(pilot, "5", "f", "f")
        assert [item.id for item in _items(pilot)] == ["s9"]
        await press(pilot, "f", "f")
        assert [item.id for item in _items(pilot)] == ["s12", "s4"]
        await press(pilot, "f", "slash", "1", "3", "enter")
        assert [item.id for item in _items(pilot)] == ["p2", "s12", "s3"]  # 13 Dec, 13, 13 Sep


def _items(pilot: Pilot[None]) -> Iterator[Hour]:
    for section in mode(pilot).rows.sections:
        yield from (item for item in section.items if isinstance(item, Hour))


async def test_what_another_program_rated_meanwhile_is_asked_about(
    file: Path, running: Running
) -> None:
    """The line alone is asked about; the rest of what was answered is saved with it."""
    async with running(file) as pilot:
        await to_session(pilot, "s13")
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, AfterSession)
        await press(pilot, "5", "5")
        with closing(sqlite3.connect(file)) as conn, conn:
            conn.execute(
                "UPDATE rating SET value = 2 WHERE day = ? AND rater = 'client' AND measure_id ="
                " (SELECT id FROM measure WHERE key = 'alliance_goals')",
                (TODAY.isoformat(),),
            )
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "Changed by someone else" in screen_text(pilot))
        await press(pilot, "t")
        await until(pilot, lambda: isinstance(pilot.app.screen, SessionsScreen))
    assert rated(file, "client")["alliance_goals"] == 2
    assert rated(file, "client")["alliance_tasks"] == 5


async def test_what_was_answered_survives_a_killed_program(file: Path, running: Running) -> None:
    """It is offered at the next start, and only to whoever was writing."""
    async with running(file) as pilot:
        await to_session(pilot, "s13")
        await press(pilot, "e", "3", "backspace")
    async with running(file, rater=Rater.THERAPIST) as pilot:
        assert "You were writing" not in screen_text(pilot)
    async with running(file) as pilot:
        await until(pilot, lambda: "You were writing: a session" in screen_text(pilot))
        await press(pilot, "g")
        await until(pilot, lambda: isinstance(pilot.app.screen, AfterSession))
        form = pilot.app.screen
        assert isinstance(form, AfterSession)
        assert form.state.answers[2].value == 3
        assert form.state.answers[3].value is None
        await press(pilot, "ctrl+s")
        await settled(pilot)
    assert rated(file, "client")["alliance_goals"] == 3
    assert "alliance_tasks" not in rated(file, "client")


async def test_a_thousand_sessions_move_as_lightly_as_ten(empty: Path, running: Running) -> None:
    """Only the lines that are seen are drawn."""
    with closing(sqlite3.connect(empty)) as conn, conn:
        ((client,),) = conn.execute("SELECT id FROM client").fetchall()
        rows = [
            (f"s{n}", client, (TODAY - timedelta(7 * n)).isoformat(), "held", "", None, None, "")
            for n in range(1000)
        ]
        conn.executemany("INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    async with running(empty) as pilot:
        await press(pilot, "5", "G")
        assert mode(pilot).hour
        assert "   1 " in screen_text(pilot)
