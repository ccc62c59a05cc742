"""`fledge show [MEASURE]`: plain text for a pipe or a screen reader, or JSON for a program."""

from __future__ import annotations

import click

from tui.core import naming
from tui.core.alliance import readable
from tui.shell import report
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import goals, measures, overview


@click.command()
@click.argument("measure", required=False)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def show(target: Target, measure: str | None, as_json: bool) -> None:
    """What the file says of the client, or all ratings of one MEASURE."""
    with target.reading() as file:
        client = target.chosen(file.conn)
        if measure is None:
            told = report.everything(file, client)
        else:
            known = measures.of_client(file.conn, client.id)
            chosen = naming.find(measure, readable(known))
            goal = next((g for g in goals.of_client(file.conn, known) if g.id == chosen.id), None)
            seen = overview.series(file, client, chosen, target.today, target.rater)
            told = report.one(seen, goal)
    text = report.one_lines if measure else report.lines
    say(report.as_json(told) if as_json else text(told))
