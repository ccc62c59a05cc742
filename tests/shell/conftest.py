"""The command, in a place of its own."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support import warm
from tui.store import clients
from tui.store.connection import open_file

COMMAND: Final = Path(sys.executable).with_name("fledge")
"""What `pip install` put beside the interpreter."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Stdout, read as JSON."""
        return json.loads(self.out)


class Shell:
    """Runs `fledge`, with a home, a folder for temporary files and a file of its own."""

    def __init__(self, place: Path) -> None:
        self.place = place / "place"
        self.temporary = place / "temporary"
        home = place / "home"
        for folder in (self.place, self.temporary, home):
            folder.mkdir(parents=True)
        self.file = self.place / "me.fledge"
        self.env = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "TMPDIR": str(self.temporary),
            "FLEDGE_FILE": str(self.file),
            "TERM": "xterm-256color",
            # A Latin letter outside ASCII is no reason to fail, and half a one neither.
            "PYTHONIOENCODING": "utf-8:strict",
        }

    def __call__(
        self, *words: str | bytes | Path, env: Mapping[str, str] | None = None, stdin: str = ""
    ) -> Said:
        """Run `fledge` with these words; it never ends in a traceback."""
        done = warm.run(
            words, cwd=self.place, env={**self.env, **(env or {})}, stdin=stdin.encode()
        )
        said = Said(
            done.code, done.out.decode("utf-8", "replace"), done.err.decode("utf-8", "replace")
        )
        assert "Traceback" not in said.err, said.err
        return said

    def well(self, *words: str | bytes | Path, env: Mapping[str, str] | None = None) -> str:
        """Run a command that succeeds; what it printed."""
        said = self(*words, env=env)
        assert said.code == 0, said.err
        return said.out

    def begin(self) -> None:
        """Make the file, with a client called "Me", without the cost of a process."""
        file = open_file(self.file, create=True)
        try:
            clients.begin(file, "Me", date(2024, 1, 1))
        finally:
            file.close()

    def kept(self) -> dict[str, bytes]:
        """Every file in the place, byte by byte."""
        return {p.name: p.read_bytes() for p in sorted(self.place.iterdir())}


@pytest.fixture
def fledge(tmp_path: Path) -> Shell:
    """`fledge("rate", "confidence", "7")` runs the command (see `warm`)."""
    return Shell(tmp_path)
