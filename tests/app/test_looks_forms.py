"""What forms and questions look like."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import press, settled
from tests.app.toyforms import FakeDesk, Toy, ToyApp
from tui.core.trouble import Conflict, Trouble

CONFLICT = Conflict(
    "“A long walk”",
    {"id": "e1", "text": "A long walk with Jo, in the rain", "day": "2026-11-20", "level": 7.0},
    {"id": "e1", "text": "A walk", "day": "2026-11-21", "level": None},
)
FULL = Trouble("The disk that holds me.fledge is full, so nothing was saved. Free some space.")
SIZES = [(120, 36), (80, 24), (40, 15)]


def named(value: Any) -> str:
    return value if isinstance(value, str) else f"{value[0]}x{value[1]}"


@pytest.mark.parametrize(
    ("size", "theme"), [*((size, "kintsugi") for size in SIZES), ((80, 24), "washi")], ids=named
)
def test_form(size: tuple[int, int], theme: str, snap_compare: Any) -> None:
    """A value that is off its scale and trouble at the foot."""
    app = ToyApp(Toy(text="A walk"), FakeDesk(FULL))
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "ctrl+s", "tab", "tab", "tab", "7", "8", "tab", "shift+tab")

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize("size", SIZES, ids=named)
@pytest.mark.parametrize("keys", [("!", "escape", "down"), ("ctrl+s",)], ids=["leave", "conflict"])
def test_questions(keys: tuple[str, ...], size: tuple[int, int], snap_compare: Any) -> None:
    """Leaving with something written; two states side by side."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    app = ToyApp(Toy(text="A walk"), FakeDesk(CONFLICT))
    assert snap_compare(app, terminal_size=size, run_before=look)
