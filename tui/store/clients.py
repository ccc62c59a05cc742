"""Clients: who is in the file, and how one begins."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import Final

from tui.core.clients import Client
from tui.ids import new_id
from tui.store import measures
from tui.store.door import Edit, lay_down, put, write
from tui.store.errors import Unknown
from tui.store.openfile import OpenFile

_TOLD: Final = 5
"""Names that a sentence tells; a caseload would hide the sentence."""


def everyone(conn: sqlite3.Connection) -> list[Client]:
    """The clients in the file, in the order in which they began."""
    sql = "SELECT id, name, started FROM client ORDER BY rowid"
    return [Client(id_, name, date.fromisoformat(day)) for id_, name, day in conn.execute(sql)]


def by_name(file: OpenFile) -> tuple[Client, ...]:
    """The clients in the file by their names, letter case and accents aside."""
    from tui.core.listing import folded  # late: the shell's everyday commands have no need of it

    return tuple(sorted(everyone(file.conn), key=lambda client: folded(client.name)))


def several(conn: sqlite3.Connection) -> bool:
    """Whether the file holds more than one client."""
    return len(conn.execute("SELECT 1 FROM client LIMIT 2").fetchall()) > 1


def none_yet(conn: sqlite3.Connection) -> bool:
    """Whether the file holds no client."""
    return conn.execute("SELECT 1 FROM client LIMIT 1").fetchone() is None


def choose(conn: sqlite3.Connection, name: str | None) -> Client:
    """The client called `name`, or so but for letter case, or the first one; raises `Unknown`."""
    if none_yet(conn):
        raise Unknown("This file holds no client yet. Begin: fledge client add NAME.")
    if name is None:
        return _read(conn, "ORDER BY rowid LIMIT 1")
    try:
        return _read(conn, "WHERE name = ?", name)
    except LookupError:
        pass  # names are few or many; only one that is written otherwise is looked for through all
    for client in everyone(conn):
        if client.name.casefold() == name.casefold():
            return client
    raise Unknown(f"There is no client “{name}” in this file; it holds {told(conn)}.")


def told(conn: sqlite3.Connection) -> str:
    """The first few names, and how many more there are: "Kim, Rowan and 3 more"."""
    names = [
        name for (name,) in conn.execute("SELECT name FROM client ORDER BY rowid LIMIT ?", (_TOLD,))
    ]
    (all_,) = conn.execute("SELECT count(*) FROM client").fetchone()
    return ", ".join(names) + (f" and {all_ - _TOLD} more" if all_ > _TOLD else "")


def again(conn: sqlite3.Connection, client: Client) -> Client:
    """A client as the file has them now, whatever they are called; raises `Unknown`."""
    try:
        return _read(conn, "WHERE id = ?", client.id)
    except LookupError:
        raise Unknown(f"“{client.name}” is not in this file any more.") from None


def _read(conn: sqlite3.Connection, which: str, *values: str) -> Client:
    """One client; raises `LookupError` where there is none."""
    row = conn.execute(f"SELECT id, name, started FROM client {which}", values).fetchone()
    if row is None:
        raise LookupError
    return Client(row[0], row[1], date.fromisoformat(row[2]))


def edits(client: Client) -> Iterator[Edit]:
    """The edits that write a client, without measures."""
    row = {"id": client.id, "name": client.name, "started": client.started.isoformat()}
    yield put("client", row)


def begin(file: OpenFile, name: str, started: date) -> Client:
    """Add a client with the whole catalogue.

    The first one is what a file begins with: undo stops there, so that no file is left without.
    """
    client = Client(new_id(), name, started)
    if not none_yet(file.conn):
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
