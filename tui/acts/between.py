"""What is written between sessions, pinned for the next one, and found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import Worker

from tui.acts.rows import RowActs
from tui.core.text import clean
from tui.core.trouble import Trouble
from tui.screens.mode import ModeScreen

if TYPE_CHECKING:
    from tui.core.between import Between, Found
    from tui.core.days import DateStyle
    from tui.core.pinning import Pin
    from tui.core.written import Written

NAME = "between"
"""The mode's name."""


def _unpinned(item: object) -> str:
    """Why a row is not pinned."""
    from tui.core.agenda import Item
    from tui.core.topics import Topic

    match item:
        case Topic():
            return "That is a topic already. Space says what became of it."
        case Item():
            return "That is on the agenda already."
    return "There is nothing here to pin."


class BetweenActs(RowActs):
    """Acts on reflections, practice, reading, topics and the role check."""

    @property
    def written(self) -> Written | None:
        """What the cursor is on in Between; None elsewhere, and where there is no row."""
        mode = self.screen
        here = isinstance(mode, ModeScreen) and mode.NAME == NAME
        return cast("Written | None", cast("ModeScreen", mode).item) if here else None

    @property
    def _in_between(self) -> bool:
        return isinstance(self.screen, ModeScreen) and self.screen.NAME == NAME

    def action_add(self) -> Worker[None]:
        """Write something down, in Between."""
        return self._add_written() if self._in_between else super().action_add()

    def action_edit(self) -> Worker[None]:
        """Change what was written."""
        return self._edit_written(self.written) if self.written else super().action_edit()

    def action_state(self) -> Worker[None]:
        """What became of a topic, or of reading."""
        return self._state_written(self.written) if self.written else super().action_state()

    def action_delete(self) -> Worker[None]:
        """Take out what was written; it asks."""
        return self._delete_written(self.written) if self.written else super().action_delete()

    def action_copy_row(self) -> Worker[None]:
        """Copy what was written, whole."""
        return self._copy_written(self.written) if self.written else super().action_copy_row()

    @work
    async def action_reflect(self) -> None:
        """Write a reflection."""
        await self._write("reflection")

    @work
    async def action_practice(self) -> None:
        """Note what was tried."""
        await self._write("practice")

    @work
    async def action_role_check(self) -> None:
        """Ask anew what one expects."""
        await self._write("role-check")

    @work
    async def action_pin(self) -> None:
        """Pin what the cursor is on for the next session."""
        mode = self.screen
        if not isinstance(mode, ModeScreen) or not mode.item:
            return
        from tui.core.pinning import pin_of

        if (pin := pin_of(mode.item, self._dates)) is None:
            self.tell(_unpinned(mode.item))
        elif data := await self._between():
            await self._pin(pin, data)

    @work(exclusive=True, group="search")
    async def action_search(self) -> None:
        """Find words in everything that was written, and go to what is chosen."""
        from tui.dialogs.search import SearchSheet

        sheet = SearchSheet(self.desk, self.drawing_palette, marked=self.no_color)
        if found := await self.push_screen_wait(sheet):
            await self._go_to(found)

    async def _between(self) -> Between | None:
        """What is written between sessions, as the file has it now; None, and told, where not."""
        try:
            return await self.desk.between()
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return None

    @work
    async def _add_written(self) -> None:
        """Ask what to write down; Enter takes the kind that the cursor is on."""
        from tui.acts import noting

        if kind := await self.push_screen_wait(noting.what(self.written)):
            await self._write(kind)

    @work
    async def _edit_written(self, item: Written) -> None:
        """Show its form; the role check is asked anew."""
        from tui.acts import noting

        if data := await self._between():
            await self.ask(noting.form(noting.kind_of(item), data, self._dates, item))

    async def _write(self, kind: str) -> None:
        """Show the form for something new; the cursor goes to it when it is there."""
        from tui.acts import noting

        if not (data := await self._between()):
            return
        mode = self.screen
        if isinstance(mode, ModeScreen) and mode.NAME == NAME:
            mode.expecting = True
        saved = None
        if kind == "topic":
            chosen = await self.push_screen_wait(noting.starters())
            if chosen and chosen != noting.OWN:
                await self._pin(noting.starter(chosen), data)
                return
            kind = kind if chosen else ""
        if kind:
            saved = await self.ask(noting.form(kind, data, self._dates))
        if saved is None and isinstance(mode, ModeScreen):
            mode.expecting = False

    async def _pin(self, pin: Pin, data: Between) -> None:
        from tui.core.deeds import Keep
        from tui.core.pinning import for_when, pinned
        from tui.core.topics import Topic
        from tui.ids import new_id

        if pinned(pin, data.topics):
            self.tell(f"Pinned already: “{pin.text}”")
            return
        made = Topic(new_id(), data.today, pin.text, about=pin.about)
        try:
            await self.desk.do(Keep(made))
        except (Trouble, ValueError) as error:
            self.tell(str(error), trouble=True)
            return
        coming = data.next_session
        when = for_when(coming.day if coming else None, self._dates)
        self.tell(f"Pinned for {when}: “{pin.text}” u takes it back.")

    @property
    def _dates(self) -> DateStyle:
        return self.desk.manners.dates

    @work
    async def _state_written(self, item: Written) -> None:
        """A topic is talked about, let go or open again; reading is finished, or not yet."""
        from tui.core.deeds import Keep
        from tui.core.reads import Read
        from tui.core.topics import Topic
        from tui.dialogs.forms.topic import TopicStateForm

        today = self.desk.today()
        if isinstance(item, Topic):
            await self.ask(TopicStateForm(item, today))
        elif isinstance(item, Read):
            await self.carry_out(Keep(replace(item, done=None if item.done else today), item))
        else:
            self.tell("Topics and reading have a state. e changes what was written.")

    @work
    async def _delete_written(self, item: Written) -> None:
        """Ask, and take it out."""
        from tui.acts import noting
        from tui.core.deeds import Delete

        question = f"Delete {noting.called(item, self._dates)}?"
        if await self.sure(question, "Undo brings it back.", "Delete it"):
            await self.carry_out(Delete(item))

    @work
    async def _copy_written(self, item: Written) -> None:
        """Copy all of it."""
        from tui.acts import noting

        words = noting.whole(item)
        self.copy_to_clipboard(words)
        self.tell(f"Sent to the clipboard: {clean(words)[:80]}")

    async def _go_to(self, found: Found) -> None:
        """The mode and the row in which it stands; what has no row is shown in full."""
        from tui.acts import going
        from tui.dialogs.reading import ReadingSheet

        mode = self.screen
        if found.kind == "lifeline":
            self.action_help_now()
            return
        try:
            data = await self.desk.overview(closer=True)
        except Trouble as error:
            self.tell(str(error), trouble=True)
            return
        place = going.place_of(found, data)
        if place and isinstance(mode, ModeScreen) and self.has_mode(place.mode):
            mode.post_message(ModeScreen.Wanted(place.mode, place.id))
            return
        line = going.line_of(found, data)
        about = line.measure.name if line else ""
        sheet = ReadingSheet(self.drawing_palette, found, about, self._dates)
        self.push_screen(sheet)

    def has_mode(self, name: str) -> bool:
        """Whether there is a mode of that name."""
        from tui.screens.edges import TABS

        return name in dict(TABS)
