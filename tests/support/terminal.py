"""Any command in a real pseudo-terminal, as a person at a terminal would meet it.

    with Terminal([sys.executable, "-m", "tui", "demo"]) as terminal:
        terminal.wait_for("Therapist decides")
        terminal.press("down")
        terminal.wait_for("Ring my sister")
        terminal.press("q")
        assert terminal.wait_exit() == 0
        assert not terminal.left_behind()

Nothing here sleeps: every wait ends with what it waits for, or fails with the screen in its
message. Output is stamped when it is read, and drawn only in the silences between, because drawing
takes a Python emulator longer than the program takes to write. A wait draws what came piece by
piece, so it can tell when the piece arrived that brought what was waited for.
"""

from __future__ import annotations

import os
import re
import subprocess
import termios
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from tests.support import processes
from tests.support.emulator import Emulator
from tests.support.line import Line

_SILENCE: Final = 0.01
"""Seconds without output after which there is time to draw."""
_PATIENCE: Final = 0.5
"""Seconds after which output is drawn although more is still coming."""


class NotSeen(AssertionError):
    """What was waited for did not come. The message holds the screen."""


@dataclass(frozen=True, slots=True)
class Idle:
    """What a program did while nothing was asked of it."""

    seconds: float
    output: int
    """Bytes written."""
    cpu: float
    """Share of one core, 0 to 1."""


class Terminal(Line):
    """A command with a screen. Leaving the `with` block kills it.

    `timeout` is how long, in seconds, any wait may take that is not given a time of its own.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        *,
        columns: int = 120,
        rows: int = 36,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
        timeout: float = 20,
    ) -> None:
        self.timeout = timeout
        self.emulator = Emulator(columns, rows)
        self._undrawn: deque[tuple[float, bytes]] = deque()
        self._drawn_until = 0.0
        super().__init__(command, (columns, rows), env or {}, cwd)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def resize(self, columns: int, rows: int) -> float:
        """Make the window another size."""
        self._draw()
        self.emulator.resize(columns, rows)
        now = time.monotonic()
        termios.tcsetwinsize(self._master, (rows, columns))
        return now

    @property
    def text(self) -> str:
        """The screen now."""
        self._drain()
        return self.emulator.text

    @property
    def lines(self) -> list[str]:
        """The lines of the screen now."""
        self._drain()
        return self.emulator.lines

    def cell(self, column: int, row: int) -> Any:
        """One cell with its colours (see `Emulator.cell`)."""
        self._drain()
        return self.emulator.cell(column, row)

    def wait_for(self, pattern: str, timeout: float | None = None) -> float:
        """Wait until a regular expression is on the screen; the moment when that arrived."""
        regex = re.compile(pattern)
        return self.wait_until(lambda text: bool(regex.search(text)), repr(pattern), timeout)

    def wait_without(self, pattern: str, timeout: float | None = None) -> float:
        """Wait until a regular expression is no longer on the screen."""
        regex = re.compile(pattern)
        return self.wait_until(lambda text: not regex.search(text), f"no {pattern!r}", timeout)

    def wait_until(
        self, met: Callable[[str], bool], what: str, timeout: float | None = None
    ) -> float:
        """Wait until `met(screen)`; the moment when what brought it arrived. Else `NotSeen`."""
        deadline = time.monotonic() + (timeout or self.timeout)
        if met(self.emulator.text):
            return self._drawn_until
        while True:
            while self._draw_next():
                if met(self.emulator.text):
                    return self._drawn_until
            if not self._read_burst(deadline):
                raise NotSeen(self._report(f"waited for {what}"))

    def settle(
        self,
        quiet: float = 0.1,
        *,
        since: float = 0.0,
        bringing: bytes = b"",
        timeout: float | None = None,
    ) -> float:
        """Wait until `quiet` seconds pass without output; the moment of the last output.

        Something has to come first after the moment `since`, with the bytes `bringing` in it.
        Nothing is drawn meanwhile, so the program has the machine to itself.
        """
        deadline = time.monotonic() + (timeout or self.timeout)
        heard = False
        while (left := deadline - time.monotonic()) > 0:
            heard = heard or self._heard(since, bringing)
            if not self._read(min(quiet, left) if heard else left):
                if not heard:
                    break
                return self._arrivals[-1][0]
        raise NotSeen(self._report(f"waited for {bringing!r} and {quiet} s of silence"))

    def _heard(self, since: float, bringing: bytes) -> bool:
        return (
            bool(self._arrivals) and self._arrivals[-1][0] > since and bringing in self.since(since)
        )

    def idle(self, seconds: float) -> Idle:
        """Watch the program for a while without asking anything of it."""
        begun, before = time.monotonic(), processes.cpu_seconds(self.process.pid)
        while (left := begun + seconds - time.monotonic()) > 0:
            if not self._read(left) and self.process.poll() is not None:
                raise NotSeen(self._report("watched an idle program"))
        took = time.monotonic() - begun
        cpu = processes.cpu_seconds(self.process.pid) - before
        return Idle(took, len(self.since(begun)), cpu / took)

    def peak_memory(self) -> int:
        """The largest resident size so far, in bytes."""
        return processes.peak_memory(self.process.pid)

    def wait_exit(self, timeout: float | None = None) -> int:
        """Wait until the program has ended; its exit code, or minus the signal that ended it."""
        deadline = time.monotonic() + (timeout or self.timeout)
        while self._open and self._read(deadline - time.monotonic()):
            pass  # the other side closes when the last process is gone
        try:
            return self.process.wait(max(0.01, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise NotSeen(self._report("waited for the end")) from None

    def wait_stopped(self, timeout: float | None = None) -> None:
        """Wait until the program has stopped, and take the output for which it waits before."""
        deadline = time.monotonic() + (timeout or self.timeout)
        while not os.waitid(os.P_PID, self.process.pid, os.WSTOPPED | os.WNOHANG):
            if time.monotonic() > deadline:
                raise NotSeen(self._report("waited for it to stop"))
            self._read(_SILENCE)

    def left_behind(self) -> set[str]:
        """What the program did not take back: in words, empty when the terminal is as before."""
        self._drain()
        left = self.emulator.left_behind()
        return left if self._settings() == self.at_first[:4] else left | {"line settings"}

    def _received(self, moment: float, data: bytes) -> None:
        self._undrawn.append((moment, data))

    def _read_burst(self, deadline: float) -> bool:
        """Read until there is time to draw; False if nothing came before the deadline."""
        if not self._read(deadline - time.monotonic()):
            return False
        until = min(deadline, time.monotonic() + _PATIENCE)
        while time.monotonic() < until and self._read(_SILENCE):
            pass
        return True

    def _draw_next(self) -> bool:
        if not self._undrawn:
            return False
        self._drawn_until, data = self._undrawn.popleft()
        self.emulator.feed(data)
        return True

    def _draw(self) -> None:
        while self._draw_next():
            pass

    def _drain(self) -> None:
        """Read and draw all that is there."""
        while self._read(0):
            pass
        self._draw()

    def _report(self, what: str) -> str:
        self._drain()
        code = self.process.poll()
        state = "still runs" if code is None else f"ended with {code}"
        edge = "-" * self.emulator.columns
        return (
            f"{what}; the program {state}, and the screen is\n{edge}\n{self.emulator.text}\n{edge}"
        )
