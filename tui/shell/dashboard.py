"""`fledge` and `fledge FILE`: the full-screen program."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from tui.desk import StoreDesk
from tui.shell.target import NEW_CLIENT, CouldNot
from tui.store import clients, errors
from tui.store.openfile import OpenFile
from tui.store.thread import Store

if TYPE_CHECKING:
    from tui.app import FledgeApp


def run(path: Path, client: str | None, today: Callable[[], date], *, demo: bool = False) -> None:
    """Show the dashboard until it is left; exits with 1 when the file or the terminal is unfit."""
    need_a_terminal()
    store = Store(path, create=True)  # reads in its thread while Textual is imported
    try:
        store.call(_begin, client or NEW_CLIENT, today())
        code = _show(StoreDesk(store, client, today, demo))
    except errors.StoreError as error:
        raise CouldNot(str(error)) from error
    finally:
        store.close()
    if code:
        sys.exit(code)


def load() -> type[FledgeApp]:
    """Import Textual and the program, with what has to be set before.

    Looking for garbage among what is only just being loaded finds none and takes 20 ms; the program
    turns it on again once everything is there.
    """
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", "240")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from tui.app import FledgeApp

    return FledgeApp


def _show(desk: StoreDesk) -> int:
    program = load()
    desk.wait()
    app = program(desk)
    app.run()
    return app.return_code or 0


def _begin(file: OpenFile, name: str, today: date) -> None:
    """Give a new file its client."""
    if not file.barred and not clients.everyone(file.conn):
        clients.begin(file, name, today)


def need_a_terminal() -> None:
    """Raise `CouldNot` where no screen can be drawn."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CouldNot(
            "The dashboard needs a terminal, and this is none. `fledge show` prints the same as "
            "plain text."
        )
    if os.environ.get("TERM") == "dumb":
        raise CouldNot("This terminal cannot draw a screen. `fledge show` prints plain text.")
