"""What opening a file and writing into it have to know of its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

A_CLIENTS: Final = 0x464C4447
"""Marks a client's file ("FLDG"), so that no other program's database is ever written to."""
A_THERAPISTS: Final = 0x464C4450
"""Marks a file of a therapist's own notes ("FLDP")."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The kind of a file: how it is marked, and what is in it.

    `application_id` and `version` are SQLite's own numbers for it, `user_version` being the latter.
    `tables` lay a new file out, `later` has what each version after the first brought. `keys` names
    the tables that a person's changes go to, with the columns by which a row is known, and
    `multiline` the columns whose text may have several lines.
    `settle` is called before a transaction ends, for what is worked out from the rows.
    """

    application_id: int
    version: int
    tables: tuple[str, ...]
    later: Mapping[int, tuple[str, ...]]
    keys: Mapping[str, tuple[str, ...]]
    multiline: frozenset[str]
    settle: Callable[[sqlite3.Connection], object]
