"""The parts of the after-session form: its lines, and beneath them what the present one asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import groupby
from typing import Final

from rich.segment import Segment
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.core.after_session import FORMAT, FORMATS, STATE, TICK, is_said
from tui.core.alliance import ITEMS
from tui.core.catalogue import SESSION
from tui.core.checkin import Answer, CheckIn
from tui.core.days import DateStyle, full
from tui.core.due import Due
from tui.core.measures import Measure, Rater
from tui.core.session_words import signed
from tui.core.text import clean
from tui.dialogs.answering_parts import Below, Moment, Question
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR, dots
from tui.widgets.sections import Section

KEYS: Final = (
    "0–9 −2…2 rate · x skip · ←→ adjust · Space ticks · Tab a note · ^s save · Esc leave",
    "0–9 rate · x skip · Space ticks · Tab note · ^s save · Esc leave",
    "x skip · Space ticks · ^s save",
)
"""What can be pressed, in ever fewer words."""
_HOUR: Final = {entry.key for entry in SESSION} - {*ITEMS}
_SPACE: Final = {
    STATE: "Space changes it. Of a session that was missed nothing is rated.",
    FORMAT: "Space goes round.",
}


class Asks(Below):
    """What the line under the cursor asks, its note where it is rated, and a word at the foot."""

    def show(self, state: CheckIn) -> None:
        """What the present line asks, and what is answered there."""
        super().show(state)
        measure = state.line.measure
        said = is_said(measure)
        self.query_one(Moment).display = not said
        if said:
            how = _SPACE.get(measure.id, "Space ticks it, and takes it back. None has to be.")
            words = f"{measure.version.prompt}\n{how}"
        else:
            scale = measure.scale
            say = signed if scale.minimum < 0 else "{:g}".format
            middle = " · 0 both" if measure.direction == "both" else ""
            ends = f"{say(scale.minimum)} {scale.low} … {say(scale.maximum)} {scale.high}{middle}"
            words = f"{measure.version.prompt}\n{ends}"
        self.query_one("#asked", Static).update(Content(clean(words, multiline=True)))


def sections(lines: tuple[Due, ...], answer: Callable[[str], Answer]) -> tuple[Section, ...]:
    """The lines in boxes; `answer` tells what is answered in one, by its measure's id."""

    def draw(item: Question, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        return _row(item.due, answer(item.id), width, palette, chosen)

    found = groupby(map(Question, lines), lambda q: _box(q.due.measure))
    return tuple(
        Section(title, legend, tuple(asked), draw=draw) for (title, legend), asked in found
    )


def _box(measure: Measure) -> tuple[str, str]:
    """Title and legend of the box that a line stands in."""
    if measure.id.startswith(TICK):
        return "Any of these", ""
    if is_said(measure):
        return "The session", ""
    if measure.key in ITEMS:
        return "Working together", "○ last time  ● now"
    return (
        ("The hour", "") if measure.key in _HOUR else ("What it was like", "both ends have worth")
    )


def _row(due: Due, answer: Answer, width: int, palette: Palette, chosen: bool) -> list[Segment]:
    """Name, then-and-now on the scale, what is answered; a tick before its words."""
    ground = palette.cursor if chosen else palette.ground
    mark = plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)
    if due.measure.id.startswith(TICK):
        dot = plain(
            "● " if answer.value else "· ", palette.gold if answer.value else palette.quiet, ground
        )
        words = plain(fit(due.measure.name, width - 4), palette.text, ground, chosen)
        return [mark, dot, words]
    tail = [*_tail(due, answer, palette, ground, wide=width >= 40)]
    room = width - 2 - sum(segment.cell_length for segment in tail)
    name = plain(fit(due.measure.name, max(0, room)), palette.text, ground, chosen)
    return [mark, name, *tail]


def _tail(due: Due, answer: Answer, palette: Palette, ground: str, *, wide: bool) -> list[Segment]:
    measure = due.measure
    if is_said(measure):
        said = _said(measure, answer)
        return [plain(f"{said:>12}  ", palette.text, ground, bold=True)]
    accent = palette.accent(measure.kind) if answer.value is not None else palette.quiet
    then = due.last.value if due.last else answer.value
    say = signed if measure.scale.minimum < 0 else "{:g}".format
    value = "skip" if answer.skipped else "" if answer.value is None else say(answer.value)
    drawn = f" {dots(measure.scale, then, answer.value)} " if wide else " "
    return [
        plain(drawn, accent, ground),
        plain(f"{value:>4}", palette.text, ground, bold=True),
        plain(" ✎" if answer.evidence else "  ", palette.gold, ground),
    ]


def _said(measure: Measure, answer: Answer) -> str:
    value = int(answer.value or 0)
    if measure.id == STATE:
        return "attended" if value else "missed"
    return FORMATS[value].value or "not said"


def title(number: int, day: date, dates: DateStyle, rater: Rater) -> Content:
    """Which session it is, and who rates."""
    whose = " · the therapist rates" if rater is Rater.THERAPIST else ""
    return Content(f"Session {number} · {full(day, dates)}{whose}")
