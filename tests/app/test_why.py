"""Why am I seeing this: pressed anywhere, answered from the ratings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Running, press, screen_text
from tui.dialogs.why import WhySheet
from tui.screens.mode import ModeScreen


@pytest.mark.parametrize("size", [(120, 36), (40, 15)])
async def test_w_gives_the_rule_and_the_numbers(
    size: tuple[int, int], sample: Path, running: Running
) -> None:
    async with running(sample, size) as pilot:
        await press(pilot, "3", "w")
        assert isinstance(pilot.app.screen, WhySheet)
        assert "Why? Confidence" in screen_text(pilot)
        assert "Esc closes" in screen_text(pilot)
        assert "62 ratings by the client" in " ".join(screen_text(pilot).split())
        await press(pilot, "end")
        assert "Nov 2026" in screen_text(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, ModeScreen)


async def test_w_tells_how_far_a_goal_has_come(sample: Path, running: Running) -> None:
    async with running(sample) as pilot:
        await press(pilot, "w")
        assert "From the first rating to the last: +7 points" in screen_text(pilot)


async def test_w_where_nothing_has_been_rated(empty: Path, running: Running) -> None:
    async with running(empty) as pilot:
        await press(pilot, "3", "w")
        assert "No ratings by the client yet" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, ModeScreen)
