"""No byte of a therapist's own notes reaches anything but their own file, whatever is done."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.test_dashboard import FLEDGE
from tests.support.held import holders, wait_held
from tests.support.terminal import Terminal

SAVED, DRAFT, SHARED, SHELL = "zqsavedqz", "zqkilledqz", "zqsharedqz", "zqshellqz"
"""Words that are found nowhere but where somebody wrote them."""


def places(home: Path) -> Mapping[str, str]:
    """Everything that the program keeps, in one folder."""
    kinds = ("DATA", "CONFIG", "STATE", "CACHE")
    return {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        **{f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in kinds},
    }


def shell(home: Path, *words: str | Path, stdin: str = "") -> str:
    """What a command answers that goes well."""
    done = subprocess.run(
        [FLEDGE, *words],
        env={**os.environ, **places(home)},
        cwd=home,
        input=stdin,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@contextmanager
def therapist(home: Path) -> Iterator[Terminal]:
    """The program in the therapist's view."""
    with Terminal([FLEDGE, "--as", "therapist"], env=places(home), cwd=home) as terminal:
        terminal.wait_for("therapist view")
        yield terminal


def a_note(terminal: Terminal, words: str, begun: str = "") -> None:
    """Begin a note, over one that was `begun`."""
    terminal.press("a")
    terminal.wait_for("What do you want to write down")
    terminal.press("n")
    terminal.wait_for(begun or "› The note")
    terminal.type(words)
    terminal.wait_for(words)


def test_no_byte_leaves_its_file(tmp_path: Path) -> None:
    """By form, undo, sharing, a kill, and from the shell; the client's file is used meanwhile."""
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    shell(home, "client", "add", "Kim")
    shell(home, "goal", "add", "Walk")
    with therapist(home) as terminal:
        terminal.press("W")
        terminal.wait_for("My own notes · Kim")
        a_note(terminal, SAVED)
        terminal.press("ctrl+s")
        terminal.wait_without("› The note")
        terminal.press("u")
        terminal.wait_for("Taken back: wrote a note")
        terminal.press("ctrl+r")
        terminal.wait_for("Brought again: wrote a note")
        a_note(terminal, SHARED)
        terminal.press("f4")
        terminal.wait_for("◉ shared")
        assert SHARED not in terminal.text
        assert SAVED not in terminal.text
        terminal.press("S")
        terminal.wait_without("◉ shared")
        shell(home, "--as", "therapist", "rate", "walk", "4")
        terminal.press("ctrl+p")
        terminal.type("save a copy")
        terminal.wait_for("Write a whole, checked copy")
        terminal.press("enter")
        terminal.wait_for("Saved a copy")
        terminal.press("W")
        terminal.wait_for("a takes it up again")
        a_note(terminal, DRAFT, begun=SHARED)
        wait_held(terminal, home, DRAFT)
        terminal.signal(signal.SIGKILL)
        terminal.wait_exit()
    shell(home, "note", "--as", "therapist", "--private", f"{SHELL} argued")
    shell(home, "note", "--private", "--as=therapist", "-", stdin=f"{SHELL} piped\n")
    shell(home, "private", "undo", "--as", "therapist")
    listed = shell(home, "private", "list", "--as", "therapist")
    assert SHELL in listed
    assert "piped" not in listed
    shell(home, "undo")
    for words in (SAVED, SHARED, DRAFT, SHELL):
        found = holders(home, words)
        assert "private.fledge" in {name.removesuffix("-wal") for name in found}
        assert found <= {"private.fledge", "private.fledge-wal"}, f"{words} is in {found}"
