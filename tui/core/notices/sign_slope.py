"""A sign whose way matters has been rising: over the last 8 ratings, and twice running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.core.measures import Kind
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import named, number, on, out_of
from tui.core.notices.window import asked, last_fresh, whole
from tui.core.record import Record
from tui.core.series import Dated, Series
from tui.core.stats.gates import DIRECTION_FROM
from tui.core.stats.middle import mean
from tui.core.stats.reading import Reading, read
from tui.core.stats.trend import trend
from tui.core.stats.wobble import Wobble, shift

CHANCE: Final = 0.02
"""A trend over so few ratings must be less often chance than this, each of the two times."""
FRESH: Final = 5
"""Ratings since the last review after which a rise that was there at it is told again."""


def look(record: Record) -> Iterator[Notice]:
    """A notice of each such sign that rises, beyond its wobble."""
    for series in asked(record, Kind.SIGN):
        if series.measure.matters != "slope":
            continue
        reading = whole(record, series)
        if not last_fresh(record, reading.points) or not twice(reading):
            continue
        if record.fresh(reading.points[-FRESH].day) or not at_review(record, series):
            yield _notice(record, reading, reading.points[-DIRECTION_FROM:])


def at_review(record: Record, series: Series) -> bool:
    """Whether it rose at the last review: a notice was there to be talked about."""
    if record.period is None:
        return False
    return twice(read(series, record.period, first_weekday=record.first_weekday))


def twice(reading: Reading) -> bool:
    """Whether the last values rise, and did so before the latest came."""
    usual, values = reading.wobble, reading.values
    return usual is not None and rises(values, usual) and rises(values[:-1], usual)


def rises(values: Sequence[float], usual: Wobble) -> bool:
    """Whether the last 8 values go up: the pairs say so, and the end lies beyond the wobble."""
    if len(values) < DIRECTION_FROM:
        return False
    last = values[-DIRECTION_FROM:]
    moving, going = shift(last, usual), trend(last)
    return moving.beyond and moving.difference > 0 and going.s > 0 and going.p < CHANCE


def _notice(record: Record, reading: Reading, points: Sequence[Dated]) -> Notice:
    name, first = named(reading.measure), points[0]
    then, now = (mean([p.value for p in part]) for part in (points[:3], points[-3:]))
    towards = f" Towards: {reading.measure.opposite}." if reading.measure.opposite else ""
    return Notice(
        RULE.key,
        reading.measure.id,
        reading.measure.id,
        first.day,
        record.period,
        f"{name} has been rising: {number(then)} then, {number(now)} now",
        f"{name} has been rising over the last {len(points)} ratings, by more than it usually"
        f" moves: {number(now)} over the last three, {number(then)} over the first three.{towards}",
        f"Since {on(record, first.day)}.",
        f"The last {len(points)} of {out_of(reading)}.",
        f"It may be chance: {len(points)} ratings are few, and some rise by themselves.",
        "Looking closely at oneself makes some things seem more for a while, and so does a heavy"
        " season.",
        "What was different when it was lighter?",
    )


RULE: Final = Rule("sign_slope", "A sign has been rising", look)
