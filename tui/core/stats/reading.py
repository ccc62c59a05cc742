"""A reading: everything that the ratings of one rater may say on a day, and nothing more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tui.core.measures import Measure, Rater, Version
from tui.core.series import Dated, Series, weekly_median
from tui.core.stats.gates import DIFFERENCE_FROM, DIRECTION_FROM, VALUES_FROM, Gate, gate
from tui.core.stats.halves import Halves, halves
from tui.core.stats.limits import LIMITS_FROM, Limits, Signal, limits, signals
from tui.core.stats.middle import median
from tui.core.stats.moved import Moved, moved
from tui.core.stats.reliable import Change, change
from tui.core.stats.runs import USEFUL_FROM, Runs, runs
from tui.core.stats.trend import Trend, trend
from tui.core.stats.wobble import Shift, Wobble, mean_moving_range, shift, wobble


@dataclass(frozen=True, slots=True)
class Reading:
    """What may be said of `points`; None stands for what the gate withholds.

    `points` are those of the version in force on the day `on`, oldest first: ratings, or the weekly
    medians of a measure that is rated daily. All other values are in points of the scale.
    The indices in `signals` are those of `points`. Limits begin at `rebased`, where that is a day.
    """

    measure: Measure
    version: Version
    rater: Rater
    on: date
    points: tuple[Dated, ...]
    rebased: date | None
    n: int
    gate: Gate
    first: float | None
    last: float | None
    median: float | None
    mean_moving_range: float | None
    wobble: Wobble | None
    shift: Shift | None
    halves: Halves | None
    limits: Limits | None
    signals: tuple[Signal, ...] | None
    runs: Runs | None
    trend: Trend | None
    change: Change | None
    moved: Moved | None

    @property
    def values(self) -> tuple[float, ...]:
        """The values of the points, oldest first."""
        return tuple(p.value for p in self.points)


def read(
    series: Series,
    on: date,
    rater: Rater | None = None,
    rebased: date | None = None,
    first_weekday: int = 0,
) -> Reading:
    """Read what `rater` (or whoever leads) had rated up to the day `on`, that day included.

    From `rebased` on, where that is not after `on`, own limits and signals start anew.
    `first_weekday` is 0 for Monday to 6 for Sunday.
    """
    known = replace(series, ratings=tuple(r for r in series.ratings if r.day <= on))
    rater = rater or known.lead
    version = series.measure.version_on(on)
    points = _points(known, rater, version, first_weekday)
    if rebased and rebased > on:
        rebased = None
    values = [p.value for p in points]
    n = len(values)
    by_values, by_difference = n >= VALUES_FROM, n >= DIFFERENCE_FROM
    whole = float(version.scale.step).is_integer()
    usual = wobble(values, whole=whole) if by_difference else None
    moving = shift(values, usual) if usual else None
    moving_range = mean_moving_range(values) if by_difference else None
    around = runs(values)
    around_median = around if around.n_useful >= USEFUL_FROM else None
    going = trend(values) if n >= DIRECTION_FROM else None
    parted = halves(values, moving_range or 0, whole=whole) if n >= DIRECTION_FROM else None
    within, told = _limits(points, rebased)
    return Reading(
        measure=series.measure,
        version=version,
        rater=rater,
        on=on,
        points=points,
        rebased=rebased,
        n=n,
        gate=gate(n),
        first=values[0] if by_values else None,
        last=values[-1] if by_values else None,
        median=median(values) if by_values else None,
        mean_moving_range=moving_range,
        wobble=usual,
        shift=moving,
        halves=parted,
        limits=within,
        signals=told,
        runs=around_median,
        trend=going,
        change=_change(series.measure, version, values),
        moved=moved(moving, parted, around_median, going),
    )


def _points(known: Series, rater: Rater, version: Version, first_weekday: int) -> tuple[Dated, ...]:
    rated = (r for r in known.by(rater) if r.version == version.number)
    if known.measure.cadence == 1:
        return tuple(weekly_median(rated, first_weekday))
    return tuple(rated)


def _limits(
    points: tuple[Dated, ...], rebased: date | None
) -> tuple[Limits | None, tuple[Signal, ...] | None]:
    """The limits and the signals of the points since `rebased`."""
    before = sum(1 for p in points if rebased and p.day < rebased)
    values = [p.value for p in points[before:]]
    if len(values) < LIMITS_FROM:
        return None, None
    within = limits(values)
    found = signals(values, within)
    if before:
        found = tuple(replace(s, points=tuple(before + i for i in s.points)) for s in found)
    return within, found


def _change(measure: Measure, version: Version, values: list[float]) -> Change | None:
    if version.norms is None or len(values) < VALUES_FROM:
        return None
    return change(values[0], values[-1], version.norms, measure.direction)
