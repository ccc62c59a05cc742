"""The tables of notices as Markdown."""

from __future__ import annotations

from typing import Final

from tests.simulate.homes import HOMES
from tests.simulate.page import ALIKE, heading, percent, row
from tests.simulate.series import Sort

N: Final = 24
ALLIANCE_LEVEL: Final = 7
SHIFT: Final = 3
SHIFTED: Final = (("indicator", 1), ("indicator", 1.5), ("sign, level", 1), ("sign, level", 1.5))
"""What is shifted, and the spread around it."""

Told = tuple[str, Sort]
Rates = dict[Told, dict[str, float]]


def steady() -> list[Told]:
    """Records in which everything stays where it is."""
    return [(home, _steady(home, alike)) for alike in ALIKE for home in HOMES]


def shifted() -> list[Told]:
    """Records with a step up in the middle."""
    return [_shifted(home, spread, alike) for alike in ALIKE[:3] for home, spread in SHIFTED]


def tables(found: Rates, count: int) -> str:
    """Both tables."""
    rows = [
        f"**Steady records of {N} ratings: how often any notice was raised**, the rules being asked"
        f" after each rating. {count:,} records in every cell; spread 1.5 points around 5, an"
        f" alliance's items around {ALLIANCE_LEVEL}.",
        "",
        *heading(("φ", *HOMES)),
        *(steady_row(alike, found) for alike in ALIKE),
        "",
        f"**Records of {N} ratings with a step of {SHIFT} in the middle: how often a notice says"
        " so**, by the spread around it.",
        "",
        *heading(("φ", *(f"{home}, spread {spread:g}" for home, spread in SHIFTED))),
        *(shifted_row(alike, found) for alike in ALIKE[:3]),
    ]
    return "\n".join(rows)


def steady_row(alike: float, found: Rates) -> str:
    """A row of the first table."""
    shares = (found[home, _steady(home, alike)]["any"] for home in HOMES)
    return row(alike, *map(percent, shares))


def shifted_row(alike: float, found: Rates) -> str:
    """A row of the second table."""
    rates = ((home, found[_shifted(home, spread, alike)]) for home, spread in SHIFTED)
    return row(alike, *(percent(r["up" if home == "indicator" else "any"]) for home, r in rates))


def _steady(home: str, alike: float) -> Sort:
    return Sort(alike, N, level=ALLIANCE_LEVEL if home.startswith("alliance") else 5)


def _shifted(home: str, spread: float, alike: float) -> Told:
    return home, Sort(alike, N, spread, level=3.5, step=SHIFT)
