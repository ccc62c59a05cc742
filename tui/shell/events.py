"""`fledge events`: what was noted on the time axis, to list, change and delete."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import click

from tui.core import naming
from tui.core.deeds import Delete, Note
from tui.core.events import Event
from tui.core.naming import ID_SHOWN
from tui.shell import find
from tui.shell.ask import be_sure
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, measures
from tui.store import events as event_store

_ALL: Final = "all"
"""What `--about` is given for an event that is about every measure."""


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def events(target: Target, as_json: bool) -> None:
    """What happened, oldest first, each with its id. A new one: fledge event TEXT."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is not None:
        return
    with target.reading() as file:
        client = target.chosen(file.conn)
        names = {m.id: m.name for m in measures.of_client(file.conn, client.id)}
        found = event_store.of_client(file.conn, client.id)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each, names) for each in found]))
    elif found:
        say("\n".join(_line(each, names, target) for each in found))


@events.command()
@click.argument("id_", metavar="ID")
@click.option("--text", help="What happened.")
@click.option("--on", "on", help="The day on which it happened.")
@click.option("--about", help=f"The measure or goal that it is about, or {_ALL}.")
@targeted
def edit(target: Target, id_: str, text: str | None, on: str | None, about: str | None) -> None:
    """Change the event with this ID; the first letters of it are enough."""
    if text is None and on is None and about is None:
        raise AskedWrongly("Say what to change: --text, --on, --about.")
    with target.writing() as (file, client):
        before = find.event(file, client, id_)
        known = measures.of_client(file.conn, client.id)
        after = before if text is None else replace(before, text=text)
        if on is not None:
            after = replace(after, day=target.day(on))
        if about is not None:
            whole = about.casefold() == _ALL
            measure_id = None if whole else naming.find(about, known).id
            after = replace(after, measure_id=measure_id)
        deeds.do(file, client.id, Note(after.sound(), before), author=target.rater.value)
        say(_line(after, {m.id: m.name for m in known}, target))


@events.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, id_: str, yes: bool) -> None:
    """Take the event with this ID out; the first letters of it are enough."""
    with target.writing() as (file, client):
        chosen = find.event(file, client, id_)
        said = f"“{chosen.said}” of {target.said(chosen.day)}"
        be_sure(f"Delete {said}?", already=yes)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Deleted: {said}. fledge undo brings it back.")


def _line(event: Event, names: dict[str, str], target: Target) -> str:
    about = names.get(event.measure_id or "")
    suffix = f", about {about}" if about else ""
    return f"{event.id[:ID_SHOWN]}  {target.said(event.day)}  {event.said}{suffix}"


def _told(event: Event, names: dict[str, str]) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": event.day.isoformat(),
        "kind": event.kind.value,
        "text": event.text,
        "about": names.get(event.measure_id or ""),
    }
