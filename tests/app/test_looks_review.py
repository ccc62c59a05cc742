"""What a review looks like, in three sizes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled, until
from tui.dialogs.blind import BlindRating
from tui.screens.review import ReviewScreen

SIZES = [(120, 36), (80, 24), (40, 15)]
BEGUN = (
    "INSERT INTO review SELECT 'r', id, '2026-11-22', 'begun', 'growth', '', '', '', NULL"
    " FROM client"
)


UNRATED = "DELETE FROM rating WHERE day = '2026-11-22' AND measure_id IN (SELECT id FROM goal)"


def begun(sample: Path) -> Path:
    """The sample case in the midst of a review, whose goals have still to be rated."""
    with closing(sqlite3.connect(sample)) as conn, conn:
        conn.execute(UNRATED)
        conn.execute(BEGUN)
    return sample


async def into(pilot: Pilot[None], page: str) -> None:
    """Into the review, onto a page; in a narrow window the page is opened."""
    narrow = pilot.app.size.width < 60
    await settled(pilot)
    await press(pilot, "7", "enter", *["enter"] * narrow)
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    await until(pilot, lambda: screen.inside)
    screen.rows.move_to_id(page)
    await settled(pilot)
    if narrow:
        await press(pilot, "enter")


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_before_a_review(
    size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """The agenda of the next hour."""
    app = make_app(sample)

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "7", "down", "down", "down")

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_a_page(size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """A goal's page; in the wide window in the light theme, growth and signs then and now."""
    app = make_app(begun(sample))
    wide = size[0] > 100
    app.theme = "washi" if wide else "kintsugi"

    async def look(pilot: Pilot[None]) -> None:
        goal = next(x.id for x in app.desk.first.goals if x.measure.name.startswith("Ring"))
        await into(pilot, "growth" if wide else f"goal:{goal}")

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda s: f"{s[0]}x{s[1]}")
def test_both_rate(
    size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """One has rated, the other has still to."""
    app = make_app(begun(sample))

    async def look(pilot: Pilot[None]) -> None:
        goal = next(x.id for x in app.desk.first.goals if x.measure.name.startswith("Sleep"))
        await into(pilot, f"goal:{goal}")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BlindRating))
        await press(pilot, "4")

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_agenda(sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The agenda being put in order; a notice under the cursor, in full."""
    app = make_app(begun(sample))

    async def look(pilot: Pilot[None]) -> None:
        await into(pilot, "agenda")
        await press(pilot, "enter")
        await until(pilot, lambda: app.screen.is_modal)
        await settled(pilot)
        await press(pilot, "down", "down", "down")

    assert snap_compare(app, terminal_size=(80, 24), run_before=look)
