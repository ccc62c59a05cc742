"""A goal review: the hour in which client and therapist look back, decide and agree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from tui.core.repair import Noticer
from tui.core.text import clean


class ReviewState(StrEnum):
    """A review is begun, and held once it was gone through to its end.

    One that is prepared has an agenda put in order and nothing else: beginning goes on with it.
    """

    PREPARED = "prepared"
    BEGUN = "begun"
    HELD = "held"


class Choice(StrEnum):
    """What is decided about a goal."""

    KEEP = "keep"
    REWORD = "reword"
    REACH = "reach"
    LET_GO = "let go"
    REOPEN = "reopen"
    MILESTONE = "new milestone"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Review:
    """`page` is the last page that was looked at and gone past (`core.review_pages`).

    `agenda` are the keys of what is looked at, in order; `dropped` are keys that were taken off it.
    `day` is the day on which it was begun, of one that is prepared the one on which that was.
    `note` is what was said; `next_day` is the day of the next review, or None.
    """

    id: str
    day: date
    state: ReviewState = ReviewState.BEGUN
    page: str = ""
    agenda: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    note: str = ""
    next_day: date | None = None

    def sound(self) -> Review:
        """Return the review, or raise `ValueError` with a sentence if it cannot be so."""
        if self.next_day and self.next_day <= self.day:
            raise ValueError("The next review lies after this one.")
        return self

    def begun(self, today: date) -> Review:
        """One that was prepared, on the day on which it is really begun."""
        return replace(self, state=ReviewState.BEGUN, day=today)


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a goal in a review, on its day; `note` is what was said."""

    id: str
    review_id: str
    day: date
    measure_id: str
    choice: Choice
    note: str = ""

    def sound(self) -> Decision:
        """Return the decision; any is sound."""
        return self


@dataclass(frozen=True, slots=True)
class Agreement:
    """Who does what by when; `done` is the day on which it was done. Most come from a review."""

    id: str
    day: date
    what: str
    who: Noticer
    review_id: str | None = None
    by_when: date | None = None
    done: date | None = None

    def sound(self) -> Agreement:
        """Return the agreement, or raise `ValueError` with a sentence if it cannot be kept."""
        if not clean(self.what).strip():
            raise ValueError("Say in a few words what was agreed.")
        if self.by_when and self.by_when < self.day:
            raise ValueError("By when lies on the day of the agreement or after it.")
        return self


class PlanKind(StrEnum):
    """What is written down for an ending."""

    SPACING = "spacing"
    SETBACK = "setback"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class EndingPlan:
    """A text of the client's own for the ending: the latest of each kind is the one that counts."""

    id: str
    day: date
    kind: PlanKind
    body: str

    def sound(self) -> EndingPlan:
        """Return the plan, or raise `ValueError` with a sentence if it says nothing."""
        if not clean(self.body, multiline=True).strip():
            raise ValueError("A plan needs a few words.")
        return self


def latest(plans: Iterable[EndingPlan], kind: PlanKind) -> EndingPlan | None:
    """The plan of a kind that counts; `plans` are oldest first."""
    found = [plan for plan in plans if plan.kind is kind]
    return found[-1] if found else None
