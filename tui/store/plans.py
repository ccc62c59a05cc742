"""A plan: what a deed does to the file before it is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from tui.core.measures import Measure
from tui.store import measures
from tui.store.door import Edit
from tui.store.errors import NotKept


class Plan(NamedTuple):
    """What a deed does: what it will be called, and its edits."""

    label: str
    edits: Iterable[Edit]


class At(NamedTuple):
    """Where a deed is done."""

    conn: sqlite3.Connection
    client_id: str

    def place(self, measure: Measure) -> int:
        """The measure's place in its list; raises `NotKept` when it is gone."""
        try:
            return measures.position_of(self.conn, measure.id)
        except TypeError:
            raise NotKept(f"“{measure.name}” is not there any more.") from None
