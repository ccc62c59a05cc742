"""A throw-away copy of a made-up case, told up to today."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Final

from tui import ending, resources
from tui.config import Config
from tui.core.measures import Rater
from tui.shell.target import AskedWrongly

_PREFIX: Final = "fledge-demo-"
_ALIVE: Final = "alive"
"""A file in the demo's folder that is locked for as long as the demo runs."""


def show(client: str | None, config: Config, rater: Rater = Rater.CLIENT) -> None:
    """Open the dashboard on a throw-away copy of the case called `client`, or of Rowan's.

    A therapist's own notes about it are as short-lived.
    """
    from tui.shell import dashboard

    story = _story_file(client or "Rowan")
    dashboard.make_ready()
    sweep()
    with _folder() as folder:
        path, own_place = folder / "demo.fledge", folder / "private.fledge"
        own = own_place if rater is Rater.THERAPIST else None
        with _beside(lambda: _fill(path, story, config.today(), own)):
            dashboard.load()
        dashboard.run(path, None, config, demo=True, rater=rater, own_place=own_place)


@contextmanager
def _beside(work: Callable[[], None]) -> Iterator[None]:
    """Do some work in a process of its own while the block runs; afterwards it is done.

    Making the file takes a third of the time that Textual takes to load, and a second processor
    core makes it in the meantime. Nothing has been started yet that a fork could break.
    """
    child = os.fork()
    if child == 0:
        with suppress(BaseException):
            work()
            os._exit(0)
        os._exit(1)
    try:
        yield
    finally:
        _, status = os.waitpid(child, 0)
    if status:
        work()  # once more, to have it say what is wrong


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
    with ExitStack() as stack:
        with ending.held():
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            handle = os.open(folder / _ALIVE, os.O_CREAT | os.O_RDWR, 0o600)
            stack.callback(os.close, handle)
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield folder


def _story_file(client: str) -> Path:
    stories = {path.stem: path for path in resources.folder("sample_data").glob("*.json")}
    key = client.casefold().replace("&", "and").replace(" ", "_")
    if key not in stories:
        raise AskedWrongly(
            f"There is no sample case “{client}”; there are: {', '.join(sorted(stories))}."
        )
    return stories[key]


def _fill(path: Path, story_file: Path, today: date, own_place: Path | None = None) -> None:
    """Make the demo's file, and at `own_place` that of a therapist's notes, if there are any."""
    from tui.exchange import story
    from tui.store import stories
    from tui.store.connection import beginning

    told = story.read(story_file.read_text(encoding="utf-8")).ending(today)
    with beginning(path) as file:
        stories.begin_with(file, told)
    own_file = story_file.parent / "private" / story_file.name
    if own_place and own_file.is_file():
        _fill_own(own_place, own_file, told.client.id, today)


def _fill_own(path: Path, own_file: Path, client_id: str, today: date) -> None:
    from tui.exchange import own_story
    from tui.store import own_notes
    from tui.store.connection import beginning
    from tui.store.own_schema import OWN_FILE

    notes = own_story.read(own_file.read_text(encoding="utf-8"), client_id, today)
    with beginning(path, OWN_FILE) as file:
        own_notes.begin_with(file, notes)
