"""Printing. What a person wrote is cleaned once more on its way to a terminal."""

from __future__ import annotations

import click

from tui.core.text import clean


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print lines without anything that a terminal would obey."""
    click.echo(clean(text, multiline=True), err=err, nl=nl)
