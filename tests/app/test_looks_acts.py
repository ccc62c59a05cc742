"""What acting looks like; see `test_looks.py` for how these pictures are kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled
from tests.app.test_everywhere import wrote
from tui.app import FledgeApp
from tui.core import changes
from tui.core.drafts import Draft
from tui.core.lifelines import Lifeline, Section
from tui.dialogs import history

WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (40, 15)
VIEWS = {
    "goal-wide": (["a", *"Walk", "tab"], WIDE, "kintsugi"),
    "goal": (["a", *"Walk"], MIDDLE, "kintsugi"),
    "goal-narrow": (["a", *"Walk"], NARROW, "kintsugi"),
    "goal-contrast": (["a", "tab", "ctrl+s"], MIDDLE, "sumi"),
    "rating": (["3", "r", "7"], MIDDLE, "kintsugi"),
    "measure": (["3", "a"], WIDE, "kintsugi"),
    "ladder": (["L"], MIDDLE, "kintsugi"),
    "state": (["space"], MIDDLE, "kintsugi"),
    "event": (["v"], MIDDLE, "washi"),
    "check-in-wide": (["c", "a", "7", "1", "0", "x"], WIDE, "kintsugi"),
    "check-in": (["c", "a", "7", "5", "tab", *"no"], MIDDLE, "kintsugi"),
    "check-in-narrow": (["c", "a", "7"], NARROW, "kintsugi"),
    "nothing-due": (["c"], MIDDLE, "kintsugi"),
    "events": (["V", "down"], MIDDLE, "kintsugi"),
    "steps": (["x", "down"], WIDE, "kintsugi"),
    "help-now-empty": (["f1"], MIDDLE, "kintsugi"),
    "help-now-narrow": (["f1"], NARROW, "washi"),
    "hide-asked": (["ctrl+l", "x"], MIDDLE, "kintsugi"),
    "delete": (["D"], MIDDLE, "kintsugi"),
}


@pytest.mark.parametrize(("keys", "size", "theme"), VIEWS.values(), ids=VIEWS.keys())
def test_acting(
    keys: list[str],
    size: tuple[int, int],
    theme: str,
    sample: Path,
    make_app: MakeApp,
    snap_compare: Any,
) -> None:
    """The sample case."""
    app = make_app(sample)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_help_now_filled(sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """A line that is a year old is asked about."""
    wrote(sample, Lifeline("1", Section.PEOPLE, "Jo", "0123 456\nafter six", date(2025, 11, 1)))
    wrote(sample, Lifeline("2", Section.PEOPLE, "Sam from next door", "rings", date(2026, 11, 1)))
    wrote(sample, Lifeline("3", Section.PLAN, "The practice", "leave word", date(2026, 11, 1)))

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "f1")

    assert snap_compare(make_app(sample), terminal_size=MIDDLE, run_before=look)


def test_history(
    sample: Path, make_app: MakeApp, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The hour, which is a real one, is held still."""
    monkeypatch.setattr(
        history, "moment", lambda at: changes.moment(at).replace(2026, 11, 22, 20, 15, tzinfo=None)
    )

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "v", *"Moved", "ctrl+s", "u", "enter", "4", "5", "H", "down")
        pilot.app.clear_notifications()
        await settled(pilot)

    assert snap_compare(make_app(sample), terminal_size=MIDDLE, run_before=look)


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
def test_welcome(
    size: tuple[int, int],
    empty: Path,
    make_app: MakeApp,
    snap_compare: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The place of the file, another one on each machine, is held still."""
    monkeypatch.setattr("tui.desk.StoreDesk.place", "/home/kim/.local/share/fledge/me.fledge")
    app = make_app(empty)

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        app.welcome()
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_a_draft_is_offered(sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    app = make_app(sample)

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        assert isinstance(pilot.app, FledgeApp)
        await pilot.app.desk.keep_draft(Draft("goal", "", {"wording": "Walk every day"}))
        app.offer_drafts()
        await settled(pilot)

    assert snap_compare(app, terminal_size=MIDDLE, run_before=look)
