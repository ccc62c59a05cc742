"""What layouts 4 and 5 brought, as plain SQL: sessions, what lies between them, and reviews."""

from __future__ import annotations

from typing import Final

from tui.store.written import REVIEWED, WRITTEN, indexed

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
