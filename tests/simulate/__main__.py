"""Simulate, print the tables and write them into `docs/statistics.md`.

python -m tests.simulate                  3,000 series in every cell, a quarter of an hour
python -m tests.simulate --count 200      a quick look; writes nothing
"""

from __future__ import annotations

import argparse
from typing import Final

from tests.simulate import notice_page, page
from tests.simulate.homes import all_notice_rates
from tests.simulate.rates import all_rates

COUNT: Final = 3_000


def main() -> None:
    """Simulate every sort of series."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--count", type=int, default=COUNT, help="series in every cell")
    count = parser.parse_args().count
    sorts = [*page.steady(), *page.others(), *page.short(), *page.changing()]
    text = page.tables(dict(all_rates(sorts, count)), count)
    told = [*notice_page.steady(), *notice_page.shifted()]
    raised = notice_page.tables(dict(all_notice_rates(told, count)), count)
    print(text, raised, sep="\n\n")
    if count == COUNT:
        page.write(text)
        page.write(raised, page.NOTICES)


if __name__ == "__main__":
    main()
