"""What the program remembers from one start to the next by itself. Losing it is no trouble."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from tui import paths

_LARGEST: Final = 64 * 1024
"""Bytes that are read; whatever is longer was not written here."""


def theme() -> str:
    """The theme that was chosen last, or ""."""
    found = _read(paths.state_file()).get("theme")
    return found if isinstance(found, str) else ""


def remember_theme(name: str) -> None:
    """Keep the choice of a theme; where that cannot be, the next start has the default again."""
    path = paths.state_file()
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(path, json.dumps({**_read(path), "theme": name}, indent=1) + "\n")


def _read(path: Path) -> dict[str, object]:
    try:
        # Without waiting: nobody may ever write into a pipe that lies in its place.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            found = json.loads(os.read(handle, _LARGEST))
        finally:
            os.close(handle)
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _replace(path: Path, text: str) -> None:
    """Put a whole file in the place of another: nobody ever sees half of it."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # mode 0600
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
