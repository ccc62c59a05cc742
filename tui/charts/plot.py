"""Drawing with plotext. Everything of plotext that we touch is in this file."""

from __future__ import annotations

from typing import Any, Final

import plotext

from tui.charts.axis import ticks
from tui.charts.palette import Palette
from tui.charts.picture import XY, Picture, Upright
from tui.core.measures import Rater

MARKS: Final = {Rater.CLIENT: "•", Rater.THERAPIST: "◇", Rater.PARTNER: "△"}
"""How each rater's points look."""
_LATEST: Final = "●"
_BELOW, _ABOVE = 0.04, 0.10
"""Room under and over the scale, as shares of it; the upper one holds the labels."""
_SHORTEST_LABEL: Final = 8


def draw(picture: Picture, width: int, height: int, palette: Palette) -> str:
    """The picture as lines of text with 24-bit colour sequences, `width` × `height` cells."""
    figure = _figure(width, height)
    scale = picture.scale
    low, high = scale.minimum - _BELOW * scale.span, scale.maximum + _ABOVE * scale.span
    canvas = max(1, width - _gutter(picture) - 1)

    quiet, lines = _pixel(palette.quiet, palette), _pixel(palette.lines, palette)
    accent, gold = _pixel(palette.accent(picture.kind), palette), _pixel(palette.gold, palette)
    figure.canvas(_rgb(palette.ground))
    figure.axes(True, pixel=lines)
    figure.axes(False, axis="x", side="upper")
    figure.axes(False, axis="y", side="right")
    figure.ruler(0, 0).pixel(quiet).lim(0, max(1, picture.span.days - 1)).ticks(
        *_split(ticks(picture.span, canvas))
    )
    figure.ruler(1, 0).pixel(quiet).lim(low, high).ticks(*_levels(picture, height))

    for upright in picture.uprights:
        if upright.own:
            figure.line(upright.x, "vertical", pixel=lines, style="dotted")
        else:
            figure.draw(_speckled(figure, upright.x, (low, high), height, lines))
    if picture.target is not None:
        figure.line(picture.target, "horizontal", pixel=gold, style="dotted")
    for run in picture.runs:
        xs, ys = _split(run)
        figure.draw(figure.signal(xs, ys, marker=_mark("braille", accent)).lines(True))
        figure.draw(figure.signal(xs, ys, marker=_mark(MARKS[Rater.CLIENT], accent)))
    for rater, points in picture.others:
        figure.draw(figure.signal(*_split(points), marker=_mark(MARKS[rater], quiet)))
    if picture.latest:
        x, y = picture.latest
        figure.draw(figure.signal([x], [y], marker=_mark(_LATEST, accent)))
    for x, label in _labels(picture.uprights, picture.span.days, canvas):
        label_colour = plotext.colorize(label).fill(quiet)
        figure.draw(figure.text(x, high, label_colour, alignment="left"))
    return str(figure.build().string())


def _figure(width: int, height: int) -> Any:
    """A figure of one's own, which does not care how large the terminal is."""
    terminal = type(plotext.terminal)()
    terminal.limit(False, False)
    figure = terminal._master  # noqa: SLF001  (there is no public way to a second figure)
    figure.plot_size(width, height)
    return figure


def _speckled(figure: Any, x: int, ends: tuple[float, float], height: int, pixel: Any) -> Any:
    """A vertical of one fine dot in every other row: there for the eye that looks for it."""
    low, high = ends
    ys = [low + (high - low) * 2 * n / height for n in range(height // 2 + 1)]
    return figure.signal([x] * len(ys), ys, marker=_mark("braille", pixel))


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _pixel(colour: str, palette: Palette) -> Any:
    """A colour on the ground; without an explicit ground plotext paints its own."""
    return plotext.pixel(_rgb(colour), _rgb(palette.ground))


def _mark(symbol: str, pixel: Any) -> Any:
    return plotext.marker(symbol, pixel)


def _split(points: list[tuple[int, str]] | tuple[XY, ...]) -> tuple[list[Any], list[Any]]:
    return [p[0] for p in points], [p[1] for p in points]


def _levels(picture: Picture, height: int) -> tuple[list[float], list[str]]:
    """Ticks of the value axis: about one in three rows, the two ends always."""
    scale = picture.scale
    room = max(2, height // 3)
    steps = (s for s in (1, 2, 5, 10, 20, 25, 50, 100) if scale.span / s < room)
    step = next(steps, scale.span)
    count = int(scale.span / step)
    values = [scale.minimum + step * n for n in range(count + 1)]
    return values, [f"{v:g}" for v in values]


def _gutter(picture: Picture) -> int:
    """Columns that the value axis takes."""
    scale = picture.scale
    return max(len(f"{v:g}") for v in (scale.minimum, scale.maximum)) + 1


def _labels(uprights: tuple[Upright, ...], days: int, columns: int) -> list[tuple[int, str]]:
    """The labels for which there is room, each right of its line, cut where the next one begins."""
    kept = []
    for n, upright in enumerate(uprights):
        after = uprights[n + 1].x if n + 1 < len(uprights) else days
        room = (after - upright.x) * columns // max(1, days) - 2
        if room >= min(_SHORTEST_LABEL, len(upright.label)):
            text = upright.label
            text = text if len(text) <= room else text[: room - 1] + "…"
            kept.append((upright.x, f"{'┊' if upright.own else '⡂'}{text}"))
    return kept
