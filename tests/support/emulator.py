"""A terminal's screen, from the bytes that a program wrote to it.

pyte draws; this file keeps from it what it would print as text or misunderstand, and adds what it
lacks: the alternate screen, and the modes that a program ought to take back when it leaves.
"""

from __future__ import annotations

import re
from typing import Any, Final

import pyte

_FOREIGN: Final = re.compile(
    rb"\x1b\[\?(?P<modes>[0-9;]+)(?P<set>[hl])"
    rb"|\x1b\[(?P<kitty>[<>])(?P<count>[0-9;]*)u"
    rb"|\x1b\[[<=>?][0-9;:]*[ -/]*[@-~]"  # other private sequences, queries among them
    rb"|\x1b\[[0-9;:]*[ -/]+[@-~]|\x1b\[[0-9;]*:[0-9;:]*m"
    rb"|\x1b\](?![012];)[^\x07\x1b]*(?:\x07|\x1b\\)"  # all of OSC but the titles
    rb"|\x1b[PX^_][^\x1b]*\x1b\\"
)
"""Sequences that pyte must not see, and those that are answered for here."""
_UNFINISHED: Final = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?)?\Z")
_ALTERNATE: Final = frozenset({47, 1047, 1049})
_TAKEN_BACK: Final = {
    47: "alternate screen",
    1047: "alternate screen",
    1049: "alternate screen",
    1: "application cursor keys",
    1000: "mouse",
    1002: "mouse",
    1003: "mouse",
    1006: "mouse",
    1015: "mouse",
    1016: "mouse",
    1004: "focus events",
    2004: "bracketed paste",
    2026: "synchronised output",
    2048: "in-band resize",
}
"""Modes that are off in a fresh terminal, and what is left behind when they stay on."""
_CURSOR_SHOWN: Final = 25


class Emulator:
    """The screen, the alternate screen and the modes of a terminal."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.modes = {_CURSOR_SHOWN}
        self._kitty = 0
        self._rest = b""
        self._main = self._fresh()
        self._shown = self._main

    def feed(self, data: bytes) -> None:
        """Draw `data`; a sequence that is cut off at its end waits for the rest."""
        data = self._rest + data
        cut = _UNFINISHED.search(data)
        self._rest = data[cut.start() :] if cut else b""
        data = data[: cut.start()] if cut else data
        at = 0
        for found in _FOREIGN.finditer(data):
            self._shown[1].feed(data[at : found.start()])
            at = found.end()
            if found["modes"]:
                self._switch({int(n) for n in found["modes"].split(b";") if n}, found["set"])
            elif found["kitty"]:
                pushed = found["kitty"] == b">"
                self._kitty += 1 if pushed else -int(found["count"] or 1)
        self._shown[1].feed(data[at:])

    def resize(self, columns: int, rows: int) -> None:
        """Give both screens another size."""
        self.columns, self.rows = columns, rows
        for screen, _ in (self._main, self._shown):
            screen.resize(rows, columns)

    @property
    def lines(self) -> list[str]:
        """The lines of the screen that is shown, without trailing spaces."""
        buffer = self._shown[0].buffer  # pyte's own `display` breaks at a mark on no letter
        cells = range(self.columns)
        return ["".join(buffer[y][x].data for x in cells).rstrip() for y in range(self.rows)]

    @property
    def text(self) -> str:
        """The same in one piece."""
        return "\n".join(self.lines)

    @property
    def title(self) -> str:
        """The title that the program gave the window."""
        return str(self._shown[0].title)

    def cell(self, column: int, row: int) -> Any:
        """One cell as pyte knows it: `data`, `fg`, `bg`, `bold`, and so on."""
        return self._shown[0].buffer[row][column]

    def left_behind(self) -> set[str]:
        """What differs from a fresh terminal."""
        left = {_TAKEN_BACK[mode] for mode in self.modes & _TAKEN_BACK.keys()}
        if _CURSOR_SHOWN not in self.modes:
            left.add("hidden cursor")
        if self._kitty > 0:
            left.add("keyboard protocol")
        return left

    def _fresh(self) -> tuple[Any, Any]:
        screen = pyte.Screen(self.columns, self.rows)
        return screen, pyte.ByteStream(screen)

    def _switch(self, modes: set[int], way: bytes) -> None:
        on = way == b"h"
        if modes & _ALTERNATE:
            self._shown = self._fresh() if on else self._main
        self.modes = self.modes | modes if on else self.modes - modes
