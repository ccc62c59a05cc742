"""Drawing with plotext. Everything of plotext that we touch is in this file."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from types import ModuleType
from typing import Any, Final

from rich.cells import cell_len

from tui.charts.axis import ticks
from tui.charts.ink import Dot, Ink
from tui.charts.labels import MENDED
from tui.charts.labels import labels as labels_of
from tui.charts.palette import ANSI, Palette
from tui.charts.picture import SECOND, XY, Band, Picture
from tui.charts.seams import within
from tui.core.measures import Scale

_LATEST: Final = "●"
_BELOW, _ABOVE = 0.04, 0.10
"""Room under and over the scale, as shares of it; the upper one holds the labels."""
_BEFORE, _AFTER = 0.5016585662, 0.501516152
"""Cells that plotext leaves before the first and after the last value of an axis."""
_TRIAL: Final = ("trial limits", "trial")
"""What is written on limits that may still change, as far as there is room."""
_FIRST_HELD: Final = 0xE000
"""The first of the letters for private use; nothing else that is drawn has one."""
_HELD: Final = "([\ue000-\uf8ff])\\1*"


def _without_its_manual() -> Any:
    """plotext, but not the manual that it puts together whenever it is imported.

    That takes longer than everything else of it, and two megabytes, and nobody reads it here.
    """
    name = "plotext._doc.doc"
    blank: Any = ModuleType(name)
    blank.docs = None
    sys.modules.setdefault(name, blank)
    import plotext

    if sys.modules[name] is blank:
        del sys.modules[name]
    return plotext


plotext: Final = _without_its_manual()


def draw(picture: Picture, width: int, height: int, palette: Palette) -> str:
    """The picture as lines of text with colour sequences, `width` × `height` cells.

    Colours are sent as the palette has them: in 24 bits, or by their number.
    """
    figure = _figure(width, height)
    scale = picture.scale
    low, high = _ends(scale)
    canvas = max(1, width - _gutter(picture) - 1)

    quiet, lines = _pixel(palette.quiet, palette), _pixel(palette.lines, palette)
    accent, gold = _pixel(palette.accent(picture.kind), palette), _pixel(palette.gold, palette)
    figure.canvas(_colour(palette.ground))
    figure.axes(True, pixel=lines)
    figure.axes(False, axis="x", side="upper")
    figure.axes(False, axis="y", side="right")
    figure.ruler(0, 0).pixel(quiet).lim(0, max(1, picture.span.days - 1)).ticks(
        *_split(ticks(picture.span, canvas, picture.dates))
    )
    figure.ruler(1, 0).pixel(quiet).lim(low, high).ticks(*_levels(picture, height))

    _lay_behind(figure, picture, canvas, height, palette)
    points = [point for run in picture.runs for point in run]
    _add(figure, points, _mark(picture.lead.mark, accent))
    for rater, others in picture.others:
        _add(figure, others, _mark(rater.mark, quiet))
    if picture.latest:
        _add(figure, [picture.latest], _mark(_LATEST, accent))
    _add(figure, _mended(picture, low), _mark(MENDED, gold))
    _lay_stretches(figure, picture, canvas, low, gold)
    labels = labels_of(picture.uprights, picture.span.days, canvas)
    mended = {upright.x for upright in picture.uprights if upright.seam}
    for n, (x, label) in enumerate(labels):
        held = plotext.colorize(_holder(n) * cell_len(label)).fill(gold if x in mended else quiet)
        _add(figure, [(x, high)], plotext.marker(held))
    drawn = _ink(picture, width, height, palette).under(
        str(figure.build().string()), _gutter(picture)
    )
    # At once, so that nothing is looked for in a label that stands there already.
    return re.sub(_HELD, lambda found: labels[ord(found[1]) - _FIRST_HELD][1], drawn)


def _lay_behind(figure: Any, picture: Picture, columns: int, height: int, palette: Palette) -> None:
    """Everything that a line lies over: events, own limits, what was agreed, a second series."""
    quiet, lines = _pixel(palette.quiet, palette), _pixel(palette.lines, palette)
    ends = _ends(picture.scale)
    speckles = []
    for upright in picture.uprights:
        if upright.seam:
            figure.line(upright.x, "vertical", pixel=_pixel(palette.gold, palette), style="dotted")
        elif upright.own:
            figure.line(upright.x, "vertical", pixel=lines, style="dotted")
        else:
            speckles += _speckles(upright.x, ends, height)
    _add(figure, speckles, _mark("braille", lines))
    if picture.band:
        _lay_band(figure, picture.band, picture, columns, (quiet, lines))
    if picture.target is not None:
        gold = _pixel(palette.gold, palette)
        figure.line(picture.target, "horizontal", pixel=gold, style="dotted")
    if picture.second:
        points = [point for run in picture.second.runs for point in run]
        _add(figure, points, _mark(SECOND, _pixel(palette.accent(picture.second.kind), palette)))


def _mended(picture: Picture, low: float) -> list[Dot]:
    """Where a seam ends, and the feet of the days on which something was repaired."""
    feet: list[Dot] = [(upright.x, low) for upright in picture.uprights if upright.seam]
    return feet + [end for _, end in picture.seams if 0 <= end[0] < picture.span.days]


def cell(picture: Picture, width: int, height: int, at: XY) -> tuple[int, int]:
    """The line and the column of a drawing in which a point stands, both counted from 0."""
    x, y = _dot(picture, width, height, at)
    return int(y), _gutter(picture) + int(x)


def _dot(picture: Picture, width: int, height: int, at: XY) -> tuple[float, float]:
    """Where a point stands on the canvas, in cells from its upper left."""
    low, high = _ends(picture.scale)
    x = at[0] / max(1, picture.span.days - 1)
    y = (high - at[1]) / (high - low)
    return _binned(x, width - _gutter(picture)), _binned(y, height - 2)


def _binned(share: float, bins: int) -> float:
    """Where plotext puts a share of an axis of so many cells."""
    return max(0.0, min(bins - 0.01, _BEFORE + (bins - _BEFORE - _AFTER) * share))


def _ends(scale: Scale) -> tuple[float, float]:
    """The lowest and the highest value of the axis, with room on both sides of the scale."""
    return scale.minimum - _BELOW * scale.span, scale.maximum + _ABOVE * scale.span


def _lay_band(
    figure: Any, band: Band, picture: Picture, columns: int, pixels: tuple[Any, Any]
) -> None:
    """Own limits as fine dashes, broken more while they are on trial; the median as dots."""
    quiet, lines = pixels
    days = max(1, picture.span.days - 1)
    # Braille has two dots to a cell: a dash is that many of them on, and that many off.
    dots = columns * 2
    first, last = (round(x / days * dots) for x in (band.start, band.end))

    def dashed(value: float, on: int, off: int) -> list[Dot]:
        kept = (n for n in range(first, last + 1) if n % (on + off) < on)
        return [(n / dots * days, value) for n in kept]

    _add(figure, dashed(band.median, 1, 2), _mark("braille", lines))
    for limit in (band.lower, band.upper):
        if limit is not None:
            dashes = dashed(limit, 2, 10) if band.trial else dashed(limit, 2, 4)
            _add(figure, dashes, _mark("braille", quiet))
    word = next((w for w in _TRIAL if (last - first) // 2 >= len(w) + 4), "")
    if band.trial and band.upper is not None and word:
        held = plotext.marker(plotext.colorize(f"{word} ").fill(quiet))
        _add(figure, [(band.start, band.upper)], held)


def _ink(picture: Picture, width: int, height: int, palette: Palette) -> Ink:
    """The lines of both series, then seams. The second's is quiet where both have one colour."""
    ink = Ink(max(1, width - _gutter(picture)), max(1, height - 2))
    if laid := picture.second:
        own = palette.accent(laid.kind) if laid.kind is not picture.kind else palette.quiet
        for run in laid.runs:
            ink.line([_dot(picture, width, height, at) for at in run], _sequence(own))
    for run in picture.runs:
        accent = palette.accent(picture.kind)
        ink.line([_dot(picture, width, height, at) for at in run], _sequence(accent))
    for seam in picture.seams:
        if part := within(seam, picture.span.days):
            ends = [_dot(picture, width, height, at) for at in part]
            ink.seam(ends, _sequence(palette.gold))
    return ink


