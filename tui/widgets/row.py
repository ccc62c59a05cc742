"""One row: name, sparkline of the whole series, then and now on the scale, the number now."""

from __future__ import annotations

from typing import Final

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.goals import Goal, GoalState
from tui.core.measures import Scale
from tui.core.overview import SPARKS, WEEKS, Line
from tui.widgets.cells import fit, plain

CURSOR: Final = "▸"
_BLOCKS: Final = "▁▂▃▄▅▆▇█"
_SHADES: Final = " ░▒▓█"
_UNRATED: Final = "·"
_DOTS: Final = 11
"""Columns of the then-and-now dots: one for each point of a 0–10 scale."""
_TAIL: Final = _DOTS + 4
"""Columns at the end of a full row: the dots and the number, or a goal's numbers."""
_STATES: Final = {
    GoalState.REACHED: "✓",
    GoalState.PAUSED: "‖",
    GoalState.DRAFT: "·",
    GoalState.LET_GO: "–",
}


def row(line: Line, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """The pieces of a row, exactly `width` cells; what there is no room for is left out.

    Order of leaving out: sparkline at full length, sparkline, dots; name and number stay.
    """
    columns = _columns(width, SPARKS)
    return _row(line, width, palette, chosen, sparkline(line, columns) if columns else "")


def heat_row(line: Line, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """The same with a shade for each of the last weeks where a row has its sparkline."""
    columns = _columns(width, WEEKS)
    return _row(line, width, palette, chosen, strip(line, columns) if columns else "")


def _columns(width: int, most: int) -> int:
    return most if width >= 76 else most // 2 if width >= 44 else 0


def _row(line: Line, width: int, palette: Palette, chosen: bool, middle: str) -> list[Segment]:
    ground = palette.cursor if chosen else palette.ground
    tail = _tail(line, palette, ground, full=width >= 34)
    used = 2 + (len(middle) + 1 if middle else 0) + sum(s.cell_length for s in tail)
    marker = plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)
    colour = palette.text if line.last else palette.quiet
    name = plain(fit(_name(line), max(0, width - used - 1)) + " ", colour, ground, chosen)
    accent = palette.accent(line.measure.kind)
    return [marker, name, *([plain(f"{middle} ", accent, ground)] if middle else []), *tail]


def _name(line: Line) -> str:
    """The name, with the sign of a paused goal before it where the measure is paused."""
    return (
        f"{_STATES[GoalState.PAUSED]} {line.measure.name}"
        if line.measure.paused
        else line.measure.name
    )


def strip(line: Line, columns: int) -> str:
    """The last `columns` weeks in shades, the lowest of which is blank; unrated weeks are dots."""
    weeks = line.weeks[-columns:]
    shades = (_UNRATED if v is None else _shade(v, line.measure.scale) for v in weeks)
    return "".join(shades).rjust(columns)


def _shade(value: float, scale: Scale) -> str:
    return _SHADES[min(len(_SHADES) - 1, max(0, int(scale.share(value) * len(_SHADES))))]


def sparkline(line: Line, columns: int) -> str:
    """The series in `columns` blocks, which divides `SPARKS`; a gap is a space."""
    size = SPARKS // columns
    groups = (line.sparks[n : n + size] for n in range(0, SPARKS, size))
    lasts = (next((v for v in reversed(group) if v is not None), None) for group in groups)
    return "".join(_block(value, line.measure.scale) for value in lasts)


def _block(value: float | None, scale: Scale) -> str:
    if value is None:
        return " "
    return _BLOCKS[min(7, max(0, int(scale.share(value) * 8)))]


def _tail(line: Line, palette: Palette, ground: str, full: bool) -> list[Segment]:
    first, last = line.first, line.last
    if last is None:
        text = "no picture yet" if full else "–"
        return [plain(f"{text:>{_TAIL if full else 4}}", palette.quiet, ground)]
    accent = palette.quiet if first == last else palette.accent(line.measure.kind)
    then = first.value if first else None
    if not full:
        return [plain(f"{last.value:>4g}", accent, ground, bold=True)]
    if line.goal:
        return _goal(line.goal, (then, last.value), palette, (accent, ground))
    drawn = plain(dots(line.measure.scale, then, last.value), accent, ground)
    return [drawn, plain(f"{last.value:>4g}", accent, ground, bold=True)]


def _goal(
    goal: Goal, values: tuple[float | None, float], palette: Palette, colours: tuple[str, str]
) -> list[Segment]:
    """A goal's numbers: "2 → 9 of 8 ✓"; the tick says that the agreed level is met.

    What was not rated then is a dash.
    """
    (first, last), (accent, ground) = values, colours
    level = goal.milestone.level if goal.milestone else None
    wish = f" of {level:<2g} " if level is not None else " " * 7
    sign = "✓" if level is not None and last >= level else _STATES.get(goal.state, "")
    return [
        plain(" – " if first is None else f"{first:>2g} ", palette.quiet, ground),
        plain("→", palette.lines, ground),
        plain(f"{last:>3g}", accent, ground, bold=True),
        plain(f"{wish}{sign:1}", palette.quiet, ground),
    ]


def dots(scale: Scale, then: float | None, now: float | None) -> str:
    """Then ○ and now ● on the scale, joined; one dot where they are the same or one is missing."""
    cells = [" "] * _DOTS
    first, last = (
        None if value is None else min(_DOTS - 1, max(0, round(scale.share(value) * (_DOTS - 1))))
        for value in (then, now)
    )
    if first is not None and last is not None:
        cells[min(first, last) : max(first, last)] = "─" * abs(first - last)
    if first is not None:
        cells[first] = "○"
    if last is not None:
        cells[last] = "●"
    return "".join(cells)
