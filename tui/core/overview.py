"""What a screen looks at: one client, immutable, as of one moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from tui.core.clients import Client, months_between
from tui.core.days import DateStyle, near
from tui.core.events import Event, EventKind, ended
from tui.core.goals import Goal
from tui.core.measures import MONTHLY, Kind, Measure
from tui.core.ratings import Rating
from tui.core.repair import Rupture
from tui.core.series import GAP_FACTOR, Series

SPARKS: Final = 20
"""Columns of a sparkline in a snapshot; a narrow list draws half as many."""
WEEKS: Final = 20
"""Weeks of a heat strip, this week the last of them; a narrow list draws the later half."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a list.

    `sparks` holds the last value of each of `SPARKS` equal stretches of the client's whole time,
    None where nothing was rated: the same axis for every row. `first` and `last` are of the version
    in force, since an older one meant something else. `weeks` holds the last value of each of the
    last `WEEKS` weeks, in a closer look only. Where a list goes back to another day than the start,
    `first` is of about that day, or None.
    """

    measure: Measure
    sparks: tuple[float | None, ...]
    first: Rating | None
    last: Rating | None
    goal: Goal | None = None
    weeks: tuple[float | None, ...] = ()

    @property
    def id(self) -> str:
        """The measure's id, by which a row is known."""
        return self.measure.id

    @property
    def names(self) -> str:
        """What it is found by: its name and its key."""
        return f"{self.measure.name} {self.measure.key}"


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything that a list shows before a picture is drawn.

    A closer look also holds what is paused, each row's weeks, and all that is rated of the
    relationship. `then` is the day that each row goes back to, where that is not its start.
    `several` tells that the file has other clients too.
    """

    client: Client
    today: date
    goals: tuple[Line, ...]
    growth: tuple[Line, ...]
    signs: tuple[Line, ...]
    events: tuple[Event, ...] = ()
    session: int | None = None
    rhythm: int | None = None
    first_day: date | None = None
    revision: int = 0
    then: date | None = None
    relationship: tuple[Line, ...] = ()
    ruptures: tuple[Rupture, ...] = ()
    several: bool = False

    @property
    def on_axis(self) -> tuple[Event, ...]:
        """What pictures mark on their time axis: what was noted, and every repair."""
        repairs = (
            Event(f"repair:{r.id}", r.repaired, EventKind.REPAIRED, "")
            for r in self.ruptures
            if r.repaired
        )
        return (*self.events, *repairs)

    def lines(self) -> Iterator[Line]:
        """Every row, in the order in which it is shown."""
        yield from self.goals
        yield from self.growth
        yield from self.signs
        yield from self.relationship

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """The rows of one kind."""
        return {
            Kind.GOAL: self.goals,
            Kind.GROWTH: self.growth,
            Kind.SIGN: self.signs,
            Kind.SESSION: self.relationship,
        }[kind]

    def whereabouts(self, dates: DateStyle = DateStyle.DAY_MONTH) -> str:
        """How long and how often: "month 15 · session 54 · now every 4 weeks".

        Once therapy has ended, that it has, and where it was then: "ended 3 May · month 14 · …".
        """
        end = ended(self.events)
        months = months_between(self.client.started, end or self.today)
        parts = [f"ended {near(end, self.today, dates)}"] if end else []
        parts.append(f"month {months}" if months else "first month")
        if self.session:
            parts.append(f"session {self.session}")
        if self.rhythm and not end:
            parts.append("weekly" if self.rhythm == 1 else f"now every {self.rhythm} weeks")
        return " · ".join(parts)


def derived_line(
    series: Series, stretches: Sequence[tuple[date, date]], then: date | None = None
) -> Line:
    """The row of a measure that is worked out of others; `stretches` are those of its sparkline."""
    given = series.current
    sparks = tuple(_last_in(series.by(series.lead), *stretch) for stretch in stretches)
    first = given[0] if given else None
    if then:
        earliest = near_enough(then, series.measure)
        near = [rating for rating in given if earliest <= rating.day <= then]
        first = near[-1] if near else None
    return Line(series.measure, sparks, first, given[-1] if given else None)


def _last_in(ratings: Sequence[Rating], start: date, end: date) -> float | None:
    return next((r.value for r in reversed(ratings) if start <= r.day < end), None)


def near_enough(then: date, measure: Measure) -> date:
    """The earliest day of a rating that may stand for how it was `then`: none is carried far.

    One and a half cadences before, and never less than a week.
    """
    cadence = measure.cadence or MONTHLY
    return date.fromordinal(max(1, then.toordinal() - max(7, round(cadence * GAP_FACTOR))))


def weeks(today: date, first_weekday: int = 0) -> list[tuple[date, date]]:
    """The last `WEEKS` weeks as (first day, first day of the next), the present one last.

    `first_weekday` is 0 for Monday to 6 for Sunday.
    """
    this = today - timedelta((today.weekday() - first_weekday) % 7)
    starts = [this - timedelta(7 * n) for n in range(WEEKS - 1, -1, -1)]
    return [(start, start + timedelta(7)) for start in starts]
