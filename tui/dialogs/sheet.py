"""The fields of a form on the screen: what is written is read, and other fields follow it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import DescendantBlur, DescendantFocus
from textual.widget import Widget

from tui.core.trouble import Trouble
from tui.dialogs.fields import Choice, Day, Field, Level, Words
from tui.dialogs.row import Between, Row

Shown = Mapping[str, str]
"""Texts by the keys of fields, or sentences by the keys of words."""
Follow = Callable[[str, Shown], Shown | Awaitable[Shown]]

_PAUSE: Final = 0.2
"""Seconds without a key after which a day in words is read."""


class Sheet(VerticalScroll, can_focus=False):
    """Rows and words beneath each other, with the one under the cursor always in sight.

    `texts` take the place of what the fields begin with, `touched` hears of every change.
    """

    def __init__(
        self,
        parts: tuple[Field | Words, ...],
        texts: Shown,
        follow: Follow,
        touched: Callable[[], None],
    ) -> None:
        super().__init__()
        self.parts, self._follow_with, self._touched = parts, follow, touched
        fields = [part for part in parts if isinstance(part, Field)]
        self.rows = {f.key: Row(f, texts.get(f.key, f.value)) for f in fields}
        self.words = {w.key: Between(w) for w in parts if isinstance(w, Words) and w.key}
        self.taken_up = Between(Words(""))
        self._left: Widget | None = None

    def compose(self) -> ComposeResult:
        """As the form has them."""
        yield self.taken_up
        for part in self.parts:
            if isinstance(part, Field):
                yield self.rows[part.key]
            else:
                yield self.words.get(part.key) or Between(part)

    def on_mount(self) -> None:
        """Say how the days that stand there already are understood."""
        for row in self.rows.values():
            if isinstance(row.field, Day) and row.text:
                self._understand(row, opening=True)

    @property
    def changed(self) -> bool:
        """Whether anything was written since the form was opened."""
        return any(row.text != row.opened for row in self.rows.values())

    def texts(self) -> Shown | None:
        """The texts to keep, None when they are those of a form begun anew."""
        if all(row.text == row.blank for row in self.rows.values()):
            return None
        return self.now()

    def now(self) -> dict[str, str]:
        """The texts as they stand there, with days as they were understood."""
        return {key: row.kept for key, row in self.rows.items()}

    def row_of(self, widget: Widget | None) -> Row | None:
        """The row that a widget stands in."""
        return next((r for r in self.rows.values() if r.editor is widget), None)

    def next_after(self, widget: Widget | None) -> Row | None:
        """The row after the one that a widget stands in, None after the last."""
        rows = list(self.rows.values())
        here = self.row_of(widget)
        at = rows.index(here) + 1 if here else 0
        return rows[at] if at < len(rows) else None

    def hold(self) -> None:
        """Let nothing be typed until `release`: it would be typed into what is being saved."""
        self._left = self.screen.focused
        self.disabled = True

    def release(self) -> None:
        """Go on where the cursor was, or where something is wrong."""
        self.disabled = False
        if self._left:
            self._left.focus()

    def point_at(self, key: str, sentence: str) -> None:
        """Say what is wrong with a field, and have the cursor go there."""
        row = self.rows[key]
        row.complain(sentence, row.text)
        self._left = row.editor

    def begin_anew(self) -> None:
        """The texts of a form that was not opened with a draft."""
        self.taken_up.put("")
        for row in self.rows.values():
            row.opened = row.blank
            row.complain("")
            row.editor.put(row.blank)

    async def values(self) -> dict[str, Any] | None:
        """What was read, by the fields' keys; None if something is wrong, and it says so."""
        values: dict[str, Any] = {}
        wrong: list[tuple[str, str]] = []
        for key, row in self.rows.items():
            try:
                values[key] = await _read(row.field, row.text)
            except ValueError as error:
                wrong.append((key, str(error)))
            else:
                row.complain("")
        for key, sentence in reversed(wrong):
            self.point_at(key, sentence)
        return None if wrong else values

    def on_row_edited(self, event: Row.Edited) -> None:
        """See whether what was wrong is right now."""
        event.stop()
        row = event.row
        if row.text == row.known:
            return
        row.known = row.text
        self._touched()
        if isinstance(row.field, Day):
            self._understand(row, pause=_PAUSE)
        elif row.wrong:
            self._check(row)
        if isinstance(row.field, Choice | Level):
            self._follow(row)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Bring the whole row into sight, with its label and what is said of it."""
        row = self.row_of(event.widget)
        if row and row is next(iter(self.rows.values())):
            self.call_after_refresh(self.scroll_home, animate=False)
        elif row:
            self.call_after_refresh(row.scroll_visible, animate=False)

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Say what is wrong with a field once it is left, not while it is being written."""
        row = self.row_of(event.widget)
        if not row or self.disabled or not self.screen.is_current or not self.app.app_focus:
            return
        if row.wrong and row.wrong_text == row.text:
            return
        if isinstance(row.field, Day):
            self._understand(row, leaving=True)
        else:
            self._check(row)
            self._follow(row)

    def _check(self, row: Row) -> None:
        try:
            row.field.read(row.text)
        except ValueError as error:
            row.complain(str(error), row.text)
        else:
            row.complain("")

    def _understand(self, row: Row, pause: float = 0, **how: bool) -> None:
        """Read a day; words are read in another thread, after a pause while they are typed."""
        row.forget_day()
        reading = self._read_day(row, pause if row.field.slow(row.text) else 0, **how)
        self.run_worker(reading, group=f"day {row.field.key}", exclusive=True)

    async def _read_day(
        self, row: Row, pause: float, leaving: bool = False, opening: bool = False
    ) -> None:
        text = row.text
        await asyncio.sleep(pause)
        try:
            day = await _read(row.field, text)
        except ValueError as error:
            if row.text == text and (leaving or opening or row.wrong):
                row.complain(str(error), text)
            return
        if row.text != text:
            return
        row.complain("")
        row.understand(day)
        if opening:
            row.followed = row.kept
        else:
            self._follow(row)

    def _follow(self, row: Row) -> None:
        """Have other fields follow a change, once for each text."""
        if row.kept == row.followed:
            return
        row.followed = row.kept
        shown = self._follow_with(row.field.key, self.now())
        if isinstance(shown, Mapping):
            self._show(shown)
        else:
            self.run_worker(self._show_later(shown, row), group="follow", exclusive=True)

    async def _show_later(self, shown: Awaitable[Shown], row: Row) -> None:
        asked = row.kept
        with suppress(Trouble):  # what cannot be looked up is simply not filled in
            answer = await shown
            if row.kept == asked:
                self._show(answer)

    def _show(self, shown: Shown) -> None:
        for key, text in shown.items():
            if key in self.words:
                self.words[key].put(text)
            else:
                self.rows[key].editor.put(text)


async def _read(field: Field, text: str) -> Any:
    return await asyncio.to_thread(field.read, text) if field.slow(text) else field.read(text)
