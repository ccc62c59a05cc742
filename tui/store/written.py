"""The index of everything that was written, kept up to date by triggers.

`written` holds each text once with where it stands; the FTS5 table `words` finds in it. Triggers
keep `written`, so that whatever writes a row (a deed, undo, a migration) cannot forget it. No
trigger may touch a virtual table here, since what a file says of itself is not trusted: they leave
word in `unsettled`, and whoever writes settles that before the transaction ends.
"""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple


class Source(NamedTuple):
    """Where texts are. `client`, `day` and `body` are expressions over a row called `{r}`."""

    table: str
    key: str
    client: str
    day: str
    body: str


_CLIENT: Final = "{r}.client_id"
_OF_MEASURE: Final = "(SELECT client_id FROM measure WHERE id = {r}.%s)"

SOURCES: Final = (
    Source("reflection", "{r}.id", _CLIENT, "{r}.day", "{r}.body || char(10) || {r}.tags"),
    Source("practice", "{r}.id", _CLIENT, "{r}.day", "{r}.what || char(10) || {r}.note"),
    Source("read", "{r}.id", _CLIENT, "{r}.day", "{r}.title || char(10) || {r}.note"),
    Source("topic", "{r}.id", _CLIENT, "{r}.day", "{r}.text || char(10) || {r}.note"),
    Source(
        "rupture",
        "{r}.id",
        _CLIENT,
        "coalesce((SELECT day FROM session WHERE id = {r}.session_id), '')",
        "{r}.note",
    ),
    Source(
        "rating",
        "{r}.measure_id || ' ' || {r}.day || ' ' || {r}.rater",
        _OF_MEASURE % "measure_id",
        "{r}.day",
        "{r}.evidence",
    ),
    Source("event", "{r}.id", _CLIENT, "{r}.day", "{r}.text"),
    Source("goal", "{r}.id", _OF_MEASURE % "id", "''", "{r}.why || char(10) || {r}.there"),
    Source("step", "{r}.id", _OF_MEASURE % "goal_id", "''", "{r}.text"),
    Source(
        "expectation",
        "{r}.id",
        _CLIENT,
        "{r}.day",
        "{r}.fixes || char(10) || {r}.time || char(10) || {r}.effort || char(10) || {r}.hope",
    ),
    Source("lifeline", "{r}.id", _CLIENT, "''", "{r}.name || char(10) || {r}.reach"),
    # A goal's own words, with every wording that it ever had; what the catalogue asks is not ours.
    Source(
        "version",
        "{r}.measure_id || ' ' || {r}.number",
        "(SELECT client_id FROM measure WHERE id = {r}.measure_id AND kind = 'goal')",
        "{r}.since",
        "{r}.prompt",
    ),
)
"""Everything that a person wrote, but names."""

REVIEWED: Final = (
    Source("review", "{r}.id", _CLIENT, "{r}.day", "{r}.note"),
    Source("decision", "{r}.id", _CLIENT, "{r}.day", "{r}.note"),
    Source("agreement", "{r}.id", _CLIENT, "{r}.day", "{r}.what"),
    Source("answer", "{r}.id", _CLIENT, "{r}.day", "{r}.note"),
    Source("conversation", "{r}.id", _CLIENT, "{r}.day", "{r}.changes"),
    Source("plan", "{r}.id", _CLIENT, "{r}.day", "{r}.body"),
)
"""What is written in reviews and for an ending."""

_TABLE: Final = (
    """
    CREATE TABLE written (
        id INTEGER PRIMARY KEY, client_id TEXT NOT NULL, tbl TEXT NOT NULL, key TEXT NOT NULL,
        day TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (tbl, key)
    ) STRICT
    """,
    """
    CREATE VIRTUAL TABLE words USING fts5 (
        body, content = 'written', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TABLE unsettled (
        n INTEGER PRIMARY KEY, gone INTEGER NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TRIGGER written_in AFTER INSERT ON written BEGIN
        INSERT INTO unsettled (gone, id, body) VALUES (0, new.id, new.body);
    END
    """,
    """
    CREATE TRIGGER written_out AFTER DELETE ON written BEGIN
        INSERT INTO unsettled (gone, id, body) VALUES (1, old.id, old.body);
    END
    """,
)

_BLANK: Final = "trim({body}, char(9, 10, 32)) <> ''"
_PUT: Final = "INSERT INTO written (client_id, tbl, key, day, body)"


def _triggers(source: Source) -> tuple[str, ...]:
    table = source.table
    key, client, day, body = (part.format(r="new") for part in source[1:])
    told = _BLANK.format(body=body)
    put = (
        f"{_PUT} SELECT c, '{table}', {key}, {day}, {body}"
        f" FROM (SELECT {client} AS c) WHERE c IS NOT NULL AND {told};"
    )
    taken = "DELETE FROM written WHERE tbl = '{}' AND key = {};"
    old = taken.format(table, source.key.format(r="old"))
    return (
        f"CREATE TRIGGER {table}_in AFTER INSERT ON {table} WHEN {told} BEGIN {put} END",
        f"CREATE TRIGGER {table}_on AFTER UPDATE ON {table} BEGIN {old} {put} END",
        f"CREATE TRIGGER {table}_out AFTER DELETE ON {table} BEGIN {old} END",
    )


def _fill(source: Source) -> str:
    table = source.table
    key, client, day, body = (part.format(r=table) for part in source[1:])
    return (
        f"{_PUT} SELECT {client}, '{table}', {key}, {day}, {body} FROM {table}"
        f" WHERE {_BLANK.format(body=body)} AND {client} IS NOT NULL"
    )


def indexed(*sources: Source) -> tuple[str, ...]:
    """The statements that keep the texts of these tables in the index from now on."""
    return tuple(trigger for source in sources for trigger in _triggers(source))


WRITTEN: Final = (
    *_TABLE,
    *indexed(*SOURCES),
    *map(_fill, SOURCES),
    "INSERT INTO words (rowid, body) SELECT id, body FROM written",
    "DELETE FROM unsettled",
)
"""The statements that make the index and fill it with what is there."""


def settle(conn: sqlite3.Connection) -> None:
    """Bring `words` up to date with what the present transaction has changed."""
    changed = conn.execute("SELECT gone, id, body FROM unsettled ORDER BY n").fetchall()
    for gone, id_, body in changed:
        if gone:
            conn.execute(
                "INSERT INTO words (words, rowid, body) VALUES ('delete', ?, ?)", (id_, body)
            )
        else:
            conn.execute("INSERT INTO words (rowid, body) VALUES (?, ?)", (id_, body))
    if changed:
        conn.execute("DELETE FROM unsettled")
