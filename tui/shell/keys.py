"""`fledge keys`: the key map in force."""

from __future__ import annotations

import json
from typing import Any

import click

from tui.commands import keymap
from tui.commands.base import Command, Place
from tui.commands.names import shown
from tui.commands.registry import COMMANDS
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def keys(target: Target, as_json: bool) -> None:
    """Every command with the keys it has now; settings.toml can give it others.

    The first column is the name to use there, under [keys].
    """
    live, troubles = keymap.resolved(target.config.keys)
    target.tell(*(f"{target.config.file}: {trouble}" for trouble in troubles))
    if as_json:
        told = [_told(command, live) for place in Place for command in _given(place)]
        say(json.dumps(told, ensure_ascii=False, indent=1))
        return
    for place in Place:
        if commands := _given(place):
            say(place.value)
            for command in commands:
                written = " ".join(shown(key) for key in _keys(command, live)) or "–"
                own = "*" if command.id() in live else " "
                say(f" {own}{command.id():20} {written:18} {command.help()}")


def _given(place: Place) -> list[type[Command]]:
    return [command for command in COMMANDS if command.place is place]


def _keys(command: type[Command], live: keymap.Keys) -> tuple[str, ...]:
    return live.get(command.id(), command.keys)


def _told(command: type[Command], live: keymap.Keys) -> dict[str, Any]:
    return {
        "command": command.id(),
        "place": command.place.value,
        "keys": list(_keys(command, live)),
        "built_in": list(command.keys),
        "help": command.help(),
    }
