"""A change: one entry of the journal, as a person meets it."""

from __future__ import annotations

from typing import NamedTuple


class Change(NamedTuple):
    """`label` says in a few words what was done, `at` when (ISO, UTC), `author` who did it.

    `state` is "done", "undone", or "dropped" once something new was done after it was undone.
    """

    seq: int
    id: str
    at: str
    author: str
    label: str
    state: str
