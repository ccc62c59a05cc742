"""The terminal is given back, with the right exit code, whatever happens to the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.test_dashboard import CHART as PICTURE
from tests.e2e.test_dashboard import FLEDGE, NOTICE, demos
from tests.support.terminal import Terminal

SECRET = "Nobody-may-read-this"
LAST = "Therapist decides"
BREAKING = (sys.executable, Path(__file__).with_name("breaking.py"))
CRASHES = ("handler", "worker", "thread worker", "compose", "first compose", "render", "before")
ASIDE = ("callback", "task", "thread")
"""Faults beside the program, which goes on."""


@contextmanager
def started(
    *command: str | Path,
    tmp: Path,
    columns: int = 120,
    rows: int = 36,
    env: Mapping[str, str] | None = None,
) -> Iterator[Terminal]:
    """A command with a home and a temporary folder of its own."""
    home = {f"XDG_{name}_HOME": str(tmp / "home") for name in ("DATA", "STATE", "CONFIG")}
    env = {"TMPDIR": str(tmp), "SECRET": SECRET, **home, **(env or {})}
    with Terminal(command, columns=columns, rows=rows, env=env, cwd=tmp) as terminal:
        yield terminal


def log(tmp: Path) -> Path:
    return tmp / "home" / "fledge" / "log" / "fledge.log"


def wait_for_all(terminal: Terminal) -> None:
    """Wait until nothing more comes by itself."""
    terminal.wait_for(PICTURE)
    terminal.wait_for(NOTICE)
    terminal.settle()


def leave(terminal: Terminal) -> None:
    """Quit by the key; nothing stays behind."""
    terminal.press("q")
    assert terminal.wait_exit() == 0
    assert terminal.left_behind() == set()


# Being asked to end.


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_in_order(number: signal.Signals, tmp_path: Path) -> None:
    """The screen is taken down, the file closed (nothing of SQLite's beside it)."""
    with started(FLEDGE, "mine.fledge", tmp=tmp_path) as terminal:
        terminal.wait_for("No goals yet")
        terminal.signal(number)
        assert terminal.wait_exit(2) == 128 + number
        assert terminal.left_behind() == set()
    assert set(os.listdir(tmp_path)) <= {"mine.fledge", "home"}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_before_there_is_a_screen(number: signal.Signals, tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        while not demos(tmp_path):
            assert terminal.process.poll() is None
        terminal.signal(number)
        assert terminal.wait_exit(3) == 128 + number
        assert terminal.left_behind() == set()
        assert b"Traceback" not in terminal.output
    assert demos(tmp_path) == []


@pytest.mark.parametrize("ignoring", [False, True], ids=["told", "nohup"])
def test_a_closed_window_ends_it(ignoring: bool, tmp_path: Path) -> None:
    """Also where SIGHUP is ignored, and reading and writing is all that tells of it."""
    nohup = [sys.executable, "-c", "import os, signal, sys; signal.signal(1, signal.SIG_IGN); "]
    nohup[-1] += "os.execv(sys.argv[1], sys.argv[1:])"
    with started(*(nohup if ignoring else []), FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.hang_up()
        assert terminal.wait_exit(2) == 129
    assert demos(tmp_path) == []
    assert not log(tmp_path).exists()


def test_the_end_of_stdin_ends_it(tmp_path: Path) -> None:
    """A second terminal for stdin, whose other side goes away; the first stays and is restored."""
    inside = """
import os, subprocess, sys
master, slave = os.openpty()
child = subprocess.Popen(sys.argv[1:], stdin=slave)
os.close(slave)
os.read(0, 1)
os.close(master)
sys.exit(child.wait())
"""
    with started(sys.executable, "-c", inside, FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.send(b"\n")
        assert terminal.wait_exit(3) == 129
        assert terminal.left_behind() == set()
    assert demos(tmp_path) == []


def test_a_terminal_that_takes_nothing_any_more_holds_nobody(tmp_path: Path) -> None:
    """Its output is stopped, as by Ctrl+S, when the signal comes; a second is enough."""
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(PICTURE)
        line = os.open(f"/proc/{terminal.process.pid}/fd/1", os.O_RDWR | os.O_NOCTTY)
        termios.tcflow(line, termios.TCOOFF)
        try:
            terminal.press(*"TTTT")
            terminal.signal(signal.SIGTERM)
            assert terminal.process.wait(4) == 143
        finally:
            termios.tcflow(line, termios.TCOON)
            os.close(line)
    assert demos(tmp_path) == []


def test_a_program_that_hangs_is_ended_all_the_same(tmp_path: Path) -> None:
    with started(*BREAKING, "hang", "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.press("?")
        terminal.wait_for("HANGING")
        terminal.signal(signal.SIGTERM)
        assert terminal.wait_exit(5) == 143
        assert terminal.left_behind() == set()


# No terminal, or one that cannot draw.


def test_without_a_terminal_it_is_one_sentence(tmp_path: Path) -> None:
    for redirect in ("</dev/null", "| cat; exit ${PIPESTATUS[0]}", "<&-", ">&-"):
        line = f'"{FLEDGE}" demo {redirect}'
        with started("/bin/bash", "-c", line, tmp=tmp_path) as terminal:
            assert terminal.wait_exit(5) == 1, redirect
            assert "needs a terminal" in terminal.text, redirect
            assert b"\x1b" not in terminal.output
    assert demos(tmp_path) == []


def test_a_dumb_terminal_is_refused_with_what_works_instead(tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path, env={"TERM": "dumb"}) as terminal:
        assert terminal.wait_exit(5) == 1
        said = "".join(terminal.lines)
        assert "`fledge check-in`" in said
        assert "`fledge show`" in said
        assert b"\x1b" not in terminal.output


# Stopped and continued.


def test_stopped_without_a_warning_it_takes_the_terminal_back(tmp_path: Path) -> None:
    """Meanwhile the shell has set the line as it likes it and written over the screen."""
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        wait_for_all(terminal)
        before = terminal.text
        terminal.signal(signal.SIGSTOP)
        terminal.wait_stopped()
        termios.tcsetattr(terminal._master, termios.TCSANOW, terminal.at_first)
        terminal.emulator.feed(b"\x1b[?1049l\x1b[2J\x1b[H[1]+ Stopped\r\n$ fg\r\n")
        terminal.signal(signal.SIGCONT)
        terminal.wait_until(lambda text: text == before, "the same screen")
        terminal.press("down")
        terminal.wait_for("─ Ring my sister first ─")
        leave(terminal)


def test_sigtstp_gives_the_terminal_back_before_it_stops(tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        wait_for_all(terminal)
        before = terminal.text
        for _ in range(2):
            terminal.signal(signal.SIGTSTP)
            terminal.wait_stopped()
            assert terminal.left_behind() == set()
            terminal.signal(signal.SIGCONT)
            terminal.wait_until(lambda text: text == before, "the same screen")
        terminal.press("down")
        terminal.wait_for("─ Ring my sister first ─")
        leave(terminal)


# What comes in.


def test_bytes_that_mean_nothing_are_survived(tmp_path: Path) -> None:
    """Not UTF-8, half a character, a key whose number is no character."""
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.press("ctrl+p")
        terminal.wait_for("Search")
        terminal.send(b"caf\xe9 \xff\x1b[1114112uok")
        terminal.wait_for("caf\ufffd \ufffdok")
        terminal.press("escape")
        terminal.wait_without("caf")
        leave(terminal)


def test_a_paste_without_its_end_lets_go_of_the_keyboard(tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.press("ctrl+p")
        terminal.wait_for("Search")
        sent = terminal.send(b"\x1b[200~pasted")
        terminal.type("!")  # still taken for a part of it
        shown = terminal.wait_for("pasted!", timeout=4)
        assert 1.9 < shown - sent < 2.5
        terminal.type("typed")
        terminal.wait_for("pasted!typed", timeout=1)
        terminal.press("escape")
        terminal.wait_without("pasted")
        leave(terminal)


def test_a_paste_is_text_and_never_keys(tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.paste("\x1b" + "q" * 50)
        terminal.press("down")
        terminal.wait_for("─ Ring my sister first ─")
        leave(terminal)


def test_keys_that_come_at_once_keep_their_order(tmp_path: Path) -> None:
    """As on a stalled line: letters, a key that empties the field, letters, the next field."""
    with started(FLEDGE, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(PICTURE)
        terminal.press("a")
        terminal.wait_for("Where do you want to be")
        terminal.press(*"nothing", "ctrl+u", *"Swim", "tab", *"For myself")
        terminal.wait_for(r"The goal +Swim  (.|\n)*Why it matters +For myself  ")


# Surroundings.


def test_the_environment_does_not_bend_it(tmp_path: Path) -> None:
    """Neither a size that was exported, nor an ASCII locale, nor Textual's own switches."""
    env = {
        "COLUMNS": "30",
        "LINES": "5",
        "LC_ALL": "C",
        "PYTHONIOENCODING": "ascii",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "TEXTUAL": "debug,devtools",
        "TEXTUAL_DEBUG": "1",
        "TEXTUAL_DRIVER": "nowhere:Driver",
        "TEXTUAL_LOG": "textual.log",
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "TEXTUAL_SHOW_RETURN": "1",
    }
    with started(FLEDGE, "demo", tmp=tmp_path, env=env) as terminal:
        terminal.wait_for(PICTURE)
        assert terminal.lines[2].startswith("╭─ Goals ─")
        assert len(terminal.lines[2]) == 120
        assert terminal.lines[-1]
        leave(terminal)
        assert "returned" not in terminal.text
    assert set(os.listdir(tmp_path)) <= {"home"}


def test_the_screen_is_drawn_where_stderr_goes_elsewhere(tmp_path: Path) -> None:
    with started("/bin/sh", "-c", f'"{FLEDGE}" demo 2>err', tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        leave(terminal)
    assert (tmp_path / "err").read_bytes() == b""


def test_a_storm_of_sizes_ends_in_the_right_picture(tmp_path: Path) -> None:
    with started(FLEDGE, "demo", tmp=tmp_path, columns=100, rows=30) as terminal:
        wait_for_all(terminal)
        right = terminal.text
        for n in range(300):
            terminal.resize(1 + n % 140, 1 + n % 50)
        terminal.resize(100, 30)
        terminal.wait_until(lambda text: text == right, "the picture as at first")
        leave(terminal)


# Crashes.


@pytest.mark.parametrize("where", CRASHES)
def test_a_crash_says_one_sentence_and_tells_nothing(where: str, tmp_path: Path) -> None:
    """Exit 1, the terminal as it was, and a private log with places but without words."""
    with started(*BREAKING, where, "demo", tmp=tmp_path) as terminal:
        if where not in {"first compose", "before"}:
            terminal.wait_for(LAST)
            terminal.press("?")
        assert terminal.wait_exit(5) == 1
        assert terminal.left_behind() == set()
        said = "".join(terminal.lines)
        assert said.startswith("fledge: Something inside fledge broke")
        assert str(log(tmp_path)) in said
        assert "Traceback" not in said
        assert SECRET.encode() not in terminal.output
    assert demos(tmp_path) == []
    assert_told(tmp_path)


@pytest.mark.parametrize("where", ASIDE)
def test_a_fault_aside_is_only_logged(where: str, tmp_path: Path) -> None:
    with started(*BREAKING, where, "demo", tmp=tmp_path) as terminal:
        terminal.wait_for(LAST)
        terminal.press("?", "down")
        terminal.wait_for("─ Ring my sister first ─")
        leave(terminal)
        assert SECRET.encode() not in terminal.output
    assert_told(tmp_path)


def assert_told(tmp: Path) -> None:
    assert log(tmp).stat().st_mode & 0o777 == 0o600
    written = log(tmp).read_text()
    assert "builtins.ValueError" in written
    assert "builtins.LookupError" in written
    assert "in boom" in written
    assert SECRET not in written


def test_a_shell_command_that_breaks_tells_nothing_either(tmp_path: Path) -> None:
    code = "import tui.shell.quick as q, tests.e2e.breaking as b; q.answer = b.boom; b.cli.run()"
    home = str(tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-c", code, "show"],
        env={**os.environ, "SECRET": SECRET, "XDG_STATE_HOME": home},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("fledge: Something inside fledge broke")
    assert SECRET not in done.stderr
    assert_told(tmp_path)
