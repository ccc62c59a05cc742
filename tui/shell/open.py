"""`fledge` and `fledge FILE`: the full-screen program."""

from __future__ import annotations

from pathlib import Path

import click

from tui.shell import dashboard
from tui.shell.options import targeted, with_own_file
from tui.shell.target import Target


@click.command("open")
@click.argument("path", required=False, type=click.Path(path_type=Path))
@with_own_file
@targeted
def open(target: Target, path: Path | None = None) -> None:  # noqa: A001
    """Open the dashboard on a file; a file that is not there yet is begun."""
    place = path or target.path
    dashboard.run(
        place, target.client, target.config, rater=target.rater, own_place=target.own_path
    )
