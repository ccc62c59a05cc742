"""What a mode says and draws of the row under the cursor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.charts import calendar
from tui.charts.picture import SECOND, Picture, Stretch, compose, second, strands
from tui.charts.seams import seams
from tui.core.alliance import is_derived
from tui.core.days import DateStyle, between, short_month
from tui.core.events import new_level
from tui.core.manners import Manners
from tui.core.overview import Line, Overview
from tui.core.sentences import describe
from tui.core.series import Series
from tui.core.strand import Strand
from tui.core.timespan import Range, Span
from tui.widgets.picture import Card

if TYPE_CHECKING:
    from tui.core.details import Block
    from tui.core.stats.reading import Reading


@dataclass(frozen=True, slots=True)
class View:
    """What of the time is looked at, and how.

    `span` is `range` as it ends today or, where it was `moved`, any stretch. With `year` it is a
    page of a calendar. `pair` are two spans that are compared.
    """

    range: Range
    span: Span
    moved: bool = False
    year: bool = False
    pair: tuple[Span, Span] | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What was worked out of a series once, whatever stretch of it is then looked at."""

    data: Overview
    line: Line
    series: Series
    strands: tuple[Strand, ...]
    reading: Reading
    sentence: str
    blocks: tuple[Block, ...]


def material(data: Overview, line: Line, series: Series, manners: Manners) -> Material:
    """Work out everything that does not depend on the stretch that is shown."""
    from tui.core.details import details  # late: the first paint has none of this
    from tui.core.stats.reading import read

    about = [e for e in data.events if e.measure_id == line.id]
    anew = new_level(about, line.id, data.today)
    reading = read(series, data.today, None, anew, manners.first_weekday)
    sentence = describe(reading, series, line.goal, about)
    blocks = details(line, series, data.today, manners.dates)
    return Material(data, line, series, strands(series, manners), reading, sentence, blocks)


def card(
    of: Material, view: View, columns: int, manners: Manners, beside: Material | None = None
) -> Card:
    """What there is to see and to say, for a chart so many columns wide.

    `beside` is what is laid over it.
    """
    measure, sentence = of.line.measure, of.sentence
    title, shown = measure.name, stretch(view, manners.dates)
    if not (of.line.last or is_derived(measure)):
        sentence += " r rates it."
    if view.pair:
        from tui.core.comparing import told

        sentence = told(of.reading, view.pair, manners.dates)
    if view.year:
        page = calendar.year(
            measure.kind,
            measure.scale,
            view.span,
            of.series.by(of.series.lead),
            manners.first_weekday,
        )
        return Card(title, _asked(of.line), sentence, page, view.range, shown, ranged=False)
    picture = None
    if of.series.ratings:
        picture = compose(
            of.series,
            of.line.goal,
            of.data.on_axis,
            view.span,
            columns,
            manners,
            of.strands,
            of.reading,
        )
        mended = seams(of.series, of.data.ruptures, view.span) if is_derived(measure) else ()
        picture = replace(picture, stretches=_stretches(view), seams=mended)
        if beside and beside.strands:
            picture = _laid_over(picture, beside, view.span, columns)
    if beside:
        title, sentence = _both(of, beside, sentence)
    return Card(title, _asked(of.line), sentence, picture, view.range, shown)


def _laid_over(picture: Picture, beside: Material, span: Span, columns: int) -> Picture:
    laid = second(beside.strands[0], beside.line.measure, picture.scale, span, columns)
    return replace(picture, second=laid)


def _both(of: Material, beside: Material, sentence: str) -> tuple[str, str]:
    """Title and sentence for two series; that the scales differ is said."""
    one, other = of.line.measure, beside.line.measure
    title = f"{of.series.lead.mark} {one.name}   {SECOND} {other.name}"
    reading = beside.reading
    said = f"{SECOND} No picture of it yet."
    if reading.first is not None and reading.last is not None:
        said = f"{SECOND} {reading.last:g} now, {reading.first:g} at the start."
    if (other.scale.minimum, other.scale.maximum) != (one.scale.minimum, one.scale.maximum):
        ends = f"{other.scale.minimum:g} to {other.scale.maximum:g}"
        said = f"{said} Its own scale, {ends}, is drawn as high as this one."
    return title, f"{sentence} {said}"


def _stretches(view: View) -> tuple[Stretch, ...]:
    """The two spans that are compared, as far as they are in sight."""
    pair = zip(view.pair or (), "AB", strict=False)
    return tuple(
        Stretch(
            max(0, (span.start - view.span.start).days),
            min(view.span.days - 1, (span.end - view.span.start).days),
            letter,
        )
        for span, letter in pair
        if span.start <= view.span.end and span.end >= view.span.start
    )


def stretch(view: View, dates: DateStyle) -> str:
    """Which stretch is shown, where no range says it."""
    start, end = view.span.start, view.span.end
    if view.year:
        months = f"{short_month(start.month)} – {short_month(end.month)} "
        return f"{'' if view.span.days > 200 else months}{start.year}"
    return between(start, end, dates) if view.moved else ""


def _asked(line: Line) -> str:
    """What is asked, with the words at the two ends of the scale."""
    scale, prompt = line.measure.scale, line.measure.version.prompt
    ends = f"{scale.minimum:g} = {scale.low}, {scale.maximum:g} = {scale.high}"
    return ends if line.goal else f"{prompt} {ends}"
