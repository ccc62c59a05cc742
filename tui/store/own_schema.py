"""The tables of a therapist's own file. They name a client by id and refer to no other file."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from tui.store.layout import A_THERAPISTS, Layout
from tui.store.schema import DRAFT, JOURNAL

_TABLES: Final = (
    """
    CREATE TABLE noticed (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL, day TEXT NOT NULL, session TEXT,
        feeling TEXT NOT NULL CHECK (feeling IN ('warm', 'difficult')),
        what TEXT NOT NULL, touches TEXT NOT NULL, adjust TEXT NOT NULL,
        supervision TEXT NOT NULL CHECK (supervision IN ('no', 'yes', 'done'))
    ) STRICT
    """,
    "CREATE INDEX noticed_of_client ON noticed (client_id, day)",
    "CREATE INDEX to_supervision ON noticed (day) WHERE supervision = 'yes'",
    """
    CREATE TABLE pull (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL, day TEXT NOT NULL,
        needed INTEGER NOT NULL, rescue INTEGER NOT NULL, comfort INTEGER NOT NULL,
        words TEXT NOT NULL,
        UNIQUE (client_id, day)
    ) STRICT
    """,
    """
    CREATE TABLE note (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL, day TEXT NOT NULL, text TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_of_client ON note (client_id, day)",
    """
    CREATE TABLE balance (
        id TEXT PRIMARY KEY, client_id TEXT NOT NULL, day TEXT NOT NULL,
        value INTEGER NOT NULL CHECK (value BETWEEN -2 AND 2),
        UNIQUE (client_id, day)
    ) STRICT
    """,
)

OWN_FILE: Final = Layout(
    A_THERAPISTS,
    1,
    (*_TABLES, *JOURNAL, DRAFT),
    MappingProxyType({}),
    MappingProxyType(dict.fromkeys(("noticed", "pull", "note", "balance"), ("id",))),
    frozenset({"what", "touches", "adjust", "text"}),
    lambda _: None,
)
"""A therapist's own file, whose only layout so far is the first."""
