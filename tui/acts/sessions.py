"""What can be done about sessions: writing up, planning, moving, breaks and their repair."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import Worker

from tui.acts.clients import ClientActs
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.drafts import Draft
    from tui.core.goals import Goal
    from tui.core.overview import Line
    from tui.core.relationship import Hour, Relationship
    from tui.core.sessions import Session
    from tui.screens.sessions import SessionsScreen


class SessionActs(ClientActs):
    """Acts on the session under the cursor; elsewhere the keys do what they did."""

    @property
    def sessions(self) -> SessionsScreen | None:
        """The Sessions mode, where that is shown."""
        mode = self.screen
        here = isinstance(mode, ModeScreen) and mode.NAME == "sessions"
        return cast("SessionsScreen", mode) if here else None

    @property
    def hour(self) -> Hour | None:
        """The session under the cursor, as its list has it."""
        return self.sessions.hour if self.sessions else None

    def changeable(self) -> Line | None:
        """The row under the cursor; told, where it is drawn from what is rated of sessions."""
        self._drawn_only()
        return super().changeable()

    def action_add(self) -> Worker[None]:
        """Plan sessions or write one up, in their mode."""
        return self._add_session() if self.sessions else super().action_add()

    def action_edit(self) -> Worker[None]:
        """Write up the session under the cursor, or correct it."""
        return self._with_session(self._write_up) if self.hour else super().action_edit()

    def action_rate(self) -> Worker[None]:
        """Rate the session under the cursor."""
        return self._with_session(self._write_up) if self.hour else super().action_rate()

    def action_state(self) -> Worker[None]:
        """What became of the session under the cursor."""
        return self._with_session(self._state) if self.hour else super().action_state()

    def action_steps(self) -> Worker[None]:
        """The steps of a repair."""
        return self._with_session(self._repair) if self.hour else super().action_steps()

    def action_delete(self) -> Worker[None]:
        """Take the session out; it asks."""
        return self._with_session(self._delete) if self.hour else super().action_delete()

    def action_copy_row(self) -> Worker[None]:
        """Copy what a row says that is of no measure."""
        return self._copy_shown() if self.sessions and not self.line else super().action_copy_row()

    def action_why(self) -> Worker[None] | None:  # type: ignore[override]
        """Explain what is said of a measure."""
        return None if self._drawn_only() else super().action_why()

    def action_overlay(self) -> Worker[None] | None:  # type: ignore[override]
        """Lay another series over one."""
        return None if self._drawn_only() else super().action_overlay()

    def action_compare(self) -> Worker[None] | None:  # type: ignore[override]
        """Set two spans of a measure against each other."""
        return None if self._drawn_only() else super().action_compare()

    @work
    async def action_after_session(self) -> None:
        """Write up the session that waits, or today's."""
        if of := await self._relationship():
            await self.write_up(of, self._waiting(of))

    @work
    async def action_move_session(self) -> None:
        """Another day for the session under the cursor."""
        await self._about_a_session(self._move)

    @work
    async def action_repair(self) -> None:
        """A break in the session under the cursor, or in the latest one, and its repair."""
        of = await self._relationship()
        if of and self.hour is None and of.latest:
            await self._repair(of, of.latest)
        else:
            await self._about_a_session(self._repair)

    async def write_up(
        self, of: Relationship, session: Session, draft: Draft | None = None
    ) -> None:
        """The form of a session, with what was once written in it."""
        from tui.core.after_session import FORM, subject
        from tui.dialogs.after_session import AfterSession
        from tui.dialogs.drafting import draft_of

        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return
        if session.day > self.desk.today():
            self.tell("That day is still to come. m moves it, Space says what became of it.")
            return
        before = of.hour(session.id)
        about = subject(session, before.session if before else None, self.desk.rater)
        draft = draft or await draft_of(self.desk, FORM, about)
        dialog = AfterSession(self.desk, self.drawing_palette, of, session, draft)
        if change := await self.push_screen_wait(dialog):
            self._await(session.id)
            self.tell(f"Saved: {self.done(change)}. u takes it back.{await self._both(session)}")

    async def _both(self, session: Session) -> str:
        """Both alliances side by side, where both have rated."""
        from tui.core.measures import Rater
        from tui.core.session_words import side_by_side

        of = await self._relationship()
        hour = of.hour(session.id) if of else None
        if not hour or not all(hour.alliance(r) for r in (Rater.CLIENT, Rater.THERAPIST)):
            return ""
        return f" Alliance: {side_by_side(hour, self.desk.rater)}."

    async def another_session(self) -> None:
        """Write up the session of a day that is asked for."""
        from tui.core.after_session import on_day
        from tui.dialogs.choosing import Choosing
        from tui.dialogs.fields import Day
        from tui.ids import new_id

        today = self.desk.today()
        day = Day(key="day", label="Its day", today=today, value="yesterday", required="Which day?")
        asked: Choosing[date] = Choosing("A session", (day,), lambda values: values["day"])
        chosen = await self.push_screen_wait(asked)
        if chosen and (of := await self._relationship()):
            await self.write_up(of, on_day(of, chosen, new_id()))

    @work
    async def _add_session(self) -> None:
        from tui.acts import questions

        answer = await self.push_screen_wait(questions.sessions())
        if answer == "plan":
            await self._plan()
        elif answer == "another":
            await self.another_session()
        elif answer == "write" and (of := await self._relationship()):
            await self.write_up(of, self._waiting(of))

    async def _plan(self) -> None:
        if of := await self._relationship():
            from tui.dialogs.forms.session_plan import planned

            await self.ask(planned(of, self.desk.today(), self.desk.manners.dates))

    @work
    async def _with_session(self, act: Callable[[Relationship, Hour], Awaitable[None]]) -> None:
        await self._about_a_session(act)

    async def _about_a_session(self, act: Callable[[Relationship, Hour], Awaitable[None]]) -> None:
        """Do something about the session under the cursor, as the file has it now."""
        if (shown := self.hour) is None:
            self.tell("That belongs to a session: 5 lists them.")
            return
        of = await self._relationship()
        if of and (hour := of.hour(shown.id)):
            await act(of, hour)

    def _waiting(self, of: Relationship) -> Session:
        from tui.core.after_session import waiting
        from tui.ids import new_id

        return waiting(of, self.desk.today(), self.desk.rater, new_id())

    async def _write_up(self, of: Relationship, hour: Hour) -> None:
        await self.write_up(of, hour.session)

    async def _move(self, _: Relationship, hour: Hour) -> None:
        from tui.dialogs.forms.session_move import SessionMove

        self._await(hour.id)
        await self.ask(SessionMove(hour.session, self.desk.today(), self.desk.manners.dates))

    async def _state(self, of: Relationship, hour: Hour) -> None:
        """Attended, missed, or on another day."""
        from tui.acts import questions
        from tui.core.deeds import KeepSession
        from tui.core.sessions import SessionState

        today, session = self.desk.today(), hour.session
        answer = await self.push_screen_wait(questions.became(session, today))
        if answer == "held":
            await self.write_up(of, session)
        elif answer == "move":
            await self._move(of, hour)
        elif answer in ("missed", "planned"):
            state = SessionState(answer)
            entered = (session.entered or today) if state is SessionState.MISSED else None
            after = replace(session, state=state, entered=entered)
            if after != session:
                await self.carry_out(KeepSession(after, session))

    async def _repair(self, _: Relationship, hour: Hour) -> None:
        """The breaks of a session; where there is none, the form for one comes first."""
        from tui.core.sessions import SessionState
        from tui.dialogs.forms.rupture import RuptureForm
        from tui.dialogs.repair import RepairSheet

        if hour.session.state is SessionState.PLANNED:
            self.tell("A break belongs to a session that took place or was missed.")
            return
        if not hour.ruptures:
            today, dates = self.desk.today(), self.desk.manners.dates
            form = RuptureForm(hour.session, today, self.desk.rater, dates)
            if await self.ask(form) is None:
                return
        await self.push_screen_wait(RepairSheet(self.desk, self.drawing_palette, hour.session))

    async def _delete(self, _: Relationship, hour: Hour) -> None:
        from tui.core.days import full
        from tui.core.deeds import Delete

        day = full(hour.session.day, self.desk.manners.dates)
        rated, broken = bool(hour.ratings), bool(hour.ruptures)
        along = " and ".join(["what was rated of it"] * rated + ["its breaks"] * broken)
        gone = f"With it goes {along}. " if along else ""
        question = f"Delete the session of {day}?"
        if await self.sure(question, f"{gone}Undo brings all of it back.", "Delete it"):
            await self.carry_out(Delete(hour.session))

    @work
    async def _copy_shown(self) -> None:
        from tui.core.text import clean
        from tui.widgets.picture import PictureBox

        if card := self.screen.query_one(PictureBox).card:
            named = f"{card.title}: "
            words = clean(named + card.sentence.removeprefix(named))
            self.copy_to_clipboard(words)
            self.tell(f"Sent to the clipboard: {words}")

    async def _with_goal(self, act: Callable[[Goal], Awaitable[object]]) -> None:
        if not self._drawn_only():
            await super()._with_goal(act)

    def _drawn_only(self) -> bool:
        """Whether the row is of no measure, so that what was asked for cannot be; says so."""
        if self.sessions is None or self.line is not None:
            return False
        self.tell("This stands for whole sessions. s writes one up, e changes the one shown.")
        return True

    async def _relationship(self) -> Relationship | None:
        """The sessions as the file has them now; None, and told, where they cannot be read."""
        try:
            return await self.desk.relationship()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None

    def _await(self, session_id: str) -> None:
        """Have the cursor of the Sessions mode go to a session when it comes."""
        if self.sessions:
            self.sessions.awaited = session_id
