"""`fledge client …`: who is in the file."""

from __future__ import annotations

import os
from contextlib import closing

import click

from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target, told
from tui.store import clients
from tui.store.connection import beginning, open_file


@click.group()
@targeted
def client(target: Target) -> None:
    """The clients in the file; the screens show one."""
    click.get_current_context().obj = target


@client.command()
@click.argument("name")
@click.option("--started", default="today", help="The day on which therapy began.")
@targeted
def add(target: Target, name: str, started: str) -> None:
    """Begin the records of a client called NAME, in a new file or beside others."""
    if not name.strip():
        raise AskedWrongly("A client needs a name; any name will do.")
    with told():
        day = target.day(started)
        if not os.path.exists(target.path):
            with beginning(target.path) as file:
                clients.begin(file, name, day)
        else:
            with closing(open_file(target.path)) as file:
                if any(c.name.casefold() == name.casefold() for c in clients.everyone(file.conn)):
                    raise AskedWrongly(f"This file holds {name} already.")
                clients.begin(file, name, day)
    say(f"{name}, since {target.said(day)}")


@client.command("list")
@targeted
def list_(target: Target) -> None:
    """The clients, one in a line."""
    with target.reading() as file:
        for each in clients.everyone(file.conn):
            say(f"{each.name}\t{each.started.isoformat()}")
