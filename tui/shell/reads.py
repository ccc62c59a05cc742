"""`fledge reading`: books, articles, anything taken in between sessions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.reads import Read
from tui.ids import new_id
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds

_LISTED: Final = Listed(
    "reading", "fledge reading", between.reads, lambda read, target: f"“{read.title}”"
)


@listing()
def reading(target: Target, as_json: bool) -> None:
    """What is read between sessions, oldest first, each with its id."""
    with target.reading() as file:
        found = between.reads(file.conn, target.chosen(file.conn).id)[::-1]
    tell(found, partial(_line, target=target), _told, as_json=as_json)


@reading.command()
@click.argument("title")
@click.option("--note", default="", help="A few words about it.")
@click.option("--on", "on", default="today", help="The day on which it was begun.")
@targeted
def add(target: Target, title: str, note: str, on: str) -> None:
    """Write down something to read."""
    with target.writing() as (file, client):
        made = Read(new_id(), target.day(on), title, note).sound()
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        say(_line(made, target))


@reading.command()
@click.argument("id_", metavar="ID")
@click.option("--title", help="What it is called.")
@click.option("--note", help="A few words about it.")
@click.option("--done", help="The day on which it was finished, such as today.")
@targeted
def edit(target: Target, id_: str, title: str | None, note: str | None, done: str | None) -> None:
    """Change what is written of the reading with this ID, or say that it is finished."""
    if title is None and note is None and done is None:
        raise AskedWrongly("Say what to change: --title, --note, --done.")
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        after = before if title is None else replace(before, title=title)
        after = after if note is None else replace(after, note=note)
        after = after if done is None else replace(after, done=target.day(done))
        deeds.do(file, client.id, Keep(after.sound(), before), author=target.rater.value)
        say(_line(after, target))


reading.add_command(_LISTED.deleting())


def _line(read: Read, target: Target) -> str:
    done = f", finished {target.said(read.done)}" if read.done else ""
    head = f"{read.id[:ID_SHOWN]}  {target.said(read.day)}  {read.title}{done}"
    return f"{head}\n  {read.note}" if read.note else head


def _told(read: Read) -> dict[str, Any]:
    done = read.done.isoformat() if read.done else None
    told = {"id": read.id, "date": read.day.isoformat(), "title": read.title}
    return {**told, "note": read.note, "done": done}
