"""Nothing heard: no check-in for as many periods as the person chose. Off until they choose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from tui.core.measures import Kind, Rater
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import many, on
from tui.core.notices.window import asked
from tui.core.record import Record

SUBJECT: Final = "check-in"


def look(record: Record) -> Iterator[Notice]:
    """One notice where nothing that is asked by the calendar was rated for so long."""
    wanted = [s for s in asked(record, Kind.GOAL, Kind.GROWTH, Kind.SIGN) if s.measure.cadence]
    days = sorted({r.day for series in wanted for r in series.by(Rater.CLIENT)})
    if not record.silence_periods or not days:
        return
    every = min(s.measure.cadence for s in wanted if s.measure.cadence)
    missing = ((record.today - days[-1]).days - 1) // every
    if missing < record.silence_periods:
        return
    last = on(record, days[-1])
    yield Notice(
        RULE.key,
        SUBJECT,
        SUBJECT,
        days[-1] + timedelta(every),
        record.period,
        f"No check-in since {last}",
        f"There has been no check-in since {last}. Gaps stay gaps, and nothing is lost by them.",
        f"Since {last}.",
        f"{many(missing, 'check-in')} passed by, after {many(len(days), 'day')} with one.",
        "It may be chance, or a setting: you chose after how long this is said.",
        "Life gets full, and some weeks are for living and not for looking.",
        "Is the check-in still of use, or would less often, or fewer lines, be better?",
    )


RULE: Final = Rule("silence", "Nothing heard for a while", look)
