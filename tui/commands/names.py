"""What keys are called: by Textual, in the settings, and by a person who reads."""

from __future__ import annotations

import unicodedata
from string import punctuation
from typing import Final

_MODIFIERS: Final = ("ctrl", "shift", "alt", "super", "hyper", "meta")
_NAMED: Final = frozenset(
    (
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("insert", "delete", "backspace", "enter", "tab", "escape", "space"),
        *(f"f{number}" for number in range(1, 25)),
    )
)
_SAME: Final = {"esc": "escape", "return": "enter", "pgup": "pageup", "pgdn": "pagedown"}
_REPLACED: Final = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Characters that Textual does not call by their Unicode name."""
_ARRIVES: Final = {
    "ctrl+h": "Backspace",
    "ctrl+i": "Tab",
    "ctrl+j": "Enter",
    "ctrl+m": "Enter",
    "ctrl+left_square_bracket": "Esc",
}
"""Keys that most terminals cannot tell from another one."""
_SHOWN: Final = {
    "tab": "Tab",
    "shift": "Shift",
    "alt": "Alt",
    "backspace": "Backspace",
    "delete": "Del",
    "insert": "Ins",
    "space": "Space",
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


class NoKey(ValueError):
    """There is no such key; the message says what is meant."""


def read(written: str) -> str:
    """A key as a person wrote it, by the name that Textual gives it. Raises `NoKey`.

    A character stands for itself: "?" is "question_mark", and "shift+a" is "A".
    """
    if len(written) == 1:
        return of_character(written)
    *modifiers, base = [part.strip() for part in written.split("+")]
    modifiers = [modifier.casefold() for modifier in modifiers]
    if unknown := [modifier for modifier in modifiers if modifier not in _MODIFIERS]:
        raise NoKey(f"“{unknown[0]}” is not a key to hold down; there are ctrl, shift and alt.")
    name = _base(base)
    if len(name) == 1 and "ctrl" in modifiers:
        name = name.lower()
    elif len(name) == 1 and modifiers == ["shift"]:
        return name.upper()
    key = "+".join([*sorted(dict.fromkeys(modifiers)), name])
    if key in _ARRIVES:
        raise NoKey(f"a terminal sends the same for it as for {_ARRIVES[key]}.")
    return key


def of_character(character: str) -> str:
    """What Textual calls the key of a character. Raises `NoKey` for one that cannot be typed."""
    if character.isalnum():
        return character
    try:
        name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    except ValueError:
        raise NoKey("it is no character that can be typed.") from None
    return _REPLACED.get(name, name)


def shown(key: str) -> str:
    """A key as it is written for a person: "^p", "Shift+Tab", "?"."""
    *modifiers, base = key.split("+")
    name = _SHOWN.get(base) or _character(base) or (base.upper() if base in _NAMED else base)
    if modifiers == ["ctrl"]:
        return "^" + name
    return "+".join([*(_SHOWN.get(m, m.capitalize()) for m in modifiers), name])


def types(key: str) -> bool:
    """Whether a key writes a character where a text is written."""
    return len(key) == 1 or key == "space" or bool(_character(key))


def _base(name: str) -> str:
    if len(name) == 1:
        return of_character(name)
    folded = name.casefold()
    folded = _SAME.get(folded, folded)
    if folded in _NAMED or _character(folded):
        return folded
    raise NoKey('a key is a character ("x", "?") or a name such as f2, space, pageup, ctrl+x.')


def _character(name: str) -> str:
    """The character that a name such as "question_mark" stands for, or ""."""
    if name in _PUNCTUATION:
        return _PUNCTUATION[name]
    try:
        found = unicodedata.lookup(name.replace("_", " ").upper())
    except (KeyError, UnicodeError):  # half a character is no name
        return ""
    return "" if len(found) > 1 or found.isalnum() else found


_PUNCTUATION: Final = {of_character(character): character for character in punctuation}
