"""What a review looks at: the record, and what was decided, agreed and answered so far."""

from __future__ import annotations

from dataclasses import dataclass

from tui.core.notices.answers import Answer
from tui.core.record import Record
from tui.core.reviews import Agreement, Decision, EndingPlan, Review, ReviewState


@dataclass(frozen=True, slots=True)
class Reviewing:
    """Everything as of one moment, each kind oldest first."""

    record: Record
    reviews: tuple[Review, ...] = ()
    decisions: tuple[Decision, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    answers: tuple[Answer, ...] = ()
    plans: tuple[EndingPlan, ...] = ()
    revision: int = 0

    @property
    def begun(self) -> Review | None:
        """The review that was left half-way, if one was: the latest of those."""
        left = [review for review in self.reviews if review.state is ReviewState.BEGUN]
        return left[-1] if left else None

    @property
    def prepared(self) -> Review | None:
        """What the agenda of the next review was made of before that is begun, if it was."""
        found = [review for review in self.reviews if review.state is ReviewState.PREPARED]
        return found[-1] if found else None

    @property
    def arranged(self) -> Review | None:
        """The review whose order the agenda has: the one that is begun, or else prepared."""
        return self.begun or self.prepared

    @property
    def last(self) -> Review | None:
        """The latest review that was held."""
        held = [review for review in self.reviews if review.state is ReviewState.HELD]
        return held[-1] if held else None
