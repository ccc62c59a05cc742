"""`fledge topic`: what to talk about in the next session."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.topics import STARTERS, Topic, TopicState
from tui.ids import new_id
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds

_LISTED: Final = Listed(
    "topic", "fledge topic", between.topics, lambda topic, target: f"“{topic.text}”"
)


@listing()
def topic(target: Target, as_json: bool) -> None:
    """What is pinned for the next session, then what was talked about or let go."""
    with target.reading() as file:
        found = between.topics(file.conn, target.chosen(file.conn).id)
    tell(found, partial(_line, target=target), _told, as_json=as_json)


_NUMBERED = "\n".join(f"  {n}  {words}" for n, words in enumerate(STARTERS, 1))


@topic.command(epilog=f"\b\nThe conversation starters:\n{_NUMBERED}")
@click.argument("text", required=False)
@click.option("--starter", type=click.IntRange(1, len(STARTERS)), help="A conversation starter.")
@targeted
def add(target: Target, text: str | None, starter: int | None) -> None:
    """Pin TEXT, or a conversation starter, for the next session."""
    if (text is None) == (starter is None):
        raise AskedWrongly(f"Say what to talk about, or --starter 1 to {len(STARTERS)}.")
    with target.writing() as (file, client):
        words = STARTERS[starter - 1] if starter else text or ""
        made = Topic(new_id(), target.today, words).sound()
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        say(_line(made, target))


@topic.command()
@click.argument("id_", metavar="ID")
@click.option("--on", "on", default="today", help="The day on which you did.")
@click.option("--note", help="What came of it.")
@targeted
def talked(target: Target, id_: str, on: str, note: str | None) -> None:
    """Say that the topic with this ID was talked about, and what came of it."""
    _close(target, id_, TopicState.TALKED, on, note)


@topic.command("let-go")
@click.argument("id_", metavar="ID")
@click.option("--on", "on", default="today", help="The day on which you did.")
@click.option("--note", help="A few words about it.")
@targeted
def let_go(target: Target, id_: str, on: str, note: str | None) -> None:
    """Let go of the topic with this ID; it stays where it can be found."""
    _close(target, id_, TopicState.LET_GO, on, note)


@topic.command()
@click.argument("id_", metavar="ID")
@targeted
def reopen(target: Target, id_: str) -> None:
    """Pin the topic with this ID once more; what came of it so far stays with it."""
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        after = replace(before, state=TopicState.OPEN, closed=None)
        deeds.do(file, client.id, Keep(after, before), author=target.rater.value)
        say(_line(after, target))


topic.add_command(_LISTED.deleting())


def _close(target: Target, id_: str, state: TopicState, on: str, note: str | None) -> None:
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        words = before.note if note is None else note
        after = replace(before, state=state, closed=target.day(on), note=words).sound()
        deeds.do(file, client.id, Keep(after, before), author=target.rater.value)
        say(_line(after, target))


def _line(topic: Topic, target: Target) -> str:
    closed = f" {target.said(topic.closed)}" if topic.closed else f" since {target.said(topic.day)}"
    head = f"{topic.id[:ID_SHOWN]}  {topic.state.value}{closed}  {topic.text}"
    return f"{head}\n  {topic.note}" if topic.note else head


def _told(topic: Topic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "date": topic.day.isoformat(),
        "text": topic.text,
        "state": topic.state.value,
        "closed": topic.closed.isoformat() if topic.closed else None,
        "note": topic.note,
        "about": topic.about or None,
    }
