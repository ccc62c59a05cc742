"""`fledge agenda`: what there is to look at in the next session or review."""

from __future__ import annotations

from typing import Any, Final

import click

from tui.core.agenda import Item, ordered
from tui.core.agenda import agenda as items_of
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import record

_KIND: Final = 9


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For another program; [] for nothing.")
@targeted
def agenda(target: Target, as_json: bool) -> None:
    """What there is to look at together, one in a line: what is pinned comes first.

    Topics, notices, goals a day of which has passed, repairs that are open, agreements whose day
    has passed, what was practised. In a review that is begun, it has the order given to it there.
    """
    with target.reading() as file:
        client = target.chosen(file.conn)
        asked = (target.today, 0, target.manners, target.rater)
        of = record.reviewing(file, client, *asked)
    found = ordered(items_of(of), of.begun)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(item) for item in found]))
    elif found:
        say("\n".join(f"{item.kind.value:<{_KIND}}  {item.text}" for item in found))


def _told(item: Item) -> dict[str, Any]:
    parts = {head.lower(): said for head, said in item.parts}
    return {"key": item.key, "kind": item.kind.value, "text": item.text, "parts": parts}
