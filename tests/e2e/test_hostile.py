"""No text of anybody's becomes a command to the terminal: every byte that is sent is looked at."""

from __future__ import annotations

import os
import re
import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.e2e.test_dashboard import FLEDGE, fledge
from tests.support.hostile import HOSTILE, SEEN, raw
from tests.support.ransacked import ransacked

pytestmark = pytest.mark.walk

_OURS = re.compile(
    rb"\x1b\[[0-9;:]*m"  # colours and looks
    rb"|\x1b\[[0-9;]*[Hf]"  # the cursor's place
    rb"|\x1b\[(?:\?[0-9;]+[hl]|\?[0-9]+\$p|[<>=][0-9;]*u|>[0-9;]*[qm])"  # modes, questions
    rb"|\x1b\[[0-9]* q|\x1b\[22;0t|\x1b\[23;0t|\x1b\[c|\x1b\[6n"
    rb"|\x1b\]22;[a-z-]+\x07"  # the shape of the mouse's pointer
    rb"|\x1bP\+q[0-9a-fA-F;]*\x1b\\|\x1bP=[12]s\x1b\\"
)
"""Everything that the program is known to send, but the clipboard."""
_CLIPBOARD = re.compile(rb"\x1b\]52;c;[A-Za-z0-9+/=]*\x07")
_CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)


def strange(output: bytes, *, copied: bool = False) -> set[str]:
    """Controls in what was sent that are none of ours."""
    text = _OURS.sub(b"", output)
    if copied:
        text = _CLIPBOARD.sub(b"", text)
    found = text.decode("utf-8", "replace")
    return {ascii(found[m.start() : m.start() + 12]) for m in _CONTROLS.finditer(found)}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return ransacked(tmp_path / "mine.fledge", date.today())


def test_nothing_that_is_kept_is_obeyed(file: Path, tmp_path: Path) -> None:
    """Every mode, opened rows, sheets and questions."""
    with fledge(file, tmp=tmp_path) as terminal:
        terminal.wait_for("You were writing")
        terminal.press("g")
        terminal.wait_for("Something that happened")
        terminal.press("escape")
        terminal.wait_without("Something that happened")
        for mode in "1234":
            terminal.press(mode)
            terminal.settle(0.3)
            for _ in SEEN:
                terminal.press("down")
            terminal.press("enter", "enter", "end")
            terminal.settle(0.3)
            terminal.press("backspace", "backspace")
        for sheet, title in (("H", "History"), ("V", "Events"), ("f1", "Help now")):
            terminal.press(sheet)
            terminal.wait_for(f"─ {title} ─")
            for _ in SEEN:
                terminal.press("down")
            terminal.settle(0.3)
            terminal.press("q")
            terminal.wait_without(f"─ {title} ─")
        terminal.press("2", "g", "c")
        terminal.wait_for("Check-in ·")
        terminal.settle(0.3)
        assert not strange(bytes(terminal.output))
        terminal.press("escape")
        terminal.wait_without("Check-in ·")
        terminal.press("y")
        terminal.wait_for("Sent to the clipboard")
        assert len(_CLIPBOARD.findall(terminal.output)) == 1
        assert not strange(bytes(terminal.output), copied=True)
        assert "OWNED" not in terminal.emulator.title
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == set()


def test_nothing_that_is_pasted_or_typed_is_obeyed(tmp_path: Path) -> None:
    """In brackets as terminals paste, and as bytes that come like keys."""
    with fledge("mine.fledge", tmp=tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.press("2", "a")
        terminal.wait_for("Where do you want to be")
        for text in HOSTILE.values():
            terminal.send(b"\x1b[200~" + text.encode("utf-8", "surrogatepass") + b"\x1b[201~")
        terminal.settle(0.5)
        assert not strange(bytes(terminal.output))
        terminal.press("ctrl+s")
        terminal.settle(0.5)
        for text in HOSTILE.values():
            terminal.send(text.encode("utf-8", "surrogatepass").replace(b"\x1a", b""))
        terminal.settle(0.5)
        assert not strange(bytes(terminal.output))
        assert terminal.process.poll() is None or terminal.wait_exit() == 0


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        *(("show", "[/b] cl"), ("goal list", "[/b] cl"), ("events", "[/b] cl"), ("due", "Choice")),
        *(("history", "--help"), ("help-now", "[/b] cl"), ("client list", "Kim")),
    ],
)
def test_the_shell_prints_letters(words: str, seen: str, file: Path, tmp_path: Path) -> None:
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "FLEDGE_FILE": str(file)}
    done = subprocess.run(
        [FLEDGE, *words.split()], env=env, capture_output=True, check=True, text=True
    )
    assert not raw(done.stdout + done.stderr)
    assert seen in done.stdout
