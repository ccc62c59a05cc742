"""The alliance dipped in a session: perhaps a rupture, which is asked and never claimed.

Two rules look at each session: it lies below the client's own lower limit, and it fell by 2 or more
from the session before. Both together, or either of them twice running, make a notice. Limits and
usual differences are of the sessions before, so that no dip widens what it is held against; each
with a margin, without which steady series would raise too many (`make simulate`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.alliance import ALLIANCE
from tui.core.notices.notice import Notice, Offer, Rule
from tui.core.notices.saying import many, number, on
from tui.core.notices.window import whole
from tui.core.record import Record
from tui.core.series import Dated
from tui.core.stats.limits import FIXED_ON, LIMITS_FROM, RANGE_LIMIT, process_limits
from tui.core.stats.middle import SLACK
from tui.core.stats.wobble import beyond, mean_moving_range

FALL: Final = 2
"""Points from one session to the next; more where the alliance usually moves more."""

MARGIN: Final = 0.5
TRIAL_MARGIN: Final = 1
"""Points beyond the limits that a session has to lie: fixed ones, and those still on trial."""
LEAST: Final = 1
"""Points below the usual alliance that are unusual at least, however steady it was."""


@dataclass(frozen=True, slots=True)
class Dip:
    """What was seen of one session. `until` is the last session before it was over."""

    at: int
    until: int


def look(record: Record) -> Iterator[Notice]:
    """A notice of the first session of the period with a dip of which nothing is written yet.

    A dip lasts until the alliance is back within its limits. Where a rupture is logged for any
    session of it, it is known and nothing is said.
    """
    series = record.of(ALLIANCE.id)
    if series is None:
        return
    points = whole(record, series).points
    known = {rupture.day for rupture in record.ruptures}
    for dip in dips([p.value for p in points]):
        first, days = points[dip.at], {p.day for p in points[dip.at : dip.until + 1]}
        if record.fresh(first.day) and not days & known:
            yield _notice(record, points, dip.at)
            return


def dips(values: Sequence[float]) -> Iterator[Dip]:
    """Every dip of a series, oldest first."""
    below = [_below(values, at) for at in range(len(values))]
    falls = [_falls(values, at) for at in range(len(values))]
    at = 0
    while at < len(values):
        again = at > 0 and ((below[at] and below[at - 1]) or (falls[at] and falls[at - 1]))
        if not (below[at] and falls[at]) and not again:
            at += 1
            continue
        until = at
        while until + 1 < len(values) and (below[until + 1] or falls[until + 1]):
            until += 1
        yield Dip(at, until)
        at = until + 1


def _below(values: Sequence[float], at: int) -> bool:
    """Whether a value lies below the limits of what came before it: the first 12, or fewer."""
    before = values[: min(at, FIXED_ON)]
    if len(before) < LIMITS_FROM:
        return False
    limits = process_limits(before)
    margin = TRIAL_MARGIN if limits.trial else MARGIN
    return values[at] < min(limits.lower - margin, limits.centre - LEAST) - SLACK


def _falls(values: Sequence[float], at: int) -> bool:
    """Whether a value fell by 2 or more, and further than sessions ever usually differ."""
    usual = RANGE_LIMIT * mean_moving_range(values[:at])
    return at > 0 and beyond(min(0, values[at] - values[at - 1]), max(FALL, usual))


def _notice(record: Record, points: Sequence[Dated], at: int) -> Notice:
    point = points[at]
    day, value = on(record, point.day), number(point.value)
    return Notice(
        RULE.key,
        _session(record, point.day),
        ALLIANCE.id,
        point.day,
        record.period,
        f"Alliance dipped to {value} on {day}",
        f"After the session of {day} the alliance was {value}; the session before it was"
        f" {number(points[at - 1].value)}.",
        f"Since the session of {day}.",
        f"One session out of {many(len(points), 'session')} with an alliance.",
        "It may be chance, or how that day was: one session is one session.",
        "A tired evening or a hard subject can do this. Breaks happen wherever two people work"
        " closely, and talking one through is often where the work deepens.",
        "Did something come between us that day, and how was it for each of us?",
        offer=Offer.RUPTURE,
    )


def _session(record: Record, day: date) -> str:
    """The id of the session of a day; the day itself where none is known."""
    found = (hour.id for hour in record.hours if hour.session.day == day)
    return next(found, day.isoformat())


RULE: Final = Rule("alliance_dip", "The alliance dipped: perhaps a rupture", look)
