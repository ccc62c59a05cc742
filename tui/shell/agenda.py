"""`fledge agenda`: what there is to look at in the next session or review, put in order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Any, Final

import click

from tui.core.agenda import Item, moved, ordered, without
from tui.core.agenda import agenda as items_of
from tui.core.deeds import Keep
from tui.core.reviewing import Reviewing
from tui.core.reviews import Review, ReviewState
from tui.core.topics import Topic
from tui.ids import new_id
from tui.shell.listed import listing
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, record
from tui.store.openfile import OpenFile

_KIND: Final = 9
_Change = Callable[[Sequence[Item], Review], Review]


@listing()
def agenda(target: Target, as_json: bool) -> None:
    """What there is to look at together, one in a line: what is pinned comes first.

    Topics, notices, goals a day of which has passed, repairs that are open, agreements whose day
    has passed, what was practised. A review takes over the order that is given to it here.
    """
    with target.reading() as file:
        of = _reviewing(target, file)
    found = ordered(items_of(of), of.arranged)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(item) for item in found]))
    elif found:
        say(_lines(found))


@agenda.command()
@click.argument("text")
@targeted
def add(target: Target, text: str) -> None:
    """Pin TEXT as a topic."""
    with target.writing() as (file, client):
        made = Topic(new_id(), target.today, text).sound()
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        of = _reviewing(target, file)
        say(_lines(ordered(items_of(of), of.arranged)))


@agenda.command()
@click.argument("wanted", metavar="ITEM…", nargs=-1, required=True)
@targeted
def drop(target: Target, wanted: tuple[str, ...]) -> None:
    """Take items off until the next review was held; each stays where it came from.

    ITEM is its number in the list, or the beginning of its key.
    """

    def dropped(items: Sequence[Item], review: Review) -> Review:
        return reduce(without, [_found(items, each).key for each in wanted], review)

    _arrange(target, dropped)


@agenda.command()
@click.argument("wanted", metavar="ITEM")
@click.argument("place", type=click.IntRange(1))
@targeted
def move(target: Target, wanted: str, place: int) -> None:
    """Put an item at another place, 1 for the first.

    ITEM is its number in the list, or the beginning of its key.
    """
    _arrange(target, lambda items, r: moved(items, r, _found(items, wanted).key, place - 1))


def _arrange(target: Target, change: _Change) -> None:
    """Change the order, or what is on it, and print what there is to look at now."""
    with target.writing() as (file, client):
        of = _reviewing(target, file)
        items, before = items_of(of), of.arranged
        review = before or Review(new_id(), target.today, ReviewState.PREPARED)
        after = change(ordered(items, before), review)
        if after != review:
            deeds.do(file, client.id, Keep(after, before), author=target.rater.value)
        if left := ordered(items, after):
            say(_lines(left))


def _reviewing(target: Target, file: OpenFile) -> Reviewing:
    client = target.chosen(file.conn)
    return record.reviewing(file, client, target.today, 0, target.manners, target.rater)


def _found(items: Sequence[Item], wanted: str) -> Item:
    """The item with this number in the list, or with this beginning of its key."""
    wanted = wanted.strip()
    found = [item for n, item in enumerate(items, 1) if wanted in (str(n), item.key)]
    found = found or [item for item in items if wanted and item.key.startswith(wanted)]
    if len(found) != 1:
        raise AskedWrongly(f"There is no item “{wanted}”. `fledge agenda` lists them.")
    return found[0]


def _lines(items: Sequence[Item]) -> str:
    wide = len(str(len(items)))
    numbered = enumerate(items, 1)
    return "\n".join(f"{n:>{wide}}  {i.kind.value:<{_KIND}}  {i.text}" for n, i in numbered)


def _told(item: Item) -> dict[str, Any]:
    parts = {head.lower(): said for head, said in item.parts}
    return {"key": item.key, "kind": item.kind.value, "text": item.text, "parts": parts}
