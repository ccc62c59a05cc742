"""Comfort drift: sessions have been easy for a while, and little moves in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import on
from tui.core.notices.together import by_session
from tui.core.record import Record
from tui.core.stats.middle import SLACK, median

LAST: Final = 6
EASY: Final = 5
"""Of the last 6 sessions, how many are easy."""
EASE: Final = 0.8
"""Share of the scale of ease from which a session is easy: 8 of 10."""
MOVEMENT: Final = 0.4
"""Share of the scale up to which the middle of the movement is little: 4 of 10."""


def look(record: Record) -> Iterator[Notice]:
    """A notice where 5 of the last 6 sessions were easy and moved little.

    What was so at the last review already is told again once 5 have been easy since.
    """
    rated = by_session(record, "ease", "movement")
    easy = drifting(rated)
    known = drifting([each for each in rated if not record.fresh(each[0])])
    if not easy or not record.fresh(easy[0] if known else easy[-1]):
        return
    series = record.of("ease")
    subject = series.measure.id if series else ""
    yield Notice(
        RULE.key,
        subject,
        subject,
        easy[0],
        record.period,
        f"Sessions are comfortable: {len(easy)} of the last {LAST}, with little movement",
        f"{len(easy)} of the last {LAST} sessions were very comfortable, and little shifted in most"
        " of them.",
        f"Since the session of {on(record, easy[0])}.",
        f"Out of the last {LAST} sessions of which both were rated.",
        f"It may be chance: {LAST} sessions are few.",
        "A calm stretch may be just what is needed, to rest or to let something settle.",
        "Is this a rest that does good, or is there something that we both step around?",
    )


def drifting(rated: Sequence[tuple[date, tuple[float, ...]]]) -> list[date]:
    """The easy ones of the last sessions, if they are enough and movement was little; else none."""
    last = rated[-LAST:]
    easy = [day for day, (ease, _) in last if ease >= EASE - SLACK]
    if len(last) < LAST or len(easy) < EASY:
        return []
    little = median([movement for _, (_, movement) in last]) <= MOVEMENT + SLACK
    return easy if little else []


RULE: Final = Rule("drift", "Sessions are comfortable, and little moves", look)
