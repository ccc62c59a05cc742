"""Check-in: one line for each measure that is due, answered with as few keys as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from textual import work
from textual.content import Content

from tui.charts.palette import Palette
from tui.core import due
from tui.core.changes import Change
from tui.core.checkin import FORM, CheckIn, subject
from tui.core.days import full
from tui.core.deeds import Rate
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.due import Due
from tui.core.trouble import Conflict
from tui.dialogs.answering import Answering
from tui.dialogs.answering_parts import Lines, marks_of
from tui.dialogs.check_in_parts import KEYS, another_day, sections, title
from tui.dialogs.conflict import MINE, RATING, THEIRS, ConflictDialog, rating_there
from tui.widgets.sections import Section


class CheckInDialog(Answering[Change | None]):
    """Returns the change that saving made, or None. `asked` is everything that can be asked."""

    KEYS = KEYS
    LEAVING = "Leave the check-in?"

    def __init__(
        self, desk: Desk, palette: Palette, asked: Sequence[Due], draft: Draft | None = None
    ) -> None:
        super().__init__(desk, palette, FORM, subject(desk.rater), draft)
        self.today, self.dates = desk.today(), desk.manners.dates
        self._asked_on = self.today
        """The day on which the person was last asked, or knew, of which day it is."""
        self.everything = tuple(asked)
        kept = draft.values if draft else {}
        wanted = {due.measure.id for due in due.due(asked, self.today)} | set(kept)
        lines = tuple(due for due in asked if due.measure.id in wanted)
        self.state = CheckIn.of(lines, self.today)
        self.state = self.state.taken_up(kept, draft.seen if draft else {}).first_open

    @property
    def changed(self) -> bool:
        """Whether anything is answered."""
        return self.state.touched

    def heading(self) -> Content:
        """What it is, and of which day."""
        return title(self.today, self.dates)

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
        self._show_anew()
        self.query_one(Lines).focus()
        self._say("")

    def _ready(self) -> bool:
        """Whether anything is rated, and it is known of which day it is."""
        if not self.state.given:
            self._say("Nothing is rated yet. A digit rates the line under the cursor.")
            return False
        if self.desk.today() != self._asked_on:
            self._ask_day(self.desk.today())
            return False
        return True

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
            self.query_one("#panel").border_title = self.heading()
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
        self._show_anew()
        self.action_save()

    def _nothing_due(self) -> tuple[str, ...]:
        day = due.next_day(self.everything, self.today)
        when = f"Something is on {full(day, self.dates)}." if day else ""
        every = "a asks everything all the same." if self.everything else ""
        return tuple(filter(None, (when, every))) or ("There is nothing to ask yet.",)

    def _first_word(self) -> str:
        taken = super()._first_word()
        return f"{taken} What is saved is of today." if taken else ""

    def _foot(self) -> str:
        return f"{self.state.given} of {len(self.state.lines)} rated" if self.state.lines else ""

    def _sections(self) -> tuple[Section, ...]:
        if not self.state.lines:
            return (Section("Nothing is due today", "", (), self._nothing_due()),)
        at = {due.measure.id: n for n, due in enumerate(self.state.lines)}
        return sections(
            self.state.lines, lambda id_: self.state.answers[at[id_]], self.today, self.dates
        )
