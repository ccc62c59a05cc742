"""Alliance: how well two people work together, from three items after a session, per rater."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Final

from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.series import Series

ITEMS: Final = ("alliance_goals", "alliance_tasks", "alliance_bond")
"""Keys of the three measures whose mean it is."""
NEEDS: Final = 2
"""Items below which no mean is made of them."""
_SCALE: Final = Scale("not at all", "fully", 0, 10, 0.1)
_PROMPT: Final = "The mean of “Same goals”, “How we work” and “Bond”, where at least two are rated."


def alliance(items: Iterable[float]) -> float | None:
    """The mean of the items that were rated, 0 to 10 with one decimal; None for fewer than two."""
    given = tuple(items)
    return round(sum(given) / len(given), 1) if len(given) >= NEEDS else None


def _derived(key: str, name: str, raters: tuple[Rater, ...]) -> Measure:
    version = Version(1, date.min, _PROMPT, _SCALE)
    return Measure(key, key, Kind.SESSION, name, Direction.HIGHER, None, raters, (version,))


ALLIANCE: Final = _derived("alliance", "Alliance", (Rater.CLIENT, Rater.THERAPIST))
"""Alliance as a measure of its own, worked out and never asked."""
AS_THERAPIST: Final = _derived(
    "alliance_therapist", "Alliance, therapist’s view", (Rater.THERAPIST,)
)
"""The same as the therapist alone sees it."""
DERIVED: Final = (ALLIANCE, AS_THERAPIST)
"""Measures that are worked out of others. Nobody rates, changes or deletes them."""


def is_derived(measure: Measure) -> bool:
    """Whether a measure is worked out of others."""
    return any(measure.id == each.id for each in DERIVED)


def readable(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Measures with those that are worked out of them, unless somebody's own is called so."""
    taken = {measure.name.casefold() for measure in measures}
    return (*measures, *(each for each in DERIVED if each.name.casefold() not in taken))


def series(
    wanted: Measure, items: Sequence[Measure], ratings: Iterable[Rating], expected: Sequence[date]
) -> Series:
    """The alliance over time, worked out of the ratings of its items.

    `wanted` is one of `DERIVED`; `expected` are the days of sessions. A new wording of any of the
    items is a new version of it.
    """
    since = sorted({v.since for item in items for v in item.versions[1:]})
    later = (replace(wanted.version, number=n, since=day) for n, day in enumerate(since, 2))
    measure = replace(wanted, versions=(wanted.version, *later))
    by_id = {item.id: item for item in items}
    kept = [r for r in ratings if r.rater in wanted.raters]
    found = _together(measure, by_id, sorted(kept, key=_moment))
    return Series(measure, tuple(found), tuple(expected))


def _together(
    measure: Measure, items: Mapping[str, Measure], ratings: Iterable[Rating]
) -> Iterable[Rating]:
    for (day, _), group in groupby(ratings, _moment):
        given = list(group)
        value = alliance(10 * _scale(items[r.measure_id], r).share(r.value) for r in given)
        if value is not None:
            number = measure.version_on(day).number
            entered = max(r.entered for r in given)
            yield Rating(measure.id, day, given[0].rater, value, number, entered)


def _scale(item: Measure, rating: Rating) -> Scale:
    return next(v for v in item.versions if v.number == rating.version).scale


def _moment(rating: Rating) -> tuple[date, str]:
    return rating.day, rating.rater.value
