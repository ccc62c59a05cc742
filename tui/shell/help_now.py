"""`fledge help-now`: whom to turn to. The first sentence is printed whatever else is wrong."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace

import click

from tui.core.deeds import Delete, KeepLifeline
from tui.core.lifelines import EMERGENCY, Lifeline, Section
from tui.core.text import clean
from tui.ids import new_id
from tui.shell import find
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import clients, deeds, lifelines

_EMPTY = "Nobody is written down here yet: fledge help-now add --section people NAME HOW"


@click.group("help-now", invoke_without_command=True)
@targeted
def help_now(target: Target) -> None:
    """Whom to turn to at a bad moment: your people, your therapist's plan, helplines."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is None:
        say(EMERGENCY)
        say("\n".join(_written(target)) or _EMPTY)


@help_now.command()
@click.option(
    "--section",
    type=click.Choice([s.value for s in Section]),
    default=Section.PEOPLE.value,
    show_default=True,
    help="My people, my therapist's out-of-hours plan, or helplines.",
)
@click.argument("name")
@click.argument("how")
@targeted
def add(target: Target, section: str, name: str, how: str) -> None:
    """Write down NAME and HOW to reach them, as right today."""
    name = clean(name).strip()
    if not name or not clean(how).strip():
        raise AskedWrongly("A line of Help now is a name and how to reach them.")
    with target.writing() as (file, client):
        if any(
            each.name.casefold() == name.casefold()
            for each in lifelines.of_client(file.conn, client.id)
        ):
            raise AskedWrongly(f"Help now holds “{name}” already. Remove it first to change it.")
        made = Lifeline(new_id(), Section(section), name, how, target.today)
        deeds.do(file, client.id, KeepLifeline(made), author=target.rater.value)
        say(f"{made.section.heading}: {_line(made, target)}")


@help_now.command()
@click.argument("name")
@targeted
def checked(target: Target, name: str) -> None:
    """Say that what stands there for NAME is right, as of today."""
    with target.writing() as (file, client):
        before = find.lifeline(file, client, name)
        after = replace(before, checked=target.today)
        deeds.do(file, client.id, KeepLifeline(after, before), author=target.rater.value)
        say(_line(after, target))


@help_now.command()
@click.argument("name")
@targeted
def remove(target: Target, name: str) -> None:
    """Take NAME out."""
    with target.writing() as (file, client):
        chosen = find.lifeline(file, client, name)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Taken out: {chosen.name}. fledge undo brings it back.")


def _written(target: Target) -> Iterator[str]:
    """What is written, of everybody in the file if nobody is named: this is no time to ask."""
    if not os.path.exists(target.path):
        return
    with target.reading() as file:
        meant = (
            [target.chosen(file.conn)] if target.client is not None else clients.everyone(file.conn)
        )
        for client in meant:
            written = lifelines.of_client(file.conn, client.id)
            if written and len(meant) > 1:
                yield f"\n{client.name}"
            yield from _sections(written, target)


def _sections(written: Sequence[Lifeline], target: Target) -> Iterator[str]:
    for section in Section:
        lines = [_line(each, target) for each in written if each.section is section]
        if lines:
            yield f"\n{section.heading}"
            yield from (f"  {line}" for line in lines)


def _line(lifeline: Lifeline, target: Target) -> str:
    how = lifeline.reach.replace("\n", "\n    ")
    asks = ""
    if lifeline.wants_a_look(target.today):
        asks = " Is it still right? Then: fledge help-now checked NAME"
    return f"{lifeline.name}: {how} (checked {target.said(lifeline.checked)}){asks}"
