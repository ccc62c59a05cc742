"""Made-up ratings: whole numbers from 0 to 10 that wobble, alone or around a change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from random import Random

from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.series import Series

FIRST = date(2020, 1, 6)
LAST = date(2099, 1, 1)
_MEASURE = Measure(
    *("m", "made_up", Kind.GROWTH, "Made up", Direction.HIGHER, 7, tuple(Rater)),
    (Version(1, FIRST, "", Scale()),),
)


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of series.

    `n` ratings, a week apart; `alike` is how much each takes after the one before it (the φ of a
    first-order autoregression); `spread` is the standard deviation before rounding and `level` the
    mean, in points. `step` is added from the middle on, `drift` bit by bit from start to end.
    """

    alike: float
    n: int
    spread: float = 1.5
    level: float = 5
    step: float = 0
    drift: float = 0

    def series(self, count: int) -> Iterator[Series]:
        """So many of them, always the same ones."""
        by = Random(repr(self))
        for _ in range(count):
            yield _series(self._values(by))

    def _values(self, by: Random) -> list[int]:
        state, values = by.gauss(0, 1), []
        for at in range(self.n):
            change = self.step * (at >= self.n / 2) + self.drift * at / (self.n - 1)
            value = self.level + change + self.spread * state
            values.append(min(10, max(0, round(value))))
            state = self.alike * state + sqrt(1 - self.alike**2) * by.gauss(0, 1)
        return values


def _series(values: list[int]) -> Series:
    days = [FIRST + timedelta(7 * at) for at in range(len(values))]
    ratings = [
        Rating("m", day, Rater.CLIENT, value, 1, day)
        for day, value in zip(days, values, strict=True)
    ]
    return Series(_MEASURE, tuple(ratings))
