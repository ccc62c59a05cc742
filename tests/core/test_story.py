"""A story moved in time is the same story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui import resources
from tui.core.notices.notice import parts_of
from tui.core.story import Story
from tui.exchange import story

FILES = sorted(resources.folder("sample_data").glob("*.json"))


def dates(thing: Any) -> Iterator[date]:
    """Every date in a story, also in a field that is added one day."""
    if isinstance(thing, date):
        yield thing
    elif isinstance(thing, tuple):
        for item in thing:
            yield from dates(item)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from dates(getattr(thing, field.name))


@pytest.fixture(scope="module")
def told() -> Story:
    return story.read((resources.folder("sample_data") / "rowan.json").read_text("utf-8"))


@settings(max_examples=10)
@given(st.integers(-5000, 5000))
def test_every_date_moves_alike(told: Story, by: int) -> None:
    moved = told.ending(told.ends + timedelta(by))
    before, after = list(dates(told)), list(dates(moved))
    assert len(before) > 1000
    assert {(b - a).days for a, b in zip(before, after, strict=True)} == {by}
    assert moved.ending(told.ends) == told
    reviews = {review.day for review in moved.reviews}
    assert {parts_of(a.key)[2] for a in moved.answers} - {None} <= reviews, "also in their keys"


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_each_sample_holds_together(path: Path) -> None:
    """Ratings are on the scale of the version they name, of a measure in the story, in its time."""
    told = story.read(path.read_text("utf-8"))
    known = {m.id: m for m in (*told.measures, *(g.measure for g in told.goals))}
    for rating in told.ratings:
        version = known[rating.measure_id].versions[rating.version - 1]
        version.scale.check(rating.value)
        assert told.client.started <= rating.day <= told.ends
    keys = [(r.measure_id, r.day, r.rater) for r in told.ratings]
    assert len(set(keys)) == len(keys), "a second rating of a day would hide the first"
    assert [s.number for s in told.sessions] == list(range(1, len(told.sessions) + 1))
    assert all(e.measure_id is None or e.measure_id in known for e in told.events)
