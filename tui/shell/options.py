"""The options that every command understands."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from tui.core.measures import Rater
from tui.shell.target import AskedWrongly, Target

VIEWS: Final = (Rater.CLIENT, Rater.THERAPIST)
"""Whose view there can be."""

_Command = Callable[..., Any]


def viewed(command: _Command) -> _Command:
    """Give a command `--as`, whose value is called `view`."""
    views = click.Choice([view.value for view in VIEWS])
    said = "Whose view it is; ratings are given, and changes signed, by them. [client]"
    return click.option("--as", "view", type=views, help=said)(command)


def targeted(command: _Command) -> _Command:
    """Give a command `--file`, `--client` and `--as` behind its name, and pass it a `Target`."""

    @click.option("--file", "file", type=click.Path(path_type=Path), help="The file to use.")
    @click.option("--client", help="The client, where the file holds several.")
    @viewed
    @click.pass_obj
    def wrapped(given: Target, /, *args: Any, **options: Any) -> Any:
        file, client, view = options.pop("file"), options.pop("client"), options.pop("view")
        target = Target(
            file or given.file,
            client or given.client,
            given.config,
            Rater(view) if view else given.rater,
            given.own_file,
        )
        return command(target, *args, **options)

    return functools.update_wrapper(wrapped, command)


def _put_own_file(ctx: click.Context, _: click.Parameter, own_file: Path | None) -> None:
    if own_file and isinstance(ctx.obj, Target):
        ctx.obj.own_file = own_file


with_own_file: Final = click.option(
    "--private-file",
    type=click.Path(path_type=Path),
    expose_value=False,
    callback=_put_own_file,
    help="Where a therapist's own notes are (or set FLEDGE_PRIVATE_FILE).",
)
"""Give a command `--private-file`, which its `Target` then knows."""


def own_only(target: Target) -> None:
    """Raise `AskedWrongly` unless this is the therapist's view."""
    if target.rater is not Rater.THERAPIST:
        raise AskedWrongly("Notes of one's own belong to the therapist's view: say --as therapist.")
