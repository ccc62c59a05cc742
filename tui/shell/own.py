"""A therapist's own file for a command: read and written, never together with a client's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tui.shell.target import Target, told
from tui.store import errors
from tui.store.connection import open_file
from tui.store.openfile import OpenFile
from tui.store.own_schema import OWN_FILE


def chosen_id(target: Target) -> str:
    """The id of the client who is meant, as their file has it."""
    with target.reading() as file:
        return target.chosen(file.conn).id


@contextmanager
def reading(target: Target) -> Iterator[OpenFile | None]:
    """The file, or None where nothing was ever written."""
    if not target.own_path.exists():
        yield None
        return
    with _opened(target, create=False) as file:
        yield file


@contextmanager
def writing(target: Target) -> Iterator[OpenFile]:
    """The file, which is made when it is missing."""
    with _opened(target, create=True) as file:
        yield file


@contextmanager
def _opened(target: Target, *, create: bool) -> Iterator[OpenFile]:
    with told():
        file = open_file(target.own_path, create=create, layout=OWN_FILE)
        try:
            yield file
        except sqlite3.Error as error:
            raise errors.translated(error, file.path) from error
        finally:
            file.close()
