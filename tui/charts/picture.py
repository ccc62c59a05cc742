"""What a picture shows, before anybody draws it: pure, and small whatever the series' length."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, Final

from tui.charts.page import CURSOR, Mark, Page
from tui.charts.palette import Palette
from tui.charts.sgr import Span as Piece
from tui.charts.sgr import spans
from tui.core.days import DateStyle
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.manners import Manners
from tui.core.measures import Kind, Measure, Rater, Scale
from tui.core.series import Dated, Series
from tui.core.strand import Strand
from tui.core.text import clean
from tui.core.timespan import Span

if TYPE_CHECKING:  # what it is made with takes a while to load, and is not made here
    from tui.core.stats.reading import Reading

SECOND: Final = "▪"
"""The mark of a series that is laid over another."""
_UNDER: Final = "▲"
"""Points to the cursor from the axis."""
XY = tuple[int, float]
"""Days after the span's start, and a value."""
Seam = tuple[XY, XY]
"""Where something broke and where it was whole again, in or out of the span."""


@dataclass(frozen=True, slots=True)
class Upright:
    """A quiet vertical: an event, or the day from which a new wording is asked.

    `own` says that it is about this very measure, not about the client's life at large; `seam` that
    something was repaired on that day.
    """

    x: int
    label: str
    own: bool
    seam: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """Own limits and the median of the stretch they count for, clipped to the scale.

    `lower` and `upper` are None where there are no limits; `trial` says that they may still change.
    """

    start: int
    end: int
    median: float
    lower: float | None = None
    upper: float | None = None
    trial: bool = False


@dataclass(frozen=True, slots=True)
class Second:
    """Another series laid over, already in points of the picture's own scale."""

    kind: Kind
    runs: tuple[tuple[XY, ...], ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of days that is spoken of, by its letter."""

    start: int
    end: int
    letter: str


@dataclass(frozen=True, slots=True)
class Picture(Page):
    """A picture, ready to be drawn.

    `runs` are the lead rater's points, one tuple for each stretch that a line may join; `others`
    are the marks of the other raters. `seams` lead from a rupture to its repair.
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
    band: Band | None = None
    second: Second | None = None
    stretches: tuple[Stretch, ...] = ()
    seams: tuple[Seam, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to see in this span."""
        return not self.runs and not self.others

    def draw(self, width: int, height: int, palette: Palette) -> list[list[Piece]]:
        """The picture in exactly so many cells."""
        from tui.charts import plot  # late: it loads plotext

        return spans(plot.draw(self, width, height, palette))

    def marks(self, width: int, height: int, day: date, value: float) -> tuple[Mark, ...]:
        """The cursor on its point, and what points to it from the axis."""
        from tui.charts import plot

        if day not in self.span:
            return ()
        row, column = plot.cell(self, width, height, ((day - self.span.start).days, value))
        return (row, column, CURSOR), (height - 2, column, _UNDER)


def strands(series: Series, manners: Manners = Manners()) -> tuple[Strand, ...]:
    """The points of every rater of a series, the lead's first; daily ratings as weekly medians."""
    return tuple(Strand(r, series.lines(r, manners.first_weekday)) for r in series.raters)


def compose(
    series: Series,
    goal: Goal | None,
    events: Iterable[Event],
    span: Span,
    columns: int,
    manners: Manners = Manners(),
    laid_out: Sequence[Strand] | None = None,
    reading: Reading | None = None,
) -> Picture:
    """The picture of a series within a span, for a canvas so many columns wide.

    Daily ratings are shown as weekly medians. `laid_out` are the series' `strands`, where they are
    known already, and `reading` is what it says of its own limits.
    """
    known = strands(series, manners) if laid_out is None else laid_out
    lead_rater = known[0].rater if known else Rater.CLIENT
    shown = [(strand, _runs(strand, span, columns)) for strand in known]
    lead, latest = (shown[0][1], shown[0][0].last(span)) if shown else ((), None)
    others = ((strand.rater, tuple(chain.from_iterable(runs))) for strand, runs in shown[1:])
    return Picture(
        series.measure.kind,
        series.measure.scale,
        span,
        lead_rater,
        lead,
        tuple((rater, points) for rater, points in others if points),
        place(latest, span) if latest else None,
        goal.milestone.level if goal and goal.milestone else None,
        tuple(_uprights(series, events, span)),
        manners.dates,
        _band(reading, span) if reading else None,
    )


def second(strand: Strand, of: Measure, onto: Scale, span: Span, columns: int) -> Second:
    """Another series, to be laid over the picture of a measure with the scale `onto`.

    A value keeps its place between the ends of its own scale.
    """
    own = of.scale
    runs = _runs(strand, span, columns)
    return Second(
        of.kind,
        tuple(tuple((x, onto.minimum + own.share(y) * onto.span) for x, y in run) for run in runs),
    )


def _runs(strand: Strand, span: Span, columns: int) -> tuple[tuple[XY, ...], ...]:
    runs = strand.shown(span, columns)
    return tuple(tuple(place(point, span) for point in run) for run in runs)


def place(point: Dated, span: Span) -> XY:
    """Where a point stands in a span, or outside it."""
    return (point.day - span.start).days, point.value


def _band(reading: Reading, span: Span) -> Band | None:
    """What a reading says of its stretch, as far as that lies in the span."""
    if reading.median is None or reading.on < span.start:
        return None
    points = [p for p in reading.points if not reading.rebased or p.day >= reading.rebased]
    first = (points or reading.points)[0].day
    if first > span.end:
        return None
    start, end = max(0, (first - span.start).days), min(span.days, (reading.on - span.start).days)
    within, scale = reading.limits, reading.version.scale
    if within is None:
        return Band(start, end, reading.median)
    lower, upper = max(within.lower, scale.minimum), min(within.upper, scale.maximum)
    return Band(start, end, reading.median, lower, upper, within.trial)


def _uprights(series: Series, events: Iterable[Event], span: Span) -> Iterable[Upright]:
    mended: dict[date, str] = {}
    own: dict[date, list[str]] = {}
    general: dict[date, list[str]] = {}
    for version in series.measure.versions[1:]:
        own.setdefault(version.since, []).append("reworded")
    for event in events:
        if event.kind is EventKind.REPAIRED:
            mended[event.day] = event.kind.value
        elif event.measure_id in (None, series.measure.id):
            label = clean(event.text) if event.kind is EventKind.NOTE else event.kind.value
            days = own if event.measure_id else general
            days.setdefault(event.day, []).append(label)
    for day in sorted(day for day in mended | own | general if day in span):
        first = [mended[day]] if day in mended else []
        label = " · ".join([*first, *own.get(day, ()), *general.get(day, ())])
        yield Upright((day - span.start).days, label, day in own, day in mended)
