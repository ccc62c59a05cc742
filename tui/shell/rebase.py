"""`fledge measure rebase`: from a day on, a measure's own limits are counted anew."""

from __future__ import annotations

import click

from tui.core import naming
from tui.core.deeds import Note
from tui.core.events import Event, EventKind
from tui.ids import new_id
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import deeds, measures


@click.command()
@click.argument("measure")
@click.option("--on", "on", default="today", help="The day from which they are counted anew.")
@click.option("--because", default="", help="What has changed for good, in a few words.")
@targeted
def rebase(target: Target, measure: str, on: str, because: str) -> None:
    """Begin a new level of a MEASURE or goal: its own limits are counted anew from a day on.

    For when something has changed for good, so that what came before is no yardstick any more.
    Nothing that was rated changes. fledge events lists it, and there it can be taken out.
    """
    with target.writing() as (file, client):
        day = target.day(on)
        chosen = naming.find(measure, measures.of_client(file.conn, client.id))
        made = Event(new_id(), day, EventKind.REBASED, because, chosen.id)
        deeds.do(file, client.id, Note(made), author=target.rater.value)
        since = target.said(day)
        say(f"A new level of {chosen.name} from {since}: its own limits are counted anew.")
