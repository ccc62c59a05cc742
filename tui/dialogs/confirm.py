"""A question with a few answers, each with its letter; one of them is the one that does no harm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.text import clean
from tui.dialogs.panel import PanelScreen, look
from tui.widgets.cells import fit

DO: Final = "do"
"""What `sure` returns when it shall be done."""


@dataclass(frozen=True, slots=True)
class Answer:
    """`value` is what choosing it returns."""

    letter: str
    label: str
    value: str


class Answers(Widget):
    """The answers beneath each other, one of them under the cursor."""

    def __init__(self, answers: Sequence[Answer], at: int) -> None:
        super().__init__()
        self.answers, self.at = answers, at

    def move(self, by: int) -> None:
        """Another answer, going round."""
        self.at = (self.at + by) % len(self.answers)
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """A line for each."""
        return len(self.answers)

    def render_line(self, y: int) -> Strip:
        """One answer: the mark of the cursor, its letter, its words."""
        here = y == self.at
        letter = look(self, "gold")
        label = look(self, "field-here" if here else "text")
        answer = self.answers[y]
        words = fit(answer.label, max(1, self.size.width - 6))
        return Strip(
            [
                Segment("› " if here else "  ", letter),
                Segment(f"{answer.letter}  ", letter),
                Segment(f" {words}", label),
            ]
        ).adjust_cell_length(self.size.width, label)


class Confirm(PanelScreen[str | None]):
    """Returns the value of the answer that was taken, or None.

    Enter takes the answer under the cursor, which begins on `default`; a letter takes its answer.
    """

    BINDINGS = bindings(Place.DIALOG)

    def __init__(
        self, question: str, sentence: str, answers: Sequence[Answer], default: str = ""
    ) -> None:
        super().__init__()
        self.question, self.sentence = question, sentence
        at = next((n for n, answer in enumerate(answers) if answer.value == default), 0)
        self.answers = Answers(answers, at)

    def compose(self) -> ComposeResult:
        """The sentence, what the question is about, and the answers."""
        with Vertical(classes="panel question") as panel:
            panel.border_title = Content(clean(self.question))
            panel.border_subtitle = "Esc leaves all as it is"
            with VerticalScroll(classes="about", can_focus=False):
                yield Static(Content(clean(self.sentence, multiline=True)))
                yield from self.about()
            yield self.answers

    def about(self) -> ComposeResult:
        """More to look at before answering."""
        yield from ()

    def on_key(self, event: Key) -> None:
        """A letter takes its answer."""
        for answer in self.answers.answers:
            if event.character and event.character.casefold() == answer.letter.casefold():
                event.stop()
                self.dismiss(answer.value)
                return

    def on_click(self, event: Click) -> None:
        """A click takes the answer it is on."""
        if event.widget is self.answers:
            self.answers.at = event.y
            self.action_take()

    def action_take(self) -> None:
        """Return the answer under the cursor."""
        self.dismiss(self.answers.answers[self.answers.at].value)

    def action_move(self, by: int) -> None:
        """Put the cursor on another answer."""
        self.answers.move(by)

    def action_page(self, by: int) -> None:
        """Scroll what the question is about, where it is longer than the screen."""
        box = self.query_one(VerticalScroll)
        box.scroll_relative(y=by * max(1, box.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Return None."""
        self.dismiss(None)


def sure(question: str, sentence: str, label: str) -> Confirm:
    """Whether to "do" what is not done lightly; leaving it is the default."""
    answers = (Answer("k", "Leave it as it is", "keep"), Answer("y", label, DO))
    return Confirm(question, sentence, answers, "keep")
