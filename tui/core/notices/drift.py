"""Comfort drift: sessions have been easy for a while, and little moves in them."""

from __future__ import annotations

from collections.abc import Iterator
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
    """A notice where 5 of the last 6 sessions, all of this period, were easy and moved little."""
    rated = by_session(record, "ease", "movement")[-LAST:]
    easy = [day for day, (ease, _) in rated if ease >= EASE - SLACK and record.fresh(day)]
    if len(rated) < LAST or len(easy) < EASY:
        return
    if median([movement for _, (_, movement) in rated]) > MOVEMENT + SLACK:
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


RULE: Final = Rule("drift", "Sessions are comfortable, and little moves", look)
