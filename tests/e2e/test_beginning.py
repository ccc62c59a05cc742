"""The first start, and what is half written when a program ends: in a real pseudo-terminal."""

from __future__ import annotations

import base64
import re
import signal
from pathlib import Path

import pytest

from tests.e2e.test_dashboard import demos, fledge, shell
from tests.support.held import wait_held
from tests.support.terminal import Terminal


def test_the_first_start(tmp_path: Path) -> None:
    """Welcome; a name and a first goal; a private file that holds them."""
    file = tmp_path / "home" / "fledge" / "me.fledge"
    with fledge(tmp=tmp_path) as terminal:
        terminal.wait_for("Begin with a name")
        terminal.press("b")
        terminal.wait_for("› Name")
        terminal.press("end", "ctrl+u")
        terminal.wait_without("› Name +Me")
        terminal.type("Jo")
        terminal.wait_for(r"› Name +Jo ")
        terminal.press("enter")
        terminal.wait_for("› Therapy began")
        terminal.press("enter")
        terminal.wait_for("› A first goal")
        terminal.type("Sleep [well] 🙂")
        terminal.wait_for(r"Sleep \[well\]")
        terminal.press("ctrl+s")
        terminal.wait_for("Saved: began with Jo")
        terminal.wait_for(r"╭─ Goals[\s\S]*Sleep \[well\] 🙂")
        (file,) = (tmp_path / "home").rglob("*.fledge")
        assert file.stat().st_mode & 0o777 == 0o600
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert "Sleep [well] 🙂" in shell("show", tmp=tmp_path)
    with fledge(tmp=tmp_path) as terminal:
        terminal.wait_for(r"Sleep \[well\] 🙂")
        terminal.wait_for("┤|No picture")
        assert "Welcome" not in terminal.text
        terminal.press("q")
        terminal.wait_exit()


def test_at_the_first_start_one_can_look_around(tmp_path: Path) -> None:
    with fledge(tmp=tmp_path) as terminal:
        terminal.wait_for("Begin with a name")
        terminal.press("d")
        terminal.wait_for("demo · ")
        assert "Rowan" in terminal.text
        assert len(demos(tmp_path)) == 1
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == set()
    assert demos(tmp_path) == []


def test_at_the_first_start_escape_leaves_the_empty_lists(tmp_path: Path) -> None:
    with fledge(tmp=tmp_path) as terminal:
        terminal.wait_for("Begin with a name")
        terminal.press("escape")
        terminal.wait_without("Begin with a name")
        terminal.wait_for("No goals yet")
        terminal.press("q")
        assert terminal.wait_exit() == 0


def half_written(terminal: Terminal) -> None:
    """Begin a goal and leave it so."""
    terminal.wait_for("Begin with a name")
    terminal.press("escape")
    terminal.wait_without("Begin with a name")
    terminal.press("a")
    terminal.wait_for("› The goal")
    terminal.type("Walk every day")
    terminal.wait_for("Walk every day")
    terminal.press("tab")
    terminal.wait_for("› Why it matters")
    terminal.type("It clears my head")
    terminal.wait_for("It clears my head")


@pytest.mark.parametrize("end", ["kill", "hangup", "term", "window", "ctrl+q"])
def test_what_is_half_written_is_offered_at_the_next_start(end: str, tmp_path: Path) -> None:
    file = tmp_path / "mine.fledge"
    with fledge(file, tmp=tmp_path) as terminal:
        half_written(terminal)
        if end == "kill":  # nothing can be done then; what was on the screen a moment ago is kept
            wait_held(terminal, tmp_path, "It clears my head")
            terminal.signal(signal.SIGKILL)
        elif end == "hangup":
            terminal.signal(signal.SIGHUP)
        elif end == "term":
            terminal.signal(signal.SIGTERM)
        elif end == "window":
            terminal.hang_up()
        else:
            terminal.press("ctrl+q")
        terminal.wait_exit()
    with fledge(file, tmp=tmp_path) as terminal:
        terminal.wait_for("You were writing: a goal, “Walk every day”")
        terminal.press("enter")
        terminal.wait_for("Taken up again from")
        terminal.wait_for("It clears my head")
        terminal.press("ctrl+s")
        terminal.wait_for("Saved: set the goal “Walk every day”")
        terminal.press("q")
        terminal.wait_exit()
    with fledge(file, tmp=tmp_path) as terminal:
        terminal.wait_for("Walk every day")
        terminal.wait_for("No picture yet")
        terminal.settle(0.3)
        assert "You were writing" not in terminal.text
        terminal.press("q")
        terminal.wait_exit()


def test_a_row_reaches_the_clipboard_of_the_terminal(tmp_path: Path) -> None:
    """By OSC 52, which works over SSH too."""
    with fledge("demo", tmp=tmp_path) as terminal:
        terminal.wait_for("┤")
        terminal.press("y")
        terminal.wait_for("Sent to the clipboard")
        found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", terminal.output)
        assert found
        assert base64.b64decode(found[1]).decode().startswith("Say no at work without guilt")
        terminal.press("q")
        assert terminal.wait_exit() == 0
