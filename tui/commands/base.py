"""What a command is."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar


class Place(Enum):
    """Where a command can be given, with its heading on the key sheet."""

    LIST = "In a list"
    PICTURE = "The picture"
    FORM = "In a form"
    VALUE = "A choice, or a value on a scale"
    DIALOG = "A question"
    EVERYWHERE = "Everywhere"


class Command:
    """Something that a person can ask for.

    A subclass's docstring is its help: the first line, a sentence about what the person gets.
    """

    name: ClassVar[str]
    """Two or three words for the footer and the palette."""
    keys: ClassVar[tuple[str, ...]] = ()
    """Keys as Textual names them, the main one first; empty for a command of the palette only."""
    action: ClassVar[str]
    """The Textual action that is run."""
    place: ClassVar[Place] = Place.EVERYWHERE
    footer: ClassVar[bool] = False
    """Whether the footer shows it."""
    palette: ClassVar[bool] = True
    """Whether the command palette lists it; moving a cursor by name makes no sense."""

    @classmethod
    def id(cls) -> str:
        """The name by which keys are remapped: the class's name in lower case, with hyphens."""
        words = "".join(f"-{c.lower()}" if c.isupper() else c for c in cls.__name__)
        return words.lstrip("-")

    @classmethod
    def help(cls) -> str:
        """One sentence."""
        return (cls.__doc__ or "").strip().splitlines()[0]

    @classmethod
    def shown_keys(cls) -> tuple[str, ...]:
        """The keys as they are written for a person."""
        return tuple(_shown(key) for key in cls.keys)


_NAMES = {
    "question_mark": "?",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "tab": "Tab",
    "shift": "Shift",
    "backspace": "Backspace",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "home": "Home",
    "end": "End",
}


def _shown(key: str) -> str:
    *mods, base = key.split("+")
    name = _NAMES.get(base, base)
    return "^" + name if mods == ["ctrl"] else "+".join([*(_NAMES.get(m, m) for m in mods), name])
