"""A program on a pseudo-terminal: what it is sent, what it writes and when.

The terminal's side of the conversation is here, without a screen: queries are answered as they
come, output is stamped and kept. `terminal.py` draws it.
"""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.support.keys import encoded

_FROM_OUTSIDE: Final = re.compile(
    "COLUMNS|LINES|COLORTERM|NO_COLOR|FORCE_COLOR|CLICOLOR.*|LC_.*|TEXTUAL.*|FLEDGE.*"
    "|PYTHONDONTWRITEBYTECODE|PYTHONUNBUFFERED|PYTHONDEVMODE|PYTHONWARNINGS"
)
"""Variables that would make a run depend on who starts it."""
_ANSWERS: Final = {
    b"?2026$p": b"\x1b[?2026;0$y",  # synchronised output: not known, as in a plain xterm
    b"?2048$p": b"\x1b[?2048;0$y",  # in-band resize: not known
    b"c": b"\x1b[?64;1;2;22c",
    b"0c": b"\x1b[?64;1;2;22c",
    b"5n": b"\x1b[0n",
}
_QUERY: Final = re.compile(rb"\x1b\[(" + b"|".join(re.escape(query) for query in _ANSWERS) + rb")")
_LONGEST_QUERY: Final = 10


class Line:
    """A running command and the master side of its terminal.

    All three standard streams are the terminal: Textual writes its screen to stderr. `env` is added
    to the environment, from which everything is taken that describes another terminal. Moments are
    those of `time.monotonic`; `started` is just before the program was. `at_first` are the line
    settings of then.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        size: tuple[int, int],
        env: Mapping[str, str],
        cwd: Path | None,
    ) -> None:
        self.output = bytearray()
        self._arrivals: list[tuple[float, int]] = []  # moment, and place in the output
        self._master, slave = os.openpty()
        fcntl.fcntl(self._master, fcntl.F_SETFD, fcntl.FD_CLOEXEC)
        columns, rows = size
        termios.tcsetwinsize(self._master, (rows, columns))
        self.at_first = termios.tcgetattr(self._master)
        self.started = time.monotonic()
        try:
            self.process = subprocess.Popen(
                [str(word) for word in command],
                env=_environment(env),
                cwd=cwd,
                # Tests that run in threads would need another way; ours run in processes.
                preexec_fn=lambda: _alone_at(slave),  # noqa: PLW1509
            )
        finally:
            os.close(slave)
        self._open = True

    def close(self) -> None:
        """Kill what still runs, and let go of the terminal."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the window: the program's terminal is gone."""
        if self._open:
            self._open = False
            os.close(self._master)

    def send(self, data: bytes) -> float:
        """Write bytes as if they were typed; returns the moment."""
        now = time.monotonic()
        while data:
            data = data[os.write(self._master, data) :]
        return now

    def press(self, *keys: str) -> float:
        """Press keys, all at once: names such as "down", "ctrl+q", or characters."""
        return self.send(b"".join(map(encoded, keys)))

    def type(self, text: str) -> float:
        """Type a text."""
        return self.send(text.encode())

    def paste(self, text: str) -> float:
        """Paste a text, in brackets as terminals do."""
        return self.send(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def click(self, column: int, row: int) -> float:
        """Press and let go of the first mouse button; columns and rows count from 0."""
        place = f"0;{column + 1};{row + 1}"
        return self.send(f"\x1b[<{place}M\x1b[<{place}m".encode())

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def since(self, moment: float) -> bytes:
        """What was written after a moment."""
        offsets = (offset for at, offset in reversed(self._arrivals) if at > moment)
        return bytes(self.output[min(offsets, default=len(self.output)) :])

    def _received(self, moment: float, data: bytes) -> None:
        """Take note of output; for subclasses."""

    def _settings(self) -> list[Any]:
        """The terminal's line settings, without the two speeds."""
        return termios.tcgetattr(self._master)[:4]

    def _read(self, seconds: float) -> bool:
        """Take the next output and answer what it asks; False on silence or at the end."""
        if not self._open or not select.select([self._master], [], [], max(0.0, seconds))[0]:
            return False
        now = time.monotonic()
        try:
            data = os.read(self._master, 65536)
        except OSError:  # EIO: nobody has the other side open any more
            data = b""
        if not data:
            return False
        self._answer(data)
        self._arrivals.append((now, len(self.output)))
        self.output += data
        self._received(now, data)
        return True

    def _answer(self, data: bytes) -> None:
        before = bytes(self.output[-_LONGEST_QUERY:])
        for query in _QUERY.finditer(before + data):
            if query.end() > len(before):
                self.send(_ANSWERS[query[1]])


def _alone_at(terminal: int) -> None:
    """A session of its own, so that Ctrl+C and a new size reach it, and no signal ignored.

    What runs in the background, or under `nohup`, hands down that it ignores some.
    """
    for number in (signal.SIGINT, signal.SIGQUIT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    os.login_tty(terminal)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not _FROM_OUTSIDE.fullmatch(name)}
    return {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", **more}
