"""The tables, as plain SQL, and what each needs to be written through the one door.

Dates are TEXT, YYYY-MM-DD. Ids are UUIDs in text form, so that two copies of a file can meet
again; a rating needs none, since (measure, day, rater) is the same in every copy.
"""

from __future__ import annotations

from typing import Final

from tui.store.layout import A_CLIENTS, Layout
from tui.store.schema_later import RELATIONSHIP, REVIEWS
from tui.store.written import settle

APPLICATION_ID: Final = A_CLIENTS
SCHEMA_VERSION: Final = 5
"""What this program reads and writes; kept in `user_version`."""

JOURNAL: Final = (
    """
    CREATE TABLE change (
        seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        at TEXT NOT NULL, author TEXT NOT NULL, label TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
    ) STRICT
    """,
    """
    CREATE TABLE edit (
        seq INTEGER NOT NULL REFERENCES change (seq), n INTEGER NOT NULL,
        tbl TEXT NOT NULL, key TEXT NOT NULL, before TEXT, after TEXT,
        PRIMARY KEY (seq, n)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Every change, with the rows as they were before and after it."""

GROUND: Final = (
    """
    CREATE TABLE client (
        id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, started TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE measure (
        id TEXT PRIMARY KEY,
        client_id TEXT NOT NULL REFERENCES client (id),
        key TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, direction TEXT NOT NULL,
        cadence INTEGER, raters TEXT NOT NULL,
        opposite TEXT NOT NULL, matters TEXT NOT NULL,
        paused INTEGER NOT NULL, position INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX measure_of_client ON measure (client_id, position)",
    """
    CREATE TABLE version (
        measure_id TEXT NOT NULL REFERENCES measure (id),
        number INTEGER NOT NULL, since TEXT NOT NULL, prompt TEXT NOT NULL,
        low TEXT NOT NULL, high TEXT NOT NULL,
        minimum REAL NOT NULL, maximum REAL NOT NULL, step REAL NOT NULL,
        PRIMARY KEY (measure_id, number),
        CHECK (minimum < maximum AND step > 0)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE goal (
        id TEXT PRIMARY KEY REFERENCES measure (id),
        state TEXT NOT NULL, why TEXT NOT NULL, there TEXT NOT NULL, by_when TEXT,
        importance INTEGER NOT NULL CHECK (importance BETWEEN 0 AND 3),
        difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 0 AND 3),
        milestone_level REAL, milestone_by TEXT, milestone_agreed TEXT, ladder TEXT
    ) STRICT
    """,
    """
    CREATE TABLE step (
        id TEXT PRIMARY KEY, goal_id TEXT NOT NULL REFERENCES goal (id),
        position INTEGER NOT NULL, text TEXT NOT NULL, done TEXT
    ) STRICT
    """,
    """
    CREATE TABLE rating (
        measure_id TEXT NOT NULL, day TEXT NOT NULL, rater TEXT NOT NULL,
        value REAL NOT NULL, version INTEGER NOT NULL, entered TEXT NOT NULL,
        evidence TEXT NOT NULL, marks TEXT NOT NULL,
        PRIMARY KEY (measure_id, day, rater),
        FOREIGN KEY (measure_id, version) REFERENCES version (measure_id, number)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        number INTEGER NOT NULL, day TEXT NOT NULL, held INTEGER NOT NULL,
        UNIQUE (client_id, number)
    ) STRICT
    """,
    """
    CREATE TABLE event (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL,
        measure_id TEXT REFERENCES measure (id)
    ) STRICT
    """,
    "CREATE INDEX event_of_client ON event (client_id, day)",
    *JOURNAL,
)

DRAFT: Final = """
    CREATE TABLE draft (
        client_id TEXT NOT NULL, form TEXT NOT NULL, subject TEXT NOT NULL,
        given TEXT NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (client_id, form, subject)
    ) STRICT, WITHOUT ROWID
    """

LEANING: Final = (
    DRAFT,
    """
    CREATE TABLE lifeline (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        section TEXT NOT NULL, name TEXT NOT NULL, reach TEXT NOT NULL, checked TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE expectation (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, fixes TEXT NOT NULL, time TEXT NOT NULL, effort TEXT NOT NULL
    ) STRICT
    """,
)
"""Layout 2: what somebody is still writing, whom to turn to, what one expects of therapy."""

NORMS: Final = (
    """
    CREATE TABLE norms (
        measure_id TEXT NOT NULL, number INTEGER NOT NULL,
        sd REAL NOT NULL CHECK (sd > 0),
        reliability REAL NOT NULL CHECK (reliability >= 0 AND reliability < 1),
        mean REAL,
        PRIMARY KEY (measure_id, number),
        FOREIGN KEY (measure_id, number) REFERENCES version (measure_id, number)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Layout 3: what is known of a version from other people. A table of its own, so that the journal's
rows of versions, and with them undo, stay what they were."""

LATER: Final = {2: LEANING, 3: NORMS, 4: RELATIONSHIP, 5: REVIEWS}
"""What each layout after the first brought."""

TABLES: Final = (*GROUND, *LEANING, *NORMS, *RELATIONSHIP, *REVIEWS)
"""The layout of a new file: the first one, brought up to date step by step as any other."""

KEYS: Final = {
    "client": ("id",),
    "measure": ("id",),
    "version": ("measure_id", "number"),
    "norms": ("measure_id", "number"),
    "goal": ("id",),
    "step": ("id",),
    "rating": ("measure_id", "day", "rater"),
    "session": ("id",),
    "event": ("id",),
    "lifeline": ("id",),
    "expectation": ("id",),
    "rupture": ("id",),
    "reflection": ("id",),
    "practice": ("id",),
    "read": ("id",),
    "topic": ("id",),
    "review": ("id",),
    "decision": ("id",),
    "agreement": ("id",),
    "answer": ("id",),
    "conversation": ("id",),
    "plan": ("id",),
}
"""The tables that a person's changes go to, with the columns by which a row is known."""

MULTILINE: Final = frozenset(
    {"why", "there", "ladder", "reach", "fixes", "time", "effort", "hope", "note", "body"}
    | {"agenda", "dropped", "changes"}
)
"""Columns whose text may have several lines."""

CLIENT_FILE: Final = Layout(APPLICATION_ID, SCHEMA_VERSION, TABLES, LATER, KEYS, MULTILINE, settle)
"""The client's own file."""
