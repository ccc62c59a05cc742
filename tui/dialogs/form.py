"""The form: fields beneath each other, read and saved as one deed."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Awaitable, Coroutine, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, ClassVar, Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.commands import forms
from tui.commands.base import Place
from tui.commands.registry import COMMANDS, bindings
from tui.core.changes import Change
from tui.core.deeds import Deed
from tui.core.drafts import Draft
from tui.core.own_notes import OwnDeed
from tui.core.text import clean
from tui.core.trouble import Conflict, Trouble
from tui.dialogs.confirm import Answer, Confirm
from tui.dialogs.conflict import MINE, THEIRS, ConflictDialog
from tui.dialogs.drafting import Drafting, FormDesk, written
from tui.dialogs.fields import Day, Field, Words
from tui.dialogs.panel import PanelScreen
from tui.dialogs.row import Between
from tui.dialogs.sheet import Sheet, Shown
from tui.dialogs.takingup import TakenUp

_LEAVING: Final = (
    Answer("k", "Keep writing", "write"),
    Answer("p", "Put it aside as a draft", "aside"),
    Answer("t", "Throw it away", "away"),
)
_ANEW: Final = (
    Answer("g", "Go on with it", "go"),
    Answer("t", "Throw it away and start over", "anew"),
)


class Wrong(ValueError):
    """What the fields say together is wrong, and it is best put right in the field `key`."""

    def __init__(self, key: str, sentence: str) -> None:
        super().__init__(sentence)
        self.key = key


class Form(ABC):
    """What is asked, and what comes of it.

    `name` names its drafts; `subject` is the id of what is changed, or "".
    """

    name: ClassVar[str]
    title: str
    subject: str = ""
    fields: tuple[Field | Words, ...]

    @abstractmethod
    def deed(self, values: Mapping[str, Any]) -> Deed | OwnDeed | None:
        """What saving does; None where nothing is to be done.

        Raises `Wrong`, or a `ValueError` whose sentence concerns several fields.
        """

    def seen(self, texts: Shown) -> Shown:
        """What stood in the fields before anything was written; `texts` stand there now."""
        return {part.key: part.value for part in self.fields if isinstance(part, Field)}

    def follow(self, key: str, texts: Shown) -> Shown | Awaitable[Shown]:
        """What other fields, and words with a key, shall show now that field `key` has changed.

        Days are given as ISO. Asked when a line or text is left, when a day was understood, and at
        each change of a choice or value; not for what a form opens with.
        """
        return {}


class FormDialog(PanelScreen[Change | None]):
    """Shows a form, keeps a draft of it, and returns the change that saving it made.

    None means that nothing was changed. A `draft` is taken up again.
    """

    BINDINGS = bindings(Place.FORM)

    def __init__(self, form: Form, desk: FormDesk, draft: Draft | None = None) -> None:
        super().__init__()
        self.form, self.desk = form, desk
        fields = tuple(
            replace(part, dates=desk.manners.dates) if isinstance(part, Day) else part
            for part in form.fields
        )
        self._draft = TakenUp(fields, draft, form.seen(draft.values if draft else {}))
        self.sheet = Sheet(fields, self._draft.texts, form.follow, self._touched)
        if draft and self.sheet.texts():
            self.sheet.taken_up.put(_taken_up(written(draft, desk.manners.dates)))
        self._drafts = Drafting(
            desk, form.name, form.subject, self.sheet.texts, self.say, self._seen
        )
        self._panel = Vertical(classes="panel form")
        self._foot = Between(Words(""))
        self._taken = draft is not None
        self._busy = self._over = False

    def compose(self) -> ComposeResult:
        """The fields, and beneath them what there is to say."""
        self._panel.border_title = Content(clean(self.form.title))
        self._panel.border_subtitle = Content(_keys())
        self._foot.add_class("foot")
        with self._panel:
            yield self.sheet
            yield self._foot

    def _seen(self) -> Shown:
        """What stood there before, for the draft; of a draft taken up, when that was begun."""
        return self._draft.seen if self._draft.newer else self.form.seen(self.sheet.now())

    def say(self, sentence: str) -> None:
        """Say something at the foot, or with "" nothing any more."""
        self._foot.put(f"! {sentence}" if sentence else "")

    def hand_in(self) -> None:
        """Keep what is written now; the program is about to end."""
        if not self._over and self.sheet.changed:
            self._drafts.hand_in()

    def _touched(self) -> None:
        """Keep what was written."""
        if not self._over and self._drafts.touched():
            self.run_worker(self._drafts.write(), group="draft")

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go to the next field, and from the last one save."""
        if row := self.sheet.next_after(self.focused):
            row.editor.focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        """Save, unless that is being done already."""
        if not self._busy:
            self.say("")
            self._start(self._read_and_do())

    def action_leave(self) -> None:
        """Close; ask first when something was written."""
        if self._busy:
            return
        if self.sheet.changed:
            ask = Confirm("Leave the form?", "What you wrote is not saved.", _LEAVING, "write")
            self.app.push_screen(ask, self._leave)
        else:
            self._start(self._put_aside() if self._taken else self._close(None))

    def action_start_over(self) -> None:
        """Start over instead of going on with a draft; ask first."""
        if not self._busy and self.sheet.taken_up.words:
            ask = Confirm("Start over?", "The form goes back to how it began.", _ANEW, "go")
            self.app.push_screen(ask, self._start_over)

    def _start(self, doing: Coroutine[None, None, None]) -> None:
        """Do something that takes time; nothing is typed meanwhile, since it would be lost."""
        self._busy = True
        self._panel.border_subtitle = Content("One moment…")
        self.sheet.hold()
        self.run_worker(self._held(doing), group="form")

    async def _held(self, doing: Coroutine[None, None, None]) -> None:
        try:
            await doing
        except (Trouble, ValueError) as trouble:  # the store refuses some values with the latter
            self.say(str(trouble))
        finally:
            if not self._over:
                self._busy = False
                self._panel.border_subtitle = Content(_keys())
                self.sheet.release()

    async def _read_and_do(self) -> None:
        if (values := await self.sheet.values()) is None:
            return
        try:
            deed = self.form.deed(values)
        except Wrong as wrong:
            self.sheet.point_at(wrong.key, str(wrong))
        except ValueError as error:
            self.say(str(error))
        else:
            await self._do(deed)

    async def _do(self, deed: Deed | OwnDeed | None, anyway: bool = False) -> None:
        if deed and self._draft.newer and not anyway:
            texts = self.sheet.now()
            self._ask_whose(deed, self._draft.conflict(texts, self.form.seen(texts)))
            return
        try:
            change = await self.desk.do(deed, anyway=anyway) if deed else None
        except Conflict as conflict:
            self._ask_whose(deed, conflict)
        except ValueError as error:  # such as a text that is too long for where it is kept
            self.say(str(error))
        else:
            await self._close(change)

    def _ask_whose(self, deed: Deed | OwnDeed | None, conflict: Conflict) -> None:
        """Show both states, once nothing lies over the form."""
        labels = {key: row.field.label for key, row in self.sheet.rows.items()}
        asked = ConflictDialog(conflict, labels)
        decide = partial(self._decide, deed)
        self.once_on_top(lambda: self.app.push_screen(asked, decide))

    def _decide(self, deed: Deed | OwnDeed | None, answer: str | None) -> None:
        if answer == MINE:
            self._start(self._do(deed, anyway=True))
        elif answer == THEIRS:
            self._start(self._close(None))

    async def _close(self, change: Change | None) -> None:
        self._over = True
        if self._taken or self._drafts.used:
            with suppress(Trouble):  # a draft too many is offered again; nothing is lost by it
                await self._drafts.drop()
        self.once_on_top(lambda: self.dismiss(change))

    def _leave(self, answer: str | None) -> None:
        if answer == "away":
            self._start(self._close(None))
        elif answer == "aside":
            self._start(self._put_aside())

    async def _put_aside(self) -> None:
        if self._drafts.used:
            await self._drafts.keep()
        self._over = True
        self.once_on_top(lambda: self.dismiss(None))

    def _start_over(self, answer: str | None) -> None:
        if answer == "anew":
            self._start(self._begin_anew())

    async def _begin_anew(self) -> None:
        await self._drafts.drop()
        self._taken = self._draft.newer = False
        self.sheet.begin_anew()


def _taken_up(since: str) -> str:
    """That this is a draft, from when, and how to be rid of it."""
    return f"Taken up again from {since}. {forms.StartOver.shown_keys()[0]} starts over."


def _keys() -> str:
    """The keys at the foot."""
    shown = [*forms.SaveForm.shown_keys(), *forms.LeaveForm.shown_keys()]
    words = [f"{shown[0]} save", f"{shown[1]} leave"]
    words += [f"{c.shown_keys()[0]} {c.name.lower()}" for c in COMMANDS if c.id() == "help-now"]
    return " · ".join(words)
