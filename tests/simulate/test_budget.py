"""The rule behind every "up" and "down" keeps to its budget of false alarms."""

from __future__ import annotations

from math import sqrt

import pytest

from tests.simulate import notice_page, page
from tests.simulate.homes import HOMES, apart_rate, notice_rates
from tests.simulate.rates import rates
from tests.simulate.series import Sort

BUDGET = {0: 0.05, 0.2: 0.05, 0.4: 0.10}
"""Steady series said to have moved, at most, by how much neighbours are alike."""
POWER = 0.80
"""Records with a step of 3 points in which a notice has to say so, at least."""
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


@pytest.mark.parametrize(("alike", "most"), [(0, 0.03), (0.2, 0.03), (0.4, 0.05)])
def test_two_who_rate_a_steady_goal_are_seldom_told_apart(alike: float, most: float) -> None:
    """As often as the page says at most."""
    assert apart_rate(Sort(alike, notice_page.N), 1_000) < most


@pytest.mark.parametrize(("home", "spread"), notice_page.SHIFTED)
def test_a_step_of_three_raises_a_notice(home: str, spread: float) -> None:
    """Few records: within two standard errors of the power; which way is never mistaken."""
    few = 60
    found = notice_rates((home, Sort(0.2, notice_page.N, spread, 3.5, notice_page.SHIFT)), few)
    told = found["up" if home == "indicator" else "any"]
    assert told > POWER - 2 * sqrt(POWER * (1 - POWER) / few)
    assert found["down"] == 0


def test_the_page_holds_the_budget_and_the_power_of_notices() -> None:
    """In every place that is looked at, by however much the ratings wander."""
    steady, shifted = _notice_tables()
    assert steady.keys() == set(page.ALIKE)
    for alike, allowed in BUDGET.items():
        assert len(steady[alike]) == len(HOMES)
        assert all(share < 100 * allowed for share in steady[alike])
    assert shifted.keys() == BUDGET.keys()
    for shares in shifted.values():
        assert len(shares) == len(notice_page.SHIFTED)
        assert all(share > 100 * POWER for share in shares)


def _notice_tables() -> list[dict[float, list[float]]]:
    """The shares of both tables of notices, by how much neighbours are alike."""
    told = page.PAGE.read_text(encoding="utf-8").split(page.NOTICES)[1].split(page.END)[0]
    return [
        {
            float(row[0]): list(map(float, row[1:]))
            for row in map(_cells, table.splitlines())
            if row and row[0].replace(".", "").isdigit()
        }
        for table in told.split("**Records")
    ]


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
