"""The rule behind every "up" and "down" keeps to its budget of false alarms."""

from __future__ import annotations

from math import sqrt

import pytest

from tests.simulate import notice_page, page
from tests.simulate.homes import HOMES, notice_rates
from tests.simulate.rates import rates
from tests.simulate.series import Sort

BUDGET = {0: 0.05, 0.2: 0.05, 0.4: 0.10}
"""Steady series said to have moved, at most, by how much neighbours are alike."""
FEW = 400


@pytest.mark.parametrize("alike", BUDGET)
def test_steady_series_are_seldom_said_to_have_moved(alike: float) -> None:
    """Each length within two standard errors of so few series, all of them together within none."""
    found = [rates(Sort(alike, n), FEW).get("moved", 0) for n in page.LENGTHS]
    allowed = BUDGET[alike]
    assert max(found) < allowed + 2 * sqrt(allowed * (1 - allowed) / FEW)
    assert sum(found) / len(found) < allowed


def test_a_great_step_is_found() -> None:
    """And never taken for its opposite."""
    found = rates(Sort(0.2, 24, level=3, step=4), 200)
    assert found["up"] > 0.8
    assert "down" not in found


def test_the_page_tells_what_the_program_does() -> None:
    """One row counted anew; a change of any rule asks for `make simulate`."""
    rows = page.PAGE.read_text(encoding="utf-8").splitlines()
    wanted = page.first_row(Sort(0.2, 16), rates(Sort(0.2, 16), 3_000))
    assert wanted in rows


def test_the_page_holds_the_budget() -> None:
    """In every cell of 3,000 series, whatever the spread and the level."""
    told = page.PAGE.read_text(encoding="utf-8").split("**Steady series")
    cells = [
        (float(row[0]), float(cell.strip("*")))
        for table, first in ((told[1], 10), (told[2], 2))
        for row in map(_cells, table.splitlines())
        if row and row[0].replace(".", "").isdigit()
        for cell in row[first:]
    ]
    assert len(cells) == 12 + 48
    assert all(share < 100 * BUDGET[alike] for alike, share in cells if alike in BUDGET)


@pytest.mark.parametrize("home", HOMES)
def test_steady_records_seldom_raise_a_notice(home: str) -> None:
    """Few records, each asked after every rating: within two standard errors of the budget."""
    few, allowed = 60, BUDGET[0.2]
    (sort,) = (s for name, s in notice_page.steady() if name == home and s.alike == 0.2)
    found = notice_rates((home, sort), few)["any"]
    assert found < allowed + 2 * sqrt(allowed * (1 - allowed) / few)


def test_a_step_of_three_raises_a_notice() -> None:
    """Where ratings wander by a point; which way is never mistaken."""
    found = notice_rates(("indicator", Sort(0.2, notice_page.N, 1, 3.5, notice_page.SHIFT)), 60)
    assert found["up"] > 0.7
    assert found["down"] == 0


def test_the_page_holds_the_budget_of_notices() -> None:
    """In every place that is looked at."""
    told = page.PAGE.read_text(encoding="utf-8").split(page.NOTICES)[1].split("**Records")[0]
    rows = [_cells(line) for line in told.splitlines()]
    rates = {float(row[0]): row[1:] for row in rows if row and row[0].replace(".", "").isdigit()}
    assert len(rates) == len(page.ALIKE)
    for alike, allowed in BUDGET.items():
        assert len(rates[alike]) == len(HOMES)
        assert all(float(share) < 100 * allowed for share in rates[alike])


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
