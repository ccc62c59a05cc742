"""Pairs of a series that rise, fall or stay level, counted in n log n."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pairs:
    """How many pairs of an earlier and a later value there are of each kind."""

    rising: int
    level: int
    falling: int

    @property
    def number(self) -> int:
        """All pairs."""
        return self.rising + self.level + self.falling


def counted(values: Sequence[float]) -> Pairs:
    """Count the pairs of `values`."""
    sizes = Counter(values)
    rank = {value: at for at, value in enumerate(sorted(sizes))}
    fall = falling(map(rank.__getitem__, values), len(rank))
    level = sum(size * (size - 1) // 2 for size in sizes.values())
    pairs = len(values) * (len(values) - 1) // 2
    return Pairs(pairs - level - fall, level, fall)


def falling(ranks: Iterable[int], below: int) -> int:
    """The number of pairs whose later rank is the lower one; ranks are 0 to less than `below`.

    Ranks are kept in order as they come, in as few bytes as they need: what has to be moved for
    each of them is what takes the time.
    """
    seen: bytearray | array[int] = (
        bytearray() if below <= 256 else array("H" if below <= 65536 else "L")
    )
    fall = 0
    for n, rank in enumerate(ranks):
        after = bisect_right(seen, rank)
        fall += n - after
        seen.insert(after, rank)
    return fall
