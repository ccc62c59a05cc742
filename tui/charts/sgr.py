"""Coloured text, as plotext writes it, taken apart into spans."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tui.charts.palette import ANSI

Span = tuple[str, str]
"""Text, and its colour as a `Palette` has it ("" where none was set)."""

_SEQUENCE: Final = re.compile(r"\x1b\[([0-9;]*)m")


def spans(text: str) -> list[list[Span]]:
    """The lines of `text`, each as spans of one foreground colour.

    Only resets and foregrounds, in 24 bits or by their number, are understood, which is all that
    our own pictures use; backgrounds are the widget's business. Spaces join the span before them:
    fewer spans are fewer bytes to the terminal.
    """
    return [_line(line) for line in text.rstrip("\n").split("\n")]


def _line(line: str) -> list[Span]:
    out: list[Span] = []
    colour = ""
    parts = _SEQUENCE.split(line)
    for text, code in zip(parts[::2], [*parts[1::2], ""], strict=True):
        if text and out and (out[-1][1] == colour or text.isspace()):
            out[-1] = (out[-1][0] + text, out[-1][1])  # a space has no colour of its own
        elif text:
            out.append((text, colour))
        if (new := _colour(code)) is not None:
            colour = new
    return out


@lru_cache(maxsize=256)
def _colour(code: str) -> str | None:
    """The colour that a sequence sets, "" for none; None where it leaves it as it was."""
    if code.startswith("38;2;"):
        red, green, blue = code.split(";")[2:5]
        return f"#{int(red):02x}{int(green):02x}{int(blue):02x}"
    if code.startswith("38;5;"):
        return ANSI[int(code.split(";")[2])]
    return "" if code in ("", "0") else None
