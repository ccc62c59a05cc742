"""`fledge demo`: a throw-away copy of a made-up case, told up to today."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

import click

from tui import resources
from tui.shell.options import targeted
from tui.shell.target import AskedWrongly, Target

_PREFIX: Final = "fledge-demo-"
_ALIVE: Final = "alive"
"""A file in the demo's folder that is locked for as long as the demo runs."""


@click.command()
@targeted
def demo(target: Target) -> None:
    """Look around in a made-up case; nothing of it is kept.

    Rowan's fifteen months, or with --client one of Sam, Dev, Ines, "Ade & Kit" and Noor.
    """
    story = _story_file(target.client or "Rowan")
    sweep()
    with _folder() as folder:
        path = folder / "demo.fledge"
        _fill(path, story, target.today)
        from tui.shell.dashboard import run

        run(path, None, date.today, demo=True)


def sweep() -> None:
    """Take away what demos left behind that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            handle = os.open(folder / _ALIVE, os.O_RDONLY | os.O_NOFOLLOW)
        except OSError:
            continue  # somebody else's, or just being made
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.fstat(handle).st_uid == os.getuid():
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue  # it runs
        finally:
            os.close(handle)


@contextmanager
def _folder() -> Iterator[Path]:
    """A private folder that is gone afterwards; the lock in it says that it is in use."""
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    handle = os.open(folder / _ALIVE, os.O_CREAT | os.O_RDWR, 0o600)
    fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(handle)


def _story_file(client: str) -> Path:
    stories = {path.stem: path for path in resources.folder("sample_data").glob("*.json")}
    key = client.casefold().replace("&", "and").replace(" ", "_")
    if key not in stories:
        raise AskedWrongly(
            f"There is no sample case “{client}”; there are: {', '.join(sorted(stories))}."
        )
    return stories[key]


def _fill(path: Path, story_file: Path, today: date) -> None:
    from tui.exchange import story
    from tui.store import stories
    from tui.store.connection import open_file

    told = story.read(story_file.read_text(encoding="utf-8")).ending(today)
    file = open_file(path, create=True)
    try:
        stories.add(file, told)
    finally:
        file.close()
