"""Caseload: everybody in the file in a row, used from the keyboard."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, Running, press, screen_text, settled, told, write
from tests.app.test_clients import app_of, beside
from tests.app.test_overview import HOSTILE
from tui.core.clients import Client
from tui.core.deeds import Keep, KeepSession, PlanSessions
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.reviews import Review, ReviewState
from tui.core.sessions import Session, SessionState
from tui.core.text import clean
from tui.core.topics import Topic
from tui.screens.caseload import CaseloadScreen
from tui.screens.mode import ModeScreen
from tui.store import clients, deeds
from tui.store.connection import open_file
from tui.widgets.details import Details

SIZES = [(120, 36), (80, 24), (40, 15)]


@pytest.fixture
def several(sample: Path) -> Path:
    """The sample case, and four clients of whom there is this or that to say."""
    beside(sample, "Kim", "Ada Lovelace", "Émile", "Zoë Andersson-Lindqvist of the Northern Isles")
    file = open_file(sample)
    kim, ada, emile = (clients.choose(file.conn, name) for name in ("Kim", "ada lovelace", "Émile"))
    held = Session("held", 0, TODAY - timedelta(40), entered=TODAY - timedelta(40))
    days = (TODAY - timedelta(40), *[None] * 5)
    rupture = Rupture("r", held.id, held.day, Noticer.CLIENT, RuptureKind.WITHDRAWAL, "", days)
    ahead = (
        Session("n1", 0, TODAY + timedelta(3), SessionState.PLANNED),
        Session("n2", 0, TODAY, SessionState.PLANNED),
    )
    deeds.do(file, kim.id, KeepSession(held))
    deeds.do(file, kim.id, Keep(rupture))
    deeds.do(file, kim.id, PlanSessions(ahead[:1]))
    deeds.do(file, ada.id, PlanSessions(ahead[1:]))
    deeds.do(file, emile.id, Keep(Topic("t", TODAY, "Do these goals still fit?")))
    file.close()
    return sample


def caseload(pilot: Pilot[None]) -> CaseloadScreen:
    screen = pilot.app.screen
    assert isinstance(screen, CaseloadScreen)
    return screen


def names(pilot: Pilot[None]) -> list[str]:
    (section,) = caseload(pilot).rows.sections
    return [item.client.name.split()[0] for item in section.items]  # type: ignore[attr-defined]


def said(pilot: Pilot[None]) -> list[str]:
    """The summary of whoever is under the cursor."""
    blocks = caseload(pilot).query_one(Details).blocks
    return [entry.text for block in blocks for entry in block.entries]


async def test_everybody_and_one_of_them(several: Path, running: Running) -> None:
    """What is waiting in each row, more about the one under the cursor; Enter goes to them."""
    async with running(several) as pilot:
        assert "9 Caseload" in screen_text(pilot)
        await press(pilot, "9")
        assert names(pilot) == ["Ada", "Émile", "Kim", "Rowan", "Zoë"]
        case = caseload(pilot).case
        assert case
        assert case.client == app_of(pilot).desk.client
        rows = {line.split()[0]: line for line in screen_text(pilot).splitlines()[3:8]}
        assert "today" in rows["Ada"]
        assert "1 to write up · 16 due" in rows["Ada"]
        assert "13 Oct" in rows["Kim"]
        assert "25 Nov" in rows["Kim"]
        assert "1 open" in rows["Kim"]
        assert "1 topic" in rows["Émile"]
        assert "0 of 1" in rows["Émile"]
        assert "1 of 2" in rows["▸"]
        await press(pilot, "home")
        assert said(pilot) == [
            "Go far",
            "today",
            "A session is not written up.",
            "A check-in would ask 16 today.",
        ]
        await press(pilot, "enter")
        screen = pilot.app.screen
        assert isinstance(screen, ModeScreen)
        assert (screen.NAME, screen.data.client.name) == ("overview", "Ada Lovelace")
        await press(pilot, "9", "end", "G")
        assert caseload(pilot).data.client.name == "Ada Lovelace", "looking at rows changes nothing"


async def test_a_review_that_is_due_and_what_stands_out(several: Path, running: Running) -> None:
    """In the row, and in the summary of the one under the cursor; a due review is waited for."""
    file = open_file(several)
    zoe = clients.everyone(file.conn)[-1]
    set_then = Review("w", TODAY - timedelta(80), ReviewState.HELD, next_day=TODAY)
    deeds.do(file, zoe.id, Keep(set_then))
    with file.transaction() as conn:  # nobody would be asked anything
        conn.execute("UPDATE measure SET paused = 1")
    file.close()
    async with running(several, size=(120, 36)) as pilot:
        await press(pilot, "9")
        rows = screen_text(pilot).splitlines()
        assert any("Zoë" in row and "review due" in row for row in rows)
        assert any("Rowan" in row and "to talk about" in row for row in rows)
        assert any("worth talking about." in text for text in said(pilot))
        await press(pilot, "end")
        assert "A review was set for Sun 22 Nov 2026." in said(pilot)
        await press(pilot, "f")
        assert "Zoë" in names(pilot)


async def test_narrowing_and_ordering(several: Path, running: Running) -> None:
    """`f`, `O` and `/`; nothing that is about a measure does anything here."""
    async with running(several) as pilot:
        await press(pilot, "9", "f")
        assert "5 of 5  f waiting for something" in screen_text(pilot)
        await press(pilot, "f")
        assert names(pilot) == ["Rowan"]
        await press(pilot, "f")
        assert names(pilot) == ["Kim"]
        await press(pilot, "f", "O")
        assert names(pilot)[:2] == ["Ada", "Kim"]
        await press(pilot, "O")
        assert names(pilot)[:2] == ["Kim", "Rowan"]
        await press(pilot, *"ewDrLMxto=Y", "tab")
        assert caseload(pilot).data_count == 5
        await press(pilot, "slash", *"nobody")
        assert "No name has “nobody” in it." in screen_text(pilot)
        await press(pilot, "enter", "enter", "escape")
        assert len(names(pilot)) == 5


async def test_adding_there(several: Path, running: Running) -> None:
    """Whoever is added is under the cursor."""
    async with running(several) as pilot:
        await press(pilot, "9", "a")
        await write(pilot, "Bo")
        await press(pilot, "ctrl+s")
        case = caseload(pilot).case
        assert case
        assert case.client.name == "Bo"


async def test_one_client_has_none(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        assert "Caseload" not in screen_text(pilot)
        await press(pilot, "9")
        assert told(pilot) == "This file holds one client. C adds another."
        assert isinstance(pilot.app.screen, ModeScreen)
        assert not isinstance(pilot.app.screen, CaseloadScreen)


async def test_nobody_else_is_shown_to_others(several: Path, running: Running) -> None:
    """Neither in the list nor in the chooser, nor in what is told of an undo."""
    async with running(several) as pilot:
        await press(pilot, "9")
        await press(pilot, "S")
        assert "Kim" not in screen_text(pilot)
        assert "Other clients are hidden" in screen_text(pilot)
        await press(pilot, "1", "9")
        assert not isinstance(pilot.app.screen, CaseloadScreen)
        assert "hidden" in told(pilot)
        await press(pilot, "C")
        assert isinstance(pilot.app.screen, ModeScreen)
        await press(pilot, "u")
        assert told(pilot) == "Taken back: a change about another client."
        await press(pilot, "H")
        assert "Do these goals still fit" not in screen_text(pilot)


async def test_two_hundred_with_hostile_names(sample: Path, running: Running) -> None:
    """Only rows in sight are looked at closely, and nothing that a name holds is obeyed."""
    file = open_file(sample)
    hostile = [Client(f"h{n}", text, TODAY) for n, text in enumerate(HOSTILE)]
    many = [Client(f"c{n}", f"Client {n:03}", TODAY) for n in range(200)]
    with file.transaction() as conn:
        rows = ((c.id, clean(c.name), c.started.isoformat()) for c in (*hostile, *many))
        conn.executemany("INSERT INTO client VALUES (?, ?, ?)", rows)
    file.close()
    async with running(sample, size=(80, 24)) as pilot:
        await press(pilot, "9", "home", "pagedown")
        assert caseload(pilot).data_count == 201 + len(HOSTILE)
        assert 0 < len(caseload(pilot)._looked) < 60
        assert 0 < len(caseload(pilot)._talked) < 60
        for each in range(len(HOSTILE)):
            await press(pilot, "home", *["down"] * each)
            assert "\x1b" not in screen_text(pilot)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_looks(size: tuple[int, int], several: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The sample case among others."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "9")

    assert snap_compare(make_app(several), terminal_size=size, run_before=look)


def test_the_chooser_looks(several: Path, make_app: MakeApp, snap_compare: Any) -> None:
    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "C")

    assert snap_compare(make_app(several), terminal_size=(80, 24), run_before=look)
