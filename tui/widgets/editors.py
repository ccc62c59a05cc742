"""What is written in: one line, or several. Stock widgets, kept from what text can do to them.

Whatever is typed or pasted is cleaned before it arrives, and what would be too long is refused
whole: a megabyte in one widget freezes it for seconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from unicodedata import category

from rich.cells import cell_len
from textual.events import Key, Paste
from textual.geometry import Region
from textual.message import Message
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, TextArea
from textual.widgets.text_area import EditResult, Location

from tui.core.text import LINE_LIMIT, NOTE_LIMIT, TextTooLong, clean

_PARAGRAPH: Final = 10_000
"""Longest paragraph that is still quick to type in, in characters."""
_WIDER: Final = 256
"""Cells by which a line grows."""


class Refused(Message):
    """Something was not taken into a field; `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self.sentence = sentence


class GuardedInput(Input):
    """One line that takes in nothing but what can be kept."""

    @property
    def content_width(self) -> int:
        """Cells that can be scrolled to, in large steps: each step has the screen laid out anew."""
        return (super().content_width // _WIDER + 1) * _WIDER

    def on_resize(self) -> None:
        """Begin at the beginning: focused before it has a width, it was scrolled past its end."""
        self.scroll_to(x=0, animate=False)
        if self.has_focus:
            cursor = Region(cell_len(self.value[: self.cursor_position]), 0, 1, 1)
            self.scroll_to_region(cursor, force=True, animate=False)

    def replace(self, text: str, start: int, end: int) -> None:
        """Take a text in, cleaned, or refuse it; typing and pasting come through here."""
        if len(text) <= 2 * LINE_LIMIT:
            text = clean(text)
        length = len(self.value) - abs(end - start) + len(text)
        if text and length > LINE_LIMIT:
            self.post_message(Refused(str(TextTooLong(length, LINE_LIMIT))))
        else:
            super().replace(text, start, end)

    async def _on_key(self, event: Key) -> None:
        if invisible := _invisible(event):
            self.replace(invisible, *self.selection)
            event.stop()

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)


class SuggestWord(Suggester):
    """Completes the last word of several, such as tags."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(case_sensitive=True)  # or what stands before the word would be lowered
        self._words = tuple(words)

    async def get_suggestion(self, value: str) -> str | None:
        """The whole line with its last word completed; nothing for a blank end."""
        word = re.split(r"[\s,#]", value)[-1].casefold()
        known = (each for each in self._words if word and each.casefold().startswith(word))
        found = next(known, None)
        return value + found[len(word) :] if found else None


class LineEditor(GuardedInput):
    """One line. Enter goes on, as in every other field.

    Where it is a `proposal`, the first key that is typed takes its place.
    """

    def __init__(
        self,
        text: str,
        suggestions: tuple[str, ...] = (),
        *,
        by_word: bool = False,
        proposal: bool = False,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
    ) -> None:
        known = [clean(each) for each in suggestions]
        suggester: Suggester | None = None
        if known:
            whole = SuggestFromList(known, case_sensitive=False)
            suggester = SuggestWord(known) if by_word else whole
        super().__init__(
            clean(text),
            placeholder=placeholder,
            suggester=suggester,
            max_length=LINE_LIMIT,
            select_on_focus=proposal,
            id=id,
        )
        self.cursor_blink = False

    @property
    def text(self) -> str:
        """What stands in it."""
        return self.value

    def put(self, text: str) -> None:
        """Have another text stand in it."""
        self.value = clean(text)
        self.cursor_position = len(self.value)

    def rows_in(self, width: int) -> int:
        """Lines it takes."""
        return 1


class TextEditor(TextArea):
    """Several lines. Tab goes on; Enter is a new line."""

    def __init__(self, text: str, rows: int) -> None:
        super().__init__(
            clean(text, multiline=True),
            tab_behavior="focus",
            soft_wrap=True,
            highlight_cursor_line=False,
        )
        self.cursor_blink = False
        self.rows = rows
        self.styles.height = rows

    def put(self, text: str) -> None:
        """Have another text stand in it."""
        self.text = clean(text, multiline=True)

    def rows_in(self, width: int) -> int:
        """Lines it takes; what is longer scrolls."""
        return self.rows

    def replace(
        self,
        insert: str,
        start: Location,
        end: Location,
        *,
        maintain_selection_offset: bool = True,
    ) -> EditResult:
        """Take a text in, cleaned, or refuse it; typing and pasting come through here."""
        if len(insert) <= 2 * NOTE_LIMIT:
            insert = clean(insert, multiline=True)
        if insert and (sentence := self._too_long(insert, start, end)):
            self.post_message(Refused(sentence))
            insert, end = "", start
        return super().replace(
            insert, start, end, maintain_selection_offset=maintain_selection_offset
        )

    def _too_long(self, insert: str, start: Location, end: Location) -> str:
        """Why this cannot be taken in, or ""."""
        gone = len(self.get_text_range(*sorted((start, end))))
        length = len(self.text) - gone + len(insert)
        if length > NOTE_LIMIT:
            return str(TextTooLong(length, NOTE_LIMIT))
        around = 0 if "\n" in insert else len(self.document[start[0]])
        longest = around + max(map(len, insert.split("\n")))
        if len(insert) > 1 and longest > _PARAGRAPH:
            return (
                f"A paragraph would have {longest:,} characters; more than {_PARAGRAPH:,} are slow "
                "to write in. Nothing was cut and nothing was taken in: put a line break in it."
            )
        return ""

    async def _on_key(self, event: Key) -> None:
        if invisible := _invisible(event):
            self.replace(invisible, *self.selection, maintain_selection_offset=False)
            event.stop()


def _invisible(event: Key) -> str:
    """A joiner or a blank that belongs to a script or an emoji, which the stock widgets drop."""
    character = event.character or ""
    if len(character) == 1 and (character == "\xa0" or category(character) == "Cf"):
        return clean(character)
    return ""
