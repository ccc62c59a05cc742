"""A field on the screen: its label, what it is written in, and a line about it."""

from __future__ import annotations

from datetime import date
from typing import Final

from rich.segment import Segment
from textual.app import ComposeResult
from textual.events import DescendantBlur, DescendantFocus
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.core.text import clean
from tui.dialogs.fields import Choice, Day, Field, Level, Line, Several, Text, Words
from tui.dialogs.panel import look
from tui.dialogs.pickers import ChoicePicker, LevelPicker, Picker, SeveralPicker
from tui.widgets.cells import fit, wrap
from tui.widgets.editors import LineEditor, Refused, TextEditor

Editor = LineEditor | TextEditor | ChoicePicker | LevelPicker

_LONG: Final = 36
"""Characters of a label from which it stands above its field instead of beside it."""
_DAY: Final = 26
"""Cells that a day in words is given."""
_BESIDE: Final = 17
"""Cells that what was understood needs beside it."""


def editor_for(field: Field, text: str) -> Editor:
    """What a field is written in."""
    match field:
        case Line():
            return LineEditor(text, field.suggestions, by_word=field.by_word)
        case Text():
            return TextEditor(text, field.rows)
        case Day():
            return LineEditor(text, proposal=True)
        case Choice():
            return ChoicePicker(field, text)
        case Several():
            return SeveralPicker(field, text)
        case Level():
            return LevelPicker(field, text)
    raise TypeError(f"No way to write into {field!r}.")


class Row(Widget):
    """One field. The label, the words beside and the line beneath are drawn, not mounted.

    `wrong` is the sentence that stands there until the field is right, `note` what was understood.
    The texts: `blank` is that of a form begun anew, `opened` that with which it opened, `known` the
    last one that was heard of, `followed` the last one that other fields followed.
    """

    class Edited(Message):
        """Its text may be another one."""

        def __init__(self, row: Row) -> None:
            super().__init__()
            self.row = row

    def __init__(self, field: Field, text: str) -> None:
        super().__init__()
        self.field = field
        self.editor = editor_for(field, text)
        self.set_class(len(field.label) > _LONG, "-above")
        self.blank = clean(field.value, multiline=isinstance(field, Text))
        self.known = self.opened = self.followed = self.editor.text
        self.wrong = self.note = ""
        self.wrong_text: str | None = None
        self._here = False
        self._day: date | None = None
        if isinstance(field, Day):
            self.editor.styles.width = _DAY
            self.editor.styles.max_width = "100%"

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text

    def compose(self) -> ComposeResult:
        """Only what is written in is a widget."""
        yield self.editor

    def complain(self, sentence: str, text: str | None = None) -> None:
        """Say what is wrong, or with "" that nothing is; `text` is what it is said of."""
        self.wrong_text = text
        if sentence != self.wrong:
            self.wrong = sentence
            self.refresh(layout=True)

    @property
    def kept(self) -> str:
        """What a draft keeps: a day as it was understood, since "yesterday" is another one then."""
        return self._day.isoformat() if self._day else self.text

    def understand(self, day: date | None) -> None:
        """Say beside the field which day was understood."""
        self._day, self.note = (
            day,
            self.field.understood(day) if isinstance(self.field, Day) else "",
        )
        self.refresh()

    def forget_day(self) -> None:
        """The text is another one, and not read yet."""
        self.understand(None)

    def on_refused(self, event: Refused) -> None:
        """Say why something was not taken in."""
        event.stop()
        self.complain(event.sentence)

    def on_descendant_focus(self, _: DescendantFocus) -> None:
        """Mark where the cursor is, by more than a colour."""
        self._here = True
        self.refresh()

    def on_descendant_blur(self, _: DescendantBlur) -> None:
        """The cursor is elsewhere."""
        self._here = False
        self.refresh()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say it in the one way that a form listens to."""
        self._edited(event)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say it in the one way that a form listens to."""
        self._edited(event)

    def on_picker_changed(self, event: Picker.Changed) -> None:
        """Say it in the one way that a form listens to."""
        self._edited(event)

    def _edited(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Edited(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the label, the editor and what is said of it."""
        left, top = self._inset
        height = self.editor.rows_in(width - left) + len(self._beneath(width - left))
        return top + height if top else max(height, len(self._label(left)))

    def render_line(self, y: int) -> Strip:
        """One line, as far as the editor does not cover it."""
        width, quiet = self.size.width, look(self, "quiet")
        left, top = self._inset
        below = y - top - self.editor.rows_in(width - left)
        beneath = self._beneath(width - left)
        segments = self._head(y, left if not top else width, top)
        if y == top and self._beside(width - left):
            segments = list(Strip(segments).adjust_cell_length(left + _DAY + 2, quiet))
            segments.append(Segment(self.note, quiet))
        elif 0 <= below < len(beneath):
            said = look(self, "gold" if self.wrong else "quiet")
            segments = list(Strip(segments).adjust_cell_length(left, quiet))
            segments.append(Segment(beneath[below], said))
        return Strip(segments).adjust_cell_length(width, quiet)

    @property
    def _inset(self) -> tuple[int, int]:
        """Cells before the editor and lines above it, as the stylesheet has them."""
        margin = self.editor.styles.margin
        return margin.left, margin.top

    def _head(self, y: int, width: int, top: int) -> list[Segment]:
        """The label's line at `y`, in `width` cells, with the mark of the focused field."""
        lines = self._label(width) if not top else [fit(self.field.label, width - 2).rstrip()]
        if y >= len(lines):
            return []
        mark = "› " if self._here and not y else "  "
        return [
            Segment(mark, look(self, "gold")),
            Segment(lines[y], look(self, "bold" if self._here else "quiet")),
        ]

    def _label(self, width: int) -> list[str]:
        return wrap(self.field.label, max(1, width - 4))

    def _beside(self, width: int) -> bool:
        """Whether there is room for what was understood beside the field."""
        return isinstance(self.field, Day) and width >= _DAY + 2 + _BESIDE

    def _beneath(self, width: int) -> list[str]:
        """What is said under the editor: what is wrong, or what was understood, or the hint."""
        width = max(8, width)
        if self.wrong:
            first, *more = wrap(self.wrong, width - 2)
            return [f"! {first}", *(f"  {line}" for line in more)]
        if isinstance(self.field, Day) and not self._beside(width):
            return [self.note or fit(self.field.about(), width).rstrip()]
        return wrap(self.field.about(), width)


class Between(Widget):
    """A quiet sentence between fields."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.words = words.text
        self.display = bool(self.words)

    def put(self, words: str) -> None:
        """Say something else; with "" it takes no room."""
        if words != self.words:
            self.words = words
            self.display = bool(words)
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of the sentence."""
        return len(wrap(self.words, max(1, width)))

    def render_line(self, y: int) -> Strip:
        """One line of it."""
        lines = wrap(self.words, max(1, self.size.width))
        text = lines[y] if y < len(lines) else ""
        return Strip([Segment(text, self.rich_style)]).adjust_cell_length(
            self.size.width, self.rich_style
        )
