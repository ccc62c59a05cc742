"""The list: boxes of rows with one cursor, drawn line by line.

One widget for every list of the program. It draws only the lines that are seen, and a move of the
cursor only the two that change, so ten thousand rows cost what twenty do.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.widgets import box
from tui.widgets.cells import fit, joined, plain, style
from tui.widgets.sections import Heads, Item, Section

_APART = "   "
"""What stands between the parts of a legend, the last of which is the first to go."""


class Rows(ScrollView, can_focus=True):
    """Sections of rows with one cursor, which keeps to its row when the data change."""

    BINDINGS = bindings(Place.LIST)

    class Highlighted(Message):
        """The cursor is on another row."""

        def __init__(self, item: Item) -> None:
            super().__init__()
            self.item = item

    def __init__(self, palette: Palette, sections: tuple[Section, ...] = (), at: str = "") -> None:
        """`at` is the id of the item that the cursor begins on, where there is such a one."""
        super().__init__()
        self.palette = palette
        self.sections = sections
        self.cursor = (self._index(at) or 0) if at else 0
        self.away = False
        """Whether the keys go elsewhere on the same screen, so that no cursor is shown here."""
        self._left: Item | None = None
        """What the cursor was on before the last change; it is found again after an empty list."""
        self._measure()

    @property
    def count(self) -> int:
        """Number of rows."""
        return self._firsts[-1]

    @property
    def item(self) -> Item | None:
        """What the cursor is on."""
        return self._at(self.cursor) if self.count else None

    class Scrolled(Message):
        """Other rows are in sight."""

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell that other rows are in sight."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled())

    def in_sight(self) -> list[tuple[int, Item]]:
        """The rows that are seen, with their places."""
        if not self.count or not self.size.height:
            return []
        self._arrange()
        first, last = self.scroll_offset.y, self.scroll_offset.y + self.size.height - 1
        places = (self._place(min(y, self._tops[-1] - 1)) for y in (first, last))
        (one, top), (other, bottom) = places
        start = self._firsts[one] + max(0, top)
        end = min(self._firsts[other] + max(-1, bottom) + 1, self._firsts[other + 1])
        return [(index, self._at(index)) for index in range(start, max(start, end))]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines of all rows under plain headings, for a place that is as high as its list."""
        return sum(section.height + 1 for section in self.sections)

    def begin(self) -> None:
        """Have the cursor on the first row of what is shown next, whatever it was on."""
        self.cursor, self._left = 0, None
        self.sections = ()
        self._measure()

    def show(self, sections: tuple[Section, ...]) -> None:
        """Show other data; the cursor stays on its row, or near where it was."""
        self._left = self.item or self._left
        self.sections = sections
        self._measure()
        same = self._index(self._left.id) if self._left else None
        self.cursor = max(0, min(self.cursor if same is None else same, self.count - 1))
        self._lay_out()
        self.refresh()

    def rest(self, away: bool) -> None:
        """Take the cursor out of sight while the keys go elsewhere, or show it again."""
        self.away = away
        self.redraw(self.cursor)

    def redraw(self, index: int) -> None:
        """Draw one row anew: what it draws has changed."""
        self._arrange()
        self.refresh_line(self._y(index))

    def recolour(self, palette: Palette) -> None:
        """Draw with another palette."""
        self.palette = palette
        self.refresh()

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        index = max(0, min(index, self.count - 1))
        if index == self.cursor or not self.count:
            return
        self._arrange()
        for n in (self.cursor, index):
            self.refresh_line(self._y(n))
        self.cursor = index
        self._into_sight()
        if item := self.item:
            self.post_message(self.Highlighted(item))

    def move_to_id(self, id_: str) -> bool:
        """Put the cursor on the row of an item; False where there is none."""
        index = self._index(id_)
        if index is not None:
            self.move_to(index)
        return index is not None

    def action_move(self, by: int) -> None:
        """One row down or up."""
        self.move_to(self.cursor + by)

    def action_page(self, by: int) -> None:
        """A screenful."""
        self.move_to(self.cursor + by * max(1, self.size.height - 2))

    def action_end(self, way: int) -> None:
        """The last row or the first."""
        self.move_to(self.count - 1 if way > 0 else 0)

    def action_box(self, by: int) -> None:
        """The first row of another section that has rows, going round."""
        filled = [n for n, section in enumerate(self.sections) if section.items]
        if filled:
            at = filled.index(self._section(self.cursor))
            self.move_to(self._firsts[filled[(at + by) % len(filled)]])

    def on_resize(self, event: Resize) -> None:
        """Lay out for the new size."""
        self._lay_out()

    def on_click(self, event: Click) -> None:
        """Put the cursor on the clicked row."""
        if event.y == 0 and self._table:
            return
        section, inner = self._place(event.y + self.scroll_offset.y)
        if 0 <= inner < len(self.sections[section].items):
            self.move_to(self._firsts[section] + inner)

    def render_line(self, y: int) -> Strip:
        """One line of the list, as it is seen."""
        width = self._width
        self._arrange()  # the first lines are wanted before the first resize is told
        if y == 0 and self._table and width >= 8:
            return Strip(joined(self._table(width, self.palette)), width)
        y += self.scroll_offset.y
        if y >= self._tops[-1] or not self.sections or width < 8:
            return Strip.blank(self.size.width, style(self.palette.text, self.palette.ground))
        number, inner = self._place(y)
        section = self.sections[number]
        if inner < 0:
            return self._head(section, width)
        if inner >= section.height:
            return box.bottom(self._legend(section, width - 6), width, self.palette)
        frame = 2 if self._boxed else 0
        segments = self._inner(number, inner, width - 2 * frame)
        if not self._boxed:
            return Strip(joined(segments), width)
        pad = plain(" ", self.palette.text, self.palette.ground)
        return box.inside([pad, *segments, pad], width, self.palette)

    def _inner(self, number: int, inner: int, width: int) -> list[Segment]:
        section = self.sections[number]
        if not section.items:
            text = fit(f"  {section.empty[inner]}", width)
            return [plain(text, self.palette.quiet, self.palette.ground)]
        chosen = not self.away and self._firsts[number] + inner == self.cursor
        return section.draw(section.items[inner], width, self.palette, chosen)

    def _head(self, section: Section, width: int) -> Strip:
        if self._boxed:
            return box.top(section.title, width, self.palette)
        legend = self._legend(section, width - cell_len(section.title) - 5)
        return box.heading(section.title, legend, width, self.palette)

    def _legend(self, section: Section, room: int) -> list[Segment]:
        """As many of the legend's parts as there is room for."""
        if not section.legend or not section.items:
            return []
        legend = section.legend
        while cell_len(legend) > room and _APART in legend:
            legend = legend.rpartition(_APART)[0]
        return [plain(legend, self.palette.quiet, self.palette.ground)]

    def _measure(self) -> None:
        """Count the rows before each section, all of them at the end."""
        self._firsts = [0, *accumulate(len(s.items) for s in self.sections)]
        self._boxed, self._tops = False, [0]
        self._arranged: tuple[int, int] | None = None

    def _arrange(self) -> None:
        """Boxes where all of them fit, headings otherwise."""
        if self._arranged == (size := (self._width, self.size.height)):
            return
        self._arranged = size
        inner = sum(section.height for section in self.sections)
        fits = size[0] >= 44 and inner + 2 * len(self.sections) <= size[1]
        self._boxed = fits and not self._table
        frame = 2 if self._boxed else 1
        self._tops = [0, *accumulate(section.height + frame for section in self.sections)]

    def _lay_out(self) -> None:
        """Tell Textual how far the list reaches; it takes another round of layout to hear of it."""
        self._arrange()
        self.virtual_size = Size(self._width, self._tops[-1])
        self._into_sight()

    def _into_sight(self) -> None:
        if not self.count or not self.size.height:
            return
        y, first, height = self._y(self.cursor), self.scroll_offset.y, self.size.height
        above = y - 1 if self._table or self.cursor in self._firsts else y
        if above < first:
            self.scroll_to(y=above, animate=False, immediate=True)
        elif y >= first + height:
            self.scroll_to(y=y - height + 1, animate=False, immediate=True)

    @property
    def _table(self) -> Heads | None:
        """What draws the names of columns, where the list is a table with rows."""
        return self.sections[0].heads if self.count else None

    @property
    def _width(self) -> int:
        """Columns beside the scrollbar."""
        return self.scrollable_content_region.width

    def _section(self, index: int) -> int:
        return bisect_right(self._firsts, index) - 1

    def _at(self, index: int) -> Item:
        number = self._section(index)
        return self.sections[number].items[index - self._firsts[number]]

    def _index(self, id_: str) -> int | None:
        """How many rows come before that of an item."""
        ids = (item.id for section in self.sections for item in section.items)
        return next((n for n, each in enumerate(ids) if each == id_), None)

    def _y(self, index: int) -> int:
        number = self._section(index)
        return self._tops[number] + 1 + index - self._firsts[number]

    def _place(self, y: int) -> tuple[int, int]:
        """The section at a line, and which of its rows (−1: its head)."""
        number = min(bisect_right(self._tops, y), len(self.sections)) - 1
        return number, y - self._tops[number] - 1
