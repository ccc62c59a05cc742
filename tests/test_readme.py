"""The README tells what the program does today."""

from __future__ import annotations

import re
from pathlib import Path

from tui.commands.table import filled
from tui.shell.root import root

README = Path(__file__).parents[1] / "README.md"


def test_the_key_table_is_the_live_key_map() -> None:
    """Written by `make readme`; a changed key that is not told fails here."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_command_of_the_shell_is_told() -> None:
    import click

    text = README.read_text(encoding="utf-8")
    context = click.Context(root)
    told = set(re.findall(r"`fledge ([a-z]+)", text))
    assert set(root.list_commands(context)) - {"open"} <= told
    for path in re.findall(r"\]\(([\w./%-]+)\)", text):
        assert (README.parent / path.replace("%5B", "[").replace("%5D", "]")).exists(), path
