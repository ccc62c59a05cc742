"""`fledge` and `fledge FILE`: the full-screen program."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from tui.desk import StoreDesk
from tui.shell.options import targeted
from tui.shell.target import NEW_CLIENT, CouldNot, Target
from tui.store import clients, errors
from tui.store.openfile import OpenFile
from tui.store.thread import Store


@click.command("open")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@targeted
def open(target: Target, path: Path | None = None) -> None:  # noqa: A001
    """Open the dashboard on a file; a file that is not there yet is begun."""
    run(path or target.path, target.client, date.today)


def run(path: Path, client: str | None, today: Callable[[], date], *, demo: bool = False) -> None:
    """Show the dashboard until it is left; exits with 1 when the file or the terminal is unfit."""
    _need_a_terminal()
    store = Store(path, create=True)
    try:
        store.opened.result()
        store.call(_begin, client or NEW_CLIENT, today())
        code = _show(StoreDesk(store, client, today, demo))
    except errors.StoreError as error:
        raise CouldNot(str(error)) from error
    finally:
        store.close()
    if code:
        sys.exit(code)


def _show(desk: StoreDesk) -> int:
    """Import Textual while the store's thread reads the file, then run the program.

    Looking for garbage among what is only just being loaded finds none and takes 20 ms; the program
    turns it on again once everything is there.
    """
    gc.disable()
    os.environ.setdefault("TEXTUAL_FPS", "240")
    os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")
    from tui.app import FledgeApp

    desk.wait()
    app = FledgeApp(desk)
    app.run()
    return app.return_code or 0


def _begin(file: OpenFile, name: str, today: date) -> None:
    """Give a new file its client."""
    if not file.barred and not clients.everyone(file.conn):
        clients.begin(file, name, today)


def _need_a_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CouldNot(
            "The dashboard needs a terminal, and this is none. `fledge show` prints the same as "
            "plain text."
        )
    if os.environ.get("TERM") == "dumb":
        raise CouldNot("This terminal cannot draw a screen. `fledge show` prints plain text.")
