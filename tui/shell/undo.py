"""`fledge undo` and `fledge redo`: the journal backwards and forwards, also tomorrow."""

from __future__ import annotations

from collections.abc import Callable

import click

from tui.core.changes import Change
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import CouldNot, Target
from tui.store import history
from tui.store.openfile import OpenFile


@click.command()
@targeted
def undo(target: Target) -> None:
    """Take back the latest change, whoever made it, and say what it was."""
    _turn(target, history.undo, "Taken back", "There is nothing to take back.")


@click.command()
@targeted
def redo(target: Target) -> None:
    """Bring again what was taken back last."""
    _turn(target, history.redo, "Brought again", "There is nothing to bring again.")


def _turn(
    target: Target, way: Callable[[OpenFile], Change | None], said: str, nothing: str
) -> None:
    with target.reading() as file:
        change = way(file)
    if change is None:
        raise CouldNot(nothing)
    say(f"{said}: {change.label}")
