"""`fledge event TEXT`: something that happened, marked on the time axis."""

from __future__ import annotations

import click

from tui.core import naming
from tui.core.deeds import Note
from tui.core.events import Event, EventKind
from tui.ids import new_id
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, measures


@click.command()
@click.argument("text")
@click.option("--on", "on", default="today", help="The day on which it happened.")
@click.option("--about", help="The measure or goal that it is about; all of them if not given.")
@targeted
def event(target: Target, text: str, on: str, about: str | None) -> None:
    """Note something that happened; every picture shows it on its day."""
    if not text.strip():
        raise AskedWrongly("An event needs a few words.")
    with target.writing() as (file, client):
        day = target.day(on)
        measure = None
        if about:
            measure = naming.find(about, measures.of_client(file.conn, client.id))
        made = Event(new_id(), day, EventKind.NOTE, text, measure.id if measure else None)
        deeds.do(file, client.id, Note(made), author=target.rater.value)
        suffix = f", about {measure.name}" if measure else ""
        say(f"Noted: {text}{suffix}, {target.said(day)}")
