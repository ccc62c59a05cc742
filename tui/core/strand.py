"""One rater's points, laid out so that any stretch of them can be looked at quickly.

A picture has a hundred columns, whatever it shows. Laying out reads a series through once; after
that a stretch of a million points costs what its columns cost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from typing import Final

from tui.core.measures import Rater
from tui.core.series import Dated
from tui.core.timespan import Span

Pick = Callable[[Iterable[float]], float]

_BLOCK: Final = 256
"""Points whose lowest and highest are known beforehand."""


class Strand:
    """Points in order of time, and where the line between them is broken."""

    def __init__(self, rater: Rater, lines: Sequence[Sequence[Dated]]) -> None:
        """`lines` are the stretches that a line may join, as `Series.lines` tells them."""
        self.rater = rater
        self.points: list[Dated] = list(chain.from_iterable(lines))
        self._cuts = list(accumulate(map(len, lines)))
        self._days = [point.day.toordinal() for point in self.points]
        self._values = [point.value for point in self.points]
        blocks = [self._values[n : n + _BLOCK] for n in range(0, len(self._values), _BLOCK)]
        self._lows, self._highs = list(map(min, blocks)), list(map(max, blocks))

    def last(self, span: Span) -> Dated | None:
        """The latest point within a span."""
        first, end = self._within(span)
        return self.points[end - 1] if first < end else None

    def shown(self, span: Span, columns: int) -> tuple[tuple[Dated, ...], ...]:
        """At most two points for each of `columns` equal stretches of a span, in runs.

        Of each the first of the lowest and the first of the highest are kept, so that no peak and
        no dip is lost and nothing is shown that was not there. A run ends where the line is broken
        between what is kept.
        """
        first, end = self._within(span)
        start = span.start.toordinal()
        edges = (start - -column * span.days // columns for column in range(1, columns))
        at, kept = first, list[int]()
        for edge in (*edges, start + span.days):
            until = bisect_left(self._days, edge, at, end)
            if at < until:
                low = self._first_of(min, self._lows, at, until)
                high = self._first_of(max, self._highs, at, until)
                kept += sorted({low, high})
            at = until
        return tuple(self._runs(kept))

    def _within(self, span: Span) -> tuple[int, int]:
        start = span.start.toordinal()
        first = bisect_left(self._days, start)
        return first, bisect_left(self._days, start + span.days, first)

    def _runs(self, kept: list[int]) -> list[tuple[Dated, ...]]:
        runs: list[list[Dated]] = []
        cut = -1
        for index in kept:
            if index >= cut:
                runs.append([])
                cut = self._cuts[bisect_left(self._cuts, index + 1)]
            runs[-1].append(self.points[index])
        return [tuple(run) for run in runs]

    def _first_of(self, pick: Pick, blocks: list[float], start: int, end: int) -> int:
        """The first index of the lowest, or highest, value from `start` to before `end`."""
        first, last = -(-start // _BLOCK), end // _BLOCK
        if first >= last:
            return self._values.index(pick(self._values[start:end]), start, end)
        ahead, behind = self._values[start : first * _BLOCK], self._values[last * _BLOCK : end]
        value = pick([*ahead, *blocks[first:last], *behind])
        if value in ahead:
            return self._values.index(value, start)
        if value in blocks[first:last]:
            start = blocks.index(value, first) * _BLOCK
            return self._values.index(value, start)
        return self._values.index(value, last * _BLOCK)
