"""What a mode says and draws of the row under the cursor."""

from __future__ import annotations

from tui.charts.picture import compose
from tui.core.manners import Manners
from tui.core.overview import Line, Overview
from tui.core.sentences import describe
from tui.core.series import Series
from tui.core.timespan import Range
from tui.widgets.picture import Card


def card(
    data: Overview, line: Line, series: Series, range_: Range, columns: int, manners: Manners
) -> Card:
    """What there is to see and to say of a series, for a chart so many columns wide."""
    about = [e for e in data.events if e.measure_id == line.id]
    sentence = describe(series, line.goal, about, data.today)
    if not line.last:
        sentence += " r rates it."
    picture = None
    if series.ratings:
        span = range_.span(data.first_day, data.today)
        picture = compose(series, line.goal, data.events, span, columns, manners)
    return Card(line.measure.name, _asked(line), sentence, picture, range_)


def _asked(line: Line) -> str:
    """What is asked, with the words at the two ends of the scale."""
    scale, prompt = line.measure.scale, line.measure.version.prompt
    ends = f"{scale.minimum:g} = {scale.low}, {scale.maximum:g} = {scale.high}"
    return ends if line.goal else f"{prompt} {ends}"
