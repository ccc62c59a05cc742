"""A choice that changes what is looked at and nothing that is kept: no draft, nothing to save."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content

from tui.commands import forms
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.text import clean
from tui.dialogs.fields import Field, Words
from tui.dialogs.panel import PanelScreen
from tui.dialogs.row import Between
from tui.dialogs.sheet import Sheet, Shown

Chosen = TypeVar("Chosen")


class Choosing(PanelScreen[Chosen | None]):
    """Shows fields and returns what `made` makes of them, or None when it is left.

    `made` raises `ValueError` with a sentence where the fields do not go together.
    """

    BINDINGS = bindings(Place.FORM)

    def __init__(
        self,
        title: str,
        fields: tuple[Field | Words, ...],
        made: Callable[[Mapping[str, Any]], Chosen],
        does: str = "shows it",
    ) -> None:
        """`does` says what Enter does in the end."""
        super().__init__()
        self.asked, self.made, self.does = title, made, does
        self.chosen = False
        """Whether something was taken, which may be None too."""
        self.sheet = Sheet(fields, {}, _follow, lambda: None)
        self._foot = Between(Words(""))

    def compose(self) -> ComposeResult:
        """The fields, and beneath them what is wrong."""
        self._foot.add_class("foot")
        with Vertical(classes="panel form") as panel:
            panel.border_title = Content(clean(self.asked))
            shown = (forms.SaveForm.shown_keys()[0], forms.LeaveForm.shown_keys()[0])
            panel.border_subtitle = Content(f"Enter or {shown[0]} {self.does} · {shown[1]} leaves")
            yield self.sheet
            yield self._foot

    def on_input_submitted(self) -> None:
        """Enter in a line."""
        self.action_go_on()

    def action_go_on(self) -> None:
        """Go to the next field, and from the last one take what was chosen."""
        if row := self.sheet.next_after(self.focused):
            row.editor.focus()
        else:
            self.action_save()

    def action_save(self) -> None:
        """Take what was chosen."""
        self.run_worker(self._take(), group="form", exclusive=True)

    def action_leave(self) -> None:
        """Return None."""
        self.dismiss(None)

    def action_start_over(self) -> None:
        """The fields as they were at first."""
        self.sheet.begin_anew()

    async def _take(self) -> None:
        if (values := await self.sheet.values()) is None:
            self.sheet.release()
            return
        try:
            chosen = self.made(values)
        except ValueError as error:
            self._foot.put(f"! {error}")
        else:
            self.chosen = True
            self.once_on_top(lambda: self.dismiss(chosen))


def _follow(key: str, texts: Shown) -> Shown:
    """Nothing follows anything."""
    return {}
