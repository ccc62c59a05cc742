"""The pages of a review, what is done of them, and what can be decided about a goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from tui.core.events import EventKind
from tui.core.goals import Goal, GoalState
from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.core.reviewing import Reviewing
from tui.core.reviews import Agreement, Choice, Decision, Review, ReviewState
from tui.core.series import Series

WEEKS_AHEAD: Final = 12
"""Weeks to the next review, where nobody says otherwise."""
BOTH: Final = (Rater.CLIENT, Rater.THERAPIST)
"""Who rates in a review, in the order in which they are asked."""


class PageKind(StrEnum):
    """What a page is of, in the order of the pages."""

    AGENDA = "agenda"
    GOAL = "goal"
    GROWTH = "growth"
    ALLIANCE = "alliance"
    EASE = "ease"
    PRACTICE = "practice"
    AGREED = "agreed"
    NEXT = "next"


NAMES: Final = {
    PageKind.AGENDA: "Agenda",
    PageKind.GROWTH: "Growth & signs",
    PageKind.ALLIANCE: "Alliance and repairs",
    PageKind.EASE: "Ease against movement",
    PageKind.PRACTICE: "Practice",
    PageKind.AGREED: "Agreed",
    PageKind.NEXT: "Next review",
}
LOOKED_AT: Final = (
    PageKind.AGENDA,
    PageKind.GROWTH,
    PageKind.ALLIANCE,
    PageKind.EASE,
    PageKind.PRACTICE,
)
"""Pages that are done once they were gone past: `Review.page` is the last of them that was."""


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A page. `goal` is what a page of a goal is about."""

    kind: PageKind
    done: bool
    goal: Goal | None = None

    @property
    def id(self) -> str:
        """By what it is known: the kind, and of a goal its id too."""
        return f"goal:{self.goal.id}" if self.goal else self.kind.value

    @property
    def name(self) -> str:
        """What it is called."""
        return self.goal.wording if self.goal else NAMES[self.kind]


def pages(of: Reviewing, review: Review) -> tuple[ReviewPage, ...]:
    """Every page of a review, each with whether it is done."""
    return tuple(_pages(of, review))


def _pages(of: Reviewing, review: Review) -> Iterator[ReviewPage]:
    decided = {d.measure_id for d in of.decisions if d.review_id == review.id}
    for kind in PageKind:
        if kind is PageKind.GOAL:
            for goal in of.record.goals:
                if goal.state is not GoalState.LET_GO or goal.id in decided:
                    yield ReviewPage(kind, goal.id in decided, goal)
        elif kind is PageKind.AGREED:
            yield ReviewPage(kind, bool(agreed_in(of, review)))
        elif kind is PageKind.NEXT:
            yield ReviewPage(kind, review.state is ReviewState.HELD)
        else:
            yield ReviewPage(kind, _place(kind.value) <= _place(review.page))


def _place(page: str) -> int:
    """How far a page is along those that are looked at; −1 before all of them."""
    found = [kind.value for kind in LOOKED_AT]
    return found.index(page) if page in found else -1


def past(review: Review, page: ReviewPage) -> str:
    """What `Review.page` is once one has gone past a page."""
    further = page.kind in LOOKED_AT and _place(page.kind.value) > _place(review.page)
    return page.kind.value if further else review.page


def progress(found: Sequence[ReviewPage]) -> str:
    """Where one is: "3 of 11 · 2 goals left"."""
    left = sum(page.goal is not None and not page.done for page in found)
    goals = f" · {left} goal{'' if left == 1 else 's'} left" if left else ""
    return f"{sum(page.done for page in found)} of {len(found)}{goals}"


def since(of: Reviewing, review: Review) -> date | None:
    """The day of the review before, up to which this one looks back; None for all of the time."""
    held = (r.day for r in of.reviews if r.state is ReviewState.HELD and r.day < review.day)
    return max(held, default=None)


def next_day(review: Review) -> date:
    """When the next review is, where nobody says otherwise."""
    return review.next_day or review.day + timedelta(weeks=WEEKS_AHEAD)


def agreed_in(of: Reviewing, review: Review) -> tuple[Agreement, ...]:
    """What was agreed in a review, oldest first."""
    return tuple(a for a in of.agreements if a.review_id == review.id)


def decided_in(of: Reviewing, review: Review, goal: Goal) -> Decision | None:
    """What was decided about a goal in a review; the latest counts."""
    found = [d for d in of.decisions if (d.review_id, d.measure_id) == (review.id, goal.id)]
    return found[-1] if found else None


def decided_before(of: Reviewing, review: Review, goal: Goal) -> Decision | None:
    """What was decided about a goal in an earlier review."""
    found = [d for d in of.decisions if d.measure_id == goal.id and d.review_id != review.id]
    earlier = [d for d in found if d.day <= review.day]
    return earlier[-1] if earlier else None


def given(series: Series, review: Review) -> dict[Rater, Rating]:
    """The latest rating of each of `BOTH` since a review was begun."""
    return {r.rater: r for r in series.ratings if r.day >= review.day and r.rater in BOTH}


def raters(goal: Goal) -> tuple[Rater, ...]:
    """Who of `BOTH` rates a goal."""
    return tuple(rater for rater in BOTH if rater in goal.measure.raters)


def blind(series: Series, goal: Goal, review: Review) -> bool:
    """Whether one of them has rated in this review and another has still to.

    Until then what was given is not shown, so that nobody rates with another's mark in sight.
    """
    return 0 < len(given(series, review)) < len(raters(goal))


_DOES: Final = {
    Choice.REACH: (EventKind.REACHED,),
    Choice.LET_GO: (EventKind.LET_GO,),
    Choice.REOPEN: (EventKind.REOPENED, EventKind.RESUMED),
    Choice.PAUSE: (EventKind.PAUSED,),
}
_OPEN: Final = (GoalState.DRAFT, GoalState.ACTIVE, GoalState.PAUSED)


def implied(goal: Goal, choice: Choice) -> EventKind | None:
    """What a decision makes happen to a goal; None where nothing, or where it cannot."""
    return next((what for what in _DOES.get(choice, ()) if what in goal.possible), None)


def choices(goal: Goal) -> tuple[Choice, ...]:
    """What can be decided about a goal in its state."""
    found = []
    for choice in Choice:
        if choice in _DOES:
            fits = implied(goal, choice) is not None
        else:
            fits = choice is Choice.KEEP or goal.state in _OPEN
        found += [choice] * fits
    return tuple(found)
