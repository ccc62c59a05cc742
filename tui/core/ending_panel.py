"""The ending: eight things to look at before saying goodbye, each with what the record shows.

There is no sum of them and no number that says when. A line without evidence has not been talked
about yet, and may well be true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, NamedTuple

from tui.core.alliance import ALLIANCE
from tui.core.events import EventKind
from tui.core.goals import Goal, GoalState
from tui.core.measures import Rater
from tui.core.notices.off_milestone import met
from tui.core.notices.saying import many, named, number, on
from tui.core.notices.sign_level import HANDED_OVER
from tui.core.notices.together import by_session, shares
from tui.core.notices.window import whole
from tui.core.ratings import Rating
from tui.core.record import Record
from tui.core.series import Series
from tui.core.stats.middle import SLACK, median
from tui.core.worse_after import MIDDLE

NOT_YET: Final = "not yet talked about"
"""What stands where the record shows nothing."""
MOST: Final = 3
"""Pieces of evidence that a line shows at most, the latest ones."""
LONG: Final = 2
"""A gap between sessions is a longer one from twice the usual distance on, and from three weeks."""
THREE_WEEKS: Final = 21
TALKED: Final = "talked_it_through"
"""The mark of a decision that was thought through with somebody and then made."""
NEAR: Final = 7
"""Days after a hard session that count as that week, and around a gap as before and after."""


class Found(NamedTuple):
    """A piece of evidence, and the id of the measure whose picture shows it, or ""."""

    said: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One of the eight. `evidence` is from the record, oldest first; empty where there is none.

    `about` is the id of the measure whose picture shows the latest of it, or "".
    """

    key: str
    name: str
    evidence: tuple[str, ...]
    about: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """The evidence, or that it was not talked about yet."""
        return self.evidence or (NOT_YET,)


def panel(record: Record) -> tuple[Line, ...]:
    """The eight lines, always all of them and in the same order."""
    return tuple(_line(key, name, tuple(find(record))[-MOST:]) for key, name, find in _LINES)


def _line(key: str, name: str, found: tuple[Found, ...]) -> Line:
    return Line(key, name, tuple(each.said for each in found), found[-1].about if found else "")


def _goals(record: Record) -> Iterator[Found]:
    for goal in record.goals:
        name = named(goal.measure)
        days = [
            e.day for e in record.events if e.kind is EventKind.REACHED and e.measure_id == goal.id
        ]
        if goal.state is GoalState.REACHED:
            when = f" on {on(record, max(days))}" if days else ""
            yield Found(f"{name}: reached{when}", goal.id)
        elif good := _good_enough(record, goal):
            yield Found(f"{name}: {good}", goal.id)


def _good_enough(record: Record, goal: Goal) -> str:
    """Where an active goal stands at its milestone, or as hoped on its ladder; "" elsewhere."""
    series = record.of(goal.id)
    if series is None or goal.state is not GoalState.ACTIVE:
        return ""
    reading = whole(record, series)
    if goal.milestone and met(reading, goal.milestone):
        return f"was at its milestone of {number(goal.milestone.level)}"
    level = goal.level(reading.values[-1]) if reading.values else None
    return "as hoped, or more" if level is not None and level >= 0 else ""


def _held(record: Record) -> Iterator[Found]:
    """Goals that had gained before a longer gap, and after it stood no lower than before it."""
    days = [hour.session.day for hour in record.held]
    gaps = [(b - a).days for a, b in pairwise(days)]
    if not gaps:
        return
    long = max(THREE_WEEKS, LONG * median(gaps))
    for before, after in pairwise(days):
        kept = [] if (after - before).days < long else list(_kept(record, before, after))
        if kept:
            weeks = many(round((after - before).days / 7), "week")
            stood = ", ".join(each.said for each in kept[:MOST])
            said = f"{weeks} without a session, to {on(record, after)}: {stood}"
            yield Found(said, kept[0].about)


