"""What is measured of looking closer: many measures, a picture moved through time, statistics."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from tests.bench.measures import Samples, looking, move
from tests.bench.programs import LARGE, Programs
from tests.bench.uses import shown
from tui.core.stats.limits import limits, signals
from tui.core.stats.runs import runs
from tui.core.stats.trend import trend
from tui.core.stats.wobble import wobble

POINTS: Final = 10_000
"""Points of a series that every statistic is made of."""
TIMES: Final = 5
"""How often each statistic is made; the quickest counts, since nothing else makes it quicker."""
PANS: Final = "[[]]]][["
"""Half a width each, from the middle to either side: none of them is stopped by an end."""
GROWTH: Final = "weeks ░"
"""What the list of Growth alone has."""
STATISTICS: Final[dict[str, Callable[[Sequence[float]], object]]] = {
    "wobble": lambda values: wobble(values, whole=True),
    "limits": lambda values: signals(values, limits(values)),
    "runs": runs,
    "trend": trend,
}


def growth(programs: Programs, samples: Samples) -> None:
    """The mode Growth with its picture: of the sample case, and of fifty measures' ten years."""
    for name, file in (("sample", programs.sample), ("decade", programs.decade)):
        with looking(programs, programs.fledge(file), "Containing") as terminal:
            _, complete = shown(terminal, "3", GROWTH)
            samples[f"growth {name}"].append(complete)


def pans(programs: Programs, samples: Samples) -> None:
    """A picture with limits and a second series, in a file of a million ratings, moved in time."""
    with looking(programs, programs.fledge(programs.filled(LARGE))) as terminal:
        shown(terminal, "3", GROWTH)
        terminal.press("enter")
        terminal.settle(0.5)
        terminal.press("o")
        terminal.wait_for("Lay over")
        terminal.press("enter")
        terminal.wait_for("▪ ")
        terminal.settle(0.5)
        for key in "++":
            move(terminal, key, b"")
        took = [move(terminal, key, b"")[0] for key in PANS]
        samples["pan"].append(median(took))


def statistics(_: Programs, samples: Samples) -> None:
    """Each statistic of a long series that wavers, and of one that rises as well."""
    for kind, values in (("steady", _wavering(0.0)), ("rising", _wavering(4.0))):
        for name, made in STATISTICS.items():
            samples[f"{name} {kind}"].append(min(_took(made, values) for _ in range(TIMES)))


def _took(made: Callable[[Sequence[float]], object], values: Sequence[float]) -> float:
    begun = time.perf_counter()
    made(values)
    return (time.perf_counter() - begun) * 1000


def _wavering(rise: float) -> list[float]:
    """Whole numbers from 0 to 10 around a middle that rises by so many points in all."""
    chance = random.Random(1)
    middles = (5 - rise / 2 + rise * n / POINTS for n in range(POINTS))
    return [float(min(10, max(0, round(chance.gauss(middle, 1.5))))) for middle in middles]
