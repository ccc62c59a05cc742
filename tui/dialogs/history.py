"""The history: every change with who and when, and taking back one of them."""

from __future__ import annotations

from rich.segment import Segment
from textual import work

from tui.charts.palette import Palette
from tui.core.changes import Change, in_words, moment
from tui.core.days import DateStyle, near
from tui.core.desk import Desk
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.sections import Section

_STATES = {"done": "", "undone": "taken back", "dropped": "taken back"}


class HistorySheet(ListSheet[Change]):
    """Newest first. Enter takes the one under the cursor back, also when later ones stand."""

    desk: Desk
    title_text = "History"
    keys = "Enter takes this one back · Esc closes"

    async def sections(self) -> tuple[Section, ...]:
        """All changes in one list."""
        changes = await self.desk.changes()
        if self.desk.shared:
            changes = tuple(change for change in changes if not change.whose)
        empty = (
            "Nothing has been changed yet.",
            "Every change will be here, with who and when.",
        )
        return (Section("Changes", "newest first", changes, empty, self._draw),)

    def more(self, item: Change) -> str:
        """What was done in full."""
        at = moment(item.at)
        state = f" · {_STATES[item.state]}" if _STATES[item.state] else ""
        day = near(at.date(), self.today, self.dates)
        whose = f" · {item.whose}" if item.whose else ""
        return (
            f"{in_words(item.label, self.dates)}\n{day}, {at:%H:%M} · {item.author}{whose}{state}"
        )

    def action_edit(self) -> None:
        """Take the change under the cursor back."""
        if self.item:
            self._take_back(self.item)

    @work
    async def _take_back(self, change: Change) -> None:
        if change.state != "done":
            self.say("That is taken back already.")
            return
        done = in_words(change.label, self.dates)
        sentence = f"{done}\n\nWhat came later stays. Undo brings this one again."
        if await self.is_sure("Take this one back?", sentence, "Take it back"):
            await self.attempt(self.desk.take_back(change))

    def _draw(self, change: Change, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        at = moment(change.at)
        done = change.state == "done"
        day = near(at.date(), self.today, self.dates)
        cells = (
            (f"{day:>6} {at:%H:%M}", len(day) + 6 if len(day) > 6 else 12, "quiet", False),
            ("" if done else "↶", 1, "quiet", False),
            (_said(change, self.dates), 0, "text" if done else "quiet", chosen),
            (change.author if width >= 60 else "", 9 if width >= 60 else 1, "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)


def _said(change: Change, dates: DateStyle) -> str:
    done = in_words(change.label, dates)
    return f"{change.whose}: {done}" if change.whose else done
