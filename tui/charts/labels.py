"""Words beside the verticals of a picture."""

from __future__ import annotations

from typing import Final

from rich.cells import cell_len

from tui.charts.canvas import shorten
from tui.charts.picture import Upright
from tui.core.text import clean

MENDED: Final = "◆"
"""The mark of a repair."""
_SHORTEST: Final = 8
"""Cells in which the beginning of a longer text says something."""


def labels(uprights: tuple[Upright, ...], days: int, columns: int) -> list[tuple[int, str]]:
    """The labels for which there is room, each right of its line, with the days of their lines.

    Repairs come first, then the measure's own events. A label may lie over the verticals of general
    events, never over another or over a label.
    """
    places = {u.x: u.x * columns // max(1, days) for u in uprights}
    walls = sorted({places[u.x] for u in uprights if u.own or u.seam})
    kept: dict[int, str] = {}
    for upright in sorted(uprights, key=lambda u: (not u.seam, not u.own)):
        start = places[upright.x]
        if any(places[x] <= start <= places[x] + cell_len(kept[x]) for x in kept):
            continue
        ahead = [at for at in (*walls, *(places[x] for x in kept)) if at > start]
        before = f"{MENDED} " if upright.seam else "┊" if upright.own else "⡂"
        text = cut(clean(upright.label), min([columns, *ahead]) - start - 1 - len(before))
        if text:
            kept[upright.x] = f"{before}{text} "
    return sorted(kept.items())


def cut(text: str, room: int) -> str:
    """The text in at most `room` cells, or nothing where so few of them would say nothing."""
    length = cell_len(text)
    if room < min(_SHORTEST, length):
        return ""
    return shorten(text, room)
