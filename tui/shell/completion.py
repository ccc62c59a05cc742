"""`fledge completion SHELL`: what a shell needs to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from tui.shell.say import say


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script: eval "$(fledge completion bash)"."""
    kind = get_completion_class(shell)
    assert kind  # noqa: S101  (the three that click knows)
    say(kind(ctx.find_root().command, {}, "fledge", "_FLEDGE_COMPLETE").source())
