"""After a session: one line for each thing that is asked, answered with as few keys as can be."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from textual import work
from textual.content import Content

from tui.charts.palette import Palette
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
from tui.core.checkin import Answer
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.relationship import Relationship
from tui.core.sessions import Session
from tui.core.trouble import Conflict, Trouble
from tui.dialogs.after_session_parts import KEYS, Asks, sections, title
from tui.dialogs.answering import Answering
from tui.dialogs.conflict import MINE, RATING, THEIRS, ConflictDialog, rating_there
from tui.widgets.sections import Section

_SESSION: Final = {"state": "what became of it", "format": "how you met", "ticks": "ticked"}
"""What a session's columns are called."""


class AfterSession(Answering[Change | None]):
    """Returns the change that saving made, or None. `session` is in the file or begins here."""

    KEYS = KEYS
    LEAVING = "Leave the session?"
    BELOW = Asks

    def __init__(
        self,
        desk: Desk,
        palette: Palette,
        of: Relationship,
        session: Session,
        draft: Draft | None = None,
    ) -> None:
        self.before = of.hour(session.id)
        """The session as the file had it when it was read."""
        about = subject(session, self.before.session if self.before else None, desk.rater)
        super().__init__(desk, palette, FORM, about, draft)
        self.session = session
        empty, known = asked(of, session, self.before, desk.rater)
        self._begun = known
        # What was taken back in a draft is not there again, so that it is no more than its own.
        self.state = empty.taken_up(draft.values, draft.seen) if draft else known
        self.state = begun(self.state, again=draft is not None)

    @property
    def changed(self) -> bool:
        """Whether anything is answered otherwise than it was."""
        return self.state.answers != self._begun.answers

    @property
    def takes_note(self) -> bool:
        """Whether a note can be written to the line under the cursor: where it is rated."""
        return not is_said(self.state.line.measure)

    def heading(self) -> Content:
        """Which session it is, and who rates."""
        session, dates = self.session, self.desk.manners.dates
        return title(session.number, session.day, dates, self.desk.rater)

    def action_digit(self, key: str) -> None:
        """A digit, or a minus; of what is ticked or chosen nothing is rated."""
        if not is_said(self.state.line.measure):
            super().action_digit(key)

    def action_skip(self) -> None:
        """Leave the line out."""
        if is_said(self.state.line.measure):
            self._become(self.state.move(1))
        else:
            super().action_skip()

    def action_clear(self) -> None:
        """Take the answer back: saved, the rating is gone."""
        if self.state.line.measure.id != STATE:
            super().action_clear()

    def action_mark(self) -> None:
        """Tick it and move on, or take the tick back; the next of the words of what is chosen."""
        measure, value = self.state.line.measure, self.state.answer.value
        if measure.id.startswith(TICK):
            ticked = self.state.rate(1).move(1)
            self._become(self.state.clear() if value else ticked)
        elif is_said(measure):
            many = 2 if measure.id == STATE else len(FORMATS)
            self._become(self.state.rate((int(value or 0) + 1) % many))

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
            self._become(settled(self.state, id_, there, mine=mine))
            self._show_anew()
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
            self._become(replace(self.state, answers=answers))
            self._show_anew()

    def _seen(self) -> dict[str, str]:
        return self._begun.kept_seen()

    def _foot(self) -> str:
        pairs = zip(self.state.lines, self.state.answers, strict=True)
        rated = [answer for due, answer in pairs if not is_said(due.measure)]
        given = sum(answer.value is not None for answer in rated)
        return f"{given} of {len(rated)} rated"

    def _sections(self) -> tuple[Section, ...]:
        at = {due.measure.id: n for n, due in enumerate(self.state.lines)}

        def answer(id_: str) -> Answer:
            return self.state.answers[at[id_]]

        return sections(self.state.lines, answer)
