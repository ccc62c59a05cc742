"""The tables as Markdown, and their place in `docs/statistics.md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from tests.simulate.series import Sort

PAGE: Final = Path(__file__).parents[2] / "docs" / "statistics.md"
BEGIN: Final = "<!-- begin: written by python -m tests.simulate -->"
END: Final = "<!-- end -->"
NOTICES: Final = "<!-- begin: notices, written by python -m tests.simulate -->"

Rates = dict[Sort, dict[str, float]]
ALIKE: Final = (0, 0.2, 0.4, 0.6)
LENGTHS: Final = (16, 24, 52)
SHORT: Final = (5, 6, 7)
OTHER: Final = ((1, 5), (2.5, 5), (2, 8), (1.5, 1.5))
"""Spreads and levels beside the usual one: calm, lively, near the top, near the bottom."""
CHANGES: Final = (("step", 2), ("step", 4), ("drift", 2), ("drift", 4))
COLUMNS: Final = {
    "xmr outside": "outside",
    "xmr side": "side",
    "xmr trend": "seven up",
    "xmr two of three": "two of three",
    "runs": "run rule",
    "pairs": "pairs, p < 0.05",
    "trend": "trend",
    "wobble": "wobble",
    "moved": "**moved**",
}
"""What a rule is called in the first table."""


def steady() -> list[Sort]:
    """Series that stay where they are."""
    return [Sort(alike, n) for alike in ALIKE for n in LENGTHS]


def others() -> list[Sort]:
    """The same with other spreads and levels."""
    return [Sort(s.alike, s.n, *other) for s in steady() for other in OTHER]


def short() -> list[Sort]:
    """Series so short that only start and now are compared."""
    return [Sort(alike, n) for alike in ALIKE for n in SHORT]


def changing() -> list[Sort]:
    """Series that go up: at once in the middle, or bit by bit."""
    return [
        Sort(alike, n, level=3, **{way: by})
        for alike in (0, 0.2, 0.4)
        for n in LENGTHS
        for way, by in CHANGES
    ]


def tables(found: Rates, count: int) -> str:
    """All four tables."""
    head = ("φ", "n")
    rows: list[str] = [
        f"{count:,} series in every cell, whole numbers 0 to 10. Percentages.",
        "",
        "**Steady series: how often each rule speaks.** Spread 1.5 points around 5.",
        "",
        *heading((*head, *COLUMNS.values())),
        *(first_row(s, found[s]) for s in steady()),
        "",
        "**Steady series: how often something is said to have moved**, by spread and level.",
        "",
        *heading((*head, *(f"{spread:g} around {level:g}" for spread, level in OTHER))),
        *_wide(found, others(), len(OTHER), "moved"),
        "",
        "**Steady series of 5 to 7 ratings: how often start and now are beyond the wobble.**",
        "",
        *heading(("φ", *map(str, SHORT))),
        *(
            line.replace(f"| {SHORT[0]} ", "", 1)
            for line in _wide(found, short(), len(SHORT), "wobble")
        ),
        "",
        "**Series that rise from 3: how often they are said to have moved up** / down.",
        "",
        *heading((*head, *(f"{way} of {by}" for way, by in CHANGES))),
        *_wide(found, changing(), len(CHANGES), "up", "down"),
    ]
    return "\n".join(rows)


def first_row(sort: Sort, rates: dict[str, float]) -> str:
    """A row of the first table."""
    shares = {column: percent(rates.get(column, 0)) for column in COLUMNS}
    return row(sort.alike, sort.n, *(shares | {"moved": f"**{shares['moved']}**"}).values())


def write(text: str, begin: str = BEGIN) -> None:
    """Put tables between their marks."""
    page = PAGE.read_text(encoding="utf-8")
    before, rest = page.split(begin)
    after = rest.split(END, 1)[1]
    PAGE.write_text(f"{before}{begin}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _wide(found: Rates, sorts: Sequence[Sort], wide: int, *rules: str) -> Iterator[str]:
    for at in range(0, len(sorts), wide):
        line = sorts[at : at + wide]
        cells = (" / ".join(percent(found[s].get(rule, 0)) for rule in rules) for s in line)
        yield row(line[0].alike, line[0].n, *cells)


def percent(share: float) -> str:
    """A share as it stands in a table."""
    return f"{100 * share:.1f}"


def heading(cells: Sequence[str]) -> tuple[str, str]:
    """The head of a table."""
    return row(*cells), "|" + "---:|" * len(cells)


def row(*cells: object) -> str:
    """A row of a table."""
    return f"| {' | '.join(map(str, cells))} |"
