"""What is chosen rather than written: one of a few options, a value on a scale."""

from __future__ import annotations

import re
from typing import Final

from rich.segment import Segment
from textual.events import Click, Focus, Key, Paste
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.measures import Scale
from tui.core.text import clean
from tui.dialogs.fields import NUMBER, Choice, Level, Several, as_number
from tui.dialogs.panel import look
from tui.widgets.cells import fit, width_of

_SHOWN: Final = 6
"""Options that are seen at once where they stand beneath each other."""
_DIGITS: Final = 12
"""Characters that a value may have."""
_ROOM: Final = 8
"""Cells for the value before its scale."""
_COUNTABLE: Final = 200
"""Steps above which a scale is no scale to look at, just a number."""
_STEPS: Final = 21
"""Marks that a scale has at most."""


class Picker(Widget, can_focus=True):
    """Something with a text that keys change without writing it."""

    BINDINGS = bindings(Place.VALUE)

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, picker: Picker) -> None:
            super().__init__()
            self.picker = picker

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def put(self, text: str) -> None:
        """Have another value chosen."""
        if text != self.text:
            self.text = text
            self.refresh()
            self.post_message(self.Changed(self))

    def rows_in(self, width: int) -> int:
        """Lines it takes in `width` cells."""
        return 1

    def action_step(self, by: int) -> None:
        """One value on or back."""

    def action_climb(self, by: int) -> None:
        """One value up or down."""
        self.action_step(by)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """What Textual lays out with."""
        return self.rows_in(width)


