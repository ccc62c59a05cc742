"""What Between looks like; see `test_looks.py` for how these pictures are kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled

WIDE, MIDDLE, NARROW = (120, 36), (80, 24), (40, 15)
VIEWS = {
    "reflection": (["6", "right_curly_bracket", "down"], WIDE, "kintsugi"),
    "practice-washi": (["6", *["right_curly_bracket"] * 2, "down"], WIDE, "washi"),
    "reflection-middle": (["6", "right_curly_bracket"], MIDDLE, "kintsugi"),
    "narrow": (["6"], NARROW, "kintsugi"),
    "writing": (["N", *"No "], MIDDLE, "kintsugi"),
    "starters": (["6", "a", "t"], NARROW, "kintsugi"),
    "search": (["F", *"first"], MIDDLE, "kintsugi"),
}


@pytest.mark.parametrize(("keys", "size", "theme"), VIEWS.values(), ids=VIEWS.keys())
def test_between(
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