def _sequence(colour: str) -> str:
    """What a terminal sets a colour with."""
    code = _colour(colour)
    parts = f"5;{code}" if isinstance(code, int) else "2;{};{};{}".format(*code)
    return f"\x1b[38;{parts}m"


def _lay_stretches(figure: Any, picture: Picture, columns: int, low: float, pixel: Any) -> None:
    """The spans that are spoken of, under the scale, each with its letter."""
    days = max(1, picture.span.days - 1)
    for stretch in picture.stretches:
        first, last = (int(_binned(x / days, columns)) for x in (stretch.start, stretch.end))
        line = f"{stretch.letter:─^{max(1, last - first + 1)}}"
        if len(line) > 2:
            line = f"├{line[1:-1]}┤"
        held = plotext.marker(plotext.colorize(line).fill(pixel))
        _add(figure, [(stretch.start, low)], held)


def _holder(n: int) -> str:
    """Stands for the cells of a label: plotext counts characters, and labels are people's words."""
    return chr(_FIRST_HELD + n)


def _figure(width: int, height: int) -> Any:
    """A figure of one's own, which does not care how large the terminal is."""
    terminal = type(plotext.terminal)()
    terminal.limit(False, False)
    figure = terminal._master  # noqa: SLF001  (there is no public way to a second figure)
    figure.plot_size(width, height)
    return figure


