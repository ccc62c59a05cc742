"""Two people rate a goal one after the other, neither with the other's mark in sight."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.core.blind import FORM, asked, deed, open_now
from tui.core.checkin import CheckIn
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.goals import Goal
from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.core.review_pages import raters
from tui.core.review_words import HIDDEN
from tui.core.text import clean
from tui.core.trouble import Trouble
from tui.dialogs.answering import Answering
from tui.dialogs.answering_parts import Lines, room_for
from tui.dialogs.listsheet import cells_row
from tui.widgets.sections import Section

DONE: Final = "done"
"""What is returned when both have rated, or left it out."""
_KEYS: Final = (
    "0–9 rate · 1 0 ten · x leave out · Enter goes on · Esc leaves",
    "0–9 · x leave out · Enter · Esc",
)


@dataclass(frozen=True, slots=True)
class _Seat:
    """A line: whose it is."""

    id: str


class BlindRating(Answering[str | None]):
    """Returns `DONE` once what was given is kept, or None where it was left half-way.

    What is left half-way is kept as a draft. `given` are marks of this review; with `anew` both
    rate once more, and what they gave is not shown.
    """

    KEYS = _KEYS

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        goal: Goal,
        given: Mapping[Rater, Rating],
        draft: Draft | None = None,
        *,
        anew: bool = False,
    ) -> None:
        super().__init__(desk, palette, FORM, goal.id, draft)
        self.goal, self.given = goal, given
        self.state = asked(goal.measure, raters(goal), {} if anew else given, desk.today())
        if draft:
            self.state = self.state.taken_up(draft.values).first_open
        self._begun = self.state.answers

    @property
    def changed(self) -> bool:
        """Whether anything was given."""
        return self.state.answers != self._begun

    @property
    def takes_note(self) -> bool:
        """Nothing is written here: what was said has its place with the decision."""
        return False

    def heading(self) -> Content:
        """What is asked."""
        return Content("Both rate")

    def compose(self) -> ComposeResult:
        """What is asked, a line for each of them, and a word at the foot."""
        scale = self.goal.measure.scale
        ends = f"{scale.minimum:g} {scale.low} … {scale.maximum:g} {scale.high}"
        with Vertical(id="panel", classes="check-in") as panel:
            panel.border_title = self.heading()
            panel.border_subtitle = Content(room_for(self.KEYS, self.app.size.width))
            yield Static(Content(clean(self.goal.wording)), id="lead")
            yield Lines(self.palette, self._sections())
            with Vertical(id="below"):
                yield Static(Content(clean(ends)), id="asked")
                yield Static(id="foot", markup=False)

    def action_step(self, by: int) -> None:
        """More or less; only once both marks are seen, for a step would show where it began."""
        if open_now(self.state):
            super().action_step(by)

    def action_go(self, by: int) -> None:
        """The other line; from the last one, with both marks in sight, on with the review."""
        last = self.state.at == len(self.state.lines) - 1
        if by > 0 and last and open_now(self.state):
            self.action_save()
        else:
            self._become(self.state.move(by))

    def _ready(self) -> bool:
        """Whether both have rated, or are left out."""
        self.state = self.state.move(0)  # a 1 that waited for its 0 is a 1
        if open_now(self.state):
            return True
        self._become(self.state)
        self._say("Somebody has still to rate. x leaves them out.")
        return False

    async def _save(self) -> None:
        """Keep both marks in one step."""
        if wanted := deed(self.state, self.goal.measure, self.given, self.desk.today()):
            await self.desk.do(wanted)
        await self._close(DONE)

    async def _leave(self) -> None:
        """Close; what was given is taken up the next time."""
        self._over = True
        if self._drafts.used:
            with suppress(Trouble):
                await self._drafts.keep()
        self.once_on_top(lambda: self.dismiss(None))

    def _show_change(self, _: CheckIn) -> None:
        """Draw both lines: what one shows depends on the other."""
        lines = self.query_one(Lines)
        lines.move_to(self.state.at)
        lines.show(self._sections())

    def _show_line(self) -> None:
        """What is asked is the same of both."""

    def _first_word(self) -> str:
        return ""  # that it goes on is seen

    def _say(self, words: str) -> None:
        self.query_one("#foot", Static).update(
            Content(clean(f"! {words}" if words else self._foot()))
        )

    def _foot(self) -> str:
        """What comes next."""
        if open_now(self.state):
            return "Both marks, side by side. Enter goes on to the decision."
        whose = self.state.line.measure.name.lower()
        return f"The {whose} rates now; the other one looks away."

    def _sections(self) -> tuple[Section, ...]:
        seats = tuple(_Seat(line.measure.id) for line in self.state.lines)
        return (Section("From 0 to 10" if self._plain else "Rated", "", seats, draw=self._draw),)

    @property
    def _plain(self) -> bool:
        scale = self.goal.measure.scale
        return (scale.minimum, scale.maximum) == (0, 10)

    def _draw(self, item: _Seat, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        at = next(n for n, line in enumerate(self.state.lines) if line.measure.id == item.id)
        answer = self.state.answers[at]
        if answer.skipped:
            said = "left out"
        elif answer.value is None:
            said = "…" if chosen else ""
        else:
            said = f"{answer.value:g}" if open_now(self.state) else HIDDEN
        colour = "goal" if open_now(self.state) else "quiet"
        cells = (
            (self.state.lines[at].measure.name, 0, "text", chosen),
            (f"{said:>8}", 9, colour, open_now(self.state)),
        )
        return cells_row(cells, width, palette, chosen)
