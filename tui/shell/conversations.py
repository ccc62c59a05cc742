"""`fledge conversation`: what was agreed after talking about feeling worse."""

from __future__ import annotations

from typing import Any

import click

from tui.core.conversations import FAIR_CHANCE, LONGEST, SHORTEST, Conversation
from tui.core.deeds import Delete, Keep
from tui.core.naming import ID_SHOWN
from tui.core.worse_after import ALWAYS
from tui.ids import new_id
from tui.shell import find
from tui.shell.ask import be_sure
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import deeds, reviews


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def conversation(target: Target, as_json: bool) -> None:
    """Conversations about sessions that left you worse, oldest first, each with its id."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is not None:
        return
    with target.reading() as file:
        found = reviews.conversations(file.conn, target.chosen(file.conn).id)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each) for each in found]))
    elif found:
        say("\n".join(_line(each, target) for each in found))


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


@conversation.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, id_: str, yes: bool) -> None:
    """Take the conversation with this ID out; the first letters of it are enough."""
    with target.writing() as (file, client):
        known = reviews.conversations(file.conn, client.id)
        chosen = find.by_id(known, id_, "conversation", "fledge conversation")
        said = f"the conversation of {target.said(chosen.day)}"
        be_sure(f"Delete {said}?", already=yes)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Deleted: {said}. fledge undo brings it back.")


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
