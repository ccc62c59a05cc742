"""What one rating says, read out: when, how much, by whom, and the moment that shows it."""

from __future__ import annotations

from tui.core.catalogue import MARKS
from tui.core.days import DateStyle, full
from tui.core.ratings import Rating
from tui.core.series import Series


def read_out(rating: Rating, series: Series, dates: DateStyle = DateStyle.DAY_MONTH) -> str:
    """One rating of a series in words."""
    known = MARKS.get(series.measure.key, {})
    marks = "".join(f" {known.get(mark, mark)}" for mark in rating.marks)
    said = [f"{rating.rater.mark} {full(rating.day, dates)}: {rating.value:g}, {rating.rater}."]
    if rating.evidence:
        said.append(f"“{rating.evidence}”")
    if rating.version != series.measure.version.number:
        said.append("Of an earlier wording.")
    if rating.late:
        said.append(f"Written down on {full(rating.entered, dates)}.")
    return " ".join(said[:1]) + marks + "".join(f" {each}" for each in said[1:])
