"""Parts of every dialog in which lines are answered: the lines, and what stands beneath them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.catalogue import MARKS
from tui.core.checkin import CheckIn
from tui.core.due import Due
from tui.core.measures import Measure
from tui.core.text import clean
from tui.dialogs.confirm import Answer, Confirm
from tui.widgets.editors import LineEditor
from tui.widgets.rows import Rows

_LEAVING: Final = (
    Answer("k", "Go on", "go"),
    Answer("p", "Put it aside; it is taken up next time", "aside"),
    Answer("t", "Throw it away", "away"),
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


def room_for(said: Sequence[str], width: int) -> str:
    """The fullest of `said`, which has ever fewer words, that a panel of a screen has room for."""
    return next((words for words in said if len(words) <= width - 6), said[-1])


def leaving(question: str) -> Confirm:
    """What becomes of answers that are not saved."""
    return Confirm(question, "", _LEAVING, "go")