def _add(figure: Any, points: Sequence[Dot], mark: Any) -> None:
    """Put points on the figure.

    `figure.draw` would first compare the colours of all points, a quarter of the whole drawing
    time, to choose colours of its own for signals that have none. Ours all have one.
    """
    if points:
        signal = figure.signal([x for x, _ in points], [y for _, y in points], marker=mark)
        figure._signals._add(signal)  # noqa: SLF001


def _speckles(x: int, ends: tuple[float, float], height: int) -> list[XY]:
    """A vertical of one fine dot in every other row: there for the eye that looks for it."""
    low, high = ends
    return [(x, low + (high - low) * 2 * n / height) for n in range(height // 2 + 1)]


def _colour(colour: str) -> tuple[int, int, int] | int:
    """A colour as plotext takes it: three channels, or the number of one of the sixteen.

    The terminal's own ground has neither; any will do, since the widget draws the ground.
    """
    if not colour.startswith("#"):
        return ANSI.index(colour) if colour in ANSI else 0
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _pixel(colour: str, palette: Palette) -> Any:
    """A colour on the ground; without an explicit ground plotext paints its own."""
    return plotext.pixel(_colour(colour), _colour(palette.ground))


def _mark(symbol: str, pixel: Any) -> Any:
    return plotext.marker(symbol, pixel)


def _split(ticks: list[tuple[int, str]]) -> tuple[list[int], list[str]]:
    return [at for at, _ in ticks], [label for _, label in ticks]


def _levels(picture: Picture, height: int) -> tuple[list[float], list[str]]:
    """Ticks of the value axis: about one in three rows, the two ends always."""
    scale = picture.scale
    room = max(2, height // 3)
    fitting = (s for s in (1, 2, 5, 10, 20, 25, 50, 100) if scale.span / s < room)
    step = next((s for s in fitting if not scale.span % s), scale.span)
    count = int(scale.span / step)
    values = [scale.minimum + step * n for n in range(count + 1)]
    return values, [f"{v:g}" for v in values]


def _gutter(picture: Picture) -> int:
    """Columns that the value axis takes."""
    scale = picture.scale
    return max(len(f"{v:g}") for v in (scale.minimum, scale.maximum)) + 1
