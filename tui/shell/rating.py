"""Rating one measure once: what `fledge rate` does, whoever read its words."""

from __future__ import annotations

from datetime import date

from tui.core import naming
from tui.core.measures import Kind, Measure, Rater, Scale
from tui.core.ratings import Rating
from tui.shell.target import AskedWrongly, Target
from tui.store import measures, ratings


def rate(
    target: Target,
    measure: str,
    value: str,
    *,
    note: str = "",
    on: str = "today",
    rater: str = "client",
    marks: tuple[str, ...] = (),
) -> str:
    """Keep the rating and return the line that says what was understood.

    Raises `AskedWrongly` for anything that is not a rating, `CouldNot` when it cannot be kept.
    """
    number = read_number(value)
    with target.writing() as (file, client):
        chosen = naming.find(measure, measures.of_client(file.conn, client.id))
        day = target.today if on == "today" else _day(on, target)
        version = chosen.version_on(day)
        _check(chosen, version.scale, number, marks)
        if rater not in chosen.raters:
            who = " and ".join(chosen.raters)
            raise AskedWrongly(f"{chosen.name} is rated by: {who}. Say --rater {chosen.raters[0]}.")
        given = Rating(
            chosen.id, day, Rater(rater), number, version.number, target.today, note, marks
        )
        before = ratings.on_day(file.conn, given)
        ratings.rate(file, given, chosen.name)
    was = f" (it was {before.value:g})" if before and before.value != number else ""
    goal = "goal: " if chosen.kind is Kind.GOAL else ""
    return f"{goal}{chosen.name} {number:g}{was}, {rater}, {target.said(day)}"


def _day(text: str, target: Target) -> date:

    return target.day(text)


def read_number(text: str) -> float:
    """The number that was written; raises `AskedWrongly` if it is none."""
    try:
        if "_" in text:
            raise ValueError
        return float(text.replace(",", ".")) or 0.0
    except ValueError:
        raise AskedWrongly(f"“{text}” is not a number. A rating is a number on a scale.") from None


def _check(measure: Measure, scale: Scale, value: float, marks: tuple[str, ...]) -> None:
    try:
        scale.check(value)
    except ValueError as error:
        raise AskedWrongly(f"{measure.name}: {error}") from error
    if marks:
        from tui.core.catalogue import MARKS

        allowed = MARKS.get(measure.key, {})
        for mark in marks:
            if mark not in allowed:
                known = ", ".join(allowed) or "none"
                raise AskedWrongly(f"“{mark}” is not a mark of this measure; it has: {known}.")
