"""Goals, indicators and signs: each with its picture, its sentence and what goes with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tui.charts.picture import Picture, compose
from tui.charts.seams import seams
from tui.core.alliance import is_derived
from tui.core.details import Block, details
from tui.core.events import EventKind, new_level
from tui.core.goals import Goal, GoalState
from tui.core.measures import Kind, Measure
from tui.core.overview import Line
from tui.core.sentences import describe
from tui.core.series import Series
from tui.core.stats.reading import Reading, read
from tui.core.timespan import SHORTEST, Span
from tui.exchange.report.content import Piece, Section
from tui.exchange.report.whole import Whole

_ALWAYS: Final = {"By when", "Agreed", "Small steps", "Wordings"}
_NOTED: Final = {"Why", "What “there” looks like", "Ladder", "Moments that show it"}
"""Headings of `core.details` that go in, and those that do with everything written in free words.

What has no place in either stays out, so that nothing new goes in unasked."""
_COLUMNS: Final = 300
"""Stretches of time of a picture, of which each has at most two points."""
_OVER: Final = {GoalState.REACHED: EventKind.REACHED, GoalState.LET_GO: EventKind.LET_GO}


def goals(of: Whole) -> Section:
    """Every goal that was worked on in the period, by its wording."""
    found = [goal for goal in of.record.goals if _worked_on(of, goal)]
    pieces = [piece(of, s, goal) for goal in found if (s := of.record.of(goal.id))]
    return Section("Goals", "" if pieces else "No goal is set yet.", tuple(pieces))


def measures(of: Whole, kind: Kind, heading: str, intro: str) -> Section:
    """Everything of a kind that was rated; what never was is named once."""
    every = [s for s in of.record.series if s.measure.kind is kind and not s.measure.paused]
    pieces = [piece(of, series) for series in every if series.ratings]
    never = [series.measure.name for series in every if not series.ratings]
    if never:
        intro = f"{intro} Not rated yet: {', '.join(never)}.".strip()
    return Section(heading, intro, tuple(pieces))


def piece(of: Whole, series: Series, goal: Goal | None = None) -> Piece:
    """One measure as it was on the last day of the period."""
    measure, end = series.measure, of.span.end
    about = [e for e in of.record.events if e.measure_id == measure.id and e.day <= end]
    anew = new_level(about, measure.id, end)
    reading = read(series, end, None, anew, of.manners.first_weekday)
    told = describe(reading, series, goal, about)
    said = " ".join(filter(None, (_state(goal), _in_period(of, reading), told)))
    return Piece(
        measure.name,
        _asked(measure, goal),
        _span(of, reading),
        said,
        picture(of, series, goal, reading),
        tuple(_blocks(of, series, goal)),
    )


def picture(of: Whole, series: Series, goal: Goal | None, reading: Reading) -> Picture | None:
    """The period's picture; None where nothing was rated in it."""
    week = of.span.end.toordinal() - SHORTEST + 1
    span = Span(min(of.span.start, of.span.end.fromordinal(week)), of.span.end)
    made = compose(series, goal, of.marked, span, _COLUMNS, of.manners, None, reading)
    if is_derived(series.measure):
        made = replace(made, seams=seams(series, of.record.ruptures, span))
    return None if made.empty else made


def _worked_on(of: Whole, goal: Goal) -> bool:
    """Whether a goal is open, or was reached or let go within the period."""
    if goal.state not in _OVER:
        return goal.state is not GoalState.DRAFT
    over = _OVER[goal.state]
    turns = [e.day for e in of.record.events if e.measure_id == goal.id and e.kind is over]
    return not turns or max(turns) >= of.span.start


def _state(goal: Goal | None) -> str:
    return "Paused for now." if goal and goal.state is GoalState.PAUSED else ""


def _asked(measure: Measure, goal: Goal | None) -> str:
    """What is asked, of a goal only what the two ends of its scale mean."""
    scale = measure.scale
    worded = ((scale.minimum, scale.low), (scale.maximum, scale.high))
    ends = ", ".join(f"{value:g} = {words}" for value, words in worded if words)
    return " ".join(filter(None, ("" if goal else measure.version.prompt, ends)))


def _within(of: Whole, reading: Reading) -> list[float]:
    return [point.value for point in reading.points if point.day in of.span]


def _span(of: Whole, reading: Reading) -> str:
    """Then and now, of the period."""
    values = _within(of, reading)
    if len(values) < 2:
        return f"{values[0]:g}" if values else ""
    return f"{values[0]:g} → {values[-1]:g}"


def _in_period(of: Whole, reading: Reading) -> str:
    """What was rated in the period, where there was something before it."""
    if not reading.points or reading.points[0].day >= of.span.start:
        return ""
    values = _within(of, reading)
    if not values:
        return "Not rated in this period. Of all:"
    if len(values) == 1:
        return f"In this period: one rating, {values[0]:g}. Of all:"
    first, last = values[0], values[-1]
    went = f"from {first:g} to {last:g}" if first != last else f"{first:g} then and now"
    unit = "weeks" if reading.measure.cadence == 1 else "ratings"
    return f"In this period: {len(values)} {unit}, {went}. Of all:"


def _blocks(of: Whole, series: Series, goal: Goal | None) -> Iterator[Block]:
    """What there is to read about it, the moments only those of the period."""
    given = tuple(rating for rating in series.ratings if rating.day in of.span)
    line = Line(series.measure, (), None, None, goal)
    told = details(line, replace(series, ratings=given), of.span.end, of.manners.dates)
    wanted = _ALWAYS | _NOTED if of.noted else _ALWAYS
    yield from (block for block in told if block.heading in wanted)
