"""The README tells what the program does today."""

from __future__ import annotations

import re
from pathlib import Path

import click

from tui.commands.table import filled
from tui.shell.root import root

README = Path(__file__).parents[1] / "README.md"


def test_the_key_table_is_the_live_key_map() -> None:
    """Written by `make readme`; a changed key that is not told fails here."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_command_of_the_shell_is_told() -> None:
    """Each in a row of the table, and a group's commands in the rows of the group."""
    text = README.read_text(encoding="utf-8")
    context = click.Context(root)
    rows = [line for line in text.splitlines() if line.startswith("| `fledge")]
    for name in {*root.list_commands(context)} - {"open"}:
        its_own = "".join(row for row in rows if re.search(rf"`fledge {name}\b(?!-)", row))
        assert its_own, name
        command = root.get_command(context, name)
        if isinstance(command, click.Group):
            for inner in command.commands:
                assert re.search(rf"`(fledge {name} )?{inner}`", its_own), f"{name} {inner}"


def test_every_path_leads_somewhere() -> None:
    text = README.read_text(encoding="utf-8")
    for path in re.findall(r"\]\(([\w./%-]+)\)", text):
        assert (README.parent / path.replace("%5B", "[").replace("%5D", "]")).exists(), path
