"""The ending: eight lines from the record, three texts, and an end that can be taken back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.app.conftest import TODAY, Running, press, screen_text, told, until, write
from tests.support.cases import kept, unreviewed
from tests.support.cases import told as case
from tui.charts.picture import Picture
from tui.core.ending_panel import NOT_YET
from tui.dialogs.form import FormDialog
from tui.screens.ending import EndingScreen
from tui.widgets.picture import PictureBox

HOSTILE = "[b]Call[/b] Ada"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The sample case as if nothing had ever been reviewed."""
    return kept(unreviewed(case("rowan", TODAY)), tmp_path / "sample.fledge")


def plans(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as conn:
        return dict(conn.execute("SELECT kind, body FROM plan").fetchall())


def events(path: Path) -> list[tuple[str, str]]:
    wanted = "SELECT kind, day FROM event WHERE kind LIKE 'therapy %' ORDER BY rowid"
    with closing(sqlite3.connect(path)) as conn:
        return conn.execute(wanted).fetchall()


async def test_every_line_has_its_evidence_and_nothing_is_counted(
    sample: Path, running: Running
) -> None:
    async with running(sample) as pilot:
        await press(pilot, "8")
        assert isinstance(pilot.app.screen, EndingScreen)
        seen = ""
        for _ in range(11):
            seen += screen_text(pilot)
            await press(pilot, "j")
        assert "reached on 27 Sep" in seen
        assert "repaired after 9 days" in seen
        assert NOT_YET in seen
        assert not re.search(r"\d of (8|eight)|%|\btotal\b|score", seen)


async def test_a_line_has_the_picture_that_shows_its_evidence(
    sample: Path, running: Running
) -> None:
    """The goal's own, that of a measure, the alliance with its seam; where none is, words."""
    async with running(sample, (80, 24)) as pilot:
        await press(pilot, "8")
        screen = pilot.app.screen
        assert isinstance(screen, EndingScreen)
        box, seen = screen.query_one(PictureBox), {}
        for _ in range(11):
            item = screen.item
            assert item
            card = box.card if box.display else None
            seen[item.id] = card.title if card and card.picture else ""
            if item.id == "repaired":
                assert card
                assert isinstance(card.picture, Picture)
                assert card.picture.seams
                assert "repaired after 9 days" in card.sentence
            await press(pilot, "j")
        assert seen["goals"] == "Ring my sister first"
        assert (seen["leaned"], seen["repaired"]) == ("Intimacy", "Alliance")
        assert not seen["plan"]
        assert not seen["plan:setback"]
        await press(pilot, "home", "enter")
        assert "was at its milestone of 7" in screen_text(pilot)


async def test_the_texts_are_written_and_the_plan_becomes_evidence(
    sample: Path, running: Running
) -> None:
    async with running(sample, (80, 24)) as pilot:
        await press(pilot, "8", "e")
        assert "drawn from the record" in told(pilot)
        await press(pilot, "G", "e")
        assert isinstance(pilot.app.screen, FormDialog)
        assert "Say no at work without guilt" in screen_text(pilot), "the evidence to begin with"
        await press(pilot, "escape", "k", "e")
        await write(pilot, HOSTILE)
        await press(pilot, "ctrl+s")
        assert plans(sample) == {"setback": HOSTILE}
        assert HOSTILE in screen_text(pilot)
        await press(pilot, "home", *["j"] * 7)
        assert "Written on 22 Nov" in screen_text(pilot)
        await press(pilot, "G", "k", "e", "end")
        await write(pilot, "!")
        await press(pilot, "ctrl+s")
        assert plans(sample) == {"setback": f"{HOSTILE}!"}
        await press(pilot, "D", "y")
        assert not plans(sample)
        await press(pilot, "u")
        assert plans(sample) == {"setback": f"{HOSTILE}!"}


async def test_ending_and_beginning_again_are_one_key_each(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "E")
        assert "8 goes there" in told(pilot)
        await press(pilot, "8", "U")
        assert "Therapy goes on" in told(pilot)
        await press(pilot, "E", "E")
        assert events(sample) == [("therapy ended", TODAY.isoformat())]
        assert "Therapy ended on 22 Nov" in screen_text(pilot)
        assert "Rowan  ended 22 Nov · month 15" in screen_text(pilot).splitlines()[0]
        await press(pilot, "C")
        assert "therapy ended on Sun 22 Nov 2026" in screen_text(pilot)
        assert "ended 22 Nov " in screen_text(pilot).partition("looked at")[2]
        await press(pilot, "escape")
        await press(pilot, "u")
        assert not events(sample)
        await press(pilot, "ctrl+r", "U")
        assert [kind for kind, _ in events(sample)] == ["therapy ended", "therapy begun again"]
        assert "ends therapy" in screen_text(pilot)
        await press(pilot, "1")
        await press(pilot, "V")
        assert "therapy begun again" in screen_text(pilot)


async def test_a_draft_of_a_text_is_offered_again(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "8", "G", "k", "e")
        await write(pilot, "Ada")
    async with running(sample) as pilot:
        assert "You were writing: a text for the ending" in screen_text(pilot)
        await press(pilot, "g")
        await until(pilot, lambda: isinstance(pilot.app.screen, FormDialog))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, FormDialog))
    assert plans(sample) == {"setback": "Ada"}
