"""`fledge practice`: what was tried between sessions."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any, Final

import click

from tui.core.deeds import Delete, Keep
from tui.core.naming import ID_SHOWN
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.ids import new_id
from tui.shell import find
from tui.shell.ask import be_sure
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds
from tui.store.openfile import OpenFile

_FROM_0_TO_3: Final = click.IntRange(0, 3)


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def practice(target: Target, as_json: bool) -> None:
    """What was tried between sessions, oldest first, each with its id."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is not None:
        return
    with target.reading() as file:
        found = between.practices(file.conn, target.chosen(file.conn).id)[::-1]
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each) for each in found]))
    elif found:
        say("\n".join(_line(each, target) for each in found))


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
        before = _found(file, client.id, id_)
        after = replace(before, **changed)
        if on is not None:
            after = replace(after, day=target.day(on))
        deeds.do(file, client.id, Keep(after.sound(), before), author=target.rater.value)
        say(_line(after, target))


@practice.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, id_: str, yes: bool) -> None:
    """Take the practice with this ID out; the first letters of it are enough."""
    with target.writing() as (file, client):
        chosen = _found(file, client.id, id_)
        said = f"“{chosen.what}” of {target.said(chosen.day)}"
        be_sure(f"Delete {said}?", already=yes)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Deleted: {said}. fledge undo brings it back.")


def _found(file: OpenFile, client_id: str, id_: str) -> Practice:
    return find.by_id(between.practices(file.conn, client_id), id_, "practice", "fledge practice")


def _line(practice: Practice, target: Target) -> str:
    effort = "" if practice.effort is None else f", effort: {EFFORT[practice.effort]}"
    useful = "" if practice.useful is None else f", useful: {USEFUL[practice.useful]}"
    head = f"{practice.id[:ID_SHOWN]}  {target.said(practice.day)}  {practice.what}{effort}{useful}"
    return f"{head}\n  {practice.note}" if practice.note else head


def _told(practice: Practice) -> dict[str, Any]:
    told = asdict(practice)
    return {"id": told.pop("id"), "date": told.pop("day").isoformat(), **told}
