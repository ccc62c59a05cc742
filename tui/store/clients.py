"""Clients: who is in the file, and how one begins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from tui.core.clients import Client
from tui.ids import new_id
from tui.store import measures
from tui.store.door import Edit, lay_down, put, write
from tui.store.errors import Unknown
from tui.store.openfile import OpenFile


def everyone(conn: sqlite3.Connection) -> list[Client]:
    """The clients in the file, in the order in which they began."""
    sql = "SELECT id, name, started FROM client ORDER BY rowid"
    return [Client(id_, name, date.fromisoformat(day)) for id_, name, day in conn.execute(sql)]


def choose(conn: sqlite3.Connection, name: str | None) -> Client:
    """The client called `name` (letter case aside), or the first one."""
    present = everyone(conn)
    for client in present:
        if name is None or client.name.casefold() == name.casefold():
            return client
    if not present:
        raise Unknown("This file holds no client yet. Begin: fledge client add NAME.")
    names = ", ".join(c.name for c in present)
    raise Unknown(f"There is no client “{name}” in this file; it holds {names}.")


def again(conn: sqlite3.Connection, client: Client) -> Client:
    """A client as the file has them now, whatever they are called; raises `Unknown`."""
    for present in everyone(conn):
        if present.id == client.id:
            return present
    raise Unknown(f"“{client.name}” is not in this file any more.")


def edits(client: Client) -> Iterator[Edit]:
    """The edits that write a client, without measures."""
    row = {"id": client.id, "name": client.name, "started": client.started.isoformat()}
    yield put("client", row)


def begin(file: OpenFile, name: str, started: date) -> Client:
    """Add a client with the whole catalogue.

    The first one is what a file begins with: undo stops there, so that no file is left without.
    """
    client = Client(new_id(), name, started)
    if everyone(file.conn):
        write(file, f"began the file of {name}", beginning(client), "client")
    else:
        lay_down(file, beginning(client))
    return client


def beginning(client: Client) -> Iterator[Edit]:
    """The edits that write a client with the whole catalogue."""
    from tui.core import catalogue

    yield from edits(client)
    for position, measure in enumerate(catalogue.measures(new_id, client.started)):
        yield from measures.edits(measure, client.id, position)


def changed(before: Client, after: Client) -> Iterator[Edit]:
    """The edits that correct a client's name or first day."""
    (was,), (now,) = edits(before), edits(after)
    yield now._replace(seen=was.after)
