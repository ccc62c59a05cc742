"""Which rows the list of what was written between sessions shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final, TypeVar

from tui.core.between import Between
from tui.core.expectations import QUESTIONS, Expectation
from tui.core.listing import Listing, folded
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.text import LINE_LIMIT
from tui.core.topics import Topic
from tui.core.written import Written, is_open

LATEST: Final = 6
"""Rows of a kind while the latest of everything are shown; what is open is shown in any case."""

_KEPT: Final = 20_000
"""Items of which it is kept what they are compared by."""

T = TypeVar("T", bound=Written)


class Kinds(Enum):
    """Which rows are shown, by the words that tell it."""

    LATEST = "what is open, and the latest"
    TOPICS = "topics, closed ones too"
    REFLECTIONS = "reflections"
    PRACTICE = "practice"
    READING = "reading"
    ROLE = "role checks"

    @classmethod
    def of(cls, item: Written) -> Kinds:
        """The one that shows every row of an item's kind."""
        return {
            Topic: cls.TOPICS,
            Reflection: cls.REFLECTIONS,
            Practice: cls.PRACTICE,
            Read: cls.READING,
            Expectation: cls.ROLE,
        }[type(item)]

    def lets_through(self, item: Written) -> bool:
        """Whether an item may be shown; how many of the latest is for `rows` to say."""
        return self is Kinds.LATEST or Kinds.of(item) is self


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that are shown, by their boxes."""

    topics: tuple[Topic, ...]
    reflections: tuple[Reflection, ...]
    practices: tuple[Practice, ...]
    reads: tuple[Read, ...]
    role_checks: tuple[Expectation, ...]


def everything(data: Between) -> Iterable[Written]:
    """Every item there is, box after box."""
    yield from data.topics
    yield from data.reflections
    yield from data.practices
    yield from reading(data)
    yield from reversed(data.expectations)


def reading(data: Between) -> tuple[Read, ...]:
    """What is read, what is still open first."""
    return tuple(sorted(data.reads, key=lambda read: read.done is not None))


def rows(data: Between, listing: Listing[Any]) -> Rows:
    """What a list shows that was asked as in `listing`; a find goes through everything."""
    kinds = listing.filter
    words = folded(listing.find).split()

    def of(kind: Kinds, items: Iterable[T]) -> tuple[T, ...]:
        if kinds not in (Kinds.LATEST, kind):
            return ()
        if words:
            return tuple(item for item in items if _has(item, words))
        if kinds is kind:
            return tuple(items)
        return _latest(items)

    return Rows(
        of(Kinds.TOPICS, data.topics),
        of(Kinds.REFLECTIONS, data.reflections),
        of(Kinds.PRACTICE, data.practices),
        of(Kinds.READING, reading(data)),
        of(Kinds.ROLE, reversed(data.expectations)),
    )


def _latest(items: Iterable[T]) -> tuple[T, ...]:
    """The latest, and whatever is open; of topics only what is open, of role checks only one."""
    kept: list[T] = []
    for item in items:
        most = 0 if isinstance(item, Topic) else 1 if isinstance(item, Expectation) else LATEST
        if is_open(item) or len(kept) < most:
            kept.append(item)
        elif len(kept) >= most and not isinstance(item, Topic | Read):
            break
    return tuple(kept)


def _has(item: Written, words: list[str]) -> bool:
    """Whether every word is a part of what a row shows of it, or of its tags."""
    known = _known(item)
    return all(word in known for word in words)


@lru_cache(maxsize=_KEPT)
def _known(item: Written) -> str:
    """What is compared of an item; the same for each letter that is typed."""
    match item:
        case Topic():
            said = item.text
        case Reflection():
            said = f"{item.body[:LINE_LIMIT]} {' '.join(item.tags)}"
        case Practice():
            said = item.what
        case Read():
            said = item.title
        case Expectation():
            said = " ".join(getattr(item, key)[:LINE_LIMIT] for key, *_ in QUESTIONS)
    return folded(said)
