"""What those dialogs share in which lines are answered: the keys, the draft, saving and leaving."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.checkin import CheckIn
from tui.core.desk import Desk
from tui.core.drafts import Draft
from tui.core.trouble import Trouble
from tui.dialogs.answering_parts import Below, Lines, Moment, leaving, room_for
from tui.dialogs.drafting import Drafting, written
from tui.dialogs.panel import LOW, OnTop, Result
from tui.resources import folder
from tui.widgets.sections import Section


class Answering(OnTop[Result]):
    """Every key makes the next `state`; the lines that differ are drawn, and a draft is kept.

    `form` and `subject` name that draft; `taken` is the one that was taken up. Where there are no
    lines a key changes nothing.
    """

    CSS_PATH = [folder("styles") / "forms.tcss", folder("styles") / "sheets.tcss"]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW + 1, "-high")]
    BINDINGS = bindings(Place.CHECK_IN)
    KEYS: ClassVar[tuple[str, ...]]
    """What can be pressed, in ever fewer words."""
    LEAVING: ClassVar[str] = ""
    """What is asked before answers are left that are not saved."""
    BELOW: ClassVar[type[Below]] = Below
    """What stands beneath the lines."""

    state: CheckIn

    def __init__(
        self, desk: Desk, palette: Palette, form: str, subject: str, taken: Draft | None
    ) -> None:
        super().__init__()
        self.desk, self.palette = desk, palette
        self._drafts = Drafting(desk, form, subject, self._texts, self._say, self._seen)
        self._taken = taken
        self._busy = self._over = False

    @property
    @abstractmethod
    def changed(self) -> bool:
        """Whether there is an answer that would be lost."""

    @abstractmethod
    def heading(self) -> Content:
        """What is asked, and of which day."""

    @abstractmethod
    def _sections(self) -> tuple[Section, ...]:
        """The lines in their boxes."""

    @abstractmethod
    def _foot(self) -> str:
        """What stands at the foot while there is nothing to say there."""

    @abstractmethod
    async def _save(self) -> None:
        """Save, and close, or ask about what stands in the way; raises `Trouble`, `ValueError`."""

    @property
    def takes_note(self) -> bool:
        """Whether something can be written to the line under the cursor."""
        return bool(self.state.lines)

    def compose(self) -> ComposeResult:
        """The lines, and beneath them what the one under the cursor asks."""
        with Vertical(id="panel", classes="check-in") as panel:
            panel.border_title = self.heading()
            panel.border_subtitle = Content(room_for(self.KEYS, self.app.size.width))
            yield Lines(self.palette, self._sections())
            yield self.BELOW(id="below")

    def on_mount(self) -> None:
        """Begin with the first line that has no answer."""
        lines = self.query_one(Lines)
        lines.focus()
        lines.move_to(self.state.at)
        self._show_line()
        self._say(self._first_word())

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
        """Another line; from what is written to one, back to the lines."""
        if self.state.lines:
            self.query_one(Lines).focus()
            self._become(self.state.move(by))

    def action_evidence(self) -> None:
        """To what is written to the line, and back."""
        if self.takes_note:
            lines, moment = self.query_one(Lines), self.query_one(Moment)
            (lines if self.focused is moment else moment).focus()

    def action_mark(self) -> None:
        """There are no marks."""

    def action_ask_all(self) -> None:
        """Everything is asked already."""

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is written is part of the answer.

        The line may be another one by now, and what stands there is that one's.
        """
        written = event.input.value
        if self.state.lines and written != self.state.answer.evidence:
            self._become(self.state.say(written))

    def on_input_submitted(self) -> None:
        """Enter where something is written: on to the next line."""
        self.action_go(1)

    def on_rows_highlighted(self) -> None:
        """A click put the cursor on another line; a key has moved both already."""
        at = self.query_one(Lines).cursor
        if at != self.state.at:
            self._become(self.state.move(at - self.state.at))

    @work(group="save")
    async def action_save(self) -> None:
        """Keep everything at once, or say why not and lose nothing."""
        if self._busy or self._over or not self._ready():
            return
        self._busy = True
        try:
            await self._save()
        except (Trouble, ValueError) as error:
            self._say(str(error))
        finally:
            self._busy = False

    def _ready(self) -> bool:
        """Whether it can be saved as it is; says, or asks, what is missing."""
        return True

    @work(exclusive=True, group="leave")
    async def action_leave(self) -> None:
        """Close, without losing what was answered unless that is wanted."""
        if not (self._busy or self._over):
            await self._leave()

    async def _leave(self) -> None:
        """Close; ask first when something was answered."""
        answer: str | None = "away"
        if self.changed:
            answer = await self.app.push_screen_wait(leaving(self.LEAVING))
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

    async def _close(self, result: Result | None) -> None:
        self._over = True
        if self._taken or self._drafts.used:
            with suppress(Trouble):  # one draft too many is offered again
                await self._drafts.drop()
        self.once_on_top(lambda: self.dismiss(result))

    def hand_in(self) -> None:
        """Keep what is answered now; the program is about to end."""
        if not self._over:
            if self.takes_note:
                self.state = self.state.say(self.query_one(Moment).value)
            self._drafts.hand_in()

    def _become(self, state: CheckIn) -> None:
        """Show another state, and keep it."""
        before, self.state = self.state, state
        self._show_change(before)
        self._say("")
        if before.answers != state.answers and not self._over and self._drafts.touched():
            self.run_worker(self._drafts.write(), group="draft")

    def _show_change(self, before: CheckIn) -> None:
        """Draw the lines that differ, and what the present one asks."""
        lines = self.query_one(Lines)
        for n, (old, new) in enumerate(zip(before.answers, self.state.answers, strict=True)):
            if old != new:
                lines.redraw(n)
        lines.move_to(self.state.at)
        was, now = before.answer, self.state.answer
        cleared = was.evidence and not now.evidence
        if before.at != self.state.at or was.mark != now.mark or cleared:
            self._show_line()

    def _show_anew(self) -> None:
        """Draw everything: any line may be another one."""
        lines = self.query_one(Lines)
        lines.show(self._sections())
        lines.move_to(self.state.at)
        self._show_line()

    def _show_line(self) -> None:
        self.query_one(Below).show(self.state)

    def _say(self, words: str) -> None:
        self.query_one(Below).say(words, self._foot())

    def _first_word(self) -> str:
        """What is said when it opens."""
        if not self._taken:
            return ""
        return f"Taken up again from {written(self._taken, self.desk.manners.dates)}."

    def _texts(self) -> dict[str, str] | None:
        return self.state.kept() if self.changed else None

    def _seen(self) -> dict[str, str]:
        return self.state.kept_seen()
