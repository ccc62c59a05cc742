"""Which file and which client a command is about, and how it says that something is wrong."""

from __future__ import annotations

import functools
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from tui import paths
from tui.core.clients import Client
from tui.store import clients, errors
from tui.store.connection import OpenFile, open_file

NEW_CLIENT = "Me"
"""What the client of a new file is called when no name is given."""


class CouldNot(click.ClickException):
    """It could not be done: exit 1."""

    exit_code = 1

    def show(self, file: Any = None) -> None:
        """Print the reason and the remedy on stderr."""
        click.echo(f"fledge: {self.format_message()}", err=True)


class AskedWrongly(CouldNot):
    """It was asked in a way that cannot be: exit 2."""

    exit_code = 2


@dataclass(slots=True)
class Target:
    """The file and the client's name, as far as they were given, and the day it is."""

    file: Path | None
    client: str | None
    today: date

    @property
    def path(self) -> Path:
        """The file this is about."""
        return self.file or paths.default_file()

    @contextmanager
    def reading(self) -> Iterator[OpenFile]:
        """The file, which has to be there."""
        with _told(), _closing(open_file(self.path)) as file:
            yield file

    @contextmanager
    def writing(self) -> Iterator[tuple[OpenFile, Client]]:
        """The file and the client; both are made when this is the first thing written."""
        new = not self.path.exists()
        with _told(), _closing(open_file(self.path, create=True)) as file:
            if not clients.everyone(file.conn):
                clients.begin(file, self.client or NEW_CLIENT, self.today)
            if new:
                click.echo(f"A new file: {file.path}", err=True)
            yield file, self.chosen(file.conn)

    def chosen(self, conn: sqlite3.Connection) -> Client:
        """The client meant: the named one, or the only one."""
        present = clients.everyone(conn)
        names = ", ".join(c.name for c in present)
        if not present:
            raise CouldNot("This file holds no client yet. Begin: fledge client add NAME.")
        if self.client is None and len(present) > 1:
            raise AskedWrongly(f"This file holds {names}. Say whom you mean: --client NAME.")
        for client in present:
            if self.client is None or client.name.casefold() == self.client.casefold():
                return client
        raise AskedWrongly(f"There is no client “{self.client}” in this file; it holds {names}.")


@contextmanager
def _told() -> Iterator[None]:
    """Turn what the store and the core raise into a sentence and an exit code."""
    try:
        yield
    except errors.Unknown as error:
        raise AskedWrongly(str(error)) from error
    except errors.StoreError as error:
        raise CouldNot(str(error)) from error
    except ValueError as error:
        raise AskedWrongly(str(error)) from error


@contextmanager
def _closing(file: OpenFile) -> Iterator[OpenFile]:
    try:
        yield file
    finally:
        file.close()


def targeted(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--file` and `--client`, also behind its name, and pass it a `Target`."""

    @click.option("--file", "file", type=click.Path(path_type=Path), help="The file to use.")
    @click.option("--client", help="The client, where the file holds several.")
    @click.pass_obj
    def wrapped(given: Target, /, *args: Any, **options: Any) -> Any:
        file, client = options.pop("file"), options.pop("client")
        target = Target(file or given.file, client or given.client, given.today)
        return command(target, *args, **options)

    return functools.update_wrapper(wrapped, command)
