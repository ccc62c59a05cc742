"""`fledge` with a fault in it: python breaking.py WHERE words…; `?` sets it off where it waits."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from collections.abc import Callable
from typing import Any

from tui import cli
from tui.dialogs.keys import KeySheet
from tui.screens.overview import OverviewScreen
from tui.shell import dashboard
from tui.widgets.rows import Rows

App: Any = dashboard.load()


def boom(*_: object, **__: object) -> Any:
    """Raise with a secret in a variable, in the message, and in the cause's."""
    secret = os.environ["SECRET"]
    try:
        raise LookupError(secret)
    except LookupError as error:
        raise ValueError(f"{secret} is not there") from error


async def later(*_: object) -> None:
    boom()


def on_question_mark(act: Callable[[Any], object]) -> None:
    App.action_keys = lambda self: act(self) and None


def draw(app: Any) -> None:
    setattr(Rows, "render_line", boom)  # noqa: B010 - mypy wants methods left alone
    app.screen.query(Rows).refresh()


def hang(_: object) -> None:
    os.write(1, b"HANGING")
    while True:
        pass


FAULTS: dict[str, Callable[[], object]] = {
    "handler": lambda: on_question_mark(boom),
    "worker": lambda: on_question_mark(lambda app: app.run_worker(later())),
    "thread worker": lambda: on_question_mark(lambda app: app.run_worker(boom, thread=True)),
    "compose": lambda: setattr(KeySheet, "compose", boom),
    "first compose": lambda: setattr(OverviewScreen, "compose", boom),
    "render": lambda: on_question_mark(draw),
    "before": lambda: setattr(dashboard, "_show", boom),
    "callback": lambda: on_question_mark(lambda _: asyncio.get_running_loop().call_soon(boom)),
    "task": lambda: on_question_mark(lambda _: asyncio.ensure_future(later())),
    "thread": lambda: on_question_mark(lambda _: threading.Thread(target=boom).start()),
    "hang": lambda: on_question_mark(hang),
}

if __name__ == "__main__":
    FAULTS[sys.argv.pop(1)]()
    cli.run()
