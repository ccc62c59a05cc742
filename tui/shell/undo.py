"""`fledge undo` and `fledge redo`: the journal backwards and forwards, also tomorrow."""

from __future__ import annotations

from collections.abc import Callable

import click

from tui.core.changes import Change, signed
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot, Target
from tui.store import errors, history, whose
from tui.store.openfile import OpenFile


@click.command()
@click.option(
    "--change", "number", type=int, help="A number of fledge history; the latest if none."
)
@targeted
def undo(target: Target, number: int | None) -> None:
    """Take back the latest change, whoever made it, and say what it was.

    With --change it takes back one of those before, if nothing it touched was changed since.
    """
    if number is None:
        _turn(target, history.undo, "Taken back", "There is nothing to take back.")
    else:
        gone = f"Nothing is left of change {number} to take back."
        by = target.rater.value
        _turn(target, lambda file: _take_back(file, number, by), "Taken back", gone)


@click.command()
@targeted
def redo(target: Target) -> None:
    """Bring again what was taken back last."""
    _turn(target, history.redo, "Brought again", "There is nothing to bring again.")


def _turn(
    target: Target, way: Callable[[OpenFile], Change | None], said: str, nothing: str
) -> None:
    with target.reading() as file:
        change = whose.named(way)(file)
    if change is None:
        raise CouldNot(nothing)
    say(f"{said}: {signed(change, target.today, target.manners)}")


def _take_back(file: OpenFile, number: int, author: str) -> Change | None:
    change = history.numbered(file.conn, number)
    if change is None:
        raise AskedWrongly(f"There is no change {number}. `fledge history` lists them.")
    if change.state != "done":
        raise AskedWrongly(f"Change {number} was taken back already: {change.label}.")
    try:
        return change if history.take_back(file, change, author) else None
    except errors.Conflict:
        raise CouldNot(
            f"What change {number} touched was changed again since, so it was left as it is. Take "
            "the later change back first: fledge history."
        ) from None
