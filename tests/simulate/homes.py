"""Made-up ratings in the places where rules look at them, and how often a notice comes of them.

A record grows rating by rating, as it does in a life, and the rules are asked after each: what
counts is whether any notice was ever raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from tests.simulate.series import FIRST, Sort
from tui.core import alliance
from tui.core.catalogue import CATALOGUE
from tui.core.clients import Client
from tui.core.gathering import all_hours, all_series
from tui.core.measures import Measure, Rater
from tui.core.notices.apart import far
from tui.core.notices.notice import Notice
from tui.core.notices.registry import notices
from tui.core.ratings import Rating
from tui.core.record import Record, as_of
from tui.core.sessions import Session

EARLIEST = 3
"""Ratings with which no rule has anything to say."""


@dataclass(frozen=True, slots=True)
class Home:
    """What is rated: keys of the catalogue, and by whom..

    Values are made around the middle of 0 to 10 and held to the measure's scale.
    """

    keys: tuple[str, ...]
    raters: tuple[Rater, ...] = (Rater.CLIENT,)


HOMES = {
    "indicator": Home(("confidence",)),
    "sign, level": Home(("regulation",)),
    "sign, slope": Home(("damage_story",)),
    "alliance": Home(alliance.ITEMS),
    "alliance, both": Home(alliance.ITEMS, (Rater.CLIENT, Rater.THERAPIST)),
}


def notice_rates(told: tuple[str, Sort], count: int) -> dict[str, float]:
    """The share of records, 0 to 1, in which a notice was raised, and which way it said."""
    name, sort = told
    home, seen = HOMES[name], dict.fromkeys(("any", "up", "down"), 0)
    columns = len(home.keys) * len(home.raters)
    drawn = sort.series(count * columns)
    for _ in range(count):
        rated = [[r.value for r in next(drawn).ratings] for _ in range(columns)]
        raised = tuple(_raised(record(home, rated)))
        seen["any"] += bool(raised)
        for way in ("up", "down"):
            seen[way] += any(f"went {way}" in notice.said for notice in raised)
    return {what: times / count for what, times in seen.items()}


def all_notice_rates(
    told: Iterable[tuple[str, Sort]], count: int
) -> Iterator[tuple[tuple[str, Sort], dict[str, float]]]:
    """The rates of many, as many at a time as there are processors."""
    told = list(told)
    with ProcessPoolExecutor() as pool:
        yield from zip(told, pool.map(partial(notice_rates, count=count), told), strict=True)


def record(home: Home, rated: list[list[float]]) -> Record:
    """A record in which nothing but this was rated, a rating a week, after a session each."""
    by_key = {entry.key: entry.measure(entry.key, FIRST) for entry in CATALOGUE}
    measures = [by_key[key] for key in home.keys]
    days = [FIRST + timedelta(7 * at) for at in range(len(rated[0]))]
    lines = zip(((m, who) for m in measures for who in home.raters), rated, strict=True)
    ratings = [rating for (m, who), values in lines for rating in _line(m, who, days, values)]
    sessions = [Session(str(n), n, day) for n, day in enumerate(days, 1)]
    return Record(
        Client("c", "Made up", FIRST),
        days[-1],
        all_series(measures, (), ratings, sessions),
        hours=all_hours(measures, ratings, sessions),
    )


def apart_rate(sort: Sort, count: int) -> float:
    """The share of goals, 0 to 1, of which two who both rate them each week are ever told apart."""
    drawn = sort.series(2 * count)
    told = 0
    for _ in range(count):
        pairs = tuple(zip(next(drawn).ratings, next(drawn).ratings, strict=True))
        told += any(far(pairs[:n], goal=True) for n in range(EARLIEST + 1, len(pairs) + 1))
    return told / count


def _line(
    measure: Measure, rater: Rater, days: list[date], values: list[float]
) -> Iterator[Rating]:
    for day, value in zip(days, values, strict=True):
        yield Rating(measure.id, day, rater, value, 1, day)


def _raised(whole: Record) -> Iterator[Notice]:
    days = [hour.session.day for hour in reversed(whole.hours)]
    for day in days[EARLIEST:]:
        yield from notices(as_of(whole, day))
