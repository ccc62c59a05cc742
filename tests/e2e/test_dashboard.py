"""The installed `fledge` in a real pseudo-terminal, on a real file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.support.terminal import Terminal

FLEDGE = Path(sys.executable).with_name("fledge")
CHART = "┤"
"""A sign that the picture is drawn: a tick of the value axis."""
NOTICE = "the milestone"
"""A sign that what is worth talking about is drawn, which is worked out beside the picture."""


@contextmanager
def fledge(*words: str | Path, tmp: Path, columns: int = 120, rows: int = 36) -> Iterator[Terminal]:
    """The program with a temporary folder of its own."""
    env = {"TMPDIR": str(tmp), "XDG_DATA_HOME": str(tmp / "home")}
    with Terminal([FLEDGE, *words], columns=columns, rows=rows, env=env, cwd=tmp) as terminal:
        yield terminal


def shell(*words: str | Path, tmp: Path) -> str:
    """What a command of the shell prints."""
    env = {**os.environ, "XDG_DATA_HOME": str(tmp / "home")}
    done = subprocess.run([FLEDGE, *words], env=env, capture_output=True, text=True, check=True)
    return done.stdout


def demos(tmp: Path) -> list[str]:
    return [name for name in os.listdir(tmp) if name.startswith("fledge-demo-")]


def test_the_demo_from_start_to_end(tmp_path: Path) -> None:
    """Lists, then the picture; it moves under the cursor; it leaves no trace."""
    with fledge("demo", tmp=tmp_path) as terminal:
        terminal.wait_for("Therapist decides")
        terminal.wait_for(CHART)
        assert "demo ·" in terminal.lines[0]
        assert "month 15 · session 54 · now every 4 weeks" in terminal.lines[0]
        (folder,) = demos(tmp_path)
        assert (tmp_path / folder).stat().st_mode & 0o777 == 0o700
        assert (tmp_path / folder / "demo.fledge").stat().st_mode & 0o777 == 0o600
        terminal.press("down")
        terminal.wait_for("─ Ring my sister first ─")
        terminal.press("t")
        terminal.wait_for(r"\[1 m\]")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == set()
    assert demos(tmp_path) == []
    assert not (tmp_path / "home").exists()


def test_a_killed_demo_is_swept_by_the_next(tmp_path: Path) -> None:
    with fledge("demo", tmp=tmp_path) as first:
        first.wait_for("Therapist decides")
        with fledge("demo", "--client", "Noor", tmp=tmp_path) as second:
            second.wait_for("Noor")
            assert len(demos(tmp_path)) == 2  # one that runs is left alone
            second.press("q")
            second.wait_exit()
        assert len(demos(tmp_path)) == 1
        first.process.send_signal(signal.SIGKILL)
        first.wait_exit()
    assert len(demos(tmp_path)) == 1
    with fledge("demo", tmp=tmp_path) as third:
        third.wait_for("Therapist decides")
        assert len(demos(tmp_path)) == 1
        third.press("q")
        third.wait_exit()
    assert demos(tmp_path) == []


def test_what_the_shell_writes_shows_within_two_seconds(tmp_path: Path) -> None:
    file = tmp_path / "mine.fledge"
    with fledge(file, tmp=tmp_path) as terminal:
        terminal.wait_for("Begin with a name")
        terminal.press("escape")
        terminal.wait_without("Begin with a name")
        shell("--file", file, "goal", "add", "Walk [every] day 🙂", tmp=tmp_path)
        terminal.wait_for(r"Walk \[every\] day 🙂", timeout=2.5)
        shell("--file", file, "rate", "walk", "4", tmp=tmp_path)
        shell("--file", file, "rate", "walk", "6", "--on", "3 weeks ago", tmp=tmp_path)
        terminal.wait_for("6 →  4", timeout=2.5)
        terminal.press("q")
        assert terminal.wait_exit() == 0
    assert "6 → 4" in shell("--file", file, "show", "walk", tmp=tmp_path)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["mine.fledge"]


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 15), (20, 6), (300, 100)])
def test_it_starts_in_every_size(columns: int, rows: int, tmp_path: Path) -> None:
    with fledge("demo", tmp=tmp_path, columns=columns, rows=rows) as terminal:
        terminal.wait_for("▸ Say no")
        terminal.press("down")
        terminal.wait_for("▸ Ring my")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert terminal.left_behind() == set()


def test_nothing_is_sent_while_nothing_changes(tmp_path: Path) -> None:
    with fledge("demo", tmp=tmp_path) as terminal:
        terminal.wait_for(CHART)
        terminal.wait_for(NOTICE)
        terminal.settle(0.5)
        assert terminal.idle(3).output == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b"not a database at all, but long enough " * 9, "not a fledge file")],
)
def test_a_file_that_is_none_is_told_before_the_screen(
    content: bytes, said: str, tmp_path: Path
) -> None:
    """One sentence on a terminal that was never touched, exit 1, and the file as it was."""
    file = tmp_path / "odd.fledge"
    file.write_bytes(content)
    with fledge(file, tmp=tmp_path) as terminal:
        assert terminal.wait_exit() == 1
        assert said in " ".join(terminal.text.split())
        assert b"1049" not in terminal.output
    assert file.read_bytes() == content
