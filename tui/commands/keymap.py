"""From what a person wrote under `[keys]` to a key map that means one thing everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations
from typing import Final

from tui.commands import names
from tui.commands.base import Command, Place, overlap
from tui.commands.registry import COMMANDS, placeholder
from tui.core.text import clean

Keys = Mapping[str, tuple[str, ...]]
"""Keys by the id of their command."""
_SHOWN: Final = 40


def resolved(wanted: Keys) -> tuple[Keys, tuple[str, ...]]:
    """The keys that can be put in force, as Textual names them, and why others cannot.

    An entry that cannot be used falls back to the built-in keys of its command, alone.
    """
    known = {command.id(): command for command in COMMANDS}
    found: dict[str, tuple[str, ...]] = {}
    troubles = []
    for id_, written in wanted.items():
        if id_ not in known:
            near = get_close_matches(id_, known, n=1, cutoff=0.5)
            hint = f"The nearest is {near[0]}." if near else "`fledge keys` prints them all."
            troubles.append(f"there is no command “{_short(id_)}”. {hint}")
            continue
        if "{key}" in known[id_].action:
            troubles.append(f"{id_}: what these keys do is in their names, so they stay.")
            continue
        try:
            found[id_] = tuple(dict.fromkeys(_read(known[id_], key) for key in written))
        except names.NoKey as error:
            troubles.append(f"{error} {_fallback(known[id_])}")
    while clash := next(_clashes(found), None):
        loser, holder, key = clash
        del found[loser.id()]
        troubles.append(
            f"{loser.id()} = {names.shown(key)}: this is a key of {holder.id()} already. "
            f"{_fallback(loser)}"
        )
    return found, tuple(f"[keys] {trouble}" for trouble in troubles)


def for_textual(keys: Keys) -> dict[str, str]:
    """The key map as `App.set_keymap` takes it.

    Textual takes all bindings of a widget off a key when it takes one off, so commands that share
    a key with a remapped one are named as well.
    """
    freed = {key for c in COMMANDS if c.id() in keys for key in c.keys or (placeholder(c),)}
    concerned = [c for c in COMMANDS if c.id() in keys or freed & {*c.keys}]
    return {c.id(): ",".join(keys.get(c.id(), c.keys)) for c in concerned}


def _read(command: type[Command], written: str) -> str:
    try:
        key = names.read(written)
        if names.types(key) and (command.priority or command.place is Place.FORM):
            raise names.NoKey("in a form this key writes a letter.")
    except names.NoKey as error:
        raise names.NoKey(f"{command.id()} = “{_short(written)}”: {error}") from error
    return key


def _clashes(found: Keys) -> Iterator[tuple[type[Command], type[Command], str]]:
    """Each remapped command that has a key of another, that other, and the key."""
    order = [*found]
    for one, other in combinations(COMMANDS, 2):
        ours = [c for c in (one, other) if c.id() in found]
        heard_anywhere = one.priority or other.priority
        if not ours or not (heard_anywhere or overlap(one.place, other.place)):
            continue
        shared = {*_live(one, found)} & {*_live(other, found)}
        if shared:
            loser = max(ours, key=lambda c: order.index(c.id()))
            yield loser, other if loser is one else one, min(shared)


def _live(command: type[Command], found: Keys) -> tuple[str, ...]:
    return found.get(command.id(), command.keys)


def _fallback(command: type[Command]) -> str:
    kept = " ".join(names.shown(key) for key in command.keys)
    return f"Its own keys are used: {kept}." if kept else "It stays without a key."


def _short(text: str) -> str:
    cleaned = clean(text)
    return cleaned if len(cleaned) <= _SHOWN else f"{cleaned[:_SHOWN]}…"
