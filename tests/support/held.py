"""What the files of a program hold, while it runs and after it was killed."""

from __future__ import annotations

import time
from pathlib import Path

from tests.support.terminal import NotSeen, Terminal


def holders(folder: Path, text: str) -> set[str]:
    """Every file below a folder that holds a text, in UTF-8 or UTF-16."""
    wanted = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
    return {
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(each in path.read_bytes() for each in wanted)
    }


def wait_held(terminal: Terminal, folder: Path, text: str) -> None:
    """Wait until a text that was typed into a program is in a file of it; else `NotSeen`."""
    deadline = time.monotonic() + terminal.timeout
    while not holders(folder, text):
        if time.monotonic() > deadline:
            raise NotSeen(terminal._report(f"waited for {text!r} in a file"))
        terminal.idle(0.02)