def _kept(record: Record, before: date, after: date) -> Iterator[Found]:
    for goal in record.goals:
        series = record.of(goal.id)
        given = series.by(Rater.CLIENT) if series else ()
        then = [r for r in given if 0 <= (before - r.day).days <= NEAR]
        now = [r for r in given if 0 <= (r.day - after).days <= NEAR]
        if not then or not now or then[-1].version != now[0].version:
            continue
        first = next(r.value for r in given if r.version == now[0].version)
        if first < then[-1].value <= now[0].value:
            values = f"{number(then[-1].value)}, then {number(now[0].value)}"
            yield Found(f"{named(goal.measure)} {values}", goal.id)


def _steadied(record: Record) -> Iterator[Found]:
    """Containing reactions as usual, or better, in the week after a session that left it worse."""
    series = record.of("containment")
    if series is None:
        return
    hard = [day for day, (share,) in by_session(record, "after") if share < MIDDLE - SLACK]
    given = shares(series)
    usual = median(list(given.values())) if given else 0
    for day in hard:
        for rated in (d for d in given if 0 < (d - day).days <= NEAR and given[d] >= usual):
            value = next(r.value for r in series.by(Rater.CLIENT) if r.day == rated)
            was = f"{named(series.measure)} was {number(value)}"
            said = f"The week of {on(record, day)} was hard, and {was}"
            yield Found(said, series.measure.id)
            break


def _leaned(record: Record) -> Iterator[Found]:
    yield from _moments(record, "intimacy")


def _credits(record: Record) -> Iterator[Found]:
    yield from _moments(record, "self_activation", "responsibility")


def _decided(record: Record) -> Iterator[Found]:
    series = record.of("decisions")
    for rating in series.by(Rater.CLIENT) if series else ():
        about = series.measure.id if series else ""
        if HANDED_OVER in rating.marks:
            continue
        if rating.evidence and series and _share(series, rating) < MIDDLE:
            yield Found(f"{on(record, rating.day)}: “{rating.evidence}”", about)
        elif TALKED in rating.marks:
            yield Found(f"{on(record, rating.day)}: talked it through, and decided", about)


def _repaired(record: Record) -> Iterator[Found]:
    for rupture in record.ruptures:
        if rupture.repaired and rupture.days is not None:
            days = "the same day" if not rupture.days else f"after {many(rupture.days, 'day')}"
            said = f"The break of {on(record, rupture.day)}, repaired {days}"
            yield Found(said, ALLIANCE.id)


def _planned(record: Record) -> Iterator[Found]:
    if record.plan and record.plan.text.strip():
        yield Found(f"Written on {on(record, record.plan.day)}")


def _moments(record: Record, *keys: str) -> Iterator[Found]:
    """What was written beside high ratings, or else where the latest stand, if that is high."""
    known = [series for key in keys if (series := record.of(key))]
    told = [
        (rating.day, rating.evidence, series.measure.id)
        for series in known
        for rating in series.by(Rater.CLIENT)
        if rating.evidence and _share(series, rating) > MIDDLE
    ]
    for day, text, about in sorted(told):
        yield Found(f"{on(record, day)}: “{text}”", about)
    for series in known if not told else ():
        last = series.by(Rater.CLIENT)[-MOST:]
        if len(last) == MOST and median([_share(series, r) for r in last]) > MIDDLE:
            values = ", ".join(number(r.value) for r in last)
            said = f"{named(series.measure)}: {values} in the latest ratings"
            yield Found(said, series.measure.id)


def _share(series: Series, rating: Rating) -> float:
    """Where a rating lies on the scale on which it was given, 0 to 1."""
    version = next(v for v in series.measure.versions if v.number == rating.version)
    return version.scale.share(rating.value)


_LINES: Final[tuple[tuple[str, str, Callable[[Record], Iterator[Found]]], ...]] = (
    ("goals", "Goals reached, or good enough", _goals),
    ("held", "Gains held across a longer gap", _held),
    ("steadied", "Steadied myself in a hard week", _steadied),
    ("leaned", "Leaned on others", _leaned),
    ("decided", "Decided something alone, after thinking it through", _decided),
    ("effort", "Credit my own effort", _credits),
    ("repaired", "Ruptures repaired", _repaired),
    ("plan", "A plan for setbacks is written", _planned),
)
NAMES: Final = {key: name for key, name, _ in _LINES}
"""What each line is called, by its key."""
