"""Rows of what was written between sessions: a day, words, and small marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final

from rich.cells import cell_len
from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import DateStyle, near
from tui.core.expectations import QUESTIONS, Expectation
from tui.core.pinning import first_line
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.text import clean
from tui.core.topics import Topic, TopicState
from tui.core.written import dots, tagged
from tui.widgets.cells import fit, plain
from tui.widgets.row import CURSOR

_FULL: Final = 44
"""Columns from which a row has its day in full, and more than its first words."""
_WORDY: Final = 66
"""Columns from which marks are said in words as well."""
_STATES: Final = {TopicState.OPEN: "○", TopicState.TALKED: "✓", TopicState.LET_GO: "–"}

Piece = tuple[str, str, bool]
"""Words, the palette's field for their colour, and whether they are bold."""
Draw = Callable[..., list[Segment]]


class Drawer:
    """Draws rows as of one day; a method for each kind of thing."""

    def __init__(
        self,
        today: date,
        dates: DateStyle,
        latest: Expectation | None = None,
        days: Iterable[date] = (),
    ) -> None:
        """`latest` is the role check in force; `days` are those that stand before rows."""
        self.today, self.dates, self.latest = today, dates, latest
        self.column = max((len(self._day(day)) for day in days), default=0)

    def topic(self, item: Topic, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        """Its state as a mark, what it is about, when it was pinned."""
        closed = item.closed is not None
        mark = (f"{_STATES[item.state]} ", "quiet" if closed else "gold", True)
        said = (item.text, "quiet" if closed else "text", chosen)
        state = f"{item.state.value} {self._day(item.closed)}" if item.closed else ""
        tail = state or self._day(item.day)
        return _row((mark,), said, ((tail, "quiet", False),), width, palette, chosen)

    def reflection(
        self, item: Reflection, width: int, palette: Palette, chosen: bool
    ) -> list[Segment]:
        """The day, to which part it belongs, its first line, its tags."""
        day = self._lead(item.day, width)
        part = (f"{item.part.value:<8}", "session", False)
        lead = (day, part) if width >= _FULL else (day,)
        line, tags = first_line(item.body), clean(tagged(item))
        used = 4 + sum(cell_len(words) for words, *_ in lead) + cell_len(clean(line))
        tail = ((tags, "quiet", False),) if tags and used + cell_len(tags) <= width else ()
        return _row(lead, (line, "text", chosen), tail, width, palette, chosen)

    def practice(self, item: Practice, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        """The day, what was tried, effort and usefulness."""
        effort, useful = dots(item.effort), dots(item.useful)
        if width >= _WORDY:
            effort = f"{effort} {_word(EFFORT, item.effort, 8)}"
            useful = f"{useful} {_word(USEFUL, item.useful, 13)}"
        tail = ((f"{effort}  ", "growth", False), (useful, "gold", False))
        said = (item.what, "text", chosen)
        return _row((self._lead(item.day, width),), said, tail, width, palette, chosen)

    def read(self, item: Read, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        """Whether it is finished, its title, and when it was."""
        mark = ("✓ ", "quiet", False) if item.done else ("○ ", "gold", True)
        tail = f"finished {self._day(item.done)}" if item.done else "open"
        said = (item.title, "quiet" if item.done else "text", chosen)
        return _row((mark,), said, ((tail, "quiet", False),), width, palette, chosen)

    def role_check(
        self, item: Expectation, width: int, palette: Palette, chosen: bool
    ) -> list[Segment]:
        """Its day, what is hoped for, and if that is still fair once its time has passed."""
        fair = item is self.latest and item.still_fair(self.today)
        answers = (getattr(item, key) for key in ("hope", *(key for key, *_ in QUESTIONS)))
        said = next((first_line(answer) for answer in answers if answer), "")
        tail: tuple[Piece, ...] = (("still fair?", "gold", True),) if fair else ()
        lead = (self._lead(item.day, width),)
        return _row(lead, (said, "text", chosen), tail, width, palette, chosen)

    def _lead(self, day: date, width: int) -> Piece:
        return f"{self._day(day):>{self.column if width >= _FULL else 0}}  ", "quiet", False

    def _day(self, day: date) -> str:
        return near(day, self.today, self.dates)


def _word(words: tuple[str, ...], value: int | None, width: int) -> str:
    return fit("" if value is None else words[value], width)


def _row(
    lead: tuple[Piece, ...],
    said: Piece,
    tail: tuple[Piece, ...],
    width: int,
    palette: Palette,
    chosen: bool,
) -> list[Segment]:
    """What leads, the words in what room is left, what ends: exactly `width` cells."""
    ground = palette.cursor if chosen else palette.ground
    out = [plain(f"{CURSOR if chosen else ' '} ", palette.gold, ground)]
    ends = sum(cell_len(words) for words, *_ in tail)
    if ends > width // 2:
        tail, ends = (), 0
    room = width - 2 - sum(cell_len(words) for words, *_ in lead) - ends - bool(tail)
    middle = (fit(said[0], max(0, room)) + (" " if tail else ""), said[1], said[2])
    for words, colour, bold in (*lead, middle, *tail):
        out.append(
            plain(clean(words) if words.strip() else words, getattr(palette, colour), ground, bold)
        )
    return out
