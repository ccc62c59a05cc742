"""Series of every sort: whole numbers, decimals, ties, constants, rising, falling, any length."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random


def made(count: int, seed: int, *, shortest: int = 2, longest: int = 60) -> Iterator[list[float]]:
    """So many series, always the same ones for a seed."""
    by = Random(seed)
    for number in range(count):
        n = by.randint(shortest, longest)
        drift = by.choice((0, 0, 0.05, -0.2, 1))
        match number % 6:
            case 0:
                yield [by.randint(0, 10) for _ in range(n)]
            case 1:
                yield [round(5 + drift * i + by.gauss(0, 2)) for i in range(n)]
            case 2:
                yield [round(by.uniform(0, 10) + drift * i, 1) for i in range(n)]
            case 3:
                yield [by.gauss(0, 3) + drift * i for i in range(n)]
            case 4:
                yield [by.choice((0.1, 0.2, 0.3)) for _ in range(n)]
            case _:
                yield [by.choice((0.1, 7, -2))] * n
