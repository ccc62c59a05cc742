"""Stretches of time, and where in a therapy one is."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import day
from tui.core.clients import Client, months_between
from tui.core.events import Event, EventKind
from tui.core.overview import Overview
from tui.core.sessions import Session, SessionState, rhythm
from tui.core.timespan import Range, Span

DAYS = st.dates(date(1900, 1, 1), date(2200, 1, 1))


@given(DAYS, st.integers(0, 40_000), st.integers(1, 200))
def test_buckets_partition_the_span(start: date, length: int, count: int) -> None:
    span = Span(start, start + timedelta(length))
    buckets = span.buckets(count)
    assert len(buckets) == count
    assert (buckets[0][0], buckets[-1][1]) == (span.start, span.end + timedelta(1))
    assert all(a[1] == b[0] for a, b in pairwise(buckets))
    sizes = {(b - a).days for a, b in buckets}
    assert max(sizes) - min(sizes) <= 1
    assert min(sizes) >= 0


@given(st.sampled_from(Range), st.none() | DAYS, DAYS)
def test_a_range_ends_today_and_has_room(of: Range, first: date | None, today: date) -> None:
    span = of.span(first, today)
    assert span.end == today
    assert span.days >= 7
    if of is Range.ALL and first:
        assert span.start == min(first, today - timedelta(6))


def test_every_range_comes_round() -> None:
    ring = [Range.MONTH]
    while ring[-1].next is not Range.MONTH:
        ring.append(ring[-1].next)
    assert ring == list(Range)


@pytest.mark.parametrize(
    ("days", "weeks"),
    [
        ([], None),
        ([0, 7, 14], None),
        ([0, 7, 14, 21], 1),
        ([0, 7, 14, 21, 49, 77, 105], 4),
        ([105, 0, 77, 49, 21], 4),
        ([0, 100, 107, 114, 121], 1),
        ([0, 14, 28, 49], 2),
        ([0, 3, 6, 9], None),
        ([0, 0, 0, 0], None),
    ],
)
def test_rhythm(days: list[int], weeks: int | None) -> None:
    """The last three distances speak; a missed session was scheduled all the same."""
    held = [
        Session(str(n), n, day(at), SessionState.HELD if n % 2 == 0 else SessionState.MISSED)
        for n, at in enumerate(days, 1)
    ]
    assert rhythm(held) == weeks


@pytest.mark.parametrize(
    ("start", "end", "months"),
    [
        ("2025-03-02", "2026-06-28", 15),
        ("2026-01-15", "2026-02-14", 0),
        ("2026-01-15", "2026-02-15", 1),
        ("2025-12-31", "2026-01-01", 0),
        ("2026-06-01", "2026-06-01", 0),
        ("2026-06-01", "2020-01-01", 0),
    ],
)
def test_months_between(start: str, end: str, months: int) -> None:
    assert months_between(date.fromisoformat(start), date.fromisoformat(end)) == months


@pytest.mark.parametrize(
    ("today", "given", "said"),
    [
        (3, {}, "first month"),
        (3, {"session": 1}, "first month · session 1"),
        (70, {"session": 9, "rhythm": 1}, "month 2 · session 9 · weekly"),
        (470, {"session": 54, "rhythm": 4}, "month 15 · session 54 · now every 4 weeks"),
        (
            600,
            {"session": 54, "rhythm": 4, "events": (Event("e", day(470), EventKind.ENDED, ""),)},
            "ended 14 Sep 2027 · month 15 · session 54",
        ),
    ],
)
def test_whereabouts(today: int, given: dict[str, Any], said: str) -> None:
    client = Client("c", "Rowan", day(0))
    assert Overview(client, day(today), (), (), (), **given).whereabouts() == said
