"""The parser: which command was asked for.

Each command lives in a file of its own and is imported when it is called, so that no command pays
for another.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Final

import click

from tui import __version__, config
from tui.core.measures import Rater
from tui.shell.names import COMMANDS, names_a_file
from tui.shell.options import viewed
from tui.shell.target import Target


class _Late(click.Group):
    """A group whose commands are imported when they are called, and which opens a file by name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        where, _, called = COMMANDS[cmd_name].partition(":")
        module = import_module(f"tui.shell.{where}")
        command: click.Command = getattr(module, called or cmd_name.replace("-", "_"))
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """`fledge FILE` is `fledge open FILE`."""
        word = args[0]
        if names_a_file(word):
            args = ["open", *args]
        return super().resolve_command(ctx, args)


_TELL_THEMSELVES: Final = (None, "open", "demo", "doctor", "keys")
"""Commands that say in their own way what in the settings could not be used."""


@click.group(cls=_Late, invoke_without_command=True, context_settings={"max_content_width": 96})
@click.version_option(__version__, package_name="fledge", message="%(prog)s %(version)s")
@click.option(
    "--file", type=click.Path(path_type=Path), help="The file to use (or set FLEDGE_FILE)."
)
@click.option("--client", help="The client, where the file holds several.")
@viewed
@click.option(
    "--private-file",
    "own_file",
    type=click.Path(path_type=Path),
    help="Where a therapist's own notes are (or set FLEDGE_PRIVATE_FILE).",
)
@click.pass_context
def root(
    ctx: click.Context,
    file: Path | None,
    client: str | None,
    view: str | None,
    own_file: Path | None,
) -> None:
    """See growth in therapy: goals, ten indicators and five signs over time.

    Without a command it opens the dashboard. `fledge FILE` opens another file, `fledge demo` a
    throw-away copy of a made-up case. Nobody watches this program: if you or someone else may be in
    danger, call your local emergency number.
    """
    ctx.obj = Target(file, client, config.read(), Rater(view or Rater.CLIENT), own_file)
    if ctx.invoked_subcommand not in _TELL_THEMSELVES:
        ctx.obj.tell()
    if ctx.invoked_subcommand is None:
        from tui.shell.open import open as open_

        ctx.invoke(open_)
