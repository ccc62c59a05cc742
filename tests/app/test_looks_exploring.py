"""What looking closer looks like; see `test_looks.py` for how these pictures are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled

WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (40, 15)
VIEWS = {
    "point": (["3", "tab", "h", "h"], WIDE, "kintsugi"),
    "overlay-washi": (["3", "o", "down", "down", "enter"], WIDE, "washi"),
    "compare": (["4", "t", "t", "t", "equals_sign", "enter"], WIDE, "kintsugi"),
    "year": (["3", "Y", "tab"], MIDDLE, "kintsugi"),
    "year-narrow": (["3", "enter", "Y"], NARROW, "kintsugi"),
    "closer": (["2", "down", "plus", "plus", "left_square_bracket"], MIDDLE, "kintsugi"),
}


@pytest.mark.parametrize(("keys", "size", "theme"), VIEWS.values(), ids=VIEWS.keys())
def test_exploring(
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
