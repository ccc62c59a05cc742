"""Mean and median, and how near floats come.

`statistics` has both and takes 7 ms to import, which a first picture would wait for.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import Final

SLACK: Final = 1e-9
"""Two values that differ by no more than this are the same rating, written in floats."""


def mean(values: Sequence[float]) -> float:
    """The mean; raises `ZeroDivisionError` for no values."""
    return fsum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the two in the middle; raises `IndexError` for none."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
