"""Which file and which client a command is about, and how it says that something is wrong."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from tui import paths
from tui.config import Config
from tui.core import days
from tui.core.clients import Client
from tui.core.days import DateStyle
from tui.core.manners import Manners
from tui.core.measures import Rater
from tui.core.text import clean
from tui.store import clients, errors
from tui.store.connection import beginning, open_file
from tui.store.openfile import OpenFile

NEW_CLIENT = "Me"
"""What the client of a new file is called when no name is given."""


class CouldNot(Exception):
    """It could not be done. The message is the reason and the remedy; exit code 1."""

    exit_code = 1


class AskedWrongly(CouldNot):
    """It was asked in a way that cannot be; exit code 2."""

    exit_code = 2


class Target:
    """The file and the client's name, as far as they were given, and the settings.

    `rater` is whose view it is, `own_file` where a therapist's own notes are, if that was said.
    """

    def __init__(
        self,
        file: Path | None,
        client: str | None,
        config: Config,
        rater: Rater = Rater.CLIENT,
        own_file: Path | None = None,
    ) -> None:
        self.file, self.client, self.config = file, client, config
        self.rater, self.own_file = rater, own_file

    @cached_property
    def today(self) -> date:
        """The day it was when it was first asked for."""
        return self.config.today()

    @property
    def dates(self) -> DateStyle:
        """How days are written."""
        return self.config.manners.dates

    def tell(self, *more: str) -> None:
        """Say on stderr what in the settings could not be used."""
        for trouble in (*self.config.troubles, *more):
            print(f"fledge: {clean(trouble)}", file=sys.stderr)

    def day(self, text: str, *, ahead: bool = False) -> date:
        """The day that somebody wrote in words; raises `NotADay`."""
        from tui import when

        return when.day(text, self.today, ahead=ahead, dates=self.dates)

    def said(self, day: date) -> str:
        """A day as the person wants days written."""
        return days.full(day, self.dates)

    @property
    def path(self) -> Path:
        """The file this is about."""
        return self.file or paths.default_file()

    @property
    def own_path(self) -> Path:
        """Where a therapist's own notes are."""
        return self.own_file or paths.own_file()

    @property
    def manners(self) -> Manners:
        """The person's habits."""
        return self.config.manners

    @contextmanager
    def reading(self) -> Iterator[OpenFile]:
        """The file, which has to be there."""
        with told(), _closing(open_file(self.path)) as file:
            yield file

    @contextmanager
    def writing(self) -> Iterator[tuple[OpenFile, Client]]:
        """The file and the client; both are made when this is the first thing written.

        A new file is there only once all of it went well.
        """
        new = not os.path.exists(self.path)
        with told(), beginning(self.path) if new else _closing(open_file(self.path)) as file:
            if clients.none_yet(file.conn):
                clients.begin(file, self.client or NEW_CLIENT, self.today)
            yield file, self.chosen(file.conn)
        if new:
            print(f"A new file: {os.path.abspath(self.path)}", file=sys.stderr)

    def chosen(self, conn: sqlite3.Connection) -> Client:
        """The client meant: the named one, or the only one."""
        if self.client is None and clients.several(conn):
            held = clients.told(conn)
            raise AskedWrongly(f"This file holds {held}. Say whom you mean: --client NAME.")
        return clients.choose(conn, self.client)


@contextmanager
def told() -> Iterator[None]:
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
    except sqlite3.Error as error:
        raise errors.translated(error, file.path) from error
    finally:
        file.close()
