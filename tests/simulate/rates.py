"""How many of so many series each rule speaks of, read as the program reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.simulate.series import LAST, Sort
from tui.core.stats.moved import CHANCE, feigned
from tui.core.stats.reading import Reading, read


def rates(sort: Sort, count: int) -> dict[str, float]:
    """The share of series, 0 to 1, of which a rule speaks, by the rule's name."""
    seen = Counter[str]()
    for series in sort.series(count):
        seen.update(_speaks(read(series, LAST)))
    return {rule: times / count for rule, times in seen.items()}


def all_rates(sorts: Iterable[Sort], count: int) -> Iterator[tuple[Sort, dict[str, float]]]:
    """The rates of many sorts, as many at a time as there are processors."""
    sorts = list(sorts)
    with ProcessPoolExecutor() as pool:
        yield from zip(sorts, pool.map(partial(rates, count=count), sorts), strict=True)


def _speaks(reading: Reading) -> Iterator[str]:
    yield from {f"xmr {signal.rule}" for signal in reading.signals or ()}
    if reading.runs and reading.runs.signal:
        yield "runs"
    if reading.trend and reading.trend.p < 0.05:
        yield "pairs"
    if reading.trend and reading.trend.p < CHANCE and not feigned(reading.trend):
        yield "trend"
    if any(look and look.beyond for look in (reading.shift, reading.halves)):
        yield "wobble"
    if reading.moved:
        yield "moved"
        yield reading.moved
