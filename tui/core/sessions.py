"""A session: one scheduled hour of therapy, held or missed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Session:
    """`number` counts scheduled sessions from 1; a missed one keeps its number."""

    id: str
    number: int
    day: date
    held: bool = True


def rhythm(sessions: Sequence[Session]) -> int | None:
    """Weeks between the latest sessions: the rounded median of the last three distances.

    None with fewer than four sessions, or when they lie closer than half a week.
    """
    days = sorted(s.day for s in sessions)[-4:]
    if len(days) < 4:
        return None
    middle = sorted((b - a).days for a, b in pairwise(days))[1]
    return round(middle / 7) or None
