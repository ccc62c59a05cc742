"""After a session: one line for each thing that is asked, answered with as few keys as can be."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.after_session import (
    FORM,
    FORMATS,
    STATE,
    TICK,
    asked,
    begun,
    deed,
    is_said,
    settled,
    subject,
)
from tui.core.changes import Change
from tui.core.checkin import Answer, CheckIn
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.relationship import Relationship
from tui.core.sessions import Session
from tui.core.trouble import Conflict, Trouble
from tui.dialogs.after_session_parts import Asks, keys, leaving, sections, title
from tui.dialogs.check_in_parts import Lines, Moment
from tui.dialogs.conflict import MINE, RATING, THEIRS, ConflictDialog, rating_there
from tui.dialogs.drafting import Drafting, written
from tui.dialogs.panel import LOW, OnTop
from tui.resources import folder
from tui.widgets.sections import Section

_SESSION: Final = {"state": "what became of it", "format": "how you met", "ticks": "ticked"}
"""What a session's columns are called."""


class AfterSession(OnTop[Change | None]):
    """Returns the change that saving made, or None. `session` is in the file or begins here."""

    CSS_PATH = [folder("styles") / "forms.tcss", folder("styles") / "sheets.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    BINDINGS = bindings(Place.CHECK_IN)

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        of: Relationship,
        session: Session,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.palette, self.session = desk, palette, session
        self.before = of.hour(session.id)
        """The session as the file had it when it was read."""
        empty, known = asked(of, session, self.before, desk.rater)
        self._begun = known
        # What was taken back in a draft is not there again, so that it is no more than its own.
        self.state = empty.taken_up(draft.values, draft.seen) if draft else known
        self.state = begun(self.state, again=draft is not None)
        about = subject(session, self.before.session if self.before else None, desk.rater)
        self._drafts = Drafting(desk, FORM, about, self._texts, self._say, self._seen)
        self._taken = draft
        self._busy = self._over = False

    def compose(self) -> ComposeResult:
        """The lines, and beneath them what the one under the cursor asks."""
        dates = self.desk.manners.dates
        with Vertical(id="panel", classes="check-in") as panel:
            panel.border_title = title(
                self.session.number, self.session.day, dates, self.desk.rater
            )
            panel.border_subtitle = Content(keys(self.app.size.width))
            yield Lines(self.palette, self._sections())
            yield Asks(id="below")

    def on_mount(self) -> None:
        """Begin with the first line that has no answer."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.move_to(self.state.at)
        self._show_line()
        self._say("")
        if self._taken:
            self._say(f"Taken up again from {written(self._taken, self.desk.manners.dates)}.")

    def action_digit(self, key: str) -> None:
        """A digit, or a minus; of what is ticked or chosen nothing is rated."""
        if not is_said(self.state.line.measure):
            self._become(self.state.key("-" if key == "minus" else key))

    def action_step(self, by: int) -> None:
        """More or less."""
        self._become(self.state.step(by))

    def action_skip(self) -> None:
        """Leave the line out."""
        said = is_said(self.state.line.measure)
        self._become(self.state.move(1) if said else self.state.skip())

    def action_clear(self) -> None:
        """Take the answer back: saved, the rating is gone."""
        if self.state.line.measure.id != STATE:
            self._become(self.state.clear())

    def action_go(self, by: int) -> None:
        """Another line; from the note, back to the lines."""
        self.query_one(Lines).focus()
        self._become(self.state.move(by))

    def action_evidence(self) -> None:
        """To the note, and back."""
        if is_said(self.state.line.measure):
            return
        lines, moment = self.query_one(Lines), self.query_one(Moment)
        (lines if self.focused is moment else moment).focus()

    def action_mark(self) -> None:
        """Tick it and move on, or take the tick back; the next of the words of what is chosen."""
        measure, value = self.state.line.measure, self.state.answer.value
        if measure.id.startswith(TICK):
            ticked = self.state.rate(1).move(1)
            self._become(self.state.clear() if value else ticked)
        elif is_said(measure):
            many = 2 if measure.id == STATE else len(FORMATS)
            self._become(self.state.rate((int(value or 0) + 1) % many))

    def action_ask_all(self) -> None:
        """Everything is asked already."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is written is part of the answer."""
        if event.input.value != self.state.answer.evidence:
            self._become(self.state.say(event.input.value))

    def on_input_submitted(self) -> None:
        """Enter in the note: on to the next line."""
        self.action_go(1)

    def on_rows_highlighted(self) -> None:
        """A click put the cursor on another line; a key has moved both already."""
        at = self.query_one(Lines).cursor
        if at != self.state.at:
            self._become(self.state.move(at - self.state.at))

    @work(group="save")
    async def action_save(self) -> None:
        """Keep everything at once, or say why not and lose nothing."""
        if self._busy or self._over:
            return
        self._busy = True
        try:
            await self._save()
        except (Trouble, ValueError) as error:
            self._say(str(error))
        finally:
            self._busy = False

    async def _save(self) -> None:
        today, rater = self.desk.today(), self.desk.rater
        wanted = deed(self.state, self.session, self.before, today, rater)
        try:
            change = await self.desk.do(wanted) if wanted else None
        except Conflict as conflict:
            self._settle(conflict)
        else:
            await self._close(change)

    @work
    async def _settle(self, conflict: Conflict) -> None:
        """Ask about what was changed meanwhile, and go on saving; there may be more of it."""
        row = conflict.yours or conflict.theirs or {}
        id_ = str(row.get("measure_id", ""))
        line = next((d for d in self.state.lines if d.measure.id == id_), None)
        asked_of = ConflictDialog(
            conflict, RATING if line else _SESSION, line.measure.name if line else "the session"
        )
        answer = await self.app.push_screen_wait(asked_of)
        if answer not in (MINE, THEIRS):
            return
        try:
            of = await self.desk.relationship()
        except Trouble as error:
            self._say(str(error))
            return
        if line:
            there, mine = rating_there(conflict), answer == MINE
            self._show_anew(settled(self.state, id_, there, mine=mine))
        self._take_in(of, theirs=answer == THEIRS and not line)
        self.action_save()

    def _take_in(self, of: Relationship, *, theirs: bool) -> None:
        """The session as it is now is what was read; where `theirs` stands, what it says too."""
        self.before = of.hour(self.session.id)
        if self.before is None:
            return
        self.session = self.before.session
        if theirs:
            _, known = asked(of, self.session, self.before, self.desk.rater)
            answers = tuple(
                new if is_said(due.measure) else mine
                for due, new, mine in zip(
                    self.state.lines, known.answers, self.state.answers, strict=True
                )
            )
            self._show_anew(replace(self.state, answers=answers))

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Close; ask first when something was answered."""
        if self._busy or self._over:
            return
        answer: str | None = "away"
        if self.state.answers != self._begun.answers:
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
        if before.at != state.at:
            self._show_line()
        self._say("")
        if before.answers != state.answers and not self._over and self._drafts.touched():
            self.run_worker(self._drafts.write(), group="draft")

    def _show_anew(self, state: CheckIn) -> None:
        """Show a state in which any line may be another one."""
        self._become(state)
        self.query_one(Lines).show(self._sections())
        self._show_line()

    def hand_in(self) -> None:
        """Keep what is answered now; the program is about to end."""
        if not self._over and self.state.answers != self._begun.answers:
            if not is_said(self.state.line.measure):
                self.state = self.state.say(self.query_one(Moment).value)
            self._drafts.hand_in()

    def _seen(self) -> dict[str, str]:
        return self._begun.kept_seen()

    def _texts(self) -> dict[str, str] | None:
        return self.state.kept() if self.state.answers != self._begun.answers else None

    def _show_line(self) -> None:
        self.query_one(Asks).show(self.state)

    def _say(self, words: str) -> None:
        pairs = zip(self.state.lines, self.state.answers, strict=True)
        rated = [answer for due, answer in pairs if not is_said(due.measure)]
        given = sum(answer.value is not None for answer in rated)
        self.query_one(Asks).say(words, f"{given} of {len(rated)} rated")

    def _sections(self) -> tuple[Section, ...]:
        at = {due.measure.id: n for n, due in enumerate(self.state.lines)}

        def answer(id_: str) -> Answer:
            return self.state.answers[at[id_]]

        return sections(self.state.lines, answer)
