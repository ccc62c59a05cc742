"""What the Sessions mode and its form look like, in three sizes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import TODAY, MakeApp, press, settled
from tests.support import sessions
from tui.core.measures import Rater

SIZES = [(120, 36), (80, 24), (40, 15)]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_sessions(
    size: tuple[int, int], tmp_path: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """The cursor on a session with a break; its place in the picture is marked."""
    app = make_app(sessions.write(tmp_path / "sessions.fledge", TODAY))

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "5", "G", *["up"] * 4)

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("row", [0, 1], ids=["alliance", "trail"])
def test_pages(row: int, tmp_path: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The alliance with the gold seam of its repair; ease against movement, in the light theme."""
    app = make_app(sessions.write(tmp_path / "sessions.fledge", TODAY))
    app.theme = "washi" if row else "kintsugi"

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "5", *["down"] * row)

    assert snap_compare(app, terminal_size=(120, 36), run_before=look)


@pytest.mark.parametrize("size", SIZES[1:], ids=lambda s: f"{s[0]}x{s[1]}")
def test_after_session(
    size: tuple[int, int], tmp_path: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """A therapist half-way through; nothing of the client's is behind the form."""
    app = make_app(sessions.write(tmp_path / "sessions.fledge", TODAY), rater=Rater.THERAPIST)

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "5", "s", "8", "7", "x", "6")

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_repair(tmp_path: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The steps of an open repair, the cursor on the next one."""
    app = make_app(sessions.write(tmp_path / "sessions.fledge", TODAY))

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "5", "f", "f", "f", "f", "B")

    assert snap_compare(app, terminal_size=(80, 24), run_before=look)
