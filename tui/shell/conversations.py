"""`fledge conversation`: what was agreed after talking about feeling worse."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import click

from tui.core.conversations import FAIR_CHANCE, LONGEST, SHORTEST, Conversation
from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.worse_after import ALWAYS
from tui.ids import new_id
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import deeds, reviews

_LISTED: Final = Listed(
    "conversation",
    "fledge conversation",
    reviews.conversations,
    lambda talk, target: f"the conversation of {target.said(talk.day)}",
)


@listing()
def conversation(target: Target, as_json: bool) -> None:
    """Conversations about sessions that left you worse, oldest first, each with its id."""
    with target.reading() as file:
        found = reviews.conversations(file.conn, target.chosen(file.conn).id)
    tell(found, partial(_line, target=target), _told, as_json=as_json)


@conversation.command()
@click.argument("text")
@click.option(
    "--chance",
    type=click.IntRange(SHORTEST, LONGEST),
    default=FAIR_CHANCE,
    show_default=True,
    help="Sessions that it is given to show.",
)
@click.option("--on", "on", default="today", help="The day on which you talked.")
@targeted
def add(target: Target, text: str, chance: int, on: str) -> None:
    """Write down what was agreed to change, TEXT, and the fair chance that it is given."""
    with target.writing() as (file, client):
        made = Conversation(new_id(), target.day(on), text, chance).sound()
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        say(_line(made, target))
        say(ALWAYS)


conversation.add_command(_LISTED.deleting())


def _line(given: Conversation, target: Target) -> str:
    head = f"{given.id[:ID_SHOWN]}  {target.said(given.day)}  {given.window} sessions"
    return f"{head}\n  {given.changes}"


def _told(given: Conversation) -> dict[str, Any]:
    return {
        "id": given.id,
        "date": given.day.isoformat(),
        "changes": given.changes,
        "chance": given.window,
    }
