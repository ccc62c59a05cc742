"""A picture in words, for who does not see it and for the layouts without pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from tui.charts.picture import XY, Picture
from tui.core import days
from tui.core.text import clean

MOST: Final = 40
"""Values of one rater that are told each by itself; of more, the ends and the extremes."""


def alt(picture: Picture) -> str:
    """What is to be seen: the scale, every value with its day, gaps, and what is marked."""
    return " ".join(_sentences(picture))


def _sentences(picture: Picture) -> Iterator[str]:
    scale, dates = picture.scale, picture.dates
    ends = f"{scale.minimum:g} to {scale.maximum:g}"
    if scale.low and scale.high:
        ends = f"{scale.minimum:g} ({scale.low}) to {scale.maximum:g} ({scale.high})"
    yield f"{days.between(picture.span.start, picture.span.end, dates)}, from {ends}."
    if picture.runs:
        yield f"{picture.lead.value.capitalize()}: {_told(picture, picture.runs)}."
    for rater, points in picture.others:
        yield f"{rater.value.capitalize()}: {_told(picture, (points,))}."
    if picture.target is not None:
        yield f"Agreed: {picture.target:g}."
    if (band := picture.band) and band.lower is not None and band.upper is not None:
        trial = " (trial)" if band.trial else ""
        yield f"Own limits{trial}: {band.lower:.1f} to {band.upper:.1f}."
        yield f"Middle of the ratings: {band.median:g}."
    marked = [f"{clean(u.label)} ({_day(picture, u.x)})" for u in picture.uprights]
    if marked:
        yield f"Marked: {'; '.join(marked)}."


def _told(picture: Picture, runs: Sequence[Sequence[XY]]) -> str:
    points = [point for run in runs for point in run]
    if len(points) <= MOST:
        return "; then a gap; ".join(
            ", ".join(f"{y:g} ({_day(picture, x)})" for x, y in run) for run in runs
        )
    low, high = min(points, key=lambda p: p[1]), max(points, key=lambda p: p[1])
    named = {"first": points[0], "lowest": low, "highest": high, "last": points[-1]}
    return ", ".join(f"{name} {y:g} ({_day(picture, x)})" for name, (x, y) in named.items())


def _day(picture: Picture, x: int) -> str:
    return days.near(_on(picture, x), picture.span.end, picture.dates)


def _on(picture: Picture, x: int) -> date:
    return picture.span.start + timedelta(x)
