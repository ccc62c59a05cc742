"""`fledge events`: what was noted on the time axis, to list, change and delete."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import click

from tui.core import naming
from tui.core.deeds import Note
from tui.core.events import Event
from tui.core.naming import ID_SHOWN
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, measures
from tui.store import events as event_store

_ALL: Final = "all"
"""What `--about` is given for an event that is about every measure."""
_LISTED: Final = Listed(
    "event",
    "fledge events",
    event_store.of_client,
    lambda event, target: f"“{event.said}” of {target.said(event.day)}",
)


@listing()
def events(target: Target, as_json: bool) -> None:
    """What happened, oldest first, each with its id. A new one: fledge event TEXT."""
    with target.reading() as file:
        client = target.chosen(file.conn)
        names = {m.id: m.name for m in measures.of_client(file.conn, client.id)}
        found = event_store.of_client(file.conn, client.id)
    line = partial(_line, names=names, target=target)
    tell(found, line, partial(_told, names=names), as_json=as_json)


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
        before = _LISTED.by_id(file, client, id_)
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


events.add_command(_LISTED.deleting())


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
