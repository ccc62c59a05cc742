"""The command in a process of its own, forked from one that has imported all of it already.

A command is some hundredths of a second of work and ten times as much of importing. The process is
as real as any: its own memory, environment, working folder, standard streams and exit code. What
importing does is for the tests that start the installed command.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory
from typing import Final

import tui

IN, OUT, ERR = "in", "out", "err"

_SERVER: Final = get_context("forkserver")
_SERVER.set_forkserver_preload(
    [
        __name__,
        *(m.name for m in walk_packages(tui.__path__, "tui.") if not m.name.endswith("__main__")),
    ]
)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command."""

    code: int
    out: bytes
    err: bytes


def run(
    words: Sequence[str | bytes | Path],
    *,
    cwd: Path,
    env: Mapping[str, str],
    stdin: bytes = b"",
    timeout: float = 30,
) -> Done:
    """`fledge` with these words. AssertionError if it takes longer than `timeout` seconds."""
    with TemporaryDirectory() as folder:
        streams = Path(folder)
        (streams / IN).write_bytes(stdin)
        argv = ["fledge", *map(os.fsdecode, words)]
        process = _SERVER.Process(target=_become, args=(argv, cwd, dict(env), streams))
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            raise AssertionError(f"{argv} took longer than {timeout} s")
        return Done(process.exitcode, (streams / OUT).read_bytes(), (streams / ERR).read_bytes())


def _become(argv: list[str], cwd: Path, env: dict[str, str], streams: Path) -> None:
    """Be the command: what an interpreter takes from its surroundings is taken anew."""
    writing = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    for number, (name, flags) in enumerate(((IN, os.O_RDONLY), (OUT, writing), (ERR, writing))):
        os.dup2(os.open(streams / name, flags), number)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(cwd)
    encoding, _, errors = env.get("PYTHONIOENCODING", "utf-8").partition(":")
    sys.stdin = io.TextIOWrapper(io.FileIO(0), encoding, errors or "strict")
    sys.stdout = io.TextIOWrapper(io.FileIO(1, "w"), encoding, errors or "strict")
    sys.stderr = io.TextIOWrapper(io.FileIO(2, "w"), encoding, "backslashreplace")
    sys.argv = argv

    from tui.cli import run as fledge

    fledge()
