"""What it looks like: pictures of the screen, compared as a whole, and the contrast of its colours.

The day is given, the locale is asked nowhere, nothing blinks and nothing is animated, so the same
code draws the same picture on every machine. After a wanted change: `pytest --snapshot-update`,
and look at the pictures before committing them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from tests.app.conftest import MakeApp, press, settled
from tui.charts.palette import Palette
from tui.themes import KINTSUGI, WASHI

SIZES = [(120, 36), (80, 24), (40, 15)]


@pytest.mark.parametrize("theme", ["kintsugi", "washi"])
@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_overview(
    size: tuple[int, int], theme: str, sample: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """The sample case with the cursor on a reworded goal."""
    app = make_app(sample, demo=True)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, "down")

    assert snap_compare(app, terminal_size=size, run_before=look)


@pytest.mark.parametrize(
    ("keys", "size"),
    [(["question_mark"], (80, 24)), (["enter"], (40, 15)), (["tab", "tab", "t", "t"], (100, 30))],
    ids=["keys", "picture", "sign"],
)
def test_other_views(
    keys: list[str], size: tuple[int, int], sample: Path, make_app: MakeApp, snap_compare: Any
) -> None:
    """The key sheet, the picture alone, a sign over three months."""

    async def look(pilot: Pilot[None]) -> None:
        await settled(pilot)
        await press(pilot, *keys)

    assert snap_compare(make_app(sample), terminal_size=size, run_before=look)


def test_nothing_written_yet(empty: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """The grey state: no row claims anything."""
    assert snap_compare(make_app(empty), terminal_size=(80, 24), run_before=settled)


@pytest.mark.parametrize("theme", [KINTSUGI, WASHI], ids=lambda t: t.name)
def test_text_stands_out_from_its_ground(theme: Any) -> None:
    """WCAG 2 AA: 4.5 to 1 for every colour that text is written in, on every ground it is on."""
    palette = Palette.of(theme.variables)
    words = ("text", "quiet", "goal", "growth", "sign", "session", "gold")
    for ground in ("ground", "raised", "cursor"):
        for word in words:
            ratio = contrast(getattr(palette, word), getattr(palette, ground))
            assert ratio >= 4.5, f"{theme.name}: {word} on {ground} is {ratio:.2f} to 1"


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two "#rrggbb" colours, 1 to 21 (WCAG 2, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
