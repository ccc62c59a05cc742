"""The parts of the check-in: its lines, and beneath them what the present one asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.core.catalogue import MARKS
from tui.core.checkin import Answer, CheckIn
from tui.core.days import DateStyle, full, near
from tui.core.due import Due
from tui.core.measures import Kind, Measure
from tui.core.text import clean
from tui.dialogs.confirm import Answer as AnswerTo
from tui.dialogs.confirm import Confirm
from tui.widgets.cells import fit, plain
from tui.widgets.editors import LineEditor
from tui.widgets.row import CURSOR, dots
from tui.widgets.rows import Rows
from tui.widgets.sections import Section

_TITLES: Final = {
    Kind.GOAL: "Goals",
    Kind.GROWTH: "Growth",
    Kind.SIGN: "Signs",
    Kind.SESSION: "Relationship",
}

_KEYS: Final = (
    "0–9 rate · 1 0 ten · x skip · ←→ adjust · Tab a moment · ^s save · Esc leave",
    "0–9 rate · x skip · Tab a moment · ^s save · Esc leave",
    "x skip · ^s save · Esc leave",
)
"""What can be pressed, in ever fewer words."""
_LEAVING: Final = (
    AnswerTo("k", "Go on", "go"),
    AnswerTo("p", "Put it aside; it is taken up next time", "aside"),
    AnswerTo("t", "Throw it away", "away"),
)


class Lines(Rows, inherit_bindings=False):
    """The lines. Their keys are the dialog's, for most keys answer instead of moving."""


class Moment(LineEditor):
    """The evidence line; what saves and leaves is heard in it too."""

    def __init__(self) -> None:
        super().__init__("")
        self.placeholder = "One moment that shows it, if you like"


class Below(Vertical):
    """What the line under the cursor asks, its marks, its moment, and a word at the foot."""

    def compose(self) -> ComposeResult:
        """All of them; what has nothing to say takes no room."""
        yield Static(id="asked", markup=False)
        yield Static(id="marks", markup=False)
        yield Moment()
        yield Static(id="foot", markup=False)

    def show(self, state: CheckIn) -> None:
        """What the present line asks, and what is answered there."""
        moment = self.query_one(Moment)
        asked, marks = self.query_one("#asked", Static), self.query_one("#marks", Static)
        moment.display = asked.display = bool(state.lines)
        marks.display = bool(state.lines) and bool(marks_of(state.line.measure))
        if not state.lines:
            return
        measure, scale = state.line.measure, state.line.measure.scale
        ends = f"{scale.minimum:g} {scale.low} … {scale.maximum:g} {scale.high}"
        asked.update(Content(clean(f"{measure.version.prompt}\n{ends}", multiline=True)))
        told = (
            f"({'•' if mark in state.answer.mark.split() else ' '}) {word}"
            for mark, word in marks_of(measure).items()
        )
        marks.update(Content("m  " + "   ".join(told)))
        if moment.value != state.answer.evidence:
            moment.value = state.answer.evidence

    def say(self, words: str, otherwise: str) -> None:
        """Something at the foot, or with "" what stands there `otherwise`."""
        foot = self.query_one("#foot", Static)
        foot.display = bool(words or otherwise)
        foot.update(Content(clean(f"! {words}" if words else otherwise)))


def marks_of(measure: Measure) -> dict[str, str]:
    """The marks that a measure has, with their words."""
    return MARKS.get(measure.key, {})


class Question:
    """A line as the list knows it: by its measure, whatever is answered in it."""

    def __init__(self, due: Due) -> None:
        self.due, self.id = due, due.measure.id


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


def keys(width: int) -> str:
    """As much of the keys as there is room for."""
    return next((keys for keys in _KEYS if len(keys) <= width - 6), _KEYS[-1])


def leaving() -> Confirm:
    """What becomes of answers that are not saved."""
    return Confirm("Leave the check-in?", "", _LEAVING, "go")


def another_day(opened: str, now: str) -> Confirm:
    """Of which day a check-in is that was left open over midnight: then, today, or go on."""
    answers = (
        AnswerTo("g", "Go on with it", "go"),
        AnswerTo("s", f"Save it for {opened}", "then"),
        AnswerTo("t", f"It is of today, {now}", "today"),
    )
    return Confirm("Another day has begun", f"This is for {opened}.", answers, "go")
