"""What can be done about the ending: writing for it, ending, beginning again."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import Worker

from tui.acts.sessions import SessionActs
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.ending_words import Ending, PlanRow
    from tui.core.events import EventKind
    from tui.screens.ending import EndingScreen


class EndingActs(SessionActs):
    """Acts on the texts for the ending; elsewhere the keys do what they did."""

    @property
    def ending_shown(self) -> EndingScreen | None:
        """The Ending mode, where that is shown."""
        mode = self.screen
        here = isinstance(mode, ModeScreen) and mode.NAME == "ending"
        return cast("EndingScreen", mode) if here else None

    @property
    def plan_row(self) -> PlanRow | None:
        """The text under the cursor."""
        return self.ending_shown.plan_row if self.ending_shown else None

    def action_add(self) -> Worker[None]:
        """Write the text under the cursor."""
        return self._write_plan() if self.ending_shown else super().action_add()

    def action_edit(self) -> Worker[None]:
        """Write the text under the cursor, or change it."""
        return self._write_plan() if self.ending_shown else super().action_edit()

    def action_delete(self) -> Worker[None]:
        """Take the text out; it asks."""
        return self._delete_plan() if self.ending_shown else super().action_delete()

    def action_copy_row(self) -> Worker[None]:
        """Copy what a line says."""
        return self._copy_shown() if self.ending_shown else super().action_copy_row()

    def action_end_therapy(self) -> Worker[None] | None:
        """Therapy ends today."""
        from tui.core.events import EventKind

        return self._turn_therapy(EventKind.ENDED)

    def action_begin_again(self) -> Worker[None] | None:
        """Therapy begins again today."""
        from tui.core.events import EventKind

        return self._turn_therapy(EventKind.BEGUN_AGAIN)

    def _turn_therapy(self, what: EventKind) -> Worker[None] | None:
        if self.ending_shown:
            return self._turned(what)
        self.tell("That belongs to the ending: 8 goes there.")
        return None

    @work
    async def _turned(self, what: EventKind) -> None:
        """Note it, where it is not so already."""
        from tui.core.deeds import Note
        from tui.core.events import Event, EventKind
        from tui.ids import new_id

        if (now := await self._ending()) is None:
            return
        if what is EventKind.ENDED and now.ended:
            self.tell("It has ended already. U begins it again.")
        elif what is EventKind.BEGUN_AGAIN and not now.ended:
            self.tell("Therapy goes on. E ends it, when you both see it so.")
        else:
            await self.carry_out(Note(Event(new_id(), self.desk.today(), what, "")))

    @work
    async def _write_plan(self) -> None:
        from tui.core.reviews import PlanKind
        from tui.dialogs.forms.ending_plan import PlanForm

        row = self.plan_row
        if row is None:
            self.tell("This line is drawn from the record. The texts stand beneath.")
        elif now := await self._ending():
            start = now.start if row.kind is PlanKind.SUMMARY else ""
            await self.ask(PlanForm(row.kind, self.desk.today(), now.plan(row.kind), start))

    @work
    async def _delete_plan(self) -> None:
        from tui.core.deeds import Delete
        from tui.core.ending_words import PLANS

        row = self.plan_row
        if row is None or row.plan is None:
            self.tell("There is nothing written here to delete.")
            return
        question = f"Delete “{PLANS[row.kind].name}”?"
        if await self.sure(question, "Undo brings it back.", "Delete it"):
            await self.carry_out(Delete(row.plan))

    async def _ending(self) -> Ending | None:
        """What there is, as the file has it now; None, and told, where it cannot be read."""
        from tui.core.ending_words import ending

        try:
            return ending(await self.desk.reviewing())
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None

    def _drawn_only(self) -> bool:
        """Whether what the cursor is on has nothing to be changed; says so."""
        if self.ending_shown is None:
            return super()._drawn_only()
        self.tell("This is drawn from the record. e writes one of the three texts.")
        return True
