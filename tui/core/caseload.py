"""A caseload: every client of a file in a row, with what is waiting.

No order asks how anybody was rated: people are not ranked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from tui.core.clients import Client
from tui.core.days import DateStyle, full
from tui.core.details import Block, Entry
from tui.core.goals import GoalState
from tui.core.listing import folded
from tui.core.overview import Line, Overview

SEEN_LATELY: Final = 28
"""Days within which somebody was seen "in the last 4 weeks"."""


@dataclass(frozen=True, slots=True)
class Case:
    """A client, and what a file says of them in a few seeks.

    `last` is the day of the latest session that was held, `lately` whether that is within
    `SEEN_LATELY`; `coming` is that of the next one planned, today included. `unwritten` counts
    planned ones whose day has come, `repairs` those that are open, `topics` what is pinned, `due`
    what a check-in would ask today: None until it is counted, which takes longer than all the rest.
    `review` is the day that the last review set for the next one, once it has come, `ended` that on
    which therapy ended, if it has.
    """

    client: Client
    last: date | None = None
    coming: date | None = None
    unwritten: int = 0
    repairs: int = 0
    topics: int = 0
    due: int | None = None
    lately: bool = False
    review: date | None = None
    ended: date | None = None

    @property
    def id(self) -> str:
        """The client's id, by which a row is known."""
        return self.client.id

    @property
    def names(self) -> str:
        """What it is found by."""
        return self.client.name

    @property
    def waits(self) -> bool:
        """Whether there is something to do, as far as it is known without a closer look."""
        return bool(self.unwritten or self.review or self.due or self.topics or self.repairs)

    def waiting(self, glance: Glance | None = None) -> tuple[str, ...]:
        """What there is to do, in a few words each; a closer look adds what stands out."""
        notices = glance.notices if glance else None
        said = (
            f"{self.unwritten} to write up" if self.unwritten else "",
            "review due" if self.review else "",
            f"{self.due} due" if self.due else "",
            f"{notices} to talk about" if notices else "",
            f"{self.topics} topic{'' if self.topics == 1 else 's'}" if self.topics else "",
        )
        return tuple(words for words in said if words)


@dataclass(frozen=True, slots=True)
class Glance:
    """What takes a closer look: how many of the active goals have moved, and the alliance.

    `alliance` is the latest that the client rated, 0 to 10 with one decimal. `notices` counts what
    is worth talking about; None until that is worked out, and where it would take long.
    """

    moved: int
    active: int
    alliance: float | None
    notices: int | None = None

    @property
    def goals(self) -> str:
        """Such as "2 of 3"; nothing where no goal is active."""
        return f"{self.moved} of {self.active}" if self.active else ""


class CaseFilter(Enum):
    """Which clients are shown, by the words that tell it."""

    ALL = "all"
    WAITING = "waiting for something"
    LATELY = "seen in the last 4 weeks"
    REPAIR = "in an open repair"

    def lets_through(self, case: Case, /) -> bool:
        """Whether a client is shown."""
        match self:
            case CaseFilter.ALL:
                return True
            case CaseFilter.WAITING:
                return case.waits
            case CaseFilter.LATELY:
                return case.lately
            case CaseFilter.REPAIR:
                return case.repairs > 0


class CaseOrder(Enum):
    """In which order clients stand, by the words that tell it."""

    NAME = "by name"
    COMING = "next session first"
    LONGEST = "longest not seen first"
    WAITING = "something waiting first"

    def sorted(self, rows: Iterable[Case], /) -> tuple[Case, ...]:
        """The clients in this order; those of whom it says nothing stand last, by name."""
        named = sorted(rows, key=lambda case: folded(case.client.name))
        match self:
            case CaseOrder.NAME:
                return tuple(named)
            case CaseOrder.COMING:
                return tuple(sorted(named, key=lambda case: case.coming or date.max))
            case CaseOrder.LONGEST:
                return tuple(sorted(named, key=lambda case: case.last or date.max))
            case CaseOrder.WAITING:
                return tuple(sorted(named, key=lambda case: not case.waits))


def summary(
    case: Case, data: Overview, glance: Glance | None, dates: DateStyle = DateStyle.DAY_MONTH
) -> tuple[Block, ...]:
    """What there is to read about a client without going to them; empty blocks are left out."""
    goals = tuple(
        _goal(line) for line in data.goals if line.goal and line.goal.state is GoalState.ACTIVE
    )
    blocks = (
        Block(_moved(glance), goals),
        Block("Alliance", tuple(_alliance(data, dates))),
        Block("Sessions", tuple(_sessions(case, data, dates))),
        Block("Waiting", tuple(_waiting(case, glance, dates))),
    )
    return tuple(block for block in blocks if block.entries)


def _moved(glance: Glance | None) -> str:
    """How many of the goals have moved, over the goals themselves."""
    return f"Goals: {glance.goals} moved" if glance and glance.active else "Goals"


def _goal(line: Line) -> Entry:
    first, last = line.first, line.last
    if first is None or last is None:
        return Entry(line.measure.name, "     – ")
    return Entry(line.measure.name, f"{first.value:>2g} → {last.value:<2g}")


def _alliance(data: Overview, dates: DateStyle) -> Iterator[Entry]:
    from tui.core.alliance import DERIVED

    who = ("as the client sees it", "as the therapist sees it")
    for measure, words in zip(DERIVED, who, strict=True):
        line = next((x for x in data.relationship if x.id == measure.id), None)
        if line and line.last:
            yield Entry(f"{words}, {full(line.last.day, dates)}", f"{line.last.value:.1f}")


def _sessions(case: Case, data: Overview, dates: DateStyle) -> Iterator[Entry]:
    if case.last:
        yield Entry(full(case.last, dates), "last")
    if case.coming:
        today = "today" if case.coming == data.today else full(case.coming, dates)
        yield Entry(today, "next")
    if case.ended:
        yield Entry(f"Therapy ended on {full(case.ended, dates)}.")
    if case.repairs:
        many = "A repair is" if case.repairs == 1 else f"{case.repairs} repairs are"
        yield Entry(f"{many} open.")


def _waiting(case: Case, glance: Glance | None, dates: DateStyle) -> Iterator[Entry]:
    if case.unwritten:
        many = "A session is" if case.unwritten == 1 else f"{case.unwritten} sessions are"
        yield Entry(f"{many} not written up.")
    if case.review:
        yield Entry(f"A review was set for {full(case.review, dates)}.")
    if case.due:
        yield Entry(f"A check-in would ask {case.due} today.")
    if glance and glance.notices:
        many = "One thing is" if glance.notices == 1 else f"{glance.notices} things are"
        yield Entry(f"{many} worth talking about.")
    if case.topics:
        many = "A topic is" if case.topics == 1 else f"{case.topics} topics are"
        yield Entry(f"{many} pinned.")
