"""The parts of the check-in: its lines, and beneath them what the present one asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from rich.segment import Segment
from textual.content import Content

from tui.charts.palette import Palette
from tui.core.checkin import Answer
from tui.core.days import DateStyle, full, near
from tui.core.due import Due
from tui.core.measures import Kind
from tui.dialogs.answering_parts import Question
from tui.dialogs.confirm import Answer as AnswerTo
from tui.dialogs.confirm import Confirm
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR, dots
from tui.widgets.sections import Section

_TITLES: Final = {
    Kind.GOAL: "Goals",
    Kind.GROWTH: "Growth",
    Kind.SIGN: "Signs",
    Kind.SESSION: "Relationship",
}

KEYS: Final = (
    "0–9 rate · 1 0 ten · x skip · ←→ adjust · Tab a moment · ^s save · Esc leave",
    "0–9 rate · x skip · Tab a moment · ^s save · Esc leave",
    "x skip · ^s save · Esc leave",
)
"""What can be pressed, in ever fewer words."""


def sections(
    lines: Sequence[Due], answer: Callable[[str], Answer], today: date, dates: DateStyle
) -> tuple[Section, ...]:
    """The lines in boxes; `answer` tells what is answered about a measure, by its id."""

    def draw(item: Question, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        last = item.due.last
        day = near(last.day, today, dates) if last else ""
        return _row((item.due, day), answer(item.id), width, palette, chosen)

    kinds = groupby(map(Question, lines), lambda q: q.due.measure.kind)
    return tuple(Section(_TITLES[kind], "", tuple(asked), draw=draw) for kind, asked in kinds)


def _row(
    asked: tuple[Due, str], answer: Answer, width: int, palette: Palette, chosen: bool
) -> list[Segment]:
    """Name, last time, then-and-now on the scale, what is answered."""
    due, day = asked
    ground = palette.cursor if chosen else palette.ground
    accent = palette.accent(due.measure.kind)
    last = f"last {due.last.value:g} · {day}" if due.last else ""
    wide = width >= 66
    tail = [plain(f"{last:>22} " if wide else "", palette.quiet, ground)]
    then = due.last.value if due.last else answer.value
    drawn = dots(due.measure.scale, then, answer.value)
    tail.append(plain(f" {drawn} ", accent if answer.value is not None else palette.quiet, ground))
    said = "skip" if answer.skipped else "" if answer.value is None else f"{answer.value:g}"
    tail.append(plain(f"{said:>4}", palette.text, ground, bold=True))
    tail.append(plain(" ✎" if answer.evidence else "  ", palette.gold, ground))
    room = width - 2 - sum(segment.cell_length for segment in tail)
    name = plain(fit(due.measure.name, max(0, room)), palette.text, ground, chosen)
    return [plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground), name, *tail]


def title(day: date, dates: DateStyle) -> Content:
    """What it is, and of which day."""
    return Content(f"Check-in · {full(day, dates)}")


def another_day(opened: str, now: str) -> Confirm:
    """Of which day a check-in is that was left open over midnight: then, today, or go on."""
    answers = (
        AnswerTo("g", "Go on with it", "go"),
        AnswerTo("s", f"Save it for {opened}", "then"),
        AnswerTo("t", f"It is of today, {now}", "today"),
    )
    return Confirm("Another day has begun", f"This is for {opened}.", answers, "go")
