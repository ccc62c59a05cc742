"""Two people rate the same thing, neither with the other's mark in sight; then both are seen.

It is a check-in with a line for each of them, so digits mean the same as there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from tui.core.checkin import Answer, CheckIn
from tui.core.deeds import Rate
from tui.core.due import Due
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating

FORM: Final = "review-rating"
"""What the draft of a half-rated page is called."""


def asked(
    measure: Measure, raters: tuple[Rater, ...], given: Mapping[Rater, Rating], today: date
) -> CheckIn:
    """A line for each rater, in their order; what was given already stands in it, unseen."""
    lines = tuple(
        Due(replace(measure, id=rater.value, name=rater.value.capitalize()), None, today)
        for rater in raters
    )
    answers = (Answer(given[r].value) if r in given else Answer() for r in raters)
    return replace(CheckIn.of(lines), answers=tuple(answers)).first_open


def open_now(state: CheckIn) -> bool:
    """Whether the marks may be seen: everybody has given theirs, or leaves it out."""
    return not state.typed and all(a.skipped or a.value is not None for a in state.answers)


def deed(
    state: CheckIn, measure: Measure, given: Mapping[Rater, Rating], today: date
) -> Rate | None:
    """Keep what each of them gave, in one step; None where nothing is new.

    The moment that was written with a rating of today stays with it.
    """
    found: list[tuple[Rating, Rating | None]] = []
    for line, answer in zip(state.lines, state.answers, strict=True):
        rater = Rater(line.measure.id)
        before = given.get(rater)
        if answer.value is None or (before and before.value == answer.value):
            continue
        if before and before.day == today:
            found.append((replace(before, value=answer.value, entered=today), before))
            continue
        version = measure.version_on(today).number
        made = Rating(measure.id, today, rater, answer.value, version, today)
        found.append((made, None))
    if not found:
        return None
    return Rate(tuple(r for r, _ in found), measure.name, tuple(was for _, was in found))
