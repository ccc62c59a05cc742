"""How much a number of ratings may say."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

VALUES_FROM: Final = 2
DIFFERENCE_FROM: Final = 5
DIRECTION_FROM: Final = 8


class Gate(StrEnum):
    """What may be said, each including what comes before it.

    NOTHING (0–1 ratings): no picture yet. VALUES (2–4): values and their range. DIFFERENCE (5–7):
    the difference from the start against the series' own wobble. DIRECTION (8 and more): a trend.
    """

    NOTHING = "nothing"
    VALUES = "values"
    DIFFERENCE = "difference"
    DIRECTION = "direction"


def gate(n: int) -> Gate:
    """What `n` ratings may say."""
    if n < VALUES_FROM:
        return Gate.NOTHING
    if n < DIFFERENCE_FROM:
        return Gate.VALUES
    return Gate.DIFFERENCE if n < DIRECTION_FROM else Gate.DIRECTION
