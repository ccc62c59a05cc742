"""A sign whose way matters has been rising: over the last 8 ratings, and twice running."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tui.core.measures import Kind
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import named, number, on, out_of
from tui.core.notices.window import asked, whole
from tui.core.record import Record
from tui.core.series import Dated
from tui.core.stats.gates import DIRECTION_FROM
from tui.core.stats.middle import mean
from tui.core.stats.reading import Reading
from tui.core.stats.trend import trend
from tui.core.stats.wobble import Wobble, shift

CHANCE: Final = 0.02
"""A trend over so few ratings must be less often chance than this, each of the two times."""
FRESH: Final = 5
"""Of the last 8 ratings, how many were given since the last review: more than half."""


def look(record: Record) -> Iterator[Notice]:
    """A notice of each such sign that rises, beyond its wobble."""
    for series in asked(record, Kind.SIGN):
        if series.measure.matters != "slope":
            continue
        reading = whole(record, series)
        recent = reading.points[-FRESH:]
        if not recent or not record.fresh(recent[0].day):
            continue
        values = reading.values
        usual = reading.wobble
        if usual and rises(values, usual) and rises(values[:-1], usual):
            yield _notice(record, reading, reading.points[-DIRECTION_FROM:])


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
