"""`fledge client …`: who is in the file."""

from __future__ import annotations

import click

from tui.core import days
from tui.shell.target import AskedWrongly, Target, told
from tui.store import clients
from tui.store.connection import open_file


@click.group()
def client() -> None:
    """The clients in the file; the screens show one."""


@client.command()
@click.argument("name")
@click.option("--started", default="today", help="The day on which therapy began.")
@click.pass_obj
def add(target: Target, name: str, started: str) -> None:
    """Begin the records of a client called NAME, in a new file or beside others."""
    from tui import when

    if not name.strip():
        raise AskedWrongly("A client needs a name; any name will do.")
    with told():
        day = when.day(started, target.today)
        file = open_file(target.path, create=True)
        try:
            if any(c.name.casefold() == name.casefold() for c in clients.everyone(file.conn)):
                raise AskedWrongly(f"This file holds {name} already.")
            clients.begin(file, name, day)
        finally:
            file.close()
    click.echo(f"{name}, since {days.full(day)}")


@client.command("list")
@click.pass_obj
def list_(target: Target) -> None:
    """The clients, one in a line."""
    with target.reading() as file:
        for each in clients.everyone(file.conn):
            click.echo(f"{each.name}\t{each.started.isoformat()}")
