"""What the box of what is worth talking about looks like, its sheet, and the ending."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled

SIZES = [(120, 36), (80, 24), (40, 15)]


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_worth(size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The cursor among what stands out; on the second line, with its picture."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "i", "j")

    assert snap_compare(make_app(sample), terminal_size=size, run_before=look)


@pytest.mark.parametrize("keys", ["w", "d"], ids=["why", "talked"])
def test_over_the_list(keys: str, sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The seven parts of a notice; the form for what came of it."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "i", *keys)

    assert snap_compare(make_app(sample), terminal_size=(80, 24), run_before=look)


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_ending(size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """Gains held across a longer gap; in the widest window in the light theme."""
    app = make_app(sample)
    app.theme = "washi" if size == SIZES[0] else "kintsugi"

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "8", "j")

    assert snap_compare(app, terminal_size=size, run_before=look)
