"""What a person did with a notice, and what is shown after that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from tui.core.notices.notice import Notice, key_of, parts_of


class Answered(StrEnum):
    """Seen, put off to a day, or talked about."""

    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    DISCUSSED = "discussed"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was done on a day with the notice of that `key`; `id` is its own.

    `until` is the first day on which a snoozed one is shown again; `note` what came of talking.
    """

    id: str
    key: str
    day: date
    what: Answered
    until: date | None = None
    note: str = ""

    def sound(self) -> Answer:
        """Return the answer, or raise `ValueError` with a sentence if it cannot be kept."""
        if (self.what is Answered.SNOOZED) != (self.until is not None):
            raise ValueError("What is put off has a day on which it comes back.")
        if self.until and self.until <= self.day:
            raise ValueError("Put it off to a day that is still to come.")
        return self

    def hides(self, today: date) -> bool:
        """Whether the notice is not shown on a day."""
        return self.until is None or today < self.until


def moved(answer: Answer, by: timedelta) -> Answer:
    """The answer with every day so much later, also the one in the key of its notice."""
    rule, subject, period = parts_of(answer.key)
    return replace(
        answer,
        key=key_of(rule, subject, period and period + by),
        day=answer.day + by,
        until=answer.until and answer.until + by,
    )


def standing(
    notices: Iterable[Notice], answers: Iterable[Answer], today: date
) -> tuple[Notice, ...]:
    """The notices that are shown on a day, in their order. The latest answer to each counts."""
    latest = {a.key: a for a in sorted(answers, key=lambda a: a.day)}
    return tuple(n for n in notices if n.key not in latest or not latest[n.key].hides(today))
