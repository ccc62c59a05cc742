"""What a picture shows, before anybody draws it: pure, and small whatever the series' length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tui.core.days import DateStyle
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.manners import Manners
from tui.core.measures import Kind, Rater, Scale
from tui.core.series import Dated, Series, reduced
from tui.core.text import clean
from tui.core.timespan import Span

XY = tuple[int, float]
"""Days after the span's start, and a value."""


@dataclass(frozen=True, slots=True)
class Upright:
    """A quiet vertical: an event, or the day from which a new wording is asked.

    `own` says that it is about this very measure, not about the client's life at large.
    """

    x: int
    label: str
    own: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, ready to be drawn.

    `runs` are the lead rater's points, one tuple for each stretch that a line may join; `others`
    are the marks of the other raters.
    """

    kind: Kind
    scale: Scale
    span: Span
    lead: Rater
    runs: tuple[tuple[XY, ...], ...]
    others: tuple[tuple[Rater, tuple[XY, ...]], ...]
    latest: XY | None
    target: float | None
    uprights: tuple[Upright, ...]
    dates: DateStyle = DateStyle.DAY_MONTH

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see in this span."""
        return not self.runs and not self.others


def compose(
    series: Series,
    goal: Goal | None,
    events: Iterable[Event],
    span: Span,
    columns: int,
    manners: Manners = Manners(),
) -> Picture:
    """The picture of a series within a span, for a canvas so many columns wide.

    Daily ratings are shown as weekly medians.
    """

    def place(item: Dated) -> XY:
        return (item.day - span.start).days, item.value

    def shown(items: Sequence[Dated]) -> tuple[XY, ...]:
        return tuple(map(place, reduced(items, span.start, span.end, columns)))

    lead = series.lead
    lines = series.lines(lead, manners.first_weekday)
    runs = tuple(points for line in lines if (points := shown(line)))
    last = next((p for line in reversed(lines) for p in reversed(line) if p.day in span), None)
    others = tuple(
        (rater, points)
        for rater in series.raters
        if rater is not lead
        and (
            points := shown(
                [p for line in series.lines(rater, manners.first_weekday) for p in line]
            )
        )
    )
    return Picture(
        series.measure.kind,
        series.measure.scale,
        span,
        lead,
        runs,
        others,
        place(last) if last else None,
        goal.milestone.level if goal and goal.milestone else None,
        tuple(_uprights(series, events, span)),
        manners.dates,
    )


def _uprights(series: Series, events: Iterable[Event], span: Span) -> Iterable[Upright]:
    own: dict[date, list[str]] = {}
    general: dict[date, list[str]] = {}
    for version in series.measure.versions[1:]:
        own.setdefault(version.since, []).append("reworded")
    for event in events:
        if event.measure_id in (None, series.measure.id):
            label = clean(event.text) if event.kind is EventKind.NOTE else event.kind.value
            days = own if event.measure_id else general
            days.setdefault(event.day, []).append(label)
    for day in sorted(day for day in own | general if day in span):
        label = " · ".join([*own.get(day, ()), *general.get(day, ())])
        yield Upright((day - span.start).days, label, day in own)
