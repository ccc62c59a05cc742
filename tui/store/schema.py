"""The tables, as plain SQL, and what each needs to be written through the one door.

Dates are TEXT, YYYY-MM-DD. Ids are UUIDs in text form, so that two copies of a file can meet
again; a rating needs none, since (measure, day, rater) is the same in every copy.
"""

from __future__ import annotations

from typing import Final

from tui.store.layout import A_CLIENTS, Layout
from tui.store.written import REVIEWED, WRITTEN, indexed, settle

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

_METHOD: Final = (
    "(SELECT id FROM measure m WHERE m.key = 'method_self'"
    " AND NOT EXISTS (SELECT 1 FROM rating r WHERE r.measure_id = m.id))"
)
_UNASKED: Final = (
    "DELETE FROM edit WHERE tbl IN ('measure', 'version')"
    f" AND json_extract(key, '$[0]') IN {_METHOD}",
    f"DELETE FROM version WHERE measure_id IN {_METHOD}",
    f"DELETE FROM measure WHERE id IN {_METHOD}",
)
"""The therapist's own pair of the fingerprint has no place in the client's file."""

_JOURNALLED_SESSION: Final = """
    UPDATE edit SET {side} = json_remove(
        json_set(
            {side}, '$.state', iif(json_extract({side}, '$.held'), 'held', 'missed'),
            '$.format', '', '$.entered', NULL, '$.moved_from', NULL, '$.ticks', ''
        ), '$.held', '$.number'
    ) WHERE tbl = 'session' AND {side} IS NOT NULL
"""

RELATIONSHIP: Final = (
    "ALTER TABLE session RENAME TO session_before",
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'missed')),
        format TEXT NOT NULL, entered TEXT, moved_from TEXT, ticks TEXT NOT NULL,
        UNIQUE (client_id, day)
    ) STRICT
    """,
    """
    INSERT INTO session SELECT id, client_id, day, iif(held, 'held', 'missed'), '', NULL, NULL, ''
    FROM session_before WHERE true ON CONFLICT DO NOTHING
    """,
    "DROP TABLE session_before",
    """
    CREATE TABLE rupture (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        session_id TEXT NOT NULL REFERENCES session (id) DEFERRABLE INITIALLY DEFERRED,
        noticed_by TEXT NOT NULL, kind TEXT NOT NULL, note TEXT NOT NULL,
        noticed TEXT, acknowledged TEXT, client_said TEXT, therapist_said TEXT,
        way_forward TEXT, checked TEXT
    ) STRICT
    """,
    "CREATE INDEX rupture_of_client ON rupture (client_id)",
    """
    CREATE TABLE reflection (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, part TEXT NOT NULL, body TEXT NOT NULL, tags TEXT NOT NULL,
        session_id TEXT
    ) STRICT
    """,
    "CREATE INDEX reflection_of_client ON reflection (client_id, day)",
    """
    CREATE TABLE practice (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, what TEXT NOT NULL,
        effort INTEGER CHECK (effort BETWEEN 0 AND 3),
        useful INTEGER CHECK (useful BETWEEN 0 AND 3), note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX practice_of_client ON practice (client_id, day)",
    """
    CREATE TABLE read (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, title TEXT NOT NULL, note TEXT NOT NULL, done TEXT
    ) STRICT
    """,
    "CREATE INDEX read_of_client ON read (client_id, day)",
    """
    CREATE TABLE topic (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, text TEXT NOT NULL, state TEXT NOT NULL, closed TEXT,
        note TEXT NOT NULL, about TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX topic_of_client ON topic (client_id, state, day)",
    "ALTER TABLE expectation ADD COLUMN hope TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE expectation ADD COLUMN by_when TEXT",
    # What the journal kept of these tables gets the new columns too, so that undo goes on.
    """
    UPDATE edit SET before = json_set(before, '$.hope', '', '$.by_when', NULL)
    WHERE tbl = 'expectation' AND before IS NOT NULL
    """,
    """
    UPDATE edit SET after = json_set(after, '$.hope', '', '$.by_when', NULL)
    WHERE tbl = 'expectation' AND after IS NOT NULL
    """,
    _JOURNALLED_SESSION.format(side="before"),
    _JOURNALLED_SESSION.format(side="after"),
    *_UNASKED,
    # A client among ten thousand is found as quickly as the only one.
    "CREATE INDEX session_of_client ON session (client_id, state, day)",
    "CREATE INDEX step_of_goal ON step (goal_id, position)",
    "CREATE INDEX lifeline_of_client ON lifeline (client_id)",
    "CREATE INDEX expectation_of_client ON expectation (client_id, day)",
    *WRITTEN,
)
"""Layout 4: sessions with what became of them, ruptures, what happens between, and the index."""

REVIEWS: Final = (
    """
    CREATE TABLE review (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, state TEXT NOT NULL, page TEXT NOT NULL, agenda TEXT NOT NULL,
        dropped TEXT NOT NULL, note TEXT NOT NULL, next_day TEXT
    ) STRICT
    """,
    "CREATE INDEX review_of_client ON review (client_id, day)",
    """
    CREATE TABLE decision (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        review_id TEXT NOT NULL, day TEXT NOT NULL, measure_id TEXT NOT NULL,
        choice TEXT NOT NULL, note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX decision_of_client ON decision (client_id, day)",
    """
    CREATE TABLE agreement (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, what TEXT NOT NULL, who TEXT NOT NULL,
        review_id TEXT, by_when TEXT, done TEXT
    ) STRICT
    """,
    "CREATE INDEX agreement_of_client ON agreement (client_id, day)",
    """
    CREATE TABLE answer (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        key TEXT NOT NULL, day TEXT NOT NULL, what TEXT NOT NULL, until TEXT, note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX answer_of_client ON answer (client_id, day)",
    """
    CREATE TABLE conversation (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, changes TEXT NOT NULL, chance INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX conversation_of_client ON conversation (client_id, day)",
    """
    CREATE TABLE plan (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL REFERENCES client (id),
        day TEXT NOT NULL, kind TEXT NOT NULL, body TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX plan_of_client ON plan (client_id, day)",
    *indexed(*REVIEWED),
)
"""Layout 5: reviews with decisions and agreements, answers to notices, plans for an ending."""

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
