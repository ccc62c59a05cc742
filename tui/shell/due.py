"""`fledge due`: what is worth asking again today, for a person or for cron."""

from __future__ import annotations

import sys
from typing import Any

import click

from tui.core.due import Due
from tui.shell import dues
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import CouldNot, Target


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For another program; [] for nothing.")
@click.option("--quiet", is_flag=True, help="Print nothing; exit 0 if something is due, 1 if not.")
@targeted
def due(target: Target, as_json: bool, quiet: bool) -> None:
    """What a check-in would ask today, one in a line; nothing at all when nothing is due.

    Nothing is ever late here. With --quiet the exit code tells: 0 something is due, 1 nothing is,
    2 it could not be found out.
    """
    try:
        found = dues.today(target)
    except CouldNot as error:
        if quiet:
            error.exit_code = 2
        raise
    if quiet:
        sys.exit(0 if found else 1)
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each) for each in found]))
    elif found:
        say(dues.lines(found, target.dates))


def _told(asked: Due) -> dict[str, Any]:
    from tui.shell.report import plain

    measure, given = asked.measure, asked.last
    return {
        "id": measure.id,
        "key": measure.key,
        "name": measure.name,
        "kind": measure.kind.value,
        "last": plain(given.value) if given else None,
        "last_date": given.day.isoformat() if given else None,
        "since": asked.since.isoformat(),
    }
