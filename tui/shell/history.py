"""`fledge history`: what was changed, by whom and when."""

from __future__ import annotations

import click

from tui.core.changes import Change, in_words
from tui.core.days import DateStyle
from tui.shell.moments import tabled
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import whose

_AFTERWARDS = {"undone": " (taken back)", "dropped": " (taken back for good)"}


@click.command()
@click.option(
    "-n",
    "count",
    type=click.IntRange(1, 1_000_000),
    default=20,
    show_default=True,
    help="How many.",
)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def history(target: Target, count: int, as_json: bool) -> None:
    """The latest changes, newest first: number, moment, who, what.

    fledge undo --change NUMBER takes back one of them.
    """
    with target.reading() as file:
        found = whose.latest(file, limit=count)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each) for each in found]))
    elif found:
        width = len(str(found[0].seq))
        say("\n".join(_line(each, width, target.dates) for each in found))


def _line(change: Change, width: int, dates: DateStyle) -> str:
    after = _AFTERWARDS.get(change.state, "")
    at = tabled(change.at, dates)
    about = f"{change.whose}: " if change.whose else ""
    done = in_words(change.label, dates)
    return f"{change.seq:>{width}}  {at}  {change.author}  {about}{done}{after}"


def _told(change: Change) -> dict[str, object]:
    return {
        "number": change.seq,
        "at": change.at,
        "author": change.author,
        "label": change.label,
        "client": change.whose or None,
        "state": change.state,
    }
