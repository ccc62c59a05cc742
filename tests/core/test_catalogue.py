"""The catalogue is a promise: what an old rating meant follows from it."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from itertools import count

import pytest

from tui.core import catalogue
from tui.core.catalogue import CATALOGUE, Entry
from tui.core.measures import FORTNIGHTLY, WEEKLY, Direction, Kind, Rater

GROWTH = [
    "confidence",
    "choice",
    "self_activation",
    "spontaneity",
    "self_entitlement",
    "commitment",
    "intimacy",
    "responsibility",
    "acceptance",
    "containment",
]
SIGNS = {
    "damage_story": ("I am more than my problems", "slope"),
    "regulation": ("I steadied myself, or leaned on my people", "level"),
    "self_absorption": ("Curious about others", "slope"),
    "closed_mind": ("Open to being surprised", "slope"),
    "decisions": ("I thought it through and decided", "level"),
}
FROM_MINUS_TWO = {
    "after",
    "comfort_challenge",
    "story_telling",
    "planned_alive",
    "holding_freeing",
}
BY_KEY = {entry.key: entry for entry in CATALOGUE}


def test_ten_indicators_of_growth() -> None:
    assert [e.key for e in catalogue.GROWTH] == GROWTH
    for entry in catalogue.GROWTH:
        assert (entry.kind, entry.direction, entry.cadence) == (
            Kind.GROWTH,
            Direction.HIGHER,
            WEEKLY,
        )


def test_five_signs_each_with_something_to_grow_towards() -> None:
    assert {e.key: (e.opposite, e.matters) for e in catalogue.SIGNS} == SIGNS
    for entry in catalogue.SIGNS:
        assert (entry.kind, entry.direction, entry.cadence) == (
            Kind.SIGN,
            Direction.LOWER,
            FORTNIGHTLY,
        )


def test_who_is_asked() -> None:
    both = {e.key for e in CATALOGUE if e.raters == (Rater.CLIENT, Rater.THERAPIST)}
    assert {"alliance_goals", "alliance_tasks", "alliance_bond", "ease", "movement"} <= both
    assert {*GROWTH, *SIGNS} <= both, "client and therapist are drawn as two marks"
    assert not both & {"support", "challenge", "after"}
    assert catalogue.METHOD.key not in BY_KEY, "the therapist's own stays out of the client's file"


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda e: e.key)
def test_every_entry_can_be_asked(entry: Entry) -> None:
    scale = entry.scale
    ends = (-2, 2) if entry.key in FROM_MINUS_TWO else (0, 10)
    assert (scale.minimum, scale.maximum, scale.step) == (*ends, 1)
    assert all((entry.name.strip(), entry.prompt.strip(), scale.low, scale.high))
    assert scale.low != scale.high
    assert re.fullmatch(r"[a-z_]+", entry.key)
    assert not re.search("total|score|overall|sum$", entry.key), "nothing is summed"


def test_keys_and_names_are_one_thing_each() -> None:
    assert len(BY_KEY) == len(CATALOGUE)
    assert len({e.name.casefold() for e in CATALOGUE}) == len(CATALOGUE)
    assert catalogue.MARKS.keys() <= BY_KEY.keys()
    assert [*catalogue.MARKS["decisions"]][-1] == "handed_it_over"


def test_a_client_starts_with_all_of_it() -> None:
    ids = count()
    made = list(catalogue.measures(lambda: str(next(ids)), date(2026, 6, 1)))
    assert [m.key for m in made] == [e.key for e in CATALOGUE]
    assert len({m.id for m in made}) == len(made)
    assert {(m.version.number, m.version.since) for m in made} == {(1, date(2026, 6, 1))}


def test_the_words_are_those_that_were_rated() -> None:
    """A changed prompt or scale is a new version; if it never shipped, write the new digest."""
    asked = [(e.key, e.prompt, str(e.scale), e.scale.low, e.scale.high) for e in CATALOGUE[:15]]
    assert hashlib.sha256(repr(asked).encode()).hexdigest()[:16] == "4be18c7f577660e7"
