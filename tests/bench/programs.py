"""What is measured, and how it is started: the same interpreter and environment for all."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from tests.bench import fill
from tests.support.terminal import Terminal

ROOT: Final = Path(__file__).parents[2]
FLOORS: Final = Path(__file__).parent / "floors"
LAST_ROW: Final = "Therapist decides"
"""The last row of the last list: when it is there, all lists are."""
PICTURE: Final = "[┤┼]"
"""The value axis of the picture."""
SMALL, LARGE = 1_000, 1_000_000
"""Ratings in the two files that are compared."""


@dataclass(frozen=True, slots=True)
class Programs:
    """Commands, and the files that they open, in a folder that is gone afterwards."""

    folder: Path

    @property
    def sample(self) -> Path:
        """A file with the sample case."""
        return self.folder / "sample.fledge"

    def filled(self, count: int) -> Path:
        """A file with so many ratings."""
        return self.folder / f"{count}.fledge"

    @property
    def decade(self) -> Path:
        """A file with fifty indicators, rated daily for ten years."""
        return self.folder / "decade.fledge"

    def prepare(self, today: date) -> None:
        """Make the files, and run everything once: a start without bytecode takes four times."""
        fill.sample(self.sample, today)
        for count in (SMALL, LARGE):
            fill.ratings(self.filled(count), count, today)
        fill.decade(self.decade, today)
        for command in (
            self.fledge("demo"),
            self.fledge(self.sample),
            self.floor("static"),
            self.floor("table"),
            self.floor("rows"),
            self.floor("line"),
        ):
            with self.open(command) as terminal:
                terminal.settle(0.5)
                self.leave(terminal)
        self.wall(self.rating(7))

    def fledge(self, *words: str | Path) -> list[str | Path]:
        """`fledge` as a person calls it."""
        script = Path(sys.executable).with_name("fledge")
        start = [script] if script.exists() else [sys.executable, "-m", "tui"]
        return [*start, *words]

    def floor(self, name: str, *words: str) -> list[str | Path]:
        """One of the programs in `floors/`."""
        return [sys.executable, FLOORS / f"{name}.py", *words]

    def nothing(self) -> list[str | Path]:
        """The interpreter, started for nothing."""
        return [sys.executable, "-c", "pass"]

    def rating(self, value: int) -> list[str | Path]:
        """One rating from the shell."""
        return self.fledge("rate", "confidence", str(value), "--file", self.sample)

    def open(self, command: list[str | Path]) -> Terminal:
        """Start a program in a terminal of its own."""
        return Terminal(command, env=self._env, cwd=self.folder, timeout=60)

    def leave(self, terminal: Terminal) -> None:
        """Quit as a person does, so that the next start finds the file closed."""
        terminal.press("ctrl+q")
        if code := terminal.wait_exit():
            raise RuntimeError(f"It left with {code}:\n{terminal.text}")

    def wall(self, command: list[str | Path]) -> float:
        """Milliseconds that a command takes from start to end, without a terminal."""
        begun = time.monotonic()
        subprocess.run(command, env={**_here(), **self._env}, check=True, stdout=subprocess.DEVNULL)
        return (time.monotonic() - begun) * 1000

    @property
    def _env(self) -> dict[str, str]:
        # Demos in a folder of our own: none but ours are swept.
        return {"PYTHONPATH": str(ROOT), "TMPDIR": str(self.folder)}


def _here() -> dict[str, str]:
    return {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
