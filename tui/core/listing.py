"""Which rows a list shows and in which order: filters, orders, and finding by a part of a name.

No order asks how high anything was rated: the program ranks nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import TypeVar

from tui.core.goals import GoalState
from tui.core.overview import Line
from tui.core.text import clean

T = TypeVar("T")

_OPEN = (GoalState.DRAFT, GoalState.ACTIVE, GoalState.PAUSED)
_DONE = (GoalState.REACHED, GoalState.LET_GO)


class Filter(Enum):
    """Which rows are shown, by the words that tell it."""

    CURRENT = "active"
    OPEN = "open"
    DONE = "reached & let go"
    PAUSED = "paused"
    ALL = "all"

    def lets_through(self, line: Line) -> bool:
        """Whether a row is shown. A goal in any state is current, as long as it is rated."""
        paused = line.measure.paused
        state = line.goal.state if line.goal else None
        match self:
            case Filter.CURRENT:
                return not paused
            case Filter.OPEN:
                return not paused and (state is None or state in _OPEN)
            case Filter.DONE:
                return state in _DONE
            case Filter.PAUSED:
                return paused or state is GoalState.PAUSED
            case Filter.ALL:
                return True


class Order(Enum):
    """In which order rows stand, by the words that tell it."""

    AS_SET = "as set"
    NAME = "by name"
    RECENT = "rated last first"
    WAITING = "longest not rated first"

    @property
    def next(self) -> Order:
        """The order after this one, the last being followed by the first."""
        return _next(tuple(Order), self)

    def sorted(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The rows in this order. What was never rated waits longest."""
        match self:
            case Order.AS_SET:
                return tuple(lines)
            case Order.NAME:
                return tuple(sorted(lines, key=lambda line: folded(line.measure.name)))
            case Order.RECENT:
                return tuple(sorted(lines, key=_rated, reverse=True))
            case Order.WAITING:
                return tuple(sorted(lines, key=_rated))


@dataclass(frozen=True, slots=True)
class Listing:
    """What a person has asked of a list. `filters` are those that the list goes round."""

    filters: tuple[Filter, ...]
    filter: Filter
    order: Order = Order.AS_SET
    find: str = ""

    @classmethod
    def of(cls, *filters: Filter) -> Listing:
        """The first of the filters, as set, everything."""
        return cls(filters, filters[0])

    @property
    def next_filter(self) -> Listing:
        """The same with the next filter."""
        return replace(self, filter=_next(self.filters, self.filter))

    @property
    def next_order(self) -> Listing:
        """The same in the next order."""
        return replace(self, order=self.order.next)

    def finding(self, text: str) -> Listing:
        """The same, narrowed to rows whose name has `text` in it."""
        return replace(self, find=clean(text).strip())

    def shown(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """The rows that are shown, in order."""
        words = folded(self.find).split()
        kept = (line for line in lines if self.filter.lets_through(line))
        return self.order.sorted(line for line in kept if _has(line, words))


def folded(text: str) -> str:
    """A text as it is compared: without case, accents, hyphens and underscores."""
    parts = unicodedata.normalize("NFKD", clean(text).casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(bare.replace("_", " ").replace("-", " ").split())


def _has(line: Line, words: list[str]) -> bool:
    """Whether every word is a part of the row's name or key."""
    if not words:
        return True
    name = folded(f"{line.measure.name} {line.measure.key}")
    return all(word in name for word in words)


def _rated(line: Line) -> date:
    return line.last.day if line.last else date.min


def _next(known: tuple[T, ...], present: T) -> T:
    return known[(known.index(present) + 1) % len(known)]
