"""Still fair? A day has passed by which something was hoped for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import many, named, on
from tui.core.record import Record


def look(record: Record) -> Iterator[Notice]:
    """A notice of each active goal, and of the latest role check, whose by-when has passed."""
    for goal in record.goals:
        if goal.still_fair(record.today) and goal.by_when:
            rated = record.of(goal.id)
            count = len(rated.current) if rated else 0
            counted = f"Out of {many(count, 'rating')} so far."
            yield _notice(record, goal.id, goal.id, named(goal.measure), goal.by_when, counted)
    latest = record.expectations[-1] if record.expectations else None
    if latest and latest.by_when and latest.by_when < record.today:
        subject = f"expectation:{latest.id}"
        counted = f"{many(len(record.expectations), 'role check')} so far."
        what = "What you hoped for from therapy"
        yield _notice(record, latest.id, subject, what, latest.by_when, counted)


def _notice(
    record: Record, subject: str, series: str, what: str, by_when: date, counted: str
) -> Notice:
    day = on(record, by_when)
    return Notice(
        RULE.key,
        subject,
        series,
        by_when,
        record.period,
        f"{what}: still fair?",
        f"{what}: the day you had in mind, {day}, has passed.",
        f"Since {day}.",
        counted,
        "A day is a guess; that it passed may say more about the guess than about anything else.",
        "What one hopes for changes on the way, and so does how long it takes.",
        "Is it still fair, or would other words or another day fit better?",
    )


RULE: Final = Rule("still_fair", "Still fair?", look)
