"""Asking: forms with their drafts, the check-in, the client, the first start."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from textual import work

from tui.acts.everywhere import EverywhereActs
from tui.core.changes import in_words
from tui.core.series import Series
from tui.core.trouble import Conflict, Trouble

if TYPE_CHECKING:
    from tui.core.changes import Change
    from tui.core.clients import Client
    from tui.core.deeds import Deed
    from tui.core.drafts import Draft
    from tui.core.measures import Measure
    from tui.core.overview import Line
    from tui.core.relationship import Relationship
    from tui.core.sessions import Session
    from tui.dialogs.form import Form


class AskingActs(EverywhereActs):
    """Acts that show a form, and what forms share."""

    _asking = False
    _asked_whom = False
    """Whether it was asked already if those to turn to are still right."""
    wants_demo = False
    """Whether the demo was chosen at the first start; the shell shows it once this one has left."""

    async def ask(self, form: Form, draft: Draft | None = None) -> Change | None:
        """Show a form, with what was once written in it, and say what was saved."""
        if self._asking:
            return None  # a key that was pressed twice asks once
        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return None
        self._asking = True
        try:
            return await self._asked(form, draft)
        finally:
            self._asking = False

    async def _asked(self, form: Form, draft: Draft | None) -> Change | None:
        from tui.dialogs.drafting import draft_of
        from tui.dialogs.form import FormDialog

        draft = draft or await draft_of(self.desk, form.name, form.subject)
        if change := await self.push_screen_wait(FormDialog(form, self.desk, draft)):
            self.tell(f"Saved: {self.done(change)}")
        return change

    def done(self, change: Change) -> str:
        """What was done, in words."""
        return in_words(change.label, self.desk.manners.dates)

    async def carry_out(self, deed: Deed, *, anyway: bool = False) -> None:
        """Do something at once, and say what was done or why it could not be.

        What was changed meanwhile is shown, and asked about.
        """
        try:
            change = await self.desk.do(deed, anyway=anyway)
        except Conflict as conflict:
            self._ask_whose(deed, conflict)
            return
        except (Trouble, ValueError) as error:
            self.tell(str(error), trouble=True)
            return
        if change:
            self.tell(f"Saved: {self.done(change)}. u takes it back.")

    @work
    async def _ask_whose(self, deed: Deed, conflict: Conflict) -> None:
        """Ask whether what was wanted here is done although there is something newer."""
        from tui.dialogs.conflict import MINE, RATING, ConflictDialog

        asked = ConflictDialog(conflict, RATING, writing=False)
        if await self.push_screen_wait(asked) == MINE:
            await self.carry_out(deed, anyway=True)

    async def sure(self, question: str, sentence: str, label: str) -> bool:
        """Ask about something that is not done lightly; leaving it is the default."""
        from tui.dialogs import confirm

        asked = confirm.sure(question, sentence, label)
        return await self.push_screen_wait(asked) == confirm.DO

    async def ratings(self, line: Line) -> Series:
        """All ratings of a row; none when they cannot be read."""
        try:
            return await self.desk.series(line.measure)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return Series(line.measure, ())

    async def rate(self, measure: Measure, draft: Draft | None = None) -> None:
        """The form for a rating."""
        from tui.dialogs.forms.rating import RatingForm

        try:
            series = await self.desk.series(measure)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        await self.ask(RatingForm(measure, series, self.desk.today(), rater=self.desk.rater), draft)

    @abstractmethod
    async def write_up(
        self, of: Relationship, session: Session, draft: Draft | None = None
    ) -> None:
        """The form of a session, with what was once written in it."""

    @work(exclusive=True, group="check-in")
    async def action_check_in(self) -> None:
        """Ask what is due."""
        await self.check_in()

    async def check_in(self) -> None:
        """Ask what is due, with the answers that were put aside."""
        from tui.core.checkin import FORM, subject
        from tui.dialogs.check_in import CheckInDialog
        from tui.dialogs.drafting import draft_of

        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return
        try:
            asked = await self.desk.due()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        draft = await draft_of(self.desk, FORM, subject(self.desk.rater))
        dialog = CheckInDialog(self.desk, self.drawing_palette, asked, draft)
        if change := await self.push_screen_wait(dialog):
            self.tell(f"Saved: {self.done(change)}. u takes it back.{await self._still_right()}")

    async def _still_right(self) -> str:
        """A word about whom to turn to, once a start, where that was last looked at long ago."""
        today, asked, self._asked_whom = self.desk.today(), self._asked_whom, True
        if asked:
            return ""
        try:
            lifelines = await self.desk.lifelines()
        except Trouble:
            return ""
        old = any(line.wants_a_look(today) for line in lifelines)
        return " Is what stands under Help now (F1) still right?" if old else ""

    @work
    async def action_client(self) -> None:
        """The client's name and first day."""
        from tui.dialogs.forms.client import ClientForm

        if client := await self._client():
            await self.ask(ClientForm(self.desk.today(), client))

    @work
    async def action_add_client(self) -> None:
        """Another client in this file."""
        from tui.dialogs.forms.client import ClientForm

        await self.ask(ClientForm(self.desk.today()))

    @work
    async def action_welcome(self) -> None:
        """The questions of a first start, whenever they are wanted."""
        await self._begin_here()

    @work
    async def welcome(self) -> None:
        """At the first start: begin, look around, or neither."""
        from tui.acts import questions

        answer = await self.push_screen_wait(questions.welcome(self.desk.place))
        if answer == "begin":
            await self._begin_here()
        elif answer == "demo":
            self.wants_demo = True
            self.exit()

    @work
    async def offer_drafts(self) -> None:
        """Offer what was being written when the program ended last, one after the other."""
        if self.desk.trouble:
            return  # another window may be writing them this moment
        for draft in await self._drafts():
            from tui.acts import questions
            from tui.acts.reopening import called, of_another, reopen

            if of_another(draft, self.desk.rater):
                continue
            if not draft.values:
                self.tell(f"A draft of {called(draft)} cannot be read, so it is left out.")
                continue
            answer = await self.push_screen_wait(questions.go_on(called(draft)))
            try:
                if answer == "away":
                    await self.desk.drop_draft(draft)
                elif answer == "go":
                    await reopen(self, draft)
            except Trouble as error:
                self.tell(str(error), trouble=True)

    async def _begin_here(self) -> None:
        from tui.dialogs.forms.client import WelcomeForm

        if client := await self._client():
            await self.ask(WelcomeForm(client, self.desk.today()))

    async def _client(self) -> Client | None:
        """The client as the file has them now; None, and told, where that cannot be read."""
        try:
            return (await self.desk.overview()).client
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None

    async def _drafts(self) -> tuple[Draft, ...]:
        try:
            return await self.desk.drafts()
        except Trouble:
            return ()  # nothing that is being done now depends on it
