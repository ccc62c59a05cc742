"""`fledge practice`: what was tried between sessions."""

from __future__ import annotations

from dataclasses import asdict, replace
from functools import partial
from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.ids import new_id
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds

_FROM_0_TO_3: Final = click.IntRange(0, 3)
_LISTED: Final = Listed(
    "practice",
    "fledge practice",
    between.practices,
    lambda tried, target: f"“{tried.what}” of {target.said(tried.day)}",
)


@listing()
def practice(target: Target, as_json: bool) -> None:
    """What was tried between sessions, oldest first, each with its id."""
    with target.reading() as file:
        found = between.practices(file.conn, target.chosen(file.conn).id)[::-1]
    tell(found, partial(_line, target=target), _told, as_json=as_json)


@practice.command()
@click.argument("what")
@click.option("--effort", type=_FROM_0_TO_3, help=f"0 to 3: {', '.join(EFFORT)}.")
@click.option("--useful", type=_FROM_0_TO_3, help=f"0 to 3: {', '.join(USEFUL)}.")
@click.option("--note", default="", help="A few words about it.")
@click.option("--on", "on", default="today", help="The day on which it was.")
@targeted
def add(
    target: Target, what: str, effort: int | None, useful: int | None, note: str, on: str
) -> None:
    """Write down WHAT was tried, how much effort it took and how useful it was."""
    with target.writing() as (file, client):
        made = Practice(new_id(), target.day(on), what, effort, useful, note).sound()
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        say(_line(made, target))


@practice.command()
@click.argument("id_", metavar="ID")
@click.option("--what", help="What was tried.")
@click.option("--effort", type=_FROM_0_TO_3, help=f"0 to 3: {', '.join(EFFORT)}.")
@click.option("--useful", type=_FROM_0_TO_3, help=f"0 to 3: {', '.join(USEFUL)}.")
@click.option("--note", help="A few words about it.")
@click.option("--on", "on", help="The day on which it was.")
@targeted
def edit(target: Target, id_: str, on: str | None, **given: str | int | None) -> None:
    """Change what is written of the practice with this ID."""
    changed: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if not changed and on is None:
        raise AskedWrongly("Say what to change: --what, --effort, --useful, --note, --on.")
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        after = replace(before, **changed)
        if on is not None:
            after = replace(after, day=target.day(on))
        deeds.do(file, client.id, Keep(after.sound(), before), author=target.rater.value)
        say(_line(after, target))


practice.add_command(_LISTED.deleting())


def _line(practice: Practice, target: Target) -> str:
    effort = "" if practice.effort is None else f", effort: {EFFORT[practice.effort]}"
    useful = "" if practice.useful is None else f", useful: {USEFUL[practice.useful]}"
    head = f"{practice.id[:ID_SHOWN]}  {target.said(practice.day)}  {practice.what}{effort}{useful}"
    return f"{head}\n  {practice.note}" if practice.note else head


def _told(practice: Practice) -> dict[str, Any]:
    told = asdict(practice)
    return {"id": told.pop("id"), "date": told.pop("day").isoformat(), **told}
