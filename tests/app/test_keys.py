"""A person's own keys: pressed, and shown wherever keys are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Running, press, screen_text
from tui.commands.base import Command
from tui.config import Config
from tui.core.timespan import Range
from tui.dialogs.keys import KeySheet
from tui.screens.mode import ModeScreen
from tui.widgets.rows import Rows

OWN = Config(
    keys={
        "down": ("I",),
        "range": ("R", "f5"),
        "quit": ("ctrl+x",),
        "keys": ("f2",),
        "theme": ("X",),
        "save-copy": ("Z",),
    }
)


@pytest.fixture(autouse=True)
def built_in() -> None:
    """Nothing is left of a test before."""
    Command.remap({})


async def test_own_keys_act_and_the_built_in_ones_do_not(sample: Path, running: Running) -> None:
    async with running(sample, config=OWN) as pilot:
        rows = pilot.app.screen.query_one(Rows)
        screen = pilot.app.screen
        assert isinstance(screen, ModeScreen)
        await press(pilot, "down", "I", "k", "I", "I")
        assert rows.cursor == 2
        await press(pilot, "t", "R", "f5")
        assert screen.range is Range.MONTH.next
        await press(pilot, "Z")
        assert [*sample.parent.glob("sample-2026-11-22*")]
        await press(pilot, "q")
        assert pilot.app.is_running
        await press(pilot, "ctrl+x")
        assert pilot.app.return_code == 0


async def test_own_keys_are_shown(sample: Path, running: Running) -> None:
    async with running(sample, size=(120, 240), config=OWN) as pilot:
        foot = screen_text(pilot).splitlines()[-1]
        for shown in (" R Range", " F2 Keys", " X Theme", " ^x Quit"):
            assert shown in foot
        await press(pilot, "f2")
        sheet = screen_text(pilot)
        (down,) = (row for row in sheet.splitlines() if "The next row; its picture" in row)
        assert down.split("│")[1].split()[0] == "I"
        assert "R  F5" in sheet
        await press(pilot, "question_mark")
        assert isinstance(pilot.app.screen, KeySheet), "that is no key of anything any more"
        await press(pilot, "f2")
        assert isinstance(pilot.app.screen, ModeScreen)


async def test_what_cannot_be_used_is_told_at_the_start(sample: Path, running: Running) -> None:
    keys = {"range": ("j",), "rnage": ("J",)}
    config = Config("nope", keys=keys, troubles=("one", "two [/b]"), file="mine.toml")
    async with running(sample, config=config) as pilot:
        assert pilot.app.theme == "kintsugi"
        told = " ".join(notice.message for notice in pilot.app._notifications)
        for words in ("one", "two [/b]", "mine.toml: theme is “nope”", "and 2 more"):
            assert words in told
        await press(pilot, "j", "t")
        assert pilot.app.screen.query_one(Rows).cursor == 1