class ChoicePicker(Picker):
    """Options side by side where they fit, else beneath each other."""

    def __init__(self, field: Choice | Several, text: str) -> None:
        super().__init__(text)
        self.values = [value for value, _ in field.options]
        self.labels = [clean(label) for _, label in field.options]

    @property
    def index(self) -> int:
        """Number of the chosen option, −1 while there is none."""
        return self.values.index(self.text) if self.text in self.values else -1

    def rows_in(self, width: int) -> int:
        """One line where everything fits into it."""
        return 1 if self._flat(width) else min(len(self.values), _SHOWN)

    def action_step(self, by: int) -> None:
        """The next option or the one before; the ends are ends."""
        index = self.index + by if self.index >= 0 else 0
        self.put(self.values[max(0, min(index, len(self.values) - 1))])

    def action_climb(self, by: int) -> None:
        """The option above or beneath."""
        self.action_step(-by)

    def on_key(self, event: Key) -> None:
        """A letter goes to the next option that begins with it."""
        letter = (event.character or "").casefold()
        if not event.is_printable:
            return
        event.stop()
        count, start = len(self.values), self.index + 1
        for n in (n % count for n in range(start, start + count)):
            if self.labels[n].casefold().startswith(letter):
                self._take(n)
                return

    def on_click(self, event: Click) -> None:
        """Choose what was clicked."""
        if self._flat(self.size.width):
            ends, x = 0, event.x
            for n, label in enumerate(self.labels):
                ends += width_of([Segment(f"● {label}   ")])
                if x < ends:
                    self._take(n)
                    return
        elif 0 <= (n := self._first() + event.y) < len(self.values):
            self._take(n)

    def _take(self, n: int) -> None:
        """A letter or a click meant this option."""
        self.put(self.values[n])

    def render_line(self, y: int) -> Strip:
        """The options that stand on a line."""
        width = self.size.width
        quiet = look(self, "quiet")
        if self._flat(width):
            segments = []
            for n, label in enumerate(self.labels):
                segments += [*self._option(n, label), Segment("   ", quiet)]
            return Strip(segments).adjust_cell_length(width, quiet)
        n = self._first() + y
        if not 0 <= n < len(self.values):
            return Strip.blank(width, quiet)
        more = ""
        if y == 0 and n > 0:
            more = "↑"
        elif y == self.size.height - 1 and n < len(self.values) - 1:
            more = "↓"
        label = fit(self.labels[n], max(1, width - 4)).rstrip()
        line = Strip(self._option(n, label)).adjust_cell_length(max(1, width - 1), quiet)
        return Strip([*line, Segment(more or " ", quiet)])

    def _option(self, n: int, label: str) -> list[Segment]:
        chosen = self._chosen(n)
        mark = "bold" if chosen else "quiet"
        words = "cursor" if n == self.index and self.has_focus else mark
        return [
            Segment("● " if chosen else "○ ", look(self, mark)),
            Segment(label, look(self, words)),
        ]

    def _chosen(self, n: int) -> bool:
        return n == self.index

    def _flat(self, width: int) -> bool:
        needed = sum(width_of([Segment(label)]) + 5 for label in self.labels) - 3
        return needed <= width

    def _first(self) -> int:
        """The first option that is seen, the chosen one in the middle if there are more."""
        last = max(0, len(self.values) - self.size.height)
        return max(0, min(self.index - self.size.height // 2, last))


class SeveralPicker(ChoicePicker):
    """Any number of options: arrows go along them, a blank or a letter takes one or leaves it."""

    def __init__(self, field: Several, text: str) -> None:
        super().__init__(field, text)
        self._at = 0

    @property
    def index(self) -> int:
        """Number of the option under the cursor."""
        return self._at

    def action_step(self, by: int) -> None:
        """The next option or the one before; the ends are ends."""
        self._at = max(0, min(self._at + by, len(self.values) - 1))
        self.refresh()

    def on_key(self, event: Key) -> None:
        """A blank takes the option under the cursor; letters are heard as in any choice."""
        if event.key == "space":
            self._take(self._at)

    def _take(self, n: int) -> None:
        """Take it, or leave it again."""
        self._at = n
        taken = {*self.text.split()} ^ {self.values[n]}
        self.put(" ".join(value for value in self.values if value in taken))

    def _chosen(self, n: int) -> bool:
        return self.values[n] in self.text.split()


class LevelPicker(Picker):
    """A value as it is typed, and beside it where it lies on the scale."""

    def __init__(self, field: Level, text: str) -> None:
        super().__init__(text)
        self.scale: Scale = field.scale
        self._fresh = True

    def on_focus(self, event: Focus) -> None:
        """The first digit begins a new value."""
        self._fresh = True

    def action_step(self, by: int) -> None:
        """One step of the scale; the ends are ends, and nothing yet begins in the middle."""
        scale = self.scale
        steps = round(scale.span / scale.step)
        here = self._value()
        at = steps // 2 if here is None else round((here - scale.minimum) / scale.step) + by
        value = scale.minimum + max(0, min(at, steps)) * scale.step
        self._fresh = True
        self.put(f"{value:.10g}")

    def on_key(self, event: Key) -> None:
        """Digits are typed, Backspace takes one away, Delete all of them."""
        if event.key == "delete":
            self._type("", "")
        elif event.key == "backspace":
            self._type(self.text[:-1], "")
        elif event.is_printable:
            event.stop()
            if (character := event.character or "") in "+-−.,0123456789":
                self._type("" if self._fresh else self.text, character)

    def on_paste(self, event: Paste) -> None:
        """A number is taken; nothing else is."""
        event.stop()
        if re.fullmatch(r"[+\-−]?[\d.,]+", found := event.text[:100].strip()):
            self._type("", found)

    def render_line(self, y: int) -> Strip:
        """The value and its scale."""
        width = self.size.width
        here, quiet = self.has_focus, look(self, "quiet")
        box = look(self, "field-here" if here else "field")
        text = fit(self.text, min(_ROOM - 3, width)).rstrip()
        segments = [Segment(text, box)]
        if here:
            segments.append(Segment(" ", look(self, "caret")))
        segments = list(Strip(segments).adjust_cell_length(_ROOM - 2, box))
        segments += [Segment("  ", quiet), *self._marks(max(1, width - _ROOM))]
        return Strip(segments).adjust_cell_length(width, quiet)

    def _marks(self, width: int) -> list[Segment]:
        """The scale as marks, the value as a large one."""
        quiet, chosen = look(self, "quiet"), look(self, "bold")
        if self.scale.span / self.scale.step > _COUNTABLE:
            return []
        count = min(round(self.scale.span / self.scale.step) + 1, _STEPS)
        gap = " " if 2 * count - 1 <= width else ""
        value = self._value()
        on = -1
        if value is not None and self.scale.minimum <= value <= self.scale.maximum:
            on = round(self.scale.share(value) * (count - 1))
        before, after = f"·{gap}" * on, f"{gap}·" * (count - 1 - on)
        if on < 0:
            return [Segment((f"·{gap}" * count).rstrip(), quiet)]
        return [Segment(before, quiet), Segment("●", chosen), Segment(after, quiet)]

    def _type(self, before: str, character: str) -> None:
        self._fresh = False
        self.put((before + character)[:_DIGITS])

    def _value(self) -> float | None:
        if not re.fullmatch(NUMBER, self.text):
            return None
        return as_number(self.text)
