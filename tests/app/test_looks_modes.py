"""What the modes look like; see `test_looks.py` for how these pictures are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled

WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (40, 15)
VIEWS = {
    "goals": (["2"], WIDE, "kintsugi"),
    "growth": (["3", "down"], WIDE, "kintsugi"),
    "signs": (["4", "end"], WIDE, "kintsugi"),
    "goals-opened": (["2", "enter"], WIDE, "kintsugi"),
    "signs-opened": (["4", "end", "enter"], MIDDLE, "kintsugi"),
    "growth-narrow": (["3"], NARROW, "kintsugi"),
    "growth-washi": (["3"], WIDE, "washi"),
    "find": (["slash", *"tion"], MIDDLE, "kintsugi"),
}


@pytest.mark.parametrize(("keys", "size", "theme"), VIEWS.values(), ids=VIEWS.keys())
def test_mode(
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


def test_a_mode_without_anything(empty: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """No goals yet."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "2")

    assert snap_compare(make_app(empty), terminal_size=MIDDLE, run_before=look)
