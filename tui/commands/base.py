"""What a command is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import ClassVar, Final

from tui.commands.names import shown

DIGITS: Final = tuple("0123456789")
"""Keys that are told as one."""


class Place(Enum):
    """Where a command can be given, with its heading on the key sheet."""

    EVERYWHERE = "Everywhere"
    ROW = "The row under the cursor"
    MODES = "Modes and finding"
    LIST = "In a list"
    PICTURE = "The picture"
    POINTS = "On a point of the picture"
    DETAILS = "An opened row"
    CHECK_IN = "In a check-in"
    FORM = "In a form"
    VALUE = "A choice, or a value on a scale"
    DIALOG = "A question"
    SHEET = "In a list over the screen"
    OWN = "In a therapist's own notes"
    REVIEW = "In a review"
    AGENDA = "On a review's agenda"
    NOTICE = "On what is worth talking about, over the screen"
    TEXT = "An explanation"
    SEARCH = "In the search"


_TOGETHER: Final = (
    frozenset({Place.MODES, Place.LIST, Place.PICTURE, Place.ROW, Place.EVERYWHERE}),
    frozenset({Place.DETAILS, Place.PICTURE, Place.ROW, Place.EVERYWHERE}),
    frozenset({Place.POINTS, Place.MODES, Place.PICTURE, Place.ROW, Place.EVERYWHERE}),
    frozenset({Place.FORM, Place.VALUE}),
    frozenset({Place.DIALOG}),
    frozenset({Place.CHECK_IN}),
    frozenset({Place.SHEET, Place.LIST, Place.OWN}),
    frozenset({Place.SHEET, Place.LIST, Place.AGENDA, Place.NOTICE}),
    frozenset({Place.REVIEW, Place.MODES, Place.LIST, Place.PICTURE, Place.ROW, Place.EVERYWHERE}),
    frozenset({Place.REVIEW, Place.DETAILS, Place.PICTURE, Place.ROW, Place.EVERYWHERE}),
    frozenset({Place.TEXT, Place.DETAILS, Place.NOTICE}),
    frozenset({Place.SEARCH}),
)
"""Places that listen at the same time. Two commands may have the same key if their places are never
together: what lies over the screen listens alone, and an opened row has the digits for rating."""


def overlap(one: Place, other: Place) -> bool:
    """Whether a key may be heard in both places at once, so that it can mean one thing only."""
    return any({one, other} <= places for places in _TOGETHER)


class Command:
    """Something that a person can ask for.

    A subclass's docstring is its help: the first line, a sentence about what the person gets.
    """

    name: ClassVar[str]
    """Two or three words for the footer and the palette."""
    keys: ClassVar[tuple[str, ...]] = ()
    """Built-in keys by Textual's names, the main one first; none for a command of the palette."""
    action: ClassVar[str]
    """The Textual action that is run; "{key}" in it stands for the key that was pressed."""
    place: ClassVar[Place] = Place.EVERYWHERE
    footer: ClassVar[bool] = False
    """Whether the footer shows it."""
    priority: ClassVar[bool] = False
    """Whether it is heard before whatever has the focus, in forms and dialogs too."""
    palette: ClassVar[bool] = True
    """Whether the command palette lists it; moving a cursor by name makes no sense."""

    _remapped: ClassVar[Mapping[str, tuple[str, ...]]] = {}

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
    def live_keys(cls) -> tuple[str, ...]:
        """The keys in force: the person's own, or the built-in ones."""
        return cls._remapped.get(cls.id(), cls.keys)

    @classmethod
    def shown_keys(cls) -> tuple[str, ...]:
        """The keys in force as they are written for a person."""
        keys = tuple(shown(key) for key in cls.live_keys())
        if keys[: len(DIGITS)] == DIGITS:
            return ("0–9", *keys[len(DIGITS) :])
        return keys

    @staticmethod
    def remap(keys: Mapping[str, tuple[str, ...]]) -> None:
        """Put keys in force for the commands with these ids, and the built-in ones for all others.

        One program has one key map; `keymap.resolved` makes sure that it means one thing.
        """
        Command._remapped = keys
