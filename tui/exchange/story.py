"""The program's own readable JSON: one client's story in one file.

The layout is described in `docs/story-format.md`. A catalogue measure is known by its key; a goal
brings its wordings and ratings with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from tui.core import catalogue
from tui.core.clients import Client
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, Ladder, Milestone, Step
from tui.core.measures import Direction, Kind, Measure, OffScale, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.sessions import Session, SessionState
from tui.core.story import Story
from tui.core.text import clean
from tui.ids import new_id

FORMAT: Final = "fledge story"
VERSION: Final = 1


class NotAStory(ValueError):
    """The text is not a story that this program can read; the message says where it is not."""


def read(text: str) -> Story:
    """The story told by `text`, with new ids. Raises `NotAStory`."""
    try:
        told = json.loads(text)
        if (told["format"], told["version"]) != (FORMAT, VERSION):
            raise NotAStory(f"This is not a {FORMAT} of version {VERSION}.")
        return _story(told)
    except NotAStory:
        raise
    except OffScale as error:
        raise NotAStory(f"This cannot be read as a {FORMAT}: {error}") from error
    except KeyError as error:
        raise NotAStory(f"Something is missing: {error}.") from error
    except (
        TypeError,
        ValueError,
        AttributeError,
        IndexError,
        RecursionError,
        OverflowError,
    ) as error:
        raise NotAStory(f"This cannot be read as a {FORMAT}: {str(error).rstrip('.')}.") from error


def _story(told: dict[str, Any]) -> Story:
    started = _day(told["client"]["started"])
    client = Client(new_id(), _words(told["client"]["name"]), started)
    measures = {m.key: m for m in catalogue.measures(new_id, started)}
    for key, item in told.get("norms", {}).items():
        measures[key] = _with_norms(_known(measures, key), item)
    goals = [_goal(item) for item in told["goals"]]
    ratings: list[Rating] = []
    events = [_event(item, measures) for item in told.get("events", ())]
    for key, items in told["ratings"].items():
        ratings += _ratings(_known(measures, key), items)
    for goal, item in zip(goals, told["goals"], strict=True):
        ratings += _ratings(goal.measure, item["ratings"])
        events += _history(goal, item["history"])
    return Story(
        client,
        _day(told["ends"]),
        tuple(measures.values()),
        tuple(goals),
        tuple(ratings),
        tuple(_sessions(told["sessions"])),
        tuple(events),
    )


def _sessions(items: list[dict[str, Any]]) -> Iterator[Session]:
    for number, item in enumerate(sorted(items, key=lambda item: _day(item["date"])), 1):
        state = SessionState.HELD if item["held"] else SessionState.MISSED
        yield Session(new_id(), number, _day(item["date"]), state)


def _known(measures: dict[str, Measure], key: str) -> Measure:
    if key not in measures:
        raise NotAStory(f"“{key}” is not a measure of the catalogue.")
    return measures[key]


def _with_norms(measure: Measure, item: dict[str, Any]) -> Measure:
    from tui.core.stats.reliable import Norms  # few stories tell any

    mean = item.get("mean")
    found = Norms(
        _number(item["sd"]),
        _number(item["reliability"]),
        None if mean is None else _number(mean),
    )
    return replace(measure, versions=(replace(measure.version, norms=found),))


def _event(item: dict[str, Any], measures: dict[str, Measure]) -> Event:
    about = _known(measures, item["about"]).id if "about" in item else None
    kind = EventKind(item.get("what", "note"))
    if not kind.noted:
        raise NotAStory(f"“{kind.value}” belongs to the history of a goal.")
    return Event(new_id(), _day(item["date"]), kind, _text(item.get("text", "")), about).sound()


def _goal(item: dict[str, Any]) -> Goal:
    scale = Scale(_text(item["low"]), _text(item["high"]))
    versions = tuple(
        Version(n, _day(w["since"]), _words(w["text"]), scale)
        for n, w in enumerate(item["wordings"], 1)
    )
    measure = Measure(
        new_id(),
        "",
        Kind.GOAL,
        versions[-1].prompt,
        Direction.HIGHER,
        None if item["cadence"] == "session" else int(item["cadence"]),
        tuple(Rater),
        versions,
    )
    agreed = item["milestone"]
    return Goal(
        measure,
        GoalState(item["state"]),
        _text(item["why"]),
        _text(item["there"]),
        _day(item["by_when"]) if item["by_when"] else None,
        item["importance"],
        item["difficulty"],
        tuple(
            Step(_words(s["text"]), _day(s["done"]) if s["done"] else None) for s in item["steps"]
        ),
        Milestone(agreed["level"], _day(agreed["by"]), _day(agreed["agreed"])) if agreed else None,
        _ladder(item["ladder"]),
    ).sound()


def _ladder(items: list[Any]) -> Ladder | None:
    if not items:
        return None
    lowest, lower, hoped, higher, highest = map(_words, items)
    return lowest, lower, hoped, higher, highest


def _ratings(measure: Measure, items: list[dict[str, Any]]) -> Iterator[Rating]:
    given = set()
    for item in items:
        day, rater = _day(item["date"]), Rater(item.get("rater", "client"))
        if (day, rater) in given:
            raise NotAStory(f"“{measure.name}” is rated twice for {day} by the {rater.value}.")
        given.add((day, rater))
        version = measure.version_on(day)
        yield Rating(
            measure.id,
            day,
            rater,
            version.scale.check(_number(item["value"])),
            version.number,
            _day(item.get("entered", item["date"])),
            _text(item.get("note", "")),
            (_mark(measure, item["mark"]),) if "mark" in item else (),
        )


def _history(goal: Goal, items: list[dict[str, Any]]) -> Iterator[Event]:
    for item in items:
        yield Event(new_id(), _day(item["date"]), EventKind(item["what"]), "", goal.id)


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError(f"{value!r} is not a number")
    return float(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is not a text")
    return value


def _words(value: object) -> str:
    """A text that may not be empty."""
    text = _text(value)
    if not clean(text).strip():
        raise ValueError("a name or wording is empty")
    return text


def _mark(measure: Measure, value: object) -> str:
    mark = _text(value)
    if mark not in catalogue.MARKS.get(measure.key, {}):
        raise ValueError(f"“{mark}” is not a mark of “{measure.name}”")
    return mark


def _day(text: str) -> date:
    return date.fromisoformat(text)
