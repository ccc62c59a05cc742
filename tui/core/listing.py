"""Which rows a list shows and in which order: filters, orders, and finding by a part of a name.

No order asks how high anything was rated: the program ranks nothing.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, Generic, Protocol, TypeVar

from tui.core.goals import GoalState
from tui.core.overview import Line
from tui.core.text import clean


class Found(Protocol):
    """Anything that a list shows."""

    @property
    def names(self) -> str:
        """What it is found by, each name apart from the next by a space."""


T = TypeVar("T")
Row = TypeVar("Row", bound=Found)
Row_contra = TypeVar("Row_contra", contravariant=True)


class Filtering(Protocol[Row_contra]):
    """Says which rows are shown."""

    @property
    def value(self) -> str:
        """The words that tell it."""

    def lets_through(self, row: Row_contra, /) -> bool:
        """Whether a row is shown."""


class Ordering(Protocol):
    """Says in which order rows stand."""

    @property
    def value(self) -> str:
        """The words that tell it."""

    def sorted(self, rows: Iterable[Any], /) -> tuple[Any, ...]:
        """The rows in this order."""


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
class Listing(Generic[Row]):
    """What a person has asked of a list, which goes round `filters` and `orders`."""

    filters: tuple[Filtering[Row], ...]
    orders: tuple[Ordering, ...]
    filter: Filtering[Row]
    order: Ordering
    find: str = ""

    @classmethod
    def of(
        cls, *filters: Filtering[Row], orders: tuple[Ordering, ...] = tuple(Order)
    ) -> Listing[Row]:
        """The first of the filters, the first of the orders, everything."""
        return cls(filters, orders, filters[0], orders[0])

    @property
    def next_filter(self) -> Listing[Row]:
        """The same with the next filter."""
        return replace(self, filter=_next(self.filters, self.filter))

    @property
    def next_order(self) -> Listing[Row]:
        """The same in the next order."""
        return replace(self, order=_next(self.orders, self.order))

    def finding(self, text: str) -> Listing[Row]:
        """The same, narrowed to rows whose name has `text` in it."""
        return replace(self, find=clean(text).strip())

    def shown(self, rows: Iterable[Row]) -> tuple[Row, ...]:
        """The rows that are shown, in order."""
        kept = (row for row in rows if self.filter.lets_through(row))
        return self.order.sorted(found(kept, self.find))


def found(rows: Iterable[Row], text: str) -> Iterator[Row]:
    """The rows among whose names there is each word of a text; every row for an empty one."""
    words = folded(text).split()
    for row in rows:
        name = folded(row.names) if words else ""
        if all(word in name for word in words):
            yield row


@lru_cache(maxsize=2**15)
def folded(text: str) -> str:
    """A text as it is compared: without case, accents, hyphens and underscores."""
    if text.isascii() and text.isprintable():
        return " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    parts = unicodedata.normalize("NFKD", clean(text).casefold())
    bare = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(bare.replace("_", " ").replace("-", " ").split())


def _rated(line: Line) -> date:
    return line.last.day if line.last else date.min


def _next(known: tuple[T, ...], present: T) -> T:
    return known[(known.index(present) + 1) % len(known)]
