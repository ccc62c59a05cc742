"""The quiet boxes that rows and pictures stand in."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from tui.charts.palette import Palette
from tui.widgets.cells import fit, joined, plain, width_of


def top(title: str, width: int, palette: Palette) -> Strip:
    """The upper edge, with the title in it, cut where it is too long."""
    room = width - 6
    text = fit(title, min(cell_len(title), room)) if room > 0 else ""
    name = plain(f" {text} " if text else "", palette.text, palette.ground, bold=True)
    line = "─" * (width - 3 - name.cell_length)
    return _strip([_edge("╭─", palette), name, _edge(f"{line}╮", palette)], width)


def bottom(legend: list[Segment], width: int, palette: Palette) -> Strip:
    """The lower edge, with a legend at its right end where there is room for one."""
    used = width_of(legend)
    if not legend or used + 6 > width:
        return _strip([_edge("╰" + "─" * (width - 2) + "╯", palette)], width)
    line = "─" * (width - 5 - used)
    pad = plain(" ", palette.lines, palette.ground)
    return _strip([_edge(f"╰{line}", palette), pad, *legend, pad, _edge("─╯", palette)], width)


def heading(title: str, legend: list[Segment], width: int, palette: Palette) -> Strip:
    """A title on a line of its own, for where there is no room for a box."""
    name = plain(
        f" {fit(title, min(cell_len(title), width - 1))} ", palette.text, palette.ground, True
    )
    rest = width - name.cell_length - width_of(legend) - 2
    if not legend or rest < 1:
        return _strip([name, _edge("─" * (width - name.cell_length), palette)], width)
    pad = plain(" ", palette.lines, palette.ground)
    return _strip([name, _edge("─" * rest, palette), pad, *legend, pad], width)


def inside(segments: list[Segment], width: int, palette: Palette) -> Strip:
    """A line between the two upright edges, padded to fill them."""
    pad = plain(" " * (width - 2 - width_of(segments)), palette.text, palette.ground)
    return _strip([_edge("│", palette), *segments, pad, _edge("│", palette)], width)


def _edge(text: str, palette: Palette) -> Segment:
    return plain(text, palette.lines, palette.ground)


def _strip(segments: list[Segment], width: int) -> Strip:
    return Strip(joined(segments)).crop(0, width) if width > 0 else Strip.blank(0)
