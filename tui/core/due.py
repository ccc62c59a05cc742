"""What is worth asking again: measures whose cadence has passed since the last rating.

Nothing is ever late here. A measure is due, or it will be on a day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tui.core.goals import Goal, GoalState
from tui.core.manners import Manners
from tui.core.measures import Kind, Measure, Rater
from tui.core.ratings import Rating

NEVER = date.max
"""From when something is due that is never asked by itself, such as what each session rates."""
_ASKED = (Kind.GOAL, Kind.GROWTH, Kind.SIGN, Kind.SESSION)
"""What a check-in asks, in this order; what belongs to one session is asked after it."""


@dataclass(frozen=True, slots=True)
class Due:
    """A measure that can be asked. `last` is its latest rating by who is asked now, if any."""

    measure: Measure
    last: Rating | None
    since: date

    def by(self, today: date) -> bool:
        """Whether it is due on a day: `since` is the first on which asking is worth while."""
        return self.since <= today


def askable(
    measures: Iterable[Measure],
    goals: Iterable[Goal],
    lasts: Mapping[str, Rating],
    manners: Manners,
    rater: Rater = Rater.CLIENT,
) -> tuple[Due, ...]:
    """Everything that `rater` can be asked: goals, growth, signs, and the relationship by month.

    `lasts` holds the latest rating by measure id; `manners` may have a kind asked more or less
    often. Paused measures and goals that are not active are left out.
    """
    closed = {g.id for g in goals if g.state is not GoalState.ACTIVE}
    found = []
    for measure in measures:
        if measure.paused or measure.id in closed:
            continue
        after_a_session = measure.kind is Kind.SESSION and measure.cadence is None
        if not after_a_session and rater in measure.raters:
            last = lasts.get(measure.id)
            found.append(Due(measure, last, _since(measure, last, manners.every(measure))))
    return tuple(sorted(found, key=lambda due: _ASKED.index(due.measure.kind)))


def _since(measure: Measure, last: Rating | None, days: int | None) -> date:
    """The first day on which asking is worth while, where it is every so many days."""
    if days is None:
        return NEVER
    if last:
        return last.day + timedelta(days)
    # What is asked of the relationship needs one first.
    settling = days if measure.kind is Kind.SESSION else 0
    return measure.versions[0].since + timedelta(settling)


def due(asked: Iterable[Due], today: date) -> tuple[Due, ...]:
    """Those that are due today."""
    return tuple(each for each in asked if each.by(today))


def next_day(asked: Iterable[Due], today: date) -> date | None:
    """The next day on which something will be due, after today; None if nothing ever will."""
    days = (each.since for each in asked if today < each.since < NEVER)
    return min(days, default=None)
