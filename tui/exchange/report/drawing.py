"""Where everything of a picture stands on paper: numbers for the template, in units of the SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from rich.cells import cell_len

from tui.charts.axis import ticks
from tui.charts.canvas import shorten
from tui.charts.picture import XY, Picture, Upright
from tui.charts.seams import within
from tui.core.text import clean

WIDTH: Final = 680
HEIGHT: Final = 196
LEFT, RIGHT, TOP, BOTTOM = 34, 30, 26, 26
"""Room around the plane; the upper one holds labels, the right one the latest value."""
_LETTER: Final = 5.9
"""About the width of a letter of a label, and what is left free behind one."""
_LINE: Final = 11
"""Height of a label."""
_SHORTEST: Final = 6
"""Letters of a label below which it says nothing."""
_MOST: Final = 130
"""Points up to which each of a line has a mark of its own."""

Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Word:
    """A text at a place; `anchor` is the SVG's for where in the text that is."""

    x: float
    y: float
    text: str
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Bar:
    """A level line from `x` to `to`, and what it is."""

    x: float
    to: float
    y: float
    kind: str


@dataclass(frozen=True, slots=True)
class Vertical:
    """A vertical line of an event; `kind` is "own", "seam" or "life"."""

    x: float
    kind: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything that is drawn, back to front.

    `lines` are the paths of the runs, `dots` the marks of the lead's points, `others` those of the
    other raters by name, `seams` lead from a break to its repair.
    """

    kind: str
    levels: tuple[Word, ...]
    grid: tuple[Bar, ...]
    days: tuple[Word, ...]
    bars: tuple[Bar, ...]
    names: tuple[Word, ...]
    verticals: tuple[Vertical, ...]
    labels: tuple[Word, ...]
    lines: tuple[str, ...]
    dots: tuple[Spot, ...]
    lead: str
    others: tuple[tuple[str, tuple[Spot, ...]], ...]
    seams: tuple[tuple[Spot, Spot], ...]
    latest: Spot | None
    value: Word | None


class _Plane:
    """From days and values to places."""

    def __init__(self, picture: Picture) -> None:
        self.scale, self.days = picture.scale, max(1, picture.span.days - 1)

    def x(self, day: float) -> float:
        """Where a day stands."""
        return round(LEFT + day / self.days * (WIDTH - LEFT - RIGHT), 1)

    def y(self, value: float) -> float:
        """Where a value stands."""
        height = HEIGHT - TOP - BOTTOM
        return round(TOP + (1 - self.scale.share(value)) * height, 1)

    def spot(self, point: XY) -> Spot:
        """Where a point stands."""
        return self.x(point[0]), self.y(point[1])

    def holds(self, value: float) -> bool:
        """Whether a value is on the scale in force; an older version may have had another."""
        return self.scale.minimum <= value <= self.scale.maximum


def drawing(picture: Picture) -> Drawing:
    """Lay a picture out."""
    plane = _Plane(picture)
    runs = [run for run in picture.runs if all(plane.holds(y) for _, y in run)]
    points = [point for run in runs for point in run]
    latest = picture.latest if picture.latest and plane.holds(picture.latest[1]) else None
    bars = tuple(_bars(picture, plane))
    others = tuple(
        (rater.value, tuple(plane.spot(p) for p in given if plane.holds(p[1])))
        for rater, given in picture.others
    )
    aside = [spot for _, spots in others for spot in spots]
    return Drawing(
        picture.kind.value,
        tuple(_levels(plane)),
        tuple(Bar(LEFT, WIDTH - RIGHT, word.y - 3.5, "grid") for word in _levels(plane)),
        tuple(_days(picture, plane)),
        bars,
        tuple(_names(picture, bars, [*_sampled(plane, runs), *aside])),
        tuple(Vertical(plane.x(u.x), _kind(u)) for u in picture.uprights),
        tuple(_labels(picture.uprights, plane)),
        tuple(_path(plane, run) for run in runs if len(run) > 1),
        tuple(map(plane.spot, points)) if len(points) <= _MOST else _alone(plane, runs),
        picture.lead.value,
        others,
        tuple(
            (plane.spot(cut[0]), plane.spot(cut[1]))
            for seam in picture.seams
            if (cut := within(seam, picture.span.days))
        ),
        plane.spot(latest) if latest else None,
        _value(plane, latest) if latest else None,
    )


def _alone(plane: _Plane, runs: Sequence[Sequence[XY]]) -> tuple[Spot, ...]:
    """Points without a line, which would not be seen without a mark."""
    return tuple(plane.spot(run[0]) for run in runs if len(run) == 1)


def _path(plane: _Plane, run: Sequence[XY]) -> str:
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in map(plane.spot, run))


def _value(plane: _Plane, point: XY) -> Word:
    x, y = plane.spot(point)
    return Word(x + 8, y + 4, f"{point[1]:g}", "start")


def _levels(plane: _Plane) -> Iterator[Word]:
    """The two ends of the scale, and its middle where that is a value."""
    scale = plane.scale
    middle = (scale.minimum + scale.maximum) / 2
    whole = float((middle - scale.minimum) / scale.step).is_integer()
    for value in (scale.minimum, *([middle] if whole else ()), scale.maximum):
        text = f"{value:g}".replace("-", "−")
        yield Word(LEFT - 8, plane.y(value) + 3.5, text, "end")


def _days(picture: Picture, plane: _Plane) -> Iterator[Word]:
    columns = round((WIDTH - LEFT - RIGHT) / (_LETTER + 1))
    for day, text in ticks(picture.span, columns, picture.dates):
        yield Word(plane.x(day), HEIGHT - 8, text)


def _bars(picture: Picture, plane: _Plane) -> Iterator[Bar]:
    right = WIDTH - RIGHT
    if band := picture.band:
        start, end = plane.x(band.start), min(right, plane.x(band.end))
        yield Bar(start, end, plane.y(band.median), "median")
        for value in (band.lower, band.upper):
            if value is not None:
                yield Bar(start, end, plane.y(value), "limit")
    if picture.target is not None and plane.holds(picture.target):
        yield Bar(LEFT, right, plane.y(picture.target), "target")


def _names(picture: Picture, bars: Sequence[Bar], drawn: Sequence[Spot]) -> Iterator[Word]:
    """What the level lines are: the target always, own limits where nothing is drawn.

    That fine dashes are own limits stands in the legend too.
    """
    targets = [bar for bar in bars if bar.kind == "target"]
    for bar in targets:
        yield Word(LEFT + 3, bar.y - 4, f"agreed {picture.target:g}", "start")
    limits = sorted((bar for bar in bars if bar.kind == "limit"), key=lambda bar: bar.y)
    if not limits or not picture.band:
        return
    text = "own limits, trial" if picture.band.trial else "own limits"
    long = cell_len(text) * _LETTER
    upper, lower = (limits[0], -13.0), (limits[-1], 2.0)
    for right, (bar, above) in product((True, False), (upper, lower)):
        start, top = bar.to - 3 - long if right else bar.x + 3, bar.y + above
        clear = not any(
            start - 4 <= x <= start + long + 4 and top <= y <= top + _LINE for x, y in drawn
        )
        if clear and start > LEFT and not any(top <= bar.y <= top + _LINE for bar in targets):
            yield Word(round(start, 1), top + 9, text, "start")
            return


def _sampled(plane: _Plane, runs: Sequence[Sequence[XY]]) -> Iterator[Spot]:
    """Spots all along the lines, a few units apart."""
    for run in runs:
        yield plane.spot(run[0])
        for (x, y), (to_x, to_y) in pairwise(map(plane.spot, run)):
            steps = int((to_x - x) / _LETTER) + 1
            yield from (
                (x + (to_x - x) * n / steps, y + (to_y - y) * n / steps)
                for n in range(1, steps + 1)
            )


def _kind(upright: Upright) -> str:
    return "seam" if upright.seam else "own" if upright.own else "life"


def _labels(uprights: Sequence[Upright], plane: _Plane) -> Iterator[Word]:
    """Labels for which there is room, right of their lines: repairs first, then the measure's own.

    What does not fit is in the text alternative all the same.
    """
    taken: list[tuple[float, float]] = []
    places = sorted(plane.x(u.x) for u in uprights)
    for upright in sorted(uprights, key=lambda u: (not u.seam, not u.own)):
        x = plane.x(upright.x)
        if any(start <= x < end for start, end in taken):
            continue
        ahead = [start for start, _ in taken if start > x]
        ahead += [at for at in places if at > x] if upright.own or upright.seam else []
        room = int((min([WIDTH, *ahead]) - x - 6 - _LETTER) / _LETTER)
        text = clean(upright.label)
        if room < min(_SHORTEST, cell_len(text)):
            continue
        text = shorten(text, room)
        taken.append((x, x + 6 + cell_len(text) * _LETTER))
        yield Word(x + (8 if upright.seam else 4), TOP - 12, text, "start")
