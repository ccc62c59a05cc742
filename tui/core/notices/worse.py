"""Worse after sessions: three of the last four. What follows is the path of `core.worse_after`.

While the fair chance that was agreed on runs, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.notices.notice import Notice, Offer, Rule
from tui.core.notices.saying import many, on
from tui.core.record import Record
from tui.core.worse_after import ALWAYS, LAST, Path, Stage, path


def look(record: Record) -> Iterator[Notice]:
    """A notice where it is worth bringing up, and one where a fair chance is over."""
    series, found = record.of("after"), path(record)
    if series and found.stage is Stage.BRING_UP:
        yield _bring_up(record, series.measure.id, found)
    elif series and found.stage is Stage.LOOK_AROUND and found.talk:
        yield _look_around(record, series.measure.id, found)


def _bring_up(record: Record, measure_id: str, found: Path) -> Notice:
    count, first = len(found.worse), on(record, found.worse[0])
    return Notice(
        RULE.key,
        measure_id,
        measure_id,
        found.worse[0],
        record.period,
        f"Worse after {count} of the last {LAST} sessions",
        f"After {count} of the last {LAST} sessions you felt worse than before. {found.said}",
        f"Since the session of {first}.",
        f"{count} out of the last {many(LAST, 'session')} that you rated.",
        "It may be chance: a few hard weeks look like this too.",
        "Hard things stir before they settle, and life outside may weigh more just now.",
        "What happens in me after I leave, and what would help on that day?",
        besides=ALWAYS,
        offer=Offer.CONVERSATION,
    )


def _look_around(record: Record, measure_id: str, found: Path) -> Notice:
    talk = found.talk
    agreed, window = (on(record, talk.day), talk.window) if talk else ("", 0)
    return Notice(
        RULE.key,
        talk.id if talk else "",
        f"{measure_id}:chance",
        talk.day if talk else record.today,
        record.period,
        f"Still worse after sessions, {many(window, 'session')} after you talked about it",
        f"You talked about it on {agreed}, and it is still so. {found.said}",
        f"Since you talked about it, on {agreed}.",
        f"{len(found.worse)} out of the last {many(LAST, 'session')} that you rated.",
        "It may still be chance, or something that has nothing to do with the sessions.",
        "Two people can both do their best and not fit. That is nobody's fault.",
        "What would be best now: adjust, a second opinion, a referral, or a pause?",
        besides=ALWAYS,
        offer=Offer.CONVERSATION,
    )


RULE: Final = Rule("worse", "Worse after sessions", look)
