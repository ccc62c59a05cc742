"""What it looks like: pictures of the screen, compared as a whole, and the contrast of its colours.

The day is given, the locale is asked nowhere, nothing blinks and nothing is animated, so the same
code draws the same picture on every machine. After a wanted change: `pytest --snapshot-update`,
and look at the pictures before committing them.
"""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path
from typing import Any

import pytest
from rich.color import Color, ColorSystem
from textual.pilot import Pilot
from textual.theme import Theme

from tests.app.conftest import MakeApp, Running, press, settled
from tests.support.colours import VGA, VISIONS, XTERM, as_seen, difference, luminance
from tui import paths, state
from tui.charts.palette import ANSI, Palette
from tui.config import Config
from tui.themes import AI, OURS, SUMI, ours

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


@pytest.mark.parametrize("theme", ["sumi", "ai"])
def test_other_themes(theme: str, sample: Path, make_app: MakeApp, snap_compare: Any) -> None:
    """High contrast, and accents for every eye."""
    app = make_app(sample, config=Config(theme))
    assert snap_compare(app, terminal_size=(120, 36), run_before=settled)


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


WORDS = ("text", "quiet", "goal", "growth", "sign", "session", "gold")
GROUNDS = ("ground", "raised", "cursor")


@pytest.mark.parametrize("theme", OURS, ids=lambda t: t.name)
def test_text_stands_out_from_its_ground(theme: Theme) -> None:
    """WCAG 2: 4.5 to 1 (AA) for every colour of text on every ground; 7 to 1 (AAA) in sumi."""
    palette = Palette.of(theme.variables)
    wanted = 7 if theme is SUMI else 4.5
    for ground, word in product(GROUNDS, WORDS):
        ratio = contrast(getattr(palette, word), getattr(palette, ground))
        assert ratio >= wanted, f"{theme.name}: {word} on {ground} is {ratio:.2f} to 1"
    if theme is SUMI:
        assert contrast(palette.lines, palette.ground) >= 3


@pytest.mark.parametrize("theme", ours("256"), ids=lambda t: t.name)
def test_256_colours_keep_text_readable_and_accents_apart(theme: Theme) -> None:
    """What Rich makes of our colours where a terminal has 256 of its own."""

    def nearest(field: str) -> str:
        colour = Color.parse(getattr(Palette.of(theme.variables), field))
        return colour.downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex

    for ground, word in product(GROUNDS, WORDS):
        assert contrast(nearest(word), nearest(ground)) >= 4.5
    accents = [nearest(word) for word in ("goal", "growth", "sign", "session", "gold")]
    assert len({*accents}) == len(accents)


@pytest.mark.parametrize("theme", ours("standard"), ids=lambda t: t.name)
@pytest.mark.parametrize("terminal", [XTERM, VGA], ids=["xterm", "vga"])
def test_sixteen_colours_keep_text_readable_and_accents_apart(
    terminal: tuple[str, ...], theme: Theme
) -> None:
    palette = Palette.of(theme.variables)
    shown = {field: terminal[ANSI.index(getattr(palette, field))] for field in (*GROUNDS, *WORDS)}
    for ground, word in product(GROUNDS, WORDS):
        ratio = contrast(shown[word], shown[ground])
        assert ratio >= 3, f"{theme.name}: {word} on {ground} is {ratio:.2f} to 1"
    assert len({shown[word] for word in ("goal", "growth", "sign", "session", "gold")}) == 5


@pytest.mark.parametrize("vision", VISIONS)
def test_accents_of_ai_differ_for_every_eye(vision: str) -> None:
    """CIEDE2000 of 12 is a difference that nobody overlooks; 2.3 is one that can just be seen."""
    palette = Palette.of(AI.variables)
    accents = ("goal", "growth", "sign", "session", "gold")
    for one, other in combinations(accents, 2):
        seen = [as_seen(getattr(palette, accent), vision) for accent in (one, other)]
        assert difference(*seen) >= 12, f"{one} and {other}: {difference(*seen):.1f}"


def test_the_difference_of_colours_is_that_of_the_paper() -> None:
    """Pairs from Sharma, Wu and Dalal (2005), table 1: 1, 7, 17 and 20."""
    for one, other, paper in (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, 2.5, 0), (50, 3.2592, 0.3350), 1.0),
    ):
        assert difference(one, other) == pytest.approx(paper, abs=2e-4)


async def test_the_choice_is_kept_and_settings_go_before_it(
    sample: Path, running: Running, make_app: MakeApp
) -> None:
    async with running(sample) as pilot:
        assert not paths.state_file().exists(), "nobody chose anything yet"
        pilot.app.theme = "nord"
        await settled(pilot)
    assert make_app(sample).theme == "nord"
    assert make_app(sample, config=Config("ai")).theme == "ai"
    state.remember_theme("gone with an older version")
    assert make_app(sample).theme == "kintsugi"


@pytest.mark.parametrize("theme", ["ansi-light", "ansi-dark", "sumi", "washi"])
async def test_sixteen_colours(
    theme: str, sample: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what such a terminal can show is offered, and everything is drawn with it."""
    monkeypatch.delenv("COLORTERM")
    monkeypatch.setenv("TERM", "linux")
    async with running(sample, config=Config(theme)) as pilot:
        assert {*pilot.app.available_themes} == {t.name for t in OURS} | {"ansi-dark", "ansi-light"}
        assert pilot.app.theme == theme
        for _ in range(2):
            strips = pilot.app.screen._compositor.render_strips()
            styles = [segment.style for strip in strips for segment in strip if segment.style]
            colours = {c for style in styles for c in (style.color, style.bgcolor) if c}
            assert all(colour.is_system_defined for colour in colours)
            await press(pilot, "question_mark")


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two "#rrggbb" colours, 1 to 21 (WCAG 2, relative luminance)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
