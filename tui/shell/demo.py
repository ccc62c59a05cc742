"""`fledge demo`."""

from __future__ import annotations

import click

from tui.shell import sample
from tui.shell.options import targeted
from tui.shell.target import Target


@click.command()
@targeted
def demo(target: Target) -> None:
    """Look around in a made-up case; nothing of it is kept.

    Rowan's fifteen months, or with --client one of Sam, Dev, Ines, "Ade & Kit" and Noor.
    """
    sample.show(target.client, target.config, target.rater)
