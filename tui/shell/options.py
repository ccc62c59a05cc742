"""The options that every command understands."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from tui.shell.target import Target


def targeted(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--file` and `--client`, also behind its name, and pass it a `Target`."""

    @click.option("--file", "file", type=click.Path(path_type=Path), help="The file to use.")
    @click.option("--client", help="The client, where the file holds several.")
    @click.pass_obj
    def wrapped(given: Target, /, *args: Any, **options: Any) -> Any:
        file, client = options.pop("file"), options.pop("client")
        target = Target(file or given.file, client or given.client, given.config)
        return command(target, *args, **options)

    return functools.update_wrapper(wrapped, command)
