"""Check-in: one line for each measure that is due, answered with as few keys as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core import due
from tui.core.changes import Change
from tui.core.checkin import FORM, CheckIn, subject
from tui.core.days import full
from tui.core.deeds import Rate
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.due import Due
from tui.core.trouble import Conflict, Trouble
from tui.dialogs.check_in_parts import (
    Below,
    Lines,
    Moment,
    another_day,
    keys,
    leaving,
    marks_of,
    sections,
    title,
)
from tui.dialogs.conflict import MINE, RATING, THEIRS, ConflictDialog, rating_there
from tui.dialogs.drafting import Drafting, written
from tui.dialogs.panel import LOW, OnTop
from tui.resources import folder
from tui.widgets.sections import Section


class CheckInDialog(OnTop[Change | None]):
    """Returns the change that saving made, or None. `asked` is everything that can be asked."""

    CSS_PATH = [folder("styles") / "forms.tcss", folder("styles") / "sheets.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    BINDINGS = bindings(Place.CHECK_IN)

    def __init__(
        self, desk: Desk, palette: Palette, asked: Sequence[Due], draft: Draft | None = None
    ) -> None:
        super().__init__()
        self.desk, self.palette = desk, palette
        self.today, self.dates = desk.today(), desk.manners.dates
        self._asked_on = self.today
        """The day on which the person was last asked, or knew, of which day it is."""
        self.everything = tuple(asked)
        kept = draft.values if draft else {}
        wanted = {due.measure.id for due in due.due(asked, self.today)} | set(kept)
        lines = tuple(due for due in asked if due.measure.id in wanted)
        self.state = CheckIn.of(lines, self.today)
        self.state = self.state.taken_up(kept, draft.seen if draft else {}).first_open
        self._drafts = Drafting(desk, FORM, subject(desk.rater), self._texts, self._say, self._seen)
        self._taken = draft
        self._busy = self._over = False

    def compose(self) -> ComposeResult:
        """The lines, and beneath them what the one under the cursor asks."""
        with Vertical(id="panel", classes="check-in") as panel:
            panel.border_title = title(self.today, self.dates)
            panel.border_subtitle = Content(keys(self.app.size.width))
            yield Lines(self.palette, self._sections())
            yield Below(id="below")

    def on_mount(self) -> None:
        """Begin with the first line that has no answer."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.move_to(self.state.at)
        self._show_line()
        self._say("")
        if self._taken:
            since = written(self._taken, self.dates)
            self._say(f"Taken up again from {since}. What is saved is of today.")

    def action_digit(self, key: str) -> None:
        """A digit, or a minus."""
        if self.state.lines:
            self._become(self.state.key("-" if key == "minus" else key))

    def action_step(self, by: int) -> None:
        """More or less."""
        if self.state.lines:
            self._become(self.state.step(by))

    def action_skip(self) -> None:
        """Leave the line out."""
        if self.state.lines:
            self._become(self.state.skip())

    def action_clear(self) -> None:
        """Take the answer back."""
        if self.state.lines:
            self._become(self.state.clear())

    def action_go(self, by: int) -> None:
        """Another line; from the moment, back to the lines."""
        if self.state.lines:
            self.query_one(Lines).focus()
            self._become(self.state.move(by))

    def action_evidence(self) -> None:
        """To the moment that shows it, and back."""
        if not self.state.lines:
            return
        lines, moment = self.query_one(Lines), self.query_one(Moment)
        (lines if self.focused is moment else moment).focus()

    def action_mark(self) -> None:
        """The next mark of those that the measure has, or none again."""
        if not self.state.lines or not (marks := marks_of(self.state.line.measure)):
            return
        order = ["", *marks]
        at = order.index(self.state.answer.mark) if self.state.answer.mark in order else 0
        self._become(self.state.mark(order[(at + 1) % len(order)]))

    def action_ask_all(self) -> None:
        """Everything that can be asked, with the answers given so far."""
        kept, seen = self.state.kept(), self.state.kept_seen()
        self.state = CheckIn.of(self.everything, self.today).taken_up(kept, seen).first_open
        lines = self.query_one(Lines)
        lines.show(self._sections())
        lines.move_to(self.state.at)
        lines.focus()
        self._show_line()
        self._say("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is written is part of the answer.

        The line may be another one by now, and what stands there is that one's.
        """
        written = event.input.value
        if self.state.lines and written != self.state.answer.evidence:
            self._become(self.state.say(written))

    def on_input_submitted(self) -> None:
        """Enter in the moment: on to the next line."""
        self.action_go(1)

    def on_rows_highlighted(self) -> None:
        """A click put the cursor on another line; a key has moved both already."""
        at = self.query_one(Lines).cursor
        if at != self.state.at:
            self._become(self.state.move(at - self.state.at))

    @work(group="save")
    async def action_save(self) -> None:
        """Keep every rating at once, or say why not and lose nothing."""
        if self._busy or self._over:
            return
        if not self.state.given:
            self._say("Nothing is rated yet. A digit rates the line under the cursor.")
            return
        if self.desk.today() != self._asked_on:
            self._ask_day(self.desk.today())
            return
        self._busy = True
        try:
            await self._save()
        except (Trouble, ValueError) as error:
            self._say(str(error))
        finally:
            self._busy = False

    @work
    async def _ask_day(self, now: date) -> None:
        """It was left open over midnight: ask of which day it is, and save it then."""
        asked = another_day(full(self.today, self.dates), full(now, self.dates))
        answer = await self.app.push_screen_wait(asked)
        if answer not in ("then", "today"):
            return
        self._asked_on = now
        if answer == "today":
            kept, seen, at = self.state.kept(), self.state.kept_seen(), self.state.at
            self.today = now
            self.state = CheckIn.of(self.state.lines, now).taken_up(kept, seen).move(at)
            self.query_one("#panel").border_title = title(now, self.dates)
        self.action_save()

    async def _save(self) -> None:
        """Save what is rated, or ask whose rating stands where one was given meanwhile."""
        ratings = self.state.ratings(self.today, self.desk.rater)
        names = {due.measure.id: due.measure.name for due in self.state.lines}
        what = "a check-in" if len(ratings) > 1 else names[ratings[0].measure_id]
        try:
            change = await self.desk.do(Rate(ratings, what, self.state.seen(self.today)))
        except Conflict as conflict:
            self._settle(conflict, names)
        else:
            await self._close(change)

    @work
    async def _settle(self, conflict: Conflict, names: Mapping[str, str]) -> None:
        """Ask about one line, and go on saving: the next one may have to be asked about too."""
        id_ = str((conflict.yours or {})["measure_id"])
        asked = ConflictDialog(conflict, RATING, names[id_])
        answer = await self.app.push_screen_wait(asked)
        if answer not in (MINE, THEIRS):
            return
        there = rating_there(conflict)
        self._become(self.state.settled(id_, there, mine=answer == MINE))
        lines = self.query_one(Lines)
        lines.show(self._sections())
        lines.move_to(self.state.at)
        self._show_line()
        self.action_save()

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Close; ask first when something was answered."""
        if self._busy or self._over:
            return
        answer: str | None = "away"
        if self.state.touched:
            answer = await self.app.push_screen_wait(leaving())
        if answer == "away":
            await self._close(None)
        elif answer == "aside":
            await self._put_aside()

    async def _put_aside(self) -> None:
        try:
            if self._drafts.used:
                await self._drafts.keep()
        except Trouble as error:
            self._say(str(error))
            return
        self._over = True
        self.once_on_top(lambda: self.dismiss(None))

    async def _close(self, change: Change | None) -> None:
        self._over = True
        if self._taken or self._drafts.used:
            with suppress(Trouble):  # one draft too many is offered again
                await self._drafts.drop()
        self.once_on_top(lambda: self.dismiss(change))

    def _become(self, state: CheckIn) -> None:
        """Show another state: the lines that differ, and what the present one asks."""
        before, self.state = self.state, state
        lines = self.query_one(Lines)
        for n, (old, new) in enumerate(zip(before.answers, state.answers, strict=True)):
            if old != new:
                lines.redraw(n)
        lines.move_to(state.at)
        if before.at != state.at or before.answer.mark != state.answer.mark:
            self._show_line()
        self._say("")
        if before.answers != state.answers and not self._over and self._drafts.touched():
            self.run_worker(self._drafts.write(), group="draft")

    def hand_in(self) -> None:
        """Keep what is answered now; the program is about to end."""
        if not self._over:
            if self.state.lines:
                self.state = self.state.say(self.query_one(Moment).value)
            self._drafts.hand_in()

    def _seen(self) -> dict[str, str]:
        return self.state.kept_seen()

    def _texts(self) -> dict[str, str] | None:
        return self.state.kept() or None

    def _show_line(self) -> None:
        self.query_one(Below).show(self.state)

    def _nothing_due(self) -> tuple[str, ...]:
        day = due.next_day(self.everything, self.today)
        when = f"Something is on {full(day, self.dates)}." if day else ""
        every = "a asks everything all the same." if self.everything else ""
        return tuple(filter(None, (when, every))) or ("There is nothing to ask yet.",)

    def _say(self, words: str) -> None:
        given = f"{self.state.given} of {len(self.state.lines)} rated" if self.state.lines else ""
        self.query_one(Below).say(words, given)

    def _sections(self) -> tuple[Section, ...]:
        if not self.state.lines:
            return (Section("Nothing is due today", "", (), self._nothing_due()),)
        at = {due.measure.id: n for n, due in enumerate(self.state.lines)}
        return sections(
            self.state.lines, lambda id_: self.state.answers[at[id_]], self.today, self.dates
        )
