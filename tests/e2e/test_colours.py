"""The colours that really go to a terminal: sixteen, 256, none."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

FLEDGE = Path(sys.executable).with_name("fledge")
CHART = "┤"
"""A sign that the picture is drawn."""
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")


@contextmanager
def demo(tmp: Path, **env: str) -> Iterator[Terminal]:
    """The demo, once its picture is drawn."""
    places = {f"XDG_{kind}_HOME": str(tmp / kind) for kind in ("DATA", "CONFIG", "STATE")}
    with Terminal([FLEDGE, "demo"], env={"TMPDIR": str(tmp), **places, **env}) as terminal:
        terminal.wait_for(CHART)
        terminal.press("down")
        terminal.wait_for("▸ Ring my sister")
        yield terminal


def sent(terminal: Terminal) -> set[str]:
    """Every parameter list of a sequence that sets colours or letters."""
    return {found.decode() for found in SGR.findall(bytes(terminal.output))}


@pytest.mark.parametrize(
    "env",
    [{"TERM": "xterm-16color"}, {"TERM": "linux"}, {"TEXTUAL_COLOR_SYSTEM": "standard"}],
    ids=str,
)
def test_sixteen_colours(env: dict[str, str], tmp_path: Path) -> None:
    with demo(tmp_path, **env) as terminal:
        for key, there in (("question_mark", "Esc closes"), ("escape", "Ring my sister")):
            terminal.press({"question_mark": "?"}.get(key, key))
            terminal.wait_for(there)
        assert not [codes for codes in sent(terminal) if re.search(r"[34]8[;:][25]", codes)]
        width, height = terminal.emulator.columns, terminal.emulator.rows
        cells = [terminal.cell(x, y) for y in range(height) for x in range(width)]
        written = [cell for cell in cells if cell.data.strip()]
        assert all(cell.fg != cell.bg for cell in written)
        assert len({cell.fg for cell in written}) >= 5, "goals, growth, signs, gold and words"


def test_256_colours_are_told_by_number(tmp_path: Path) -> None:
    with demo(tmp_path, TERM="xterm-256color") as terminal:
        assert any("38;5;" in codes for codes in sent(terminal))
        assert not any("38;2;" in codes for codes in sent(terminal))


def test_no_colour_at_all_and_the_cursor_is_still_seen(tmp_path: Path) -> None:
    with demo(tmp_path, NO_COLOR="1", COLORTERM="truecolor") as terminal:
        terminal.press("?")
        terminal.wait_for("Esc closes")
        terminal.press("escape")
        terminal.wait_without("Esc closes")
        numbers = {
            int(code) for codes in sent(terminal) for code in re.split("[;:]", codes) if code
        }
        assert not {n for n in numbers if n >= 30}, "neither a colour nor the way back from one"
        row = next(n for n, line in enumerate(terminal.lines) if "▸" in line)
        column = terminal.lines[row].index("Ring")
        assert terminal.cell(column, row).reverse
        assert terminal.cell(column, row).bold
        assert not terminal.cell(column, row + 1).reverse


def test_an_empty_no_color_is_none(tmp_path: Path) -> None:
    with demo(tmp_path, NO_COLOR="", COLORTERM="truecolor") as terminal:
        assert any("38;2;" in codes for codes in sent(terminal))


def test_a_choice_of_colours_is_there_at_the_next_start(tmp_path: Path) -> None:
    with demo(tmp_path, COLORTERM="truecolor") as terminal:
        terminal.press("T")
        terminal.wait_for("Find a theme")
        terminal.type("washi")
        terminal.wait_for(r"washi\s+│|washi\s*\n")
        terminal.press("enter")
        terminal.wait_until(lambda _: terminal.cell(0, 0).bg == "f6f1e7", "washi")
        terminal.press("q")
        assert terminal.wait_exit() == 0
    with demo(tmp_path, COLORTERM="truecolor") as terminal:
        assert terminal.cell(0, 0).bg == "f6f1e7"
