"""Which rows are shown, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.build import measure, rating
from tui.core.goals import Goal, GoalState
from tui.core.listing import Filter, Listing, Order, folded
from tui.core.measures import Kind
from tui.core.overview import Line


def line(name: str, *, last: int | None = None, value: float = 5, paused: bool = False) -> Line:
    of = replace(measure(name, key=name.lower(), id_=name), paused=paused)
    return Line(of, (), None, None if last is None else rating(of, last, value))


def goal(name: str, state: GoalState) -> Line:
    of = measure(name, id_=name, kind=Kind.GOAL)
    return Line(of, (), None, None, Goal(of, state))


def names(lines: tuple[Line, ...]) -> list[str]:
    return [each.measure.name for each in lines]


ROWS = (line("Über", last=3, value=1), line("alpha"), line("Beta", last=9, value=0, paused=True))
GOALS = tuple(goal(state.value, state) for state in GoalState)
OPEN, DONE = ["draft", "active", "paused"], ["reached", "let go"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.AS_SET, ["Über", "alpha", "Beta"]),
        (Order.NAME, ["alpha", "Beta", "Über"]),
        (Order.RECENT, ["Beta", "Über", "alpha"]),
        (Order.WAITING, ["alpha", "Über", "Beta"]),
    ],
)
def test_orders(order: Order, expected: list[str]) -> None:
    """What was never rated waits longest; how high anything is decides nothing."""
    assert names(order.sorted(ROWS)) == expected
    higher = tuple(replace(x, last=x.last and replace(x.last, value=10)) for x in ROWS)
    assert names(order.sorted(higher)) == expected


def test_filters_and_orders_go_round() -> None:
    listing = Listing.of(Filter.CURRENT, Filter.PAUSED, Filter.ALL)
    filters, orders = [], []
    for _ in range(3):
        filters.append(names(listing.shown(ROWS)))
        listing = listing.next_filter
    assert filters == [["Über", "alpha"], ["Beta"], ["Über", "alpha", "Beta"]]
    for _ in Order:
        orders.append(listing.order)
        listing = listing.next_order
    assert orders == list(Order)
    assert listing == Listing.of(Filter.CURRENT, Filter.PAUSED, Filter.ALL)


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter.OPEN, OPEN),
        (Filter.DONE, DONE),
        (Filter.PAUSED, ["paused"]),
        (Filter.CURRENT, OPEN + DONE),
        (Filter.ALL, OPEN + DONE),
    ],
)
def test_goals_by_their_state(wanted: Filter, expected: list[str]) -> None:
    assert names(Listing.of(wanted).shown(GOALS)) == expected


@pytest.mark.parametrize("typed", ["uber", "ÜBER", "ü", "  bE  u ", "\x1bUb"])
def test_letters_are_found_whatever_they_wear(typed: str) -> None:
    """Case, accents and the order of words do not matter, nor does what cannot be seen."""
    assert names(Listing.of(Filter.ALL).finding(typed).shown(ROWS)) == ["Über"]


def test_a_row_is_found_by_its_key_too() -> None:
    """The name of an indicator for the shell has the word that a person may remember."""
    row = Line(measure("Worthy of good things", key="self_entitlement"), (), None, None)
    find = Listing.of(Filter.ALL).finding
    assert find("self ent").shown([row])
    assert not find("zest").shown([row])
    assert folded("Self-Entitlement") == folded("self_entitlement")
