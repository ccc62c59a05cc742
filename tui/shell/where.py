"""`fledge where`: every path that the program uses."""

from __future__ import annotations

import click

from tui import paths, resources
from tui.shell.options import targeted, with_own_file
from tui.shell.say import say
from tui.shell.target import Target


@click.command()
@with_own_file
@targeted
def where(target: Target) -> None:
    """The paths of the file and of what ships with the program."""
    rows = {
        "file": target.path.absolute(),
        "private": target.own_path.absolute(),
        "data": paths.data_folder(),
        "settings": paths.settings_file(),
        "state": paths.state_file(),
        "styles": resources.folder("styles"),
        "sample data": resources.folder("sample_data"),
    }
    for name, path in rows.items():
        say(f"{name:12}{path}")
