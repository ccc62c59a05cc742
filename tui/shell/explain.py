"""`fledge explain MEASURE`: what is said of a measure, by which rule and from which numbers."""

from __future__ import annotations

import click

from tui.core import naming
from tui.core.alliance import readable
from tui.core.details import Block
from tui.core.events import new_level
from tui.core.measures import Rater
from tui.core.sentences import describe
from tui.core.stats.explained import document
from tui.core.stats.reading import read
from tui.core.stats.why import why
from tui.shell import report
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import events, goals, measures, overview


@click.command()
@click.argument("measure")
@click.option(
    "--rater", type=click.Choice([r.value for r in Rater]), help="Whose ratings; else who leads."
)
@click.option("--on", "on_", metavar="DATE", help="As it was on this day; else today.")
@click.option("--numbers", is_flag=True, help="Also the tests' names and figures.")
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def explain(
    target: Target, measure: str, rater: str | None, on_: str | None, numbers: bool, as_json: bool
) -> None:
    """Why the program says what it says of a MEASURE: the rule, the numbers, the points used."""
    with target.reading() as file:
        on = target.day(on_) if on_ else target.today
        client = target.chosen(file.conn)
        known = measures.of_client(file.conn, client.id)
        chosen = naming.find(measure, readable(known))
        series = overview.series(file, client, chosen, target.today, target.rater)
        goal = next((g for g in goals.of_client(file.conn, known) if g.id == chosen.id), None)
        happened = [
            event
            for event in events.of_client(file.conn, client.id)
            if event.measure_id == chosen.id and event.day <= on
        ]
    whose = Rater(rater) if rater else None
    anew = new_level(happened, chosen.id, on)
    reading = read(series, on, whose, anew, target.manners.first_weekday)
    sentence = describe(reading, series, goal, happened)
    if as_json:
        say(report.as_json(document(reading, sentence)))
        return
    blocks = why(reading, target.dates, numbers=numbers)
    say("\n\n".join([f"{chosen.name}\n  {sentence}", *map(_text, blocks)]))


def _text(block: Block) -> str:
    rows = [[*filter(None, (entry.lead, entry.text))] for entry in block.entries]
    return f"{block.heading}\n{report.aligned(rows)}"
