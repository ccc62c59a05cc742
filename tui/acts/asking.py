"""Asking: forms with their drafts, the check-in, the client, the first start."""

from __future__ import annotations

from textual import work

from tui.acts.everywhere import EverywhereActs
from tui.core.changes import Change
from tui.core.deeds import Deed
from tui.core.drafts import Draft
from tui.core.measures import Measure
from tui.core.overview import Line
from tui.core.series import Series
from tui.core.trouble import Trouble
from tui.dialogs.confirm import Answer, Confirm
from tui.dialogs.form import Form, FormDialog

_KEEP, _DO = "keep", "do"
_OFFER = (
    Answer("g", "Go on with it", "go"),
    Answer("l", "Later; it stays where it is", "later"),
    Answer("t", "Throw it away", "away"),
)
_WELCOME = (
    Answer("b", "Begin: a name, a first goal, three questions", "begin"),
    Answer("d", "Look around in a made-up case first", "demo"),
    Answer("l", "Later; just open the empty lists", "later"),
)


class AskingActs(EverywhereActs):
    """Acts that show a form, and what forms share."""

    wants_demo = False
    """Whether the demo was chosen at the first start; the shell shows it once this one has left."""

    async def ask(self, form: Form, draft: Draft | None = None) -> Change | None:
        """Show a form, with what was once written in it, and say what was saved."""
        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return None
        draft = draft or await self._draft_of(form.name, form.subject)
        if change := await self.push_screen_wait(FormDialog(form, self.desk, draft)):
            self.tell(f"Saved: {change.label}")
        return change

    async def carry_out(self, deed: Deed) -> None:
        """Do something at once, and say what was done or why it could not be."""
        try:
            change = await self.desk.do(deed)
        except (Trouble, ValueError) as error:
            self.tell(str(error), trouble=True)
            return
        if change:
            self.tell(f"Saved: {change.label}. u takes it back.")

    async def sure(self, question: str, sentence: str, label: str) -> bool:
        """Ask about something that is not done lightly; leaving it is the default."""
        answers = (Answer("k", "Leave it as it is", _KEEP), Answer("y", label, _DO))
        return await self.push_screen_wait(Confirm(question, sentence, answers, _KEEP)) == _DO

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
        await self.ask(RatingForm(measure, series, self.desk.today()), draft)

    @work(exclusive=True, group="check-in")
    async def action_check_in(self) -> None:
        """Ask what is due."""
        from tui.dialogs.check_in import DRAFT, CheckInDialog

        if trouble := self.desk.trouble:
            self.tell(trouble, trouble=True)
            return
        try:
            asked = await self.desk.due()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        draft = await self._draft_of(DRAFT, "")
        dialog = CheckInDialog(self.desk, self.drawing_palette, asked, draft)
        if change := await self.push_screen_wait(dialog):
            self.tell(f"Saved: {change.label}. u takes it back.")

    @work
    async def action_client(self) -> None:
        """The client's name and first day."""
        from tui.dialogs.forms.client import ClientForm

        client = (await self.desk.overview()).client
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
        sentence = (
            "fledge shows growth in therapy: your goals, ten indicators, five signs, over time. It"
            " is a record and a conversation aid; it does not diagnose and nobody watches it. What"
            f" you write stays in one file, yours: {self.desk.place}"
        )
        answer = await self.push_screen_wait(Confirm("Welcome", sentence, _WELCOME, "begin"))
        if answer == "begin":
            await self._begin_here()
        elif answer == "demo":
            self.wants_demo = True
            self.exit()

    @work
    async def offer_drafts(self) -> None:
        """Offer what was being written when the program ended last, one after the other."""
        from tui.acts.reopening import called, reopen

        for draft in await self._drafts():
            told = called(draft)
            sentence = "It was never saved. It is as you left it."
            answer = await self.push_screen_wait(
                Confirm(f"You were writing: {told}", sentence, _OFFER, "go")
            )
            if answer == "away":
                await self.desk.drop_draft(draft)
            elif answer == "go":
                await reopen(self, draft)

    async def _begin_here(self) -> None:
        from tui.dialogs.forms.client import WelcomeForm

        client = (await self.desk.overview()).client
        await self.ask(WelcomeForm(client, self.desk.today()))

    async def _drafts(self) -> tuple[Draft, ...]:
        try:
            return await self.desk.drafts()
        except Trouble:
            return ()  # nothing that is being done now depends on it

    async def _draft_of(self, form: str, subject: str) -> Draft | None:
        found = await self._drafts()
        return next((d for d in found if (d.form, d.subject) == (form, subject)), None)
