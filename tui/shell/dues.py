"""What is due, found and told: what `fledge due` prints, whoever read its words."""

from __future__ import annotations

from tui.core import days, due
from tui.core.days import DateStyle
from tui.core.due import Due
from tui.shell.target import Target
from tui.store import overview


def today(target: Target) -> tuple[Due, ...]:
    """What whoever's view it is can be asked and is due today."""
    with target.reading() as file:
        client = target.chosen(file.conn)
        return due.due(overview.askable(file, client, target.manners, target.rater), target.today)


def lines(found: tuple[Due, ...], dates: DateStyle) -> str:
    """One line for each: its name, and its last value with the day."""
    return "\n".join(f"{each.measure.name}: {last(each, dates)}" for each in found)


def last(asked: Due, dates: DateStyle) -> str:
    """The last rating in words."""
    if asked.last is None:
        return "not rated yet"
    return f"last time {asked.last.value:g}, {days.full(asked.last.day, dates)}"
