"""What a story tells of the relationship: its sessions and breaks, and what happens between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from tui.core.expectations import QUESTIONS, Expectation
from tui.core.measures import Measure
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Part, Reflection, tags
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.sessions import Format, Session, SessionState
from tui.core.topics import Topic, TopicState
from tui.exchange.fields import NotAStory, day, day_if_any, text, whole
from tui.ids import new_id

Items = Iterable[dict[str, Any]]
ByDay = Mapping[date, Session]

_STEP_KEYS: Final = tuple(key for key, _ in STEPS)


def sessions(items: list[dict[str, Any]], ends: date) -> Iterator[Session]:
    """The sessions by day; only planned ones may lie after `ends`."""
    taken = set()
    for number, item in enumerate(sorted(items, key=lambda item: day(item["date"])), 1):
        on = day(item["date"])
        if on in taken:
            raise NotAStory(f"There are two sessions on {on}.")
        taken.add(on)
        yield Session(
            new_id(),
            number,
            on,
            _state(item),
            Format(item.get("format", "")),
            day_if_any(item, "entered"),
            day_if_any(item, "moved_from"),
            tuple(text(tick) for tick in item.get("ticks", ())),
        ).sound(ends)


def _state(item: dict[str, Any]) -> SessionState:
    if "state" in item:
        return SessionState(item["state"])
    return SessionState.HELD if item["held"] else SessionState.MISSED


def ruptures(items: Items, by_day: ByDay, ends: date) -> Iterator[Rupture]:
    """The breaks, each of the session on its day."""
    for item in items:
        session = _session(by_day, item["session"])
        steps = item["steps"]
        if unknown := set(steps) - set(_STEP_KEYS):
            raise NotAStory(f"“{min(unknown)}” is not a step of a repair.")
        yield Rupture(
            new_id(),
            session.id,
            session.day,
            Noticer(item["noticed_by"]),
            RuptureKind(item["kind"]),
            text(item.get("note", "")),
            tuple(day_if_any(steps, key) for key in _STEP_KEYS),
        ).sound(ends)


def reflections(items: Items, by_day: ByDay) -> Iterator[Reflection]:
    """What was written before, during, after and between sessions."""
    for item in items:
        about = _session(by_day, item["session"]).id if "session" in item else None
        given = tags(" ".join(text(tag) for tag in item.get("tags", ())))
        body = text(item["text"])
        on, part = day(item["date"]), Part(item["part"])
        yield Reflection(new_id(), on, part, body, given, about).sound()


def practices(items: Items) -> Iterator[Practice]:
    """What was tried."""
    for item in items:
        effort, useful = (
            None if item.get(key) is None else whole(item[key]) for key in ("effort", "useful")
        )
        what, note = text(item["what"]), text(item.get("note", ""))
        yield Practice(new_id(), day(item["date"]), what, effort, useful, note).sound()


def reads(items: Items) -> Iterator[Read]:
    """What was read."""
    for item in items:
        title, note = text(item["title"]), text(item.get("note", ""))
        done = day_if_any(item, "done")
        yield Read(new_id(), day(item["date"]), title, note, done).sound()


def topics(items: Items, by_day: ByDay, measures: Mapping[str, Measure]) -> Iterator[Topic]:
    """What was pinned, with what came of it."""
    for item in items:
        yield Topic(
            new_id(),
            day(item["date"]),
            text(item["text"]),
            TopicState(item.get("state", "open")),
            day_if_any(item, "closed"),
            text(item.get("note", "")),
            _about(text(item["about"]), by_day, measures) if "about" in item else "",
        ).sound()


def _about(about: str, by_day: ByDay, measures: Mapping[str, Measure]) -> str:
    if about in measures:
        return f"measure:{measures[about].id}"
    return f"session:{_session(by_day, about).id}"


def role_checks(items: Items) -> Iterator[Expectation]:
    """What was expected of therapy, as it was answered."""
    for item in items:
        fixes, time, effort, hope = (text(item.get(key, "")) for key, *_ in QUESTIONS)
        by_when = day_if_any(item, "by_when")
        check = Expectation(new_id(), day(item["date"]), fixes, time, effort, hope, by_when)
        if not check:
            raise NotAStory(f"The role check of {check.day} has no answer.")
        yield check


def _session(by_day: ByDay, on: str) -> Session:
    if (found := by_day.get(day(on))) is None:
        raise NotAStory(f"There is no session on {on}.")
    return found
