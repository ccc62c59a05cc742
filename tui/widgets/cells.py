"""Text in cells: fitting, wrapping, colouring. Used by everything that draws its own lines."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tui.core.text import clean


@lru_cache(maxsize=256)
def style(
    colour: str, ground: str, bold: bool = False, underline: bool = False, italic: bool = False
) -> Style:
    """A cached style; building one costs more than drawing with it."""
    return Style(
        color=colour or None,
        bgcolor=ground or None,
        bold=bold or None,
        underline=underline or None,
        italic=italic or None,
    )


def fit(text: str, width: int) -> str:
    """A person's text on one line in exactly `width` cells: cut with "…", or padded."""
    if width <= 0:
        return ""
    text = clean(text)
    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + "…"
    return set_cell_size(text, width)


def wrap(text: str, width: int) -> list[str]:
    """A person's text in lines of at most `width` cells, broken between words where possible."""
    lines: list[str] = []
    line, used = "", 0
    for word in clean(text).split(" "):
        rest, length = word, cell_len(word)
        if used and used + 1 + length <= width:
            line, used = f"{line} {rest}", used + 1 + length
            continue
        if used:
            lines.append(line)
        while length > width:
            head = set_cell_size(rest, width).rstrip() or rest[0]
            lines.append(head)
            rest = rest[len(head) :]
            length = cell_len(rest)
        line, used = rest, length
    return [*lines, line] if used else lines


def plain(
    text: str, colour: str, ground: str, bold: bool = False, underline: bool = False
) -> Segment:
    """A piece of a line."""
    return Segment(text, style(colour, ground, bold, underline))


def joined(segments: list[Segment]) -> list[Segment]:
    """The same cells in fewer pieces: a space takes the colour of what stands before it.

    Every piece costs some forty bytes of colour codes on the way to the terminal.
    """
    out: list[Segment] = []
    for text, look, _ in segments:
        before = out[-1].style if out else None
        if not text:
            continue
        if before and look and (before == look or _blank_on(before, text, look)):
            out[-1] = Segment(out[-1].text + text, before)
        else:
            out.append(Segment(text, look))
    return out


def _blank_on(before: Style, text: str, look: Style) -> bool:
    return text.isspace() and before.bgcolor == look.bgcolor


def width_of(segments: list[Segment]) -> int:
    """How many cells the pieces take."""
    return sum(segment.cell_length for segment in segments)
