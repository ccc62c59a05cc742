"""A goal off its agreed milestone: its day has passed, and the ratings are not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.goals import Milestone
from tui.core.measures import Direction, Kind
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import many, named, number, on, out_of
from tui.core.notices.window import asked, whole
from tui.core.record import Record
from tui.core.stats.middle import SLACK, median
from tui.core.stats.reading import Reading

LAST: Final = 3
"""Ratings whose middle one is held against the milestone, so that one rating decides nothing."""


def look(record: Record) -> Iterator[Notice]:
    """A notice of each active goal whose milestone's day lies behind, and its level ahead."""
    for series in asked(record, Kind.GOAL):
        goal = record.goal(series.measure.id)
        agreed = goal.milestone if goal else None
        reading = whole(record, series)
        if agreed is None or agreed.by >= record.today or reading.n < LAST:
            continue
        if met(reading, agreed):
            continue
        middle = median(reading.values[-LAST:])
        name, there = named(series.measure), number(agreed.level)
        day = on(record, agreed.by)
        yield Notice(
            RULE.key,
            series.measure.id,
            series.measure.id,
            agreed.by,
            record.period,
            f"{name}: the milestone for {day} is still ahead",
            f"{name} was to be at {there} by {day}; the middle of the last {LAST} ratings is"
            f" {number(middle)}.",
            f"Since {day}, the day that was agreed on {on(record, agreed.agreed)}.",
            f"The last {LAST} of {out_of(reading)}.",
            f"{many(LAST, 'rating')} are few: another week might say something else by chance.",
            "A day is a guess about a time that nobody knew yet, and most things worth wanting take"
            " longer than one thinks.",
            "Does the milestone still fit, or would another level or another day be fairer?",
        )


def met(reading: Reading, agreed: Milestone) -> bool:
    """Whether the middle of three ratings running reached the milestone since it was agreed.

    What was reached once was reached, also where the goal was reopened since.
    """
    way = -1 if reading.measure.direction is Direction.LOWER else 1
    ends = (at for at, p in enumerate(reading.points, 1) if at >= LAST and p.day >= agreed.agreed)
    middles = (median(reading.values[at - LAST : at]) for at in ends)
    return any(way * (agreed.level - middle) <= SLACK for middle in middles)


RULE: Final = Rule("off_milestone", "A goal is off its agreed milestone", look)
