"""`fledge` and `fledge FILE`: the full-screen program."""

from __future__ import annotations

import gc
import io
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tui import crash, ending
from tui.config import Config
from tui.core.measures import Rater
from tui.desk import StoreDesk
from tui.shell.target import NEW_CLIENT, CouldNot
from tui.store import clients, errors
from tui.store.openfile import OpenFile
from tui.store.thread import Store

if TYPE_CHECKING:
    from tui.app import FledgeApp

_LEFT_TO_THE_PERSON: Final = frozenset(
    f"TEXTUAL_{name}"
    for name in (
        "ANIMATIONS",
        "COLOR_SYSTEM",
        "DIM_FACTOR",
        "DISABLE_KITTY_KEY",
        "FILTERS",
        "FPS",
        "SMOOTH_SCROLL",
        "SPEEDUPS",
        "THEME",
    )
)


def run(
    path: Path,
    client: str | None,
    config: Config,
    *,
    demo: bool = False,
    rater: Rater = Rater.CLIENT,
    own_place: Path | None = None,
) -> None:
    """Show the dashboard until it is left; exits with 1 when the file or the terminal is unfit.

    It is the view of `rater`; `own_place` is where a therapist's own notes are.
    """
    make_ready()
    store = Store(path, create=True)  # reads in its thread while Textual is imported
    try:
        store.call(_begin, client or NEW_CLIENT, config.today())
        desk = StoreDesk(store, client, config.today, demo, config.manners, rater)
        code, wants_demo = _show(desk, config, own_place)
    except errors.StoreError as error:
        raise CouldNot(str(error)) from error
    finally:
        store.close()
    if wants_demo:
        from tui.shell import sample

        sample.show(None, config, rater)
    elif code:
        sys.exit(code)


def load() -> type[FledgeApp]:
    """Import Textual and the program, with what has to be set before.

    Looking for garbage among what is only just being loaded finds none and takes 20 ms; the program
    turns it on again once everything is there.
    """
    gc.disable()
    _tidy_environment()
    os.environ.setdefault("TEXTUAL_FPS", "240")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    if not os.environ.get("NO_COLOR", "x"):
        del os.environ["NO_COLOR"]  # empty is as good as not set, but not to Textual
    from tui.app import FledgeApp

    return FledgeApp


def _show(desk: StoreDesk, config: Config, own_place: Path | None) -> tuple[int, bool]:
    program = load()
    desk.wait()
    app = program(desk, config, own_place)
    try:
        app.run()
    finally:
        ending.ignore()  # what is left is closing the files
        app.shut_own()
    if app.crash:
        raise CouldNot(app.crash)
    return app.return_code or 0, app.wants_demo


def _begin(file: OpenFile, name: str, today: date) -> None:
    """Give a new file its client."""
    if not file.barred and clients.none_yet(file.conn):
        clients.begin(file, name, today)


def make_ready() -> None:
    """Have signals unwind the program and crashes kept quiet; before anything is made or opened.

    Raises `CouldNot` where no screen can be drawn.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # our sentences, in any locale
            stream.reconfigure(encoding="utf-8", errors="replace")
    _need_a_terminal()
    ending.arm()
    crash.keep_quiet()


def _need_a_terminal() -> None:
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout)):
        raise CouldNot(
            "The dashboard needs a terminal, and this is none. `fledge show` prints the same as "
            "plain text."
        )
    if os.environ.get("TERM") == "dumb":
        raise CouldNot(
            "This terminal cannot draw a screen (TERM is dumb). `fledge check-in` asks one thing "
            "after the other, and `fledge show` prints plain text."
        )


def _tidy_environment() -> None:
    """Take away what would replace Textual's parts, write its logs, press keys or fix the size.

    What is a matter of looks, of speed or of the terminal's kind stays with the person.
    """
    for name in [*os.environ]:
        if name.startswith("TEXTUAL") and name not in _LEFT_TO_THE_PERSON:
            del os.environ[name]
    for name in ("COLUMNS", "LINES"):  # exported by a shell once, and wrong since the next resize
        os.environ.pop(name, None)
