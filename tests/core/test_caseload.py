"""A caseload: which clients are shown, in which order, and what is said of one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tui.core.caseload import Case, CaseFilter, CaseOrder, Glance, summary
from tui.core.clients import Client
from tui.core.listing import Listing
from tui.core.overview import Overview

TODAY = date(2026, 11, 22)


def case(
    name: str,
    last: int | None = None,
    coming: int | None = None,
    review: date | None = None,
    **more: Any,
) -> Case:
    """`last` and `coming` are days before and after today."""
    client = Client(name, name, TODAY - timedelta(400))
    held = None if last is None else TODAY - timedelta(last)
    planned = None if coming is None else TODAY + timedelta(coming)
    return Case(
        client, held, planned, lately=last is not None and last <= 28, review=review, **more
    )


CASES = (
    case("Zoë", last=3, coming=4),
    case("ada", last=90),
    case("Élan", coming=0, unwritten=1),
    case("Bo", last=29, repairs=1, topics=2, due=0),
    case("Cy", last=28, due=3),
)
LISTING: Listing[Case] = Listing.of(*CaseFilter, orders=tuple(CaseOrder))


def names(listing: Listing[Case]) -> str:
    return " ".join(each.client.name for each in listing.shown(CASES))


def test_filters() -> None:
    """All of them, then those with something to do, seen lately, with a repair that is open."""
    listing, seen = LISTING, []
    for _ in CaseFilter:
        seen.append(names(listing))
        listing = listing.next_filter
    assert seen == ["ada Bo Cy Élan Zoë", "Bo Cy Élan", "Cy Zoë", "Bo"]
    assert listing == LISTING


def test_orders_put_whom_they_say_nothing_of_last() -> None:
    """By name within what is the same. No order asks how anybody was rated."""
    listing, seen = LISTING, []
    for _ in CaseOrder:
        seen.append(names(listing))
        listing = listing.next_order
    assert seen == [
        "ada Bo Cy Élan Zoë",
        "Élan Zoë ada Bo Cy",
        "ada Bo Cy Zoë Élan",
        "Bo Cy Élan ada Zoë",
    ]


@pytest.mark.parametrize(("typed", "expected"), [("el", "Élan"), ("ZOE", "Zoë"), ("x", "")])
def test_finding(typed: str, expected: str) -> None:
    assert names(LISTING.finding(typed)) == expected


def test_waiting_is_told_in_the_order_of_doing() -> None:
    busy = case("Kim", unwritten=1, topics=1, due=12, repairs=2)
    assert busy.waiting() == ("1 to write up", "12 due", "1 topic")
    seen = Glance(0, 0, None, notices=2)
    told = ("1 to write up", "review due", "12 due", "2 to talk about", "1 topic")
    assert replace(busy, review=TODAY).waiting(seen) == told
    assert case("Kim", repairs=2).waiting(Glance(0, 0, None, notices=0)) == ()
    assert case("Kim", review=TODAY).waits
    assert case("Kim", repairs=1).waits
    assert not case("Kim", due=0).waits


def test_a_summary_tells_only_what_there_is() -> None:
    """Nothing missing is a nought."""
    client = case("Kim")
    data = Overview(client.client, TODAY, (), (), ())
    assert summary(client, data, Glance(0, 0, None)) == ()
    kim = case("Kim", coming=0, unwritten=2, repairs=1, review=date(2026, 11, 20))
    blocks = summary(kim, data, Glance(0, 0, None, notices=1))
    told = {
        block.heading: [f"{e.lead} {e.text}".strip() for e in block.entries] for block in blocks
    }
    assert told == {
        "Sessions": ["next today", "A repair is open."],
        "Waiting": [
            "2 sessions are not written up.",
            "A review was set for Fri 20 Nov 2026.",
            "One thing is worth talking about.",
        ],
    }
