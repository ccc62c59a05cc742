"""What happens between sessions: reflections, practices, reading, topics, and finding in all."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.between import Between, Found
from tui.core.clients import Client
from tui.core.measures import Rater
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Part, Reflection
from tui.core.topics import Topic, TopicState
from tui.store import clients, expectations, measures, sealing, sessions
from tui.store.door import Edit, put
from tui.store.openfile import OpenFile

_FOUND = 200
"""Texts that are found at most; the latest of them come first."""


def between(file: OpenFile, whom: Client, today: date, revision: int = 0) -> Between:
    """Everything that was written between sessions; raises `Unknown` for a client who is gone."""
    with file.reading() as conn:
        client = clients.again(conn, whom)
        return Between(
            client,
            today,
            reflections(conn, client.id),
            practices(conn, client.id),
            reads(conn, client.id),
            topics(conn, client.id),
            expectations.of_client(conn, client.id),
            tuple(sessions.of_client(conn, client.id)),
            revision,
        )


def reflections(conn: sqlite3.Connection, client_id: str) -> tuple[Reflection, ...]:
    """The client's reflections, newest first."""
    sql = (
        "SELECT id, day, part, body, tags, session_id FROM reflection"
        " WHERE client_id = ? ORDER BY day DESC, rowid DESC"
    )
    return tuple(
        Reflection(id_, _day(day), Part(part), body, tuple(tags.split()), session_id)
        for id_, day, part, body, tags, session_id in conn.execute(sql, (client_id,))
    )


def practices(conn: sqlite3.Connection, client_id: str) -> tuple[Practice, ...]:
    """What the client tried, newest first."""
    sql = (
        "SELECT id, day, what, effort, useful, note FROM practice"
        " WHERE client_id = ? ORDER BY day DESC, rowid DESC"
    )
    rows = conn.execute(sql, (client_id,))
    return tuple(Practice(id_, _day(day), *rest) for id_, day, *rest in rows)


def reads(conn: sqlite3.Connection, client_id: str) -> tuple[Read, ...]:
    """What the client reads, newest first."""
    sql = (
        "SELECT id, day, title, note, done FROM read"
        " WHERE client_id = ? ORDER BY day DESC, rowid DESC"
    )
    return tuple(
        Read(id_, _day(day), title, note, done and _day(done))
        for id_, day, title, note, done in conn.execute(sql, (client_id,))
    )


def topics(conn: sqlite3.Connection, client_id: str) -> tuple[Topic, ...]:
    """The client's topics, the open ones in the order of pinning, then the others newest first."""
    sql = (
        "SELECT id, day, text, state, closed, note, about FROM topic"
        " WHERE client_id = ? ORDER BY day, rowid"
    )
    found = [
        Topic(id_, _day(day), text, TopicState(state), closed and _day(closed), note, about)
        for id_, day, text, state, closed, note, about in conn.execute(sql, (client_id,))
    ]
    still = (topic for topic in found if topic.state is TopicState.OPEN)
    return (*still, *(topic for topic in reversed(found) if topic.state is not TopicState.OPEN))


def find(
    file: OpenFile,
    client: Client,
    wanted: str,
    today: date = date.max,
    view: Rater = Rater.CLIENT,
) -> tuple[Found, ...]:
    """Every text of the client with all the words of `wanted`, each as the start of a word.

    The latest come first, those without a day last. Nothing is found for no words, and nothing in
    ratings that are kept back from this `view`.
    """
    words = [f'"{word}"*' for raw in wanted.split() if (word := raw.replace('"', ""))]
    if not words:
        return ()
    sql = (
        "SELECT w.tbl, w.key, w.day, w.body FROM words JOIN written w ON w.id = words.rowid"
        " WHERE words MATCH ? AND w.client_id = ? ORDER BY w.day DESC, w.id DESC LIMIT ?"
    )
    with file.reading() as conn:
        rows = conn.execute(sql, (" ".join(words), client.id, _FOUND)).fetchall()
        hidden = _kept_back(conn, client.id, today, view)
    return tuple(
        Found(kind, key, _day(day) if day else None, body)
        for kind, key, day, body in rows
        if not (kind == "rating" and key in hidden)
    )


def _kept_back(
    conn: sqlite3.Connection, client_id: str, today: date, view: Rater
) -> frozenset[str]:
    """The keys in the index of ratings that are kept back."""
    if view is not Rater.THERAPIST:
        return frozenset()
    known = measures.of_client(conn, client_id)
    back = sealing.kept_back(conn, known, client_id, today, view)
    asked = (m.id for m in known if back and sealing.each_session(m))
    return frozenset(f"{id_} {back} {Rater.CLIENT.value}" for id_ in asked)


def reflection_edit(given: Reflection, client_id: str) -> Edit:
    """The edit that writes a reflection."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"part": given.part.value, "body": given.body, "tags": " ".join(given.tags)}
    return put("reflection", {**row, "session_id": given.session_id})


def practice_edit(given: Practice, client_id: str) -> Edit:
    """The edit that writes what was tried."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    rest = {"what": given.what, "effort": given.effort, "useful": given.useful, "note": given.note}
    return put("practice", {**row, **rest})


def read_edit(given: Read, client_id: str) -> Edit:
    """The edit that writes something to read."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    done = given.done.isoformat() if given.done else None
    return put("read", {**row, "title": given.title, "note": given.note, "done": done})


def topic_edit(given: Topic, client_id: str) -> Edit:
    """The edit that writes a topic."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"text": given.text, "state": given.state.value, "note": given.note}
    closed = given.closed.isoformat() if given.closed else None
    return put("topic", {**row, "closed": closed, "about": given.about})


def _day(text: str) -> date:
    return date.fromisoformat(text)
