"""What can be done about what is worth talking about."""

from __future__ import annotations

from abc import abstractmethod
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from textual import work
from textual.worker import Worker

from tui.acts.sessions import SessionActs
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.notices.notice import Notice
    from tui.core.worth import Remark
    from tui.screens.overview import OverviewScreen

_OVERVIEW: Final = "overview"
_ELSEWHERE: Final = "That belongs to what is worth talking about: i goes there."
_RUNNING: Final = "This is what you agreed on; it is over by itself. w tells more."


class NoticeActs(SessionActs):
    """Acts on a notice that the cursor is on; elsewhere the keys do what they did."""

    @property
    def overview_shown(self) -> OverviewScreen | None:
        """The Overview, where that is shown."""
        mode = self.screen
        here = isinstance(mode, ModeScreen) and mode.NAME == _OVERVIEW
        return cast("OverviewScreen", mode) if here else None

    @property
    def remark(self) -> Remark | None:
        """What the cursor is on, where that is worth talking about."""
        return self.overview_shown.remark if self.overview_shown else None

    @abstractmethod
    def on_mode_screen_wanted(self, event: ModeScreen.Wanted) -> None:
        """Show another mode."""

    def action_worth(self) -> None:
        """To what is worth talking about, and back."""
        if isinstance(mode := self.screen, ModeScreen) and mode.NAME != _OVERVIEW:
            mode.close_row()
            self.on_mode_screen_wanted(ModeScreen.Wanted(_OVERVIEW))
        if shown := self.overview_shown:
            shown.action_worth()

    def action_why(self) -> Worker[None] | None:  # type: ignore[override]
        """Tell the seven parts of a notice, or explain what is said of a measure."""
        return self._why_noticed(self.remark) if self.remark else super().action_why()

    def action_state(self) -> Worker[None]:
        """Ask what became of a notice."""
        return self._answer_noticed(self.remark) if self.remark else super().action_state()

    def action_repair(self) -> Worker[None]:
        """The break that a notice is about, or asks about."""
        notice = self.remark.notice if self.remark else None
        return self._repair_noticed(notice) if notice else super().action_repair()

    def action_copy_row(self) -> Worker[None]:
        """Copy what is said of what the cursor is on."""
        return self._copy_shown() if self.remark else super().action_copy_row()

    def action_seen(self) -> Worker[None] | None:
        """Put a notice away until something is new."""
        notice = self.noticed()
        return self._seen(notice) if notice else None

    def action_later(self) -> Worker[None] | None:
        """Put a notice off to a day."""
        notice = self.noticed()
        return self._later(notice) if notice else None

    def action_talked_about(self) -> Worker[None] | None:
        """Note what came of talking about a notice."""
        notice = self.noticed()
        return self._talked(notice) if notice else None

    @abstractmethod
    def action_pin(self) -> Worker[None]:
        """Pin what the cursor is on for the next session."""

    @work
    async def action_conversation(self) -> None:
        """What was agreed to change, and its fair chance."""
        from tui.dialogs.forms.conversation import ConversationForm

        await self.ask(ConversationForm(self.desk.today()))

    def noticed(self) -> Notice | None:
        """The notice under the cursor, also on an agenda; told, where there is none."""
        from tui.core.agenda import Item

        item = self.screen.item if isinstance(self.screen, ModeScreen) else None
        if isinstance(item, Item) and item.notice:
            return item.notice
        if self.remark is None:
            self._nothing_noticed()
        elif self.remark.notice is None:
            self.tell(_RUNNING)
        return self.remark.notice if self.remark else None

    def _nothing_noticed(self) -> None:
        self.tell(_ELSEWHERE)

    @work(group="read")
    async def _why_noticed(self, remark: Remark) -> None:
        from tui.core.worth_words import blocks
        from tui.dialogs.why import NoticeSheet

        if (shown := self.overview_shown) and shown.worth:
            told = blocks(remark, shown.worth.path, self.desk.manners.dates)
            sheet = NoticeSheet(self.drawing_palette, remark.said, told)
            self.push_screen(sheet, partial(self._answered, remark))

    @work
    async def _answer_noticed(self, remark: Remark) -> None:
        from tui.acts import questions

        if (notice := remark.notice) is None:
            self.tell(_RUNNING)
            return
        self._answered(remark, await self.push_screen_wait(questions.put_away(notice.said)))

    def _answered(self, remark: Remark, way: str | None) -> None:
        """Do what was chosen where a notice was told in full, or asked about."""
        acts = {"seen": self._seen, "later": self._later, "talked": self._talked}
        if way == "pin":
            self.action_pin()
        elif way and remark.notice:
            acts[way](remark.notice)
        elif way:
            self.tell(_RUNNING)

    @work
    async def _seen(self, notice: Notice) -> None:
        from tui.dialogs.forms.notice import seen

        await self.carry_out(seen(notice.key, self.desk.today()))

    @work
    async def _later(self, notice: Notice) -> None:
        from tui.dialogs.forms.notice import LaterForm

        await self.ask(LaterForm(notice.key, self.desk.today(), notice.said))

    @work
    async def _talked(self, notice: Notice) -> None:
        from tui.dialogs.forms.notice import TalkedForm

        await self.ask(TalkedForm(notice.key, self.desk.today(), notice.ask))

    @work
    async def _repair_noticed(self, notice: Notice) -> None:
        """The session of a notice with its breaks; the form for one where there is none."""
        if (of := await self._relationship()) is None:
            return
        wanted = {notice.subject} | {r.session_id for r in of.ruptures if r.id == notice.subject}
        hour = next((hour for hour in of.hours if hour.id in wanted), None) or of.latest
        if hour is None:
            self.tell("A break belongs to a session: s writes one up.")
        else:
            await self._repair(of, hour)

    def _drawn_only(self) -> bool:
        """Whether what the cursor is on has nothing to be changed; says so."""
        if self.remark is None:
            return super()._drawn_only()
        self.tell("This is what stands out. Space puts it away, w says why, p pins it.")
        return True
