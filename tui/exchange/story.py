"""The program's own readable JSON: one client's story in one file.

The layout is described in `docs/story-format.md`. A catalogue measure is known by its key; a goal
brings its wordings and ratings with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from tui.core import catalogue
from tui.core.clients import Client
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, Ladder, Milestone, Step
from tui.core.measures import Direction, Kind, Measure, OffScale, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.story import Story
from tui.exchange import story_hours as hours
from tui.exchange import story_reviews as reviewing
from tui.exchange.fields import NotAStory, day, number, text, words
from tui.ids import new_id

__all__ = ["FORMAT", "VERSION", "NotAStory", "read"]

FORMAT: Final = "fledge story"
VERSION: Final = 1


def read(written: str) -> Story:
    """The story told by `written`, with new ids. Raises `NotAStory`."""
    try:
        told = json.loads(written)
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
    started = day(told["client"]["started"])
    client = Client(new_id(), words(told["client"]["name"]), started)
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
    ends = day(told["ends"])
    sessions = tuple(hours.sessions(told["sessions"], ends))
    by_day = {session.day: session for session in sessions}
    ruptures = tuple(hours.ruptures(told.get("ruptures", ()), by_day, ends))
    checks = tuple(hours.role_checks(told.get("role_checks", ())))
    talks = tuple(reviewing.conversations(told.get("conversations", ()), ends))
    reviews, decisions, agreed = reviewing.reviewed(told.get("reviews", ()), goals, ends)
    subjects = reviewing.Subjects(measures, goals, by_day, ruptures, checks, talks)
    return Story(
        client,
        ends,
        tuple(measures.values()),
        tuple(goals),
        tuple(ratings),
        sessions,
        tuple(events),
        ruptures,
        tuple(hours.reflections(told.get("reflections", ()), by_day)),
        tuple(hours.practices(told.get("practices", ()))),
        tuple(hours.reads(told.get("reading", ()))),
        tuple(hours.topics(told.get("topics", ()), by_day, measures)),
        checks,
        reviews,
        decisions,
        (*agreed, *reviewing.agreements(told.get("agreements", ()), ends)),
        tuple(reviewing.answers(told.get("answers", ()), subjects, reviews, ends)),
        talks,
        tuple(reviewing.plans(told.get("plans", ()), ends)),
    )


def _known(measures: dict[str, Measure], key: str) -> Measure:
    if key not in measures:
        raise NotAStory(f"“{key}” is not a measure of the catalogue.")
    return measures[key]


def _with_norms(measure: Measure, item: dict[str, Any]) -> Measure:
    from tui.core.stats.reliable import Norms  # few stories tell any

    mean = item.get("mean")
    found = Norms(
        number(item["sd"]),
        number(item["reliability"]),
        None if mean is None else number(mean),
    )
    return replace(measure, versions=(replace(measure.version, norms=found),))


def _event(item: dict[str, Any], measures: dict[str, Measure]) -> Event:
    about = _known(measures, item["about"]).id if "about" in item else None
    kind = EventKind(item.get("what", "note"))
    if not (kind.noted or kind.of_therapy):
        raise NotAStory(f"“{kind.value}” belongs to the history of a goal.")
    return Event(new_id(), day(item["date"]), kind, text(item.get("text", "")), about).sound()


def _goal(item: dict[str, Any]) -> Goal:
    scale = Scale(text(item["low"]), text(item["high"]))
    versions = tuple(
        Version(n, day(w["since"]), words(w["text"]), scale)
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
        text(item["why"]),
        text(item["there"]),
        day(item["by_when"]) if item["by_when"] else None,
        item["importance"],
        item["difficulty"],
        tuple(Step(words(s["text"]), day(s["done"]) if s["done"] else None) for s in item["steps"]),
        Milestone(agreed["level"], day(agreed["by"]), day(agreed["agreed"])) if agreed else None,
        _ladder(item["ladder"]),
    ).sound()


def _ladder(items: list[Any]) -> Ladder | None:
    if not items:
        return None
    lowest, lower, hoped, higher, highest = map(words, items)
    return lowest, lower, hoped, higher, highest


def _ratings(measure: Measure, items: list[dict[str, Any]]) -> Iterator[Rating]:
    given = set()
    for item in items:
        on, rater = day(item["date"]), Rater(item.get("rater", "client"))
        if (on, rater) in given:
            raise NotAStory(f"“{measure.name}” is rated twice for {on} by the {rater.value}.")
        given.add((on, rater))
        version = measure.version_on(on)
        yield Rating(
            measure.id,
            on,
            rater,
            version.scale.check(number(item["value"])),
            version.number,
            day(item.get("entered", item["date"])),
            text(item.get("note", "")),
            (_mark(measure, item["mark"]),) if "mark" in item else (),
        )


def _history(goal: Goal, items: list[dict[str, Any]]) -> Iterator[Event]:
    for item in items:
        yield Event(new_id(), day(item["date"]), EventKind(item["what"]), "", goal.id)


def _mark(measure: Measure, value: object) -> str:
    mark = text(value)
    if mark not in catalogue.MARKS.get(measure.key, {}):
        raise ValueError(f"“{mark}” is not a mark of “{measure.name}”")
    return mark
