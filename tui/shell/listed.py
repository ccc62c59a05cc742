"""What the commands share that keep one kind of thing: the group lists it, and one is deleted."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import click

from tui.core.clients import Client
from tui.core.deeds import Delete, Kept
from tui.core.events import Event
from tui.core.goals import Goal
from tui.core.measures import Measure
from tui.core.sessions import Session
from tui.shell import find
from tui.shell.ask import be_sure
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import deeds, ratings
from tui.store.openfile import OpenFile

T = TypeVar("T")
Deletable = Event | Goal | Kept | Measure | Session
Thing = TypeVar("Thing", bound=Event | Kept)


_Lists = Callable[..., None]


def listing(*options: Callable[[_Lists], _Lists]) -> Callable[[_Lists], click.Group]:
    """Make a group that lists, with `--json` and `options`, when none of its commands is called."""

    def made(lists: _Lists) -> click.Group:
        @targeted
        @functools.wraps(lists)
        def group(target: Target, **given: Any) -> None:
            ctx = click.get_current_context()
            ctx.obj = target
            if ctx.invoked_subcommand is None:
                lists(target, **given)

        as_json = click.option("--json", "as_json", is_flag=True, help="For another program.")
        asked = functools.reduce(lambda command, option: option(command), options[::-1], group)
        return click.group(invoke_without_command=True)(as_json(asked))

    return made


def tell(
    found: Sequence[T],
    line: Callable[[T], str],
    told: Callable[[T], dict[str, Any]],
    *,
    as_json: bool,
    between: str = "\n",
) -> None:
    """Print what was found, for another program or for a person; nothing for them if it is none."""
    if as_json:
        from tui.shell import report

        say(report.as_json([told(each) for each in found]))
    elif found:
        say(between.join(map(line, found)))


def delete_sure(
    target: Target,
    where: tuple[OpenFile, Client],
    thing: Deletable,
    said: str,
    *,
    yes: bool,
    besides: str = "",
    back: str = "it",
) -> None:
    """Take a thing out, asking first unless `yes`; `besides` tells what goes with it."""
    be_sure(f"Delete {said}{besides}?", already=yes)
    file, client = where
    deeds.do(file, client.id, Delete(thing), author=target.rater.value)
    say(f"Deleted: {said}. fledge undo brings {back} back.")


def delete_rated(
    target: Target, where: tuple[OpenFile, Client], thing: Measure | Goal, said: str, *, yes: bool
) -> None:
    """Take out what was rated, with its ratings, asking first unless `yes`."""
    count = len(ratings.of_measure(where[0].conn, thing.id))
    besides = f" with its ratings ({count})"
    delete_sure(target, where, thing, said, yes=yes, besides=besides, back="all of it")


@dataclass(frozen=True, slots=True)
class Listed(Generic[Thing]):
    """One kind of thing that is known by its id.

    `called` is what one is, `command` lists them all, `said` tells which one is meant.
    """

    called: str
    command: str
    of_client: Callable[[sqlite3.Connection, str], Sequence[Thing]]
    said: Callable[[Thing, Target], str]

    def by_id(self, file: OpenFile, client: Client, beginning: str) -> Thing:
        """The client's whose id begins so; raises `AskedWrongly`."""
        known = self.of_client(file.conn, client.id)
        return find.by_id(known, beginning, self.called, self.command)

    def deleting(self) -> click.Command:
        """The command that takes one out."""

        @click.command(
            help=f"Take the {self.called} with this ID out; the first letters of it are enough."
        )
        @click.argument("id_", metavar="ID")
        @click.option("--yes", is_flag=True, help="Do not ask.")
        @targeted
        def delete(target: Target, id_: str, yes: bool) -> None:
            with target.writing() as (file, client):
                chosen = self.by_id(file, client, id_)
                said = self.said(chosen, target)
                delete_sure(target, (file, client), chosen, said, yes=yes)

        return delete
