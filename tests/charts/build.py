"""A palette, pictures and what is left of a drawing without its colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from rich.cells import cell_len

from tests.core.build import MONDAY
from tui.charts.palette import Palette
from tui.charts.picture import XY, Picture, Upright
from tui.core.measures import Kind, Rater, Scale
from tui.core.timespan import Span

PALETTE: Final = Palette(*(f"#{n:02x}{n + 1:02x}{n + 2:02x}" for n in range(0, 110, 10)))
"""Eleven colours, all different."""
_SGR: Final = re.compile(r"\x1b\[[0-9;]*m")


def picture(
    days: int = 100,
    *,
    uprights: Iterable[Upright] = (),
    runs: tuple[tuple[XY, ...], ...] = (((0, 3), (5, 7)),),
    scale: Scale | None = None,
    target: float | None = None,
) -> Picture:
    """A picture of some days with two raters."""
    scale = scale or Scale()
    span = Span(MONDAY, MONDAY + timedelta(days - 1))
    others = ((Rater.THERAPIST, ((2, scale.minimum),)),)
    latest = runs[-1][-1] if runs else None
    return Picture(
        kind=Kind.GROWTH,
        scale=scale,
        span=span,
        lead=Rater.CLIENT,
        runs=runs,
        others=others,
        latest=latest,
        target=target,
        uprights=tuple(uprights),
    )


def lines(drawn: str) -> list[str]:
    """The lines of a drawing, without colours. Nothing else may be in it that is not seen."""
    plain = _SGR.sub("", drawn)
    hidden = {c for c in plain if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0)}
    assert not hidden, f"a terminal would obey {hidden!a}"
    return plain.removesuffix("\n").split("\n")


def sizes(drawn: str) -> tuple[int, set[int]]:
    """How many lines, and the widths that they have in cells."""
    shown = lines(drawn)
    return len(shown), {cell_len(line) for line in shown}
