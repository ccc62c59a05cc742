"""A story is read whole, or refused with a sentence."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tui import resources
from tui.core.catalogue import CATALOGUE
from tui.core.events import EventKind
from tui.core.measures import Kind
from tui.core.sessions import SessionState
from tui.core.stats.reliable import Norms
from tui.core.story import Story
from tui.exchange.story import NotAStory, read
from tui.store import (
    between,
    clients,
    events,
    goals,
    measures,
    ratings,
    repairs,
    reviews,
    sessions,
    stories,
)
from tui.store.connection import open_file
from tui.store.errors import StoreError
from tui.store.openfile import OpenFile

SAMPLES = resources.folder("sample_data")
GENERATOR = Path(__file__).parents[2] / "sample_data" / "generator" / "generate.py"


def told(name: str) -> Story:
    return read((SAMPLES / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("name", "client"),
    [
        ("rowan", "Rowan"),
        ("sam", "Sam"),
        ("dev", "Dev"),
        ("ines", "Ines"),
        ("ade_and_kit", "Ade & Kit"),
        ("noor", "Noor"),
    ],
)
def test_each_sample_is_read_with_new_ids(name: str, client: str) -> None:
    first, second = told(name), told(name)
    assert first.client.name == client
    assert [m.key for m in first.measures] == [e.key for e in CATALOGUE]
    assert first.goals
    for one, other in (
        (first.client.id, second.client.id),
        (first.goals[0].id, second.goals[0].id),
    ):
        assert one != other


def test_sam_has_no_picture_yet_and_noor_every_one() -> None:
    """They are there to show both ends: too little to say anything, and all there is to say."""
    wanted = {Kind.GROWTH, Kind.SIGN}
    for name, enough in (("sam", range(2)), ("noor", range(10, 99))):
        story = told(name)
        for of in story.measures:
            if of.kind in wanted:
                assert sum(r.measure_id == of.id for r in story.ratings) in enough, of.key


def test_the_samples_are_what_the_generator_writes() -> None:
    done = subprocess.run(
        [sys.executable, GENERATOR, "--check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture
def sam() -> dict[str, Any]:
    story: dict[str, Any] = json.loads((SAMPLES / "sam.json").read_text("utf-8"))
    return story


def _first(story: dict[str, Any]) -> dict[str, Any]:
    rating: dict[str, Any] = story["ratings"]["confidence"][0]
    return rating


NORMS = {"sd": 1, "reliability": 0}
LEVEL = {"date": "2026-01-05", "what": "new level", "about": "confidence"}
RUPTURE = {"noticed_by": "both", "kind": "withdrawal", "steps": {}}
TRIED = {"date": "2026-06-20", "what": "a walk"}


def _broken(story: dict[str, Any], **steps: str) -> dict[str, Any]:
    """A break in the first session."""
    return {**RUPTURE, "session": story["sessions"][0]["date"], "steps": steps}


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "format": lambda s: s.update(format="another"),
    "version": lambda s: s.update(version=2),
    "no goals": lambda s: s.pop("goals"),
    "measure": lambda s: s["ratings"].update(joy=[]),
    "off scale": lambda s: _first(s).update(value=11),
    "half": lambda s: _first(s).update(value=6.5),
    "nan": lambda s: _first(s).update(value=float("nan")),
    "huge": lambda s: _first(s).update(value=10**400),
    "yes": lambda s: _first(s).update(value=True),
    "text for a value": lambda s: _first(s).update(value="7"),
    "day": lambda s: _first(s).update(date="2026-02-30"),
    "number for a day": lambda s: _first(s).update(date=20260619),
    "rater": lambda s: _first(s).update(rater="a neighbour"),
    "mark": lambda s: _first(s).update(mark="no such mark"),
    "number for a note": lambda s: _first(s).update(note=5),
    "rated twice": lambda s: s["ratings"]["confidence"].append({**_first(s), "value": 9}),
    "list of ratings": lambda s: s.update(ratings=[]),
    "list of clients": lambda s: s.update(client=[]),
    "nameless": lambda s: s["client"].update(name=" "),
    "number for a name": lambda s: s["client"].update(name=5),
    "state": lambda s: s["goals"][0].update(state="stuck"),
    "no wordings": lambda s: s["goals"][0].update(wordings=[]),
    "short ladder": lambda s: s["goals"][0].update(ladder=["only one"]),
    "events": lambda s: s.update(events=None),
    "wordless event": lambda s: s.update(events=[{"date": "2026-01-05"}]),
    "a level of nothing": lambda s: s.update(events=[{**LEVEL, "about": "joy"}]),
    "a level of all": lambda s: s.update(events=[{"date": "2026-01-05", "what": "new level"}]),
    "another's event": lambda s: s.update(events=[{**LEVEL, "what": "reached"}]),
    "norms": lambda s: s.update(norms={"confidence": {"sd": 0, "reliability": 0.8}}),
    "norms of nothing": lambda s: s.update(norms={"joy": {"sd": 1, "reliability": 0.8}}),
    "half of norms": lambda s: s.update(norms={"confidence": {"sd": 1}}),
    "stateless session": lambda s: s["sessions"][0].pop("state"),
    "held in the future": lambda s: s["sessions"][-1].update(state="held"),
    "two on a day": lambda s: s["sessions"].append(s["sessions"][0]),
    "by pigeon": lambda s: s["sessions"][0].update(format="by pigeon"),
    "tick": lambda s: s["sessions"][0].update(ticks=["no such tick"]),
    "rupture of no session": lambda s: s.update(ruptures=[{**RUPTURE, "session": "2020-01-05"}]),
    "unknown step": lambda s: s.update(ruptures=[_broken(s, forgotten="2026-06-28")]),
    "steps turned round": lambda s: s.update(
        ruptures=[_broken(s, noticed="2026-06-28", acknowledged="2026-06-27")]
    ),
    "repaired half-way": lambda s: s.update(ruptures=[_broken(s, checked="2026-06-28")]),
    "kind of rupture": lambda s: s.update(ruptures=[{**_broken(s), "kind": "quarrel"}]),
    "wordless reflection": lambda s: s["reflections"][0].update(text=" "),
    "part": lambda s: s["reflections"][0].update(part="never"),
    "number for a tag": lambda s: s["reflections"][0].update(tags=[5]),
    "much effort": lambda s: s.update(practices=[{**TRIED, "effort": 4}]),
    "half an effort": lambda s: s.update(practices=[{**TRIED, "effort": 1.5}]),
    "untitled": lambda s: s.update(reading=[{"date": "2026-06-20", "title": ""}]),
    "closed, but when": lambda s: s["topics"][0].update(state="let go"),
    "about nothing": lambda s: s["topics"][0].update(about="joy"),
    "no answers": lambda s: s.update(role_checks=[{"date": "2026-06-20"}]),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(
    sam: dict[str, Any], spoil: Callable[[dict[str, Any]], object]
) -> None:
    spoil(sam)
    with pytest.raises(NotAStory):
        read(json.dumps(sam))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "7", "\ufeff{}", "[" * 100_000, '{"format": "fledge story"}'],
    ids=["nothing", "cut off", "list", "null", "number", "mark", "deep", "headless"],
)
def test_what_is_no_story_is_refused(text: str) -> None:
    with pytest.raises(NotAStory):
        read(text)


@pytest.mark.parametrize(
    "kind",
    ["format", "no goals", "measure", "off scale", "day", "norms", "two on a day", "unknown step"],
)
def test_a_refusal_is_one_sentence(sam: dict[str, Any], kind: str) -> None:
    WRONG[kind](sam)
    with pytest.raises(NotAStory) as refused:
        read(json.dumps(sam))
    said = str(refused.value)
    assert re.fullmatch(r"[A-Z“].*[^.]\.", said, re.DOTALL), said
    assert said.count("fledge story") <= 1, said


@pytest.fixture
def file(tmp_path: Path) -> Iterator[OpenFile]:
    opened = open_file(tmp_path / "one.fledge", create=True)
    yield opened
    opened.close()


@pytest.mark.parametrize("name", ["sam", "dev", "rowan"])
def test_a_story_is_kept_whole_and_once(file: OpenFile, name: str) -> None:
    story = told(name)
    assert stories.add(file, story)
    assert stories.add(file, story) is None, "adding it again changes nothing"
    (client,) = clients.everyone(file.conn)
    known = measures.of_client(file.conn, client.id)
    assert {m.id: m.versions for m in known} == {
        m.id: m.versions for m in (*story.measures, *(g.measure for g in story.goals))
    }
    assert tuple(goals.of_client(file.conn, known)) == story.goals
    kept = {r for m in known for r in ratings.of_measure(file.conn, m.id)}
    assert kept == set(story.ratings)
    assert tuple(sessions.of_client(file.conn, client.id)) == story.sessions
    written = between.between(file, client, story.ends)
    assert Counter(written.reflections) == Counter(story.reflections)
    assert Counter(written.practices) == Counter(story.practices)
    assert Counter(written.reads) == Counter(story.reads)
    assert Counter(written.topics) == Counter(story.topics)
    assert written.expectations == story.expectations
    assert repairs.of_client(file.conn, client.id) == story.ruptures
    assert reviews.reviews(file.conn, client.id) == story.reviews
    assert reviews.decisions(file.conn, client.id) == story.decisions
    assert reviews.agreements(file.conn, client.id) == story.agreements
    assert reviews.answers(file.conn, client.id) == story.answers
    assert reviews.conversations(file.conn, client.id) == story.conversations
    assert reviews.plans(file.conn, client.id) == story.plans


def test_sessions_of_an_older_file_are_read(sam: dict[str, Any]) -> None:
    """Held or not is all that it said of one."""
    days = [item["date"] for item in sam["sessions"][:2]]
    sam["sessions"] = [{"date": days[1], "held": False}, {"date": days[0], "held": True}]
    sam["reflections"], sam["topics"] = [], []
    told = [(str(s.day), s.state) for s in read(json.dumps(sam)).sessions]
    assert told == [*zip(days, (SessionState.HELD, SessionState.MISSED), strict=True)]


def test_norms_and_new_levels_are_kept(file: OpenFile, sam: dict[str, Any]) -> None:
    """Also when every day is moved, as for a demo."""
    given = {"confidence": {"sd": 2.5, "reliability": 0.8}, "choice": {**NORMS, "mean": 3}}
    sam.update(norms=given, events=[LEVEL, {**LEVEL, "text": "a new job"}])
    story = read(json.dumps(sam))
    stories.add(file, story.ending(story.ends + timedelta(7)))
    (client,) = clients.everyone(file.conn)
    known = {m.key: m for m in measures.of_client(file.conn, client.id)}
    assert known["confidence"].version.norms == Norms(2.5, 0.8)
    assert known["choice"].version.norms == Norms(1, 0, 3)
    assert {
        (e.day, e.kind, e.text, e.measure_id) for e in events.of_client(file.conn, client.id)
    } == {
        (date(2026, 1, 12), EventKind.REBASED, text, known["confidence"].id)
        for text in ("", "a new job")
    }


def test_the_same_client_cannot_come_twice_by_mistake(file: OpenFile) -> None:
    """A second reading has new ids; it is refused whole, and what was there stays."""
    stories.add(file, told("sam"))
    before = list(file.conn.iterdump())
    with pytest.raises(StoreError) as refused:
        stories.add(file, told("sam"))
    assert list(file.conn.iterdump()) == before
    assert "constraint failed" not in str(refused.value), "a sentence, not SQLite's words"
