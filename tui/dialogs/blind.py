"""Two people rate a goal one after the other, neither with the other's mark in sight."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from rich.segment import Segment
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
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
from tui.dialogs.check_in_parts import Lines
from tui.dialogs.drafting import Drafting
from tui.dialogs.listsheet import cells_row
from tui.dialogs.panel import LOW, OnTop
from tui.resources import folder
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


class BlindRating(OnTop[str | None]):
    """Returns `DONE` once what was given is kept, or None where it was left half-way.

    What is left half-way is kept as a draft. `given` are marks of this review; with `anew` both
    rate once more, and what they gave is not shown.
    """

    CSS_PATH = [folder("styles") / "forms.tcss", folder("styles") / "sheets.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    BINDINGS = bindings(Place.CHECK_IN)

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
        super().__init__()
        self.desk, self.palette, self.goal, self.given = desk, palette, goal, given
        self.state = asked(goal.measure, raters(goal), {} if anew else given, desk.today())
        if draft:
            self.state = self.state.taken_up(draft.values).first_open
        self._begun = self.state.answers
        self._drafts = Drafting(desk, FORM, goal.id, self._texts, self._say, dict)
        self._taken, self._busy, self._over = draft, False, False

    def compose(self) -> ComposeResult:
        """What is asked, a line for each of them, and a word at the foot."""
        scale = self.goal.measure.scale
        ends = f"{scale.minimum:g} {scale.low} … {scale.maximum:g} {scale.high}"
        with Vertical(id="panel", classes="check-in") as panel:
            panel.border_title = Content("Both rate")
            roomy = self.app.size.width >= len(_KEYS[0]) + 8
            panel.border_subtitle = Content(_KEYS[not roomy])
            yield Static(Content(clean(self.goal.wording)), id="lead")
            yield Lines(self.palette, self._sections())
            with Vertical(id="below"):
                yield Static(Content(clean(ends)), id="asked")
                yield Static(id="foot", markup=False)

    def on_mount(self) -> None:
        """Begin with whoever has not rated."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.move_to(self.state.at)
        self._say("")

    def action_digit(self, key: str) -> None:
        """A digit, or a minus."""
        self._become(self.state.key("-" if key == "minus" else key))

    def action_step(self, by: int) -> None:
        """More or less; only once both marks are seen, for a step would show where it began."""
        if open_now(self.state):
            self._become(self.state.step(by))

    def action_skip(self) -> None:
        """Leave one of them out."""
        self._become(self.state.skip())

    def action_clear(self) -> None:
        """Take a mark back; both are hidden again."""
        self._become(self.state.clear())

    def action_go(self, by: int) -> None:
        """The other line; from the last one, with both marks in sight, on with the review."""
        last = self.state.at == len(self.state.lines) - 1
        if by > 0 and last and open_now(self.state):
            self.action_save()
        else:
            self._become(self.state.move(by))

    def action_evidence(self) -> None:
        """Nothing is written here: what was said has its place with the decision."""

    def action_mark(self) -> None:
        """A goal has no marks."""

    def action_ask_all(self) -> None:
        """Both are asked already."""

    def on_rows_highlighted(self) -> None:
        """A click put the cursor on another line; a key has moved both already."""
        at = self.query_one(Lines).cursor
        if at != self.state.at:
            self._become(self.state.move(at - self.state.at))

    @work(group="save")
    async def action_save(self) -> None:
        """Keep both marks in one step, or say what is still to come."""
        if self._busy or self._over:
            return
        self.state = self.state.move(0)  # a 1 that waited for its 0 is a 1
        if not open_now(self.state):
            self._become(self.state)
            self._say("Somebody has still to rate. x leaves them out.")
            return
        self._busy = True
        try:
            wanted = deed(self.state, self.goal.measure, self.given, self.desk.today())
            if wanted:
                await self.desk.do(wanted)
            self._over = True
            if self._taken or self._drafts.used:
                with suppress(Trouble):  # one draft too many is taken up again
                    await self._drafts.drop()
        except (Trouble, ValueError) as error:
            self._say(str(error))
        else:
            self.once_on_top(lambda: self.dismiss(DONE))
        finally:
            self._busy = False

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Close; what was given is taken up the next time."""
        if self._busy or self._over:
            return
        self._over = True
        if self._drafts.used:
            with suppress(Trouble):
                await self._drafts.keep()
        self.once_on_top(lambda: self.dismiss(None))

    def hand_in(self) -> None:
        """Keep what was given; the program is about to end."""
        if not self._over:
            self._drafts.hand_in()

    def _become(self, state: CheckIn) -> None:
        before, self.state = self.state, state
        lines = self.query_one(Lines)
        lines.move_to(state.at)
        lines.show(self._sections())
        self._say("")
        if before.answers != state.answers and self._drafts.touched():
            self.run_worker(self._drafts.write(), group="draft")

    def _texts(self) -> dict[str, str] | None:
        return self.state.kept() if self.state.answers != self._begun else None

    def _say(self, words: str) -> None:
        self.query_one("#foot", Static).update(
            Content(clean(f"! {words}" if words else self._next))
        )

    @property
    def _next(self) -> str:
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
