"""A notice: what may be worth talking about, with everything that has to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from tui.core.record import Record

PUT_AWAY: Final = (
    "Put it away with a key: seen, later (on a day of your choice), or talked about, with a note."
    " It does not come back before the next review."
)
"""How any notice is dismissed."""


START: Final = "start"
"""Stands in a key for the review period before the first review."""


class Offer(StrEnum):
    """What a notice offers to write down at once."""

    RUPTURE = "log a rupture"
    CONVERSATION = "log a conversation"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a rule says of a subject.

    `subject` is the id of a measure, a session, a rupture or an expectation. `series` is of what
    there is at most one notice in a review period. `since` is the day of the first thing that
    counts towards it, `period` the review with which the period began, or None since the start.
    `said` is one line for a list. The seven texts from `changed` to `dismiss` are all to be shown;
    `besides` is a sentence that always stands with them, or "".
    """

    rule: str
    subject: str
    series: str
    since: date
    period: date | None
    said: str
    changed: str
    began: str
    counted: str
    chance: str
    everyday: str
    ask: str
    dismiss: str = PUT_AWAY
    besides: str = ""
    offer: Offer | None = None

    @property
    def key(self) -> str:
        """What it is known by, to what a person did with it: rule, subject, and period."""
        return key_of(self.rule, self.subject, self.period)

    @property
    def parts(self) -> tuple[tuple[str, str], ...]:
        """The seven things that a notice states, each with its heading, in their order."""
        return (
            ("What changed", self.changed),
            ("Since when", self.began),
            ("Out of how many", self.counted),
            ("May be chance", self.chance),
            ("Another way to see it", self.everyday),
            ("To ask together", self.ask),
            ("To put it away", self.dismiss),
        )


def key_of(rule: str, subject: str, period: date | None) -> str:
    """What a notice is known by; `period` is the review with which it began, None is the start."""
    return f"{rule}:{subject}:{period.isoformat() if period else START}"


def parts_of(key: str) -> tuple[str, str, date | None]:
    """The rule, subject and period of a notice with a key that `key_of` made."""
    rule, rest = key.split(":", 1)
    subject, period = rest.rsplit(":", 1)
    return rule, subject, None if period == START else date.fromisoformat(period)


class Rule(NamedTuple):
    """A rule: its key in files, its name for a list of rules, and what it sees in a record."""

    key: str
    name: str
    look: Callable[[Record], Iterator[Notice]]
