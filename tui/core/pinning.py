"""Pinning: what a topic says when something is pinned for the next session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.agenda import Item
from tui.core.days import DateStyle, with_weekday
from tui.core.ending_words import PLANS, PlanRow, Row
from tui.core.expectations import Expectation
from tui.core.overview import Line
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.relationship import Hour
from tui.core.repair import Rupture
from tui.core.text import LINE_LIMIT, clean
from tui.core.topics import Topic, TopicState
from tui.core.worth import Remark

_FAIR: Final = "Is what I expect of therapy still fair?"
_FIRST: Final = 120
"""Characters of a longer text's first line that a topic takes over."""


@dataclass(frozen=True, slots=True)
class Pin:
    """What would be pinned: the words, and what they are `about` as in `Topic.about`."""

    text: str
    about: str


def pin_of(thing: object, dates: DateStyle = DateStyle.DAY_MONTH) -> Pin | None:
    """What pinning the row of something says; None for what is pinned as it is, or has no row."""
    match thing:
        case Line():
            return Pin(clean(thing.measure.name), f"measure:{thing.id}")
        case Hour():
            day = with_weekday(thing.session.day, dates)
            return Pin(f"The session of {day}", f"session:{thing.id}")
        case Rupture():
            day = with_weekday(thing.day, dates)
            return Pin(f"The break in the session of {day}", f"rupture:{thing.id}")
        case Reflection():
            return Pin(first_line(thing.body), f"reflection:{thing.id}")
        case Practice():
            return Pin(clean(thing.what), f"practice:{thing.id}")
        case Read():
            return Pin(clean(thing.title), f"read:{thing.id}")
        case Expectation():
            return Pin(_FAIR, "")
    return _of_the_record(thing)


def _of_the_record(thing: object) -> Pin | None:
    """What pinning something says that is worked out of the record."""
    match thing:
        case Remark():
            return Pin(clean(thing.said), thing.id if thing.notice else f"notice:{thing.id}")
        case Item() if thing.notice:
            return Pin(thing.text, thing.id)
        case Row():
            return Pin(thing.line.name, f"ending:{thing.id}")
        case PlanRow():
            return Pin(PLANS[thing.kind].name, f"ending:{thing.id}")
    return None


def first_line(text: str, most: int = _FIRST) -> str:
    """The first line that says anything, without Markdown's marks before it, cut with "…"."""
    lines = (line.strip() for line in clean(text[:LINE_LIMIT], multiline=True).split("\n"))
    said = next((line for line in lines if line), "")
    bare = said.lstrip("#>").lstrip() or said
    return bare if len(bare) <= most else bare[: most - 1].rstrip() + "…"


def pinned(pin: Pin, topics: Iterable[Topic]) -> Topic | None:
    """The open topic that pins the very same, if there is one."""
    still = (topic for topic in topics if topic.state is TopicState.OPEN)
    if pin.about:
        return next((topic for topic in still if topic.about == pin.about), None)
    return next((topic for topic in still if topic.text == pin.text), None)


def for_when(day: date | None, dates: DateStyle) -> str:
    """For which session topics are kept: "the next session, Tue 24 Nov"."""
    return f"the next session, {with_weekday(day, dates)}" if day else "the next session"
