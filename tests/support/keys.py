"""What a terminal sends for a key."""

from __future__ import annotations

from typing import Final

_NAMED: Final = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "shift+tab": "\x1b[Z",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "space": " ",
    "backspace": "\x7f",
}


def encoded(key: str) -> bytes:
    """The bytes of a key: a name ("down", "f1", "ctrl+q", "alt+x") or the character itself."""
    if key in _NAMED or len(key) == 1:
        return _NAMED.get(key, key).encode()
    modifier, _, base = key.partition("+")
    if modifier == "ctrl" and len(base) == 1 and base.isascii():
        return bytes([ord(base.upper()) & 0x1F])
    if modifier == "alt" and (len(base) == 1 or base in _NAMED):
        return b"\x1b" + encoded(base)
    raise ValueError(f"No such key: {key!r}")
