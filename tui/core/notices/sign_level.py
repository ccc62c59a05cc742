"""A sign whose level matters stands above its own usual range, or has come to lie higher.

Above the range twice running, or once while a run rule says too that it has been above its middle
for long. On a scale of whole numbers less than two points above the centre is never unusual. Or it
went up as a goal does that is told of (`moved.clearly`), and the run rules agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core.measures import Kind
from tui.core.notices.moved import at_review, clearly, ends
from tui.core.notices.notice import Notice, Rule
from tui.core.notices.saying import named, number, on, out_of
from tui.core.notices.window import asked, last_fresh, whole, whole_numbers
from tui.core.ratings import Rating
from tui.core.record import Record
from tui.core.series import Dated
from tui.core.stats.reading import Reading
from tui.core.stats.runs import useful
from tui.core.stats.wobble import WHOLE_AT_LEAST

HANDED_OVER: Final = "handed_it_over"
"""The one mark of a decision that counts as the sign: talking it through is what therapy is for."""


_TALK: Final = (
    "In a hard stretch everybody leans more, and help is there to be leaned on. It may pass with"
    " the stretch.",
    "What else steadies you at such times, and who are your people for it?",
)
"""Another way to see it, and what to ask together."""


def look(record: Record) -> Iterator[Notice]:
    """A notice of each such sign above its own upper limit."""
    for series in asked(record, Kind.SIGN):
        if series.measure.matters == "slope":
            continue
        reading = whole(record, series)
        if not last_fresh(record, reading.points):
            continue
        last = high(reading)[-2:]
        twice = all(last) and len(last) == 2 and _newly(record, reading)
        if twice or (last[-1] and long_above(reading)):
            yield _above(record, reading, twice=twice)
        elif settled(reading) and at_review(record, series) != "up":
            yield _higher(record, reading)


def _newly(record: Record, reading: Reading) -> bool:
    """Whether both of the last two ratings are new, or what was there at the review was not two."""
    *before, first, _ = zip(reading.points, high(reading), strict=True)
    return record.fresh(first[0].day) or not (before and before[-1][1])


def upper(reading: Reading) -> float | None:
    """From where on a rating is above the usual range; None before limits are fixed."""
    if reading.limits is None or reading.limits.trial:
        return None
    least = WHOLE_AT_LEAST if whole_numbers(reading) else 0
    return max(reading.limits.upper, reading.limits.centre + least)


def high(reading: Reading) -> tuple[bool, ...]:
    """Whether each point counts as above the usual range."""
    top = upper(reading)
    return tuple(top is not None and p.value > top and _counts(p) for p in reading.points)


def long_above(reading: Reading) -> bool:
    """Whether the latest useful points are a run above the median that the run rules call long."""
    if reading.runs is None:
        return False
    run = 0
    for above in reversed(useful(reading.values)):
        if not above:
            break
        run += 1
    return run > reading.runs.longest_max


def settled(reading: Reading) -> bool:
    """Whether it went up, and the run rules say too that it left its middle, upwards."""
    if clearly(reading) != "up" or reading.runs is None or not reading.runs.signal:
        return False
    later = reading.points[-(reading.n // 2) :]
    return useful(reading.values)[-1] and all(map(_counts, later))


def _counts(point: Dated) -> bool:
    marks = point.marks if isinstance(point, Rating) else ()
    return not marks or HANDED_OVER in marks


def _above(record: Record, reading: Reading, *, twice: bool) -> Notice:
    name, top = named(reading.measure), number(upper(reading) or 0)
    first = reading.points[-2 if twice else -1]
    values = [number(p.value) for p in reading.points[-2:]]
    seen = f"{values[0]} and then {values[-1]}" if twice else values[-1]
    towards = f" Towards: {reading.measure.opposite}." if reading.measure.opposite else ""
    how = "twice running" if twice else "after a long stretch above its middle"
    return Notice(
        RULE.key,
        reading.measure.id,
        reading.measure.id,
        first.day,
        record.period,
        f"{name}: above its usual range {how}",
        f"{name} was {seen}, {how}; the usual range so far ends at {top}.{towards}",
        f"Since {on(record, first.day)}.",
        f"The last {'two' if twice else 'one'} of {out_of(reading)}; the usual range is that of the"
        " first twelve.",
        "It may be chance, and twelve ratings tell a usual range only roughly.",
        *_TALK,
    )


def _higher(record: Record, reading: Reading) -> Notice:
    name, first = named(reading.measure), reading.points[0]
    then, now, where = ends(reading)
    towards = f" Towards: {reading.measure.opposite}." if reading.measure.opposite else ""
    return Notice(
        RULE.key,
        reading.measure.id,
        reading.measure.id,
        first.day,
        record.period,
        f"{name} went up: {number(then)} then, {number(now)} now",
        f"{name} went up, by more than it usually moves, and keeps to the upper side of its middle:"
        f" {where}.{towards}",
        f"From {on(record, first.day)} on.",
        f"{out_of(reading).capitalize()}.",
        "It may still be chance: ratings wander by themselves, and a few weeks more would tell.",
        *_TALK,
    )


RULE: Final = Rule("sign_level", "A sign is above its usual range", look)
