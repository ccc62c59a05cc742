"""A rating that is there already, from the point that it is in a picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui.core.measures import Measure
from tui.core.ratings import Rating
from tui.core.series import Series
from tui.dialogs.fields import Field, Level
from tui.dialogs.forms.rating import RatingForm


class PointForm(RatingForm):
    """Opens on the day, the rater and the scale of a rating."""

    def __init__(self, measure: Measure, series: Series, today: date, of: Rating) -> None:
        if of.rater not in measure.raters:
            measure = replace(measure, raters=(*measure.raters, of.rater))
        super().__init__(measure, series, today)
        self._filled = known = self._shown(of)
        texts = {**known, "day": of.day.isoformat(), "rater": of.rater.value}
        scale = measure.version_on(of.day).scale
        self.fields = tuple(
            replace(part, value=texts.get(part.key, part.value))
            if isinstance(part, Field)
            else replace(part, text=known.get(part.key, part.text))
            for part in self.fields
        )
        self.fields = tuple(
            replace(part, scale=scale) if isinstance(part, Level) else part for part in self.fields
        )
