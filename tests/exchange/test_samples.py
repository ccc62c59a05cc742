"""The main sample case tells its story by itself: what the figures say is what a chart shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tui import resources
from tui.core import alliance, repair
from tui.core.measures import Rater
from tui.core.notices.answers import Answered
from tui.core.ratings import Rating
from tui.core.reviews import Choice, PlanKind
from tui.core.series import Series
from tui.core.sessions import SessionState
from tui.core.stats import reading
from tui.core.story import Story
from tui.core.topics import TopicState
from tui.exchange.story import read

SAMPLES = resources.folder("sample_data")
FILES = sorted(SAMPLES.glob("*.json"))
FIGURES = SAMPLES / "generator" / "figures.json"
CALENDAR = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|(?-i:March|May)|april|june"
    r"|july|august|september|october|november|december|spring|summer|autumn|winter|christmas"
    r"|easter)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def rowan() -> Story:
    return read((SAMPLES / "rowan.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def figures() -> dict[str, list[float | None]]:
    series: dict[str, list[float | None]] = json.loads(FIGURES.read_text("utf-8"))["series"]
    return series


def rated(story: Story, key: str, rater: Rater = Rater.CLIENT) -> list[Rating]:
    (measure,) = (m for m in story.measures if m.key == key)
    return [r for r in story.ratings if r.measure_id == measure.id and r.rater is rater]


@pytest.mark.parametrize("rater", [Rater.CLIENT, Rater.THERAPIST])
def test_the_alliance_is_that_of_the_figures(
    rowan: Story, figures: dict[str, list[float | None]], rater: Rater
) -> None:
    items = [m for m in rowan.measures if m.key in alliance.ITEMS]
    ids = {m.id for m in items}
    given = [r for r in rowan.ratings if r.measure_id in ids]
    found = alliance.series(alliance.ALLIANCE, items, given, ()).by(rater)
    by_day = {r.day: r.value for r in found}
    past = [s for s in rowan.sessions if s.state is not SessionState.PLANNED]
    assert [by_day.get(s.day) for s in past] == figures[f"alliance_{rater}"]


def test_both_breaks_are_repaired(rowan: Story) -> None:
    assert repair.told(rowan.ruptures) == "2 breaks, 2 repaired · 14 and 9 days"
    numbers = {s.day: s.number for s in rowan.sessions}
    assert [numbers[r.day] for r in rowan.ruptures] == [14, 38]
    assert [numbers[r.repaired] for r in rowan.ruptures if r.repaired] == [16, 40]


def test_a_plateau_is_comfortable_and_holds_on(rowan: Story) -> None:
    """What the trail, the grid of ticks and the pairs show between sessions 29 and 36."""
    plateau = [s for s in rowan.sessions if 29 <= s.number <= 36]
    days = {s.day for s in plateau}
    for key in ("comfort_challenge", "holding_freeing"):
        assert {r.value for r in rated(rowan, key) if r.day in days} == {-2}
        assert rated(rowan, key)[-1].value >= 1
    assert {tick for s in plateau for tick in s.ticks} == {"came_as_i_was", "laughed"}
    tried = [p for p in rowan.practices if min(days) <= p.day <= max(days)]
    assert 0 < len(tried) < 4
    later = [p.useful or 0 for p in rowan.practices if p.day > max(days)]
    assert sum(later) / len(later) > 2 > max(p.useful or 0 for p in tried)
    stance = rated(rowan, "stance")
    needed = max(stance, key=lambda r: r.value)
    assert min(days) <= needed.day <= max(days)
    assert stance[-1].value == 1


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_there_is_a_session_ahead(path: Any) -> None:
    """A demo shows what is planned, and nothing but that lies after its last day."""
    story = read(path.read_text("utf-8"))
    assert [s.state for s in story.sessions if s.day > story.ends] == [SessionState.PLANNED]
    written = [r.day for r in story.reflections] + [p.day for p in story.practices]
    assert all(day <= story.ends for day in [*written, *(t.day for t in story.topics)])


def test_every_state_is_shown(rowan: Story) -> None:
    assert {t.state for t in rowan.topics} == set(TopicState)
    assert {s.state for s in rowan.sessions} == set(SessionState)
    assert any(s.late for s in rowan.sessions)
    assert any(s.moved_from for s in rowan.sessions)
    assert [e.still_fair(rowan.ends) for e in rowan.expectations] == [True, True]
    assert rowan.expectations[1].day < (rowan.expectations[0].by_when or rowan.ends)


def test_reviews_are_what_the_goals_went_through(rowan: Story) -> None:
    """What was decided is what the goals went through, and what was agreed has an outcome."""
    numbers = {s.day: s.number for s in rowan.sessions}
    assert [numbers[r.day] for r in rowan.reviews] == [12, 24, 37, 48]
    for goal in rowan.goals:
        seen = {r.day for r in rowan.ratings if (r.measure_id, r.rater) == (goal.id, "therapist")}
        assert {r.day for r in rowan.reviews} <= seen
    chosen = {(d.measure_id, numbers[d.day]): d.choice for d in rowan.decisions}
    assert len(chosen) == len(rowan.reviews) * len(rowan.goals)
    for goal in rowan.goals:
        worded = {numbers[version.since] for version in goal.measure.versions[1:]}
        reworded = {n for (of, n), c in chosen.items() if (of, c) == (goal.id, Choice.REWORD)}
        assert reworded == worded
        if goal.milestone and numbers[goal.milestone.agreed] not in worded:
            assert chosen[goal.id, numbers[goal.milestone.agreed]] is Choice.MILESTONE
    (still_open,) = (a for a in rowan.agreements if not a.done)
    assert still_open.by_when == rowan.reviews[-1].next_day
    assert still_open.by_when in {s.day for s in rowan.sessions if s.state is SessionState.PLANNED}
    assert {plan.kind for plan in rowan.plans} == set(PlanKind)
    assert {answer.what for answer in rowan.answers} == set(Answered)


def test_noor_raises_nothing() -> None:
    """Not in a single measure, by any rater: what is steady is left in peace."""
    story = read((SAMPLES / "noor.json").read_text("utf-8"))
    known = [*story.measures, *(goal.measure for goal in story.goals)]
    of = {m.id: tuple(r for r in story.ratings if r.measure_id == m.id) for m in known}
    items = [m for m in known if m.key in alliance.ITEMS]
    together = alliance.series(alliance.ALLIANCE, items, (r for m in items for r in of[m.id]), ())
    all_series = [together, *(Series(m, of[m.id]) for m in known)]
    told = {
        (series.measure.name, rater): found.signals
        for series in all_series
        for rater in series.raters
        if (found := reading.read(series, story.ends, rater)).signals
    }
    assert told == {}
    assert story.ruptures == ()


def texts(item: Any) -> Iterator[str]:
    """Every text in a story."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, list | dict):
        for inner in item.values() if isinstance(item, dict) else item:
            yield from texts(inner)


@pytest.mark.parametrize("path", [*FILES, *SAMPLES.glob("private/*.json")], ids=lambda p: p.stem)
def test_no_text_knows_the_calendar(path: Any) -> None:
    """All dates are moved for a demo; a text that names a weekday or a season would stay behind."""
    assert CALENDAR.search("we met on Tuesday")
    assert not CALENDAR.search("she may march on")
    found = [text for text in texts(json.loads(path.read_text("utf-8"))) if CALENDAR.search(text)]
    assert found == []
