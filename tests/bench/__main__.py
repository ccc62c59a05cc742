"""Measure everything, print the table and write it into `docs/benchmark.md`.

python -m tests.bench                   fifteen pairs, some thirty minutes
python -m tests.bench --pairs 3         a quick look
python -m tests.bench --only starts     one kind of measurement; writes nothing
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

from tests.bench import closer, measures, report, uses
from tests.bench.programs import ROOT, Programs

PAGE: Final = ROOT / "docs" / "benchmark.md"
Measure = Callable[[Programs, measures.Samples], None]
MEASURES: Final[dict[str, Measure]] = {
    "starts": measures.starts,
    "shell": measures.shell,
    "lists": partial(measures.lists, rows=20),
    "long": partial(measures.lists, rows=10_000),
    "pictures": measures.pictures,
    "sizes": measures.sizes,
    "modes": uses.modes,
    "forms": uses.forms,
    "typing": uses.typing,
    "leaving": uses.leaving,
    "growth": closer.growth,
    "pans": closer.pans,
    "statistics": closer.statistics,
}


def main() -> None:
    """Measure pair by pair, then write."""
    given = _arguments()
    chosen = {given.only: MEASURES[given.only]} if given.only else MEASURES
    samples = measures.Samples(list)
    today = date.today()
    with tempfile.TemporaryDirectory(prefix="fledge-bench-") as folder:
        programs = Programs(Path(folder))
        programs.prepare(today)
        for pair in range(given.pairs):
            for name, measure in chosen.items():
                print(f"pair {pair + 1} of {given.pairs}: {name}", file=sys.stderr)
                measure(programs, samples)
    if given.only:
        for name, values in samples.items():
            print(f"{name:24}", *(f"{value:.6g}" for value in values))
        return
    text = report.table(list(report.figures(samples)), given.pairs, today)
    print(text)
    if not given.dry:
        report.write(PAGE, text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--pairs", type=int, default=15, help="how often each pair is run")
    parser.add_argument("--only", choices=MEASURES, help="measure one thing and print its samples")
    parser.add_argument("--dry", action="store_true", help="print the table, leave the page alone")
    return parser.parse_args()


if __name__ == "__main__":
    main()
