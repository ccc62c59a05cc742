"""A goal or an indicator moved, up or down, and its halves show it; or it fell far at once.

It has moved by the one rule behind every "up" and "down" (`core.stats.moved`). That rule, asked
after every rating, speaks of a steady series too often (`make simulate`), so the later half has to
lie beyond the wobble from the earlier half, and the pairs across them have to be clear.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.measures import Direction, Kind
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import named, number, on, out_of
from tui.core.notices.window import asked, last_fresh, whole
from tui.core.record import Record
from tui.core.series import Series
from tui.core.stats.halves import across
from tui.core.stats.middle import mean
from tui.core.stats.moved import Moved
from tui.core.stats.reading import Reading, read

CHANCE: Final = 0.007
"""The pairs across the halves must point that way less often by chance than this."""
FAR: Final = 4
BELOW: Final = 2
"""Points of a fall that are spoken of at once, and how far below one's own limits it has to end."""


def look(record: Record) -> Iterator[Notice]:
    """A notice of each goal and indicator that moved and was not told of before the review."""
    for series in asked(record, Kind.GOAL, Kind.GROWTH):
        reading = whole(record, series)
        if not last_fresh(record, reading.points):
            continue
        way = clearly(reading)
        if way and way != at_review(record, series):
            yield _moved(record, reading, way)
        elif fell(reading):
            yield _fell(record, reading)


def at_review(record: Record, series: Series) -> Moved | None:
    """Which way it had clearly moved at the last review: a notice was there to be talked about."""
    if record.period is None:
        return None
    return clearly(read(series, record.period, first_weekday=record.first_weekday))


def clearly(reading: Reading) -> Moved | None:
    """Which way a series moved, where its halves show the same beyond wobble and chance."""
    found = reading.halves
    if reading.moved is None or found is None or not found.beyond:
        return None
    pairs, up = across(reading.values), reading.moved == "up"
    agree = (found.difference > 0) is up and (pairs.s > 0) is up
    return reading.moved if agree and pairs.p < CHANCE else None


def fell(reading: Reading) -> bool:
    """Whether the latest rating fell 4 or more points at once, well below one's own limits."""
    limits = reading.limits
    if limits is None or limits.trial or reading.measure.direction is not Direction.HIGHER:
        return False
    before, last = reading.values[-2:]
    return limits.lower - last >= BELOW and before - last >= FAR


def _moved(record: Record, reading: Reading, way: Moved) -> Notice:
    name, first = named(reading.measure), reading.points[0]
    hoped = {Direction.HIGHER: "up", Direction.LOWER: "down"}.get(reading.measure.direction)
    then, now, where = ends(reading)
    return Notice(
        RULE.key,
        reading.measure.id,
        reading.measure.id,
        first.day,
        record.period,
        f"{name} went {way}: {number(then)} then, {number(now)} now",
        f"{name} went {way}, by more than it usually moves: {where}.",
        f"From {on(record, first.day)} on.",
        f"{out_of(reading).capitalize()}.",
        "It may still be chance: ratings wander by themselves, and a few weeks more would tell.",
        _EVERYDAY[way == hoped],
        "What do you think helped?" if way == hoped else "What was different in this time?",
    )


def ends(reading: Reading) -> tuple[float, float, str]:
    """What lay then and lies now, of which the one is beyond the wobble from the other, in words.

    The first and the last three, or else the halves.
    """
    if reading.halves and not (reading.shift and reading.shift.beyond):
        then, now = reading.halves.earlier, reading.halves.later
        return then, now, f"{number(now)} over the later half, {number(then)} over the first"
    then, now = mean(reading.values[:3]), mean(reading.values[-3:])
    words = f"{number(now)} over the last three ratings, {number(then)} over the first three"
    return then, now, words


_EVERYDAY: Final = {
    True: "Other things change too: a season, a job, some sleep, a person. More than one may have a"
    " part in it.",
    False: "Life may have asked more of you in this time, or you may look more closely now than you"
    " did at first. Both are common.",
}


def _fell(record: Record, reading: Reading) -> Notice:
    before, last = reading.points[-2:]
    name, lower = named(reading.measure), reading.limits.lower if reading.limits else 0
    return Notice(
        RULE.key,
        reading.measure.id,
        reading.measure.id,
        last.day,
        record.period,
        f"{name} fell from {number(before.value)} to {number(last.value)}",
        f"{name} fell from {number(before.value)} to {number(last.value)}; its usual range begins"
        f" at {number(lower)}.",
        f"Since {on(record, last.day)}; the rating before is of {on(record, before.day)}.",
        f"One rating out of {out_of(reading)}.",
        "One rating may well be chance: a single bad day looks like this.",
        "A hard day, little sleep or bad news can do this, and be over by the next rating.",
        "What happened around that day, and what would have been good to have?",
    )


RULE: Final = Rule("moved", "A goal or an indicator moved", look)
