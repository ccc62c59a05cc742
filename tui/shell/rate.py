"""`fledge rate MEASURE VALUE`."""

from __future__ import annotations

import click

from tui.core import days, naming
from tui.core.measures import Kind, Rater
from tui.core.ratings import Rating
from tui.shell.target import AskedWrongly, Target, targeted
from tui.store import measures, ratings


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("measure")
@click.argument("value")
@click.option("--note", default="", help="One moment that shows it.")
@click.option("--on", "on", default="today", help="The day it speaks of, such as yesterday.")
@click.option(
    "--rater", type=click.Choice([r.value for r in Rater]), default="client", show_default=True
)
@click.option("--mark", multiple=True, help="A mark that this measure has, such as handed_it_over.")
@targeted
def rate(
    target: Target, measure: str, value: str, note: str, on: str, rater: str, mark: tuple[str, ...]
) -> None:
    """Rate a MEASURE: its key, its name, or a part of a goal's wording.

    VALUE is a number on the measure's scale, mostly 0 to 10. Rating the same day again replaces
    what was there; `fledge undo` brings it back.
    """
    number = _number(value)
    from tui import when

    with target.writing() as (file, client):
        known = measures.of_client(file.conn, client.id)
        chosen = naming.find(measure, known)
        day = when.day(on, target.today)
        version = chosen.version_on(day)
        try:
            version.scale.check(number)
        except ValueError as error:
            raise AskedWrongly(f"{chosen.name}: {error}") from error
        _check_marks(chosen.key, mark)
        given = Rating(
            chosen.id, day, Rater(rater), number, version.number, target.today, note, mark
        )
        before = ratings.on_day(file.conn, given)
        ratings.rate(file, given, chosen.name)
        was = f" (it was {before.value:g})" if before and before.value != number else ""
        goal = "goal: " if chosen.kind is Kind.GOAL else ""
        click.echo(f"{goal}{chosen.name} {number:g}{was}, {rater}, {days.full(day)}")


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        raise AskedWrongly(f"“{text}” is not a number. A rating is a number on a scale.") from None


def _check_marks(key: str, given: tuple[str, ...]) -> None:
    if not given:
        return
    from tui.core.catalogue import MARKS

    allowed = MARKS.get(key, {})
    for mark in given:
        if mark not in allowed:
            known = ", ".join(allowed) or "none"
            raise AskedWrongly(f"“{mark}” is not a mark of this measure; it has: {known}.")
