"""A therapist's own notes: reading them, and carrying out what is done to them.

What a change is called says what kind of thing it was and of which day, never a word of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Final

from tui.core.changes import Change
from tui.core.own_notes import (
    Balance,
    DeleteOwn,
    Feeling,
    KeepOwn,
    Noticed,
    Own,
    OwnDeed,
    OwnNote,
    OwnNotes,
    Pull,
    Supervision,
)
from tui.store.door import Edit, Row, drop, lay_down, put, write
from tui.store.openfile import OpenFile
from tui.store.own_schema import OWN_FILE

AUTHOR: Final = "therapist"


def of_client(file: OpenFile, client_id: str) -> OwnNotes:
    """Everything about one client, and the supervision list of all of them."""
    with file.reading() as conn:
        found = {
            table: tuple(
                map(read, conn.execute(f"{sql} WHERE client_id = ? {_LATEST}", (client_id,)))
            )
            for table, (sql, read) in _READ.items()
        }
        return OwnNotes(**found, supervision=_to_supervision(conn))


def of_all(file: OpenFile) -> tuple[Own, ...]:
    """Everything, of every client, newest first in its kind."""
    with file.reading() as conn:
        return tuple(
            read(row) for sql, read in _READ.values() for row in conn.execute(f"{sql} {_LATEST}")
        )


def supervision(file: OpenFile) -> tuple[Noticed, ...]:
    """What waits to be taken to supervision, of all clients, oldest first."""
    with file.reading() as conn:
        return _to_supervision(conn)


def do(file: OpenFile, deed: OwnDeed, *, anyway: bool = False) -> Change | None:
    """Carry out a deed; None if it would change nothing.

    Raises `Conflict` if what it changes is no longer as it was read, unless wanted `anyway`.
    """
    match deed:
        case KeepOwn(thing, before):
            table, row = _row(thing)
            seen = _row(before)[1] if before else None
            edit = put(table, row, seen, OWN_FILE)
            done = "changed" if before else "wrote"
        case DeleteOwn(thing):
            table, row = _row(thing)
            edit = drop(table, thing.id, seen=row)
            done = "deleted"
    label = f"{done} {_CALLED[type(thing)]} of {thing.day}"
    return write(file, label, [_unseen(edit) if anyway else edit], AUTHOR)


def begin_with(file: OpenFile, things: Iterable[Own]) -> None:
    """Let an empty file begin with these; undo stops there."""
    lay_down(file, (put(*_row(thing), layout=OWN_FILE) for thing in things))


def _unseen(edit: Edit) -> Edit:
    return Edit(edit.table, edit.key, edit.after)


_CALLED: Final[dict[type[Own], str]] = {
    Noticed: "a line of the log",
    Pull: "the saviour pull",
    OwnNote: "a note",
    Balance: "method–self-awareness",
}


def called(thing: Own) -> str:
    """What kind of thing it is, in words."""
    return _CALLED[type(thing)]


def _row(thing: Own) -> tuple[str, Row]:
    """The table and the row of a thing."""
    own = {"id": thing.id, "client_id": thing.client_id, "day": thing.day.isoformat()}
    match thing:
        case Noticed():
            session = thing.session.isoformat() if thing.session else None
            words = {"what": thing.what, "touches": thing.touches, "adjust": thing.adjust}
            felt = {"session": session, "feeling": thing.feeling.value}
            return "noticed", {**own, **felt, **words, "supervision": thing.supervision.value}
        case Pull():
            ticks = {key: int(key in thing.taken) for key in ("needed", "rescue", "comfort")}
            return "pull", {**own, **ticks, "words": thing.words}
        case OwnNote():
            return "note", {**own, "text": thing.text}
        case Balance():
            return "balance", {**own, "value": thing.value}


def _noticed(row: Sequence[Any]) -> Noticed:
    id_, client_id, day, session, feeling, what, touches, adjust, taken = row
    return Noticed(
        id_,
        client_id,
        date.fromisoformat(day),
        date.fromisoformat(session) if session else None,
        Feeling(feeling),
        what,
        touches,
        adjust,
        Supervision(taken),
    )


def _pull(row: Sequence[Any]) -> Pull:
    id_, client_id, day, needed, rescue, comfort, words = row
    ticks = (bool(needed), bool(rescue), bool(comfort))
    return Pull(id_, client_id, date.fromisoformat(day), *ticks, words)


def _note(row: Sequence[Any]) -> OwnNote:
    id_, client_id, day, text = row
    return OwnNote(id_, client_id, date.fromisoformat(day), text)


def _balance(row: Sequence[Any]) -> Balance:
    id_, client_id, day, value = row
    return Balance(id_, client_id, date.fromisoformat(day), value)


_LATEST: Final = "ORDER BY day DESC, rowid DESC"
_NOTICED: Final = (
    "SELECT id, client_id, day, session, feeling, what, touches, adjust, supervision FROM noticed"
)
_READ: Final[dict[str, tuple[str, Callable[[Sequence[Any]], Any]]]] = {
    "noticed": (_NOTICED, _noticed),
    "pulls": ("SELECT id, client_id, day, needed, rescue, comfort, words FROM pull", _pull),
    "notes": ("SELECT id, client_id, day, text FROM note", _note),
    "balances": ("SELECT id, client_id, day, value FROM balance", _balance),
}


def _to_supervision(conn: sqlite3.Connection) -> tuple[Noticed, ...]:
    sql = f"{_NOTICED} WHERE supervision = 'yes' ORDER BY day, rowid"
    found: Iterable[Sequence[Any]] = conn.execute(sql)
    return tuple(map(_noticed, found))
