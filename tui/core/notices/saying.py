"""Words that several notices use."""

from __future__ import annotations

from datetime import date

from tui.core.measures import Kind, Measure, Rater
from tui.core.record import Record
from tui.core.stats.reading import Reading
from tui.core.text import clean


def named(measure: Measure) -> str:
    """A measure as it is called; a goal in quotation marks, since it is in somebody's words."""
    name = clean(measure.name)
    return f"“{name}”" if measure.kind is Kind.GOAL else name


def on(record: Record, day: date) -> str:
    """A day, with its year where it is not this year's."""
    from tui.core.days import near

    return near(day, record.today, record.dates)


def number(value: float) -> str:
    """A value with one decimal, where it needs it."""
    return f"{round(value, 1) or 0:g}"


def many(count: int, what: str) -> str:
    """A count and its noun: 1 rating, 5 ratings."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def out_of(reading: Reading) -> str:
    """Out of how many ratings a reading speaks, and of whose."""
    unit = "week" if reading.measure.cadence == 1 else "rating"
    whose = "your own" if reading.rater is Rater.CLIENT else f"the {reading.rater.value}'s"
    return f"{many(reading.n, unit)}, {whose}"
