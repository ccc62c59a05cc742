"""What there is to read about a measure: everything that was written, and what of it matters.

Pure words in a fixed order. Nothing is judged: a by-when that has passed asks "still fair?".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tui.core.catalogue import MARKS
from tui.core.days import DateStyle, full, near
from tui.core.goals import Goal
from tui.core.measures import Kind, Measure
from tui.core.overview import Line
from tui.core.series import Series
from tui.core.text import clean

MOMENTS: Final = 200
"""Evidence lines that are told; of more than these the earlier ones are only counted."""
IMPORTANCE: Final = ("Hardly matters", "Matters a little", "Matters", "Matters a lot")
"""A goal's importance, 0 to 3, in words."""
DIFFICULTY: Final = ("easy", "a little hard", "hard", "very hard")
"""A goal's difficulty, 0 to 3, in words."""
RUNGS: Final = (
    "much less than hoped",
    "less than hoped",
    "as hoped",
    "more than hoped",
    "much more than hoped",
)
"""The levels of a ladder, −2 to +2, in words."""
MATTERS: Final = {
    "slope": "The direction over several weeks, not a single value. A hard week is just that.",
    "level": "The level: whether it stays high from one rating to the next, not one high value.",
}
"""What of a sign is worth talking about, by `Measure.matters`."""
_LAST_ALONE: Final = "Only the last is the sign. Talking things through is what therapy is for."


@dataclass(frozen=True, slots=True)
class Entry:
    """A text, and what stands before it in a column of its own: a day, a tick, a level.

    A `markdown` text is one of several lines, with nothing before it.
    """

    text: str
    lead: str = ""
    markdown: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and what stands under it."""

    heading: str
    entries: tuple[Entry, ...]


def details(
    line: Line, series: Series, today: date, dates: DateStyle = DateStyle.DAY_MONTH
) -> tuple[Block, ...]:
    """Everything there is to read about a row; blocks with nothing in them are left out."""
    measure = line.measure
    parts = [*_goal(line.goal, today, dates)] if line.goal else []
    parts += [*_sign(measure, series)] if measure.kind is Kind.SIGN else []
    parts.append(("Moments that show it", tuple(_moments(series, today, dates))))
    if not line.goal:
        parts.append(("What is asked", tuple(_asked(measure))))
    parts.append(("Wordings", tuple(_wordings(measure, today, dates))))
    return tuple(Block(heading, entries) for heading, entries in parts if entries)


Part = tuple[str, tuple[Entry, ...]]


def _goal(goal: Goal, today: date, dates: DateStyle) -> Iterator[Part]:
    yield "Why", _lines(goal.why)
    yield "What “there” looks like", _lines(goal.there)
    fair = " · still fair?" if goal.still_fair(today) else ""
    yield "By when", (Entry(full(goal.by_when, dates) + fair),) if goal.by_when else ()
    weight = f"{IMPORTANCE[goal.importance]}, {DIFFICULTY[goal.difficulty]}"
    yield "How it weighs", (Entry(weight),)
    if agreed := goal.milestone:
        by, since = near(agreed.by, today, dates), near(agreed.agreed, today, dates)
        yield "Agreed", (Entry(f"{agreed.level:g} by {by}, agreed on {since}"),)
    yield "Small steps", tuple(_steps(goal, today, dates))
    if goal.ladder:
        rungs = [*zip(range(-2, 3), goal.ladder, RUNGS, strict=True)]
        told = (Entry(f"{text or '…'} ({word})", _level(n)) for n, text, word in reversed(rungs))
        yield "Ladder", tuple(told)


def _steps(goal: Goal, today: date, dates: DateStyle) -> Iterator[Entry]:
    for step in goal.steps:
        yield Entry(step.text, f"☑ {near(step.done, today, dates)}" if step.done else "☐")


def _sign(measure: Measure, series: Series) -> Iterator[Part]:
    yield "Towards", (Entry(f"{measure.opposite}."),) if measure.opposite else ()
    matters = MATTERS.get(measure.matters, "")
    yield "What matters of it", (Entry(matters),) if matters else ()
    if marks := MARKS.get(measure.key):
        given = [mark for rating in series.ratings for mark in rating.marks]
        counts = tuple(Entry(word, f"{given.count(mark)} ×") for mark, word in marks.items())
        yield "How it was decided", (*counts, Entry(_LAST_ALONE))


def _moments(series: Series, today: date, dates: DateStyle) -> Iterator[Entry]:
    """Evidence, newest first, each with its day, its value and who wrote it."""
    told = [r for r in reversed(series.ratings) if r.evidence]
    days = [near(rating.day, today, dates) for rating in told[:MOMENTS]]
    width = max(map(len, days), default=0)
    for rating, day in zip(told, days, strict=False):
        lead = f"{day:>{width}} {rating.value:>3g} {rating.rater.mark}"
        yield Entry(f"{_marks(series.measure, rating.marks)}“{rating.evidence}”", lead)
    if (rest := len(told) - MOMENTS) > 0:
        yield Entry(f"… and {rest:,} earlier ones.")


def _marks(measure: Measure, marks: Sequence[str]) -> str:
    known = MARKS.get(measure.key, {})
    return "".join(f"{known.get(mark, mark)}: " for mark in marks)


def _asked(measure: Measure) -> Iterator[Entry]:
    scale = measure.scale
    yield Entry(measure.version.prompt)
    for value, words in ((scale.minimum, scale.low), (scale.maximum, scale.high)):
        if words:
            yield Entry(words, f"{value:g}")


def _wordings(measure: Measure, today: date, dates: DateStyle) -> Iterator[Entry]:
    """Every wording with the day from which it was asked, the oldest last."""
    if len(measure.versions) > 1:
        for version in reversed(measure.versions):
            yield Entry(version.prompt, f"from {near(version.since, today, dates)}")


def _lines(text: str) -> tuple[Entry, ...]:
    """A text of several lines, each an entry."""
    return tuple(Entry(line) for line in clean(text, multiline=True).split("\n") if line.strip())


def _level(number: int) -> str:
    return f"{number:+d}".replace("-", "−") if number else " 0"
