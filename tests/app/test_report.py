"""A report from inside: asked what goes in, and whether a file may go."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.conftest import Running, press, settled, told, until, write
from tui.dialogs.choosing import Choosing
from tui.dialogs.confirm import Confirm


async def test_a_report_is_written_where_it_is_wanted(
    sample: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sample.parent)
    page = sample.parent / "fledge-report-2026-11-22.html"
    async with running(sample) as pilot:
        await press(pilot, "ctrl+p")
        await write(pilot, "report")
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choosing))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "Written: " in told(pilot))
        assert told(pilot) == f"Written: {page}. It is not encrypted."
        assert "Say no at work without guilt" in page.read_text("utf-8")

        page.write_text("mine")
        await pilot.app.run_action("report")
        await until(pilot, lambda: isinstance(pilot.app.screen, Choosing))
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Confirm))
        await press(pilot, "escape")
        await settled(pilot)
        assert page.read_text("utf-8") == "mine"
