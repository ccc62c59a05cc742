"""Everything that was noted, to change it or to take it out."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import full, near
from tui.core.deeds import Delete
from tui.core.desk import Desk
from tui.core.events import Event
from tui.core.measures import Measure
from tui.dialogs.forms.event import EventForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.sections import Section


class EventSheet(ListSheet[Event]):
    """Newest first."""

    desk: Desk
    title_text = "Events"
    keys = "a add · e change · D delete · Esc closes"

    def __init__(self, desk: Desk, palette: Palette, about: tuple[Measure, ...]) -> None:
        super().__init__(desk, palette)
        self.about = about
        self.names: Mapping[str | None, str] = {m.id: m.name for m in about}

    async def sections(self) -> tuple[Section, ...]:
        """All of them in one list."""
        events = (await self.desk.overview()).events
        shown = tuple(reversed(events))
        empty = ("No events yet: what happened, on its day, in every picture.", "a notes one.")
        return (Section("Events", "newest first", shown, empty, self._draw),)

    def more(self, item: Event) -> str:
        """What happened, in full."""
        name = self.names.get(item.measure_id)
        about = f" · about {name}" if name else ""
        return f"{item.said}\n{full(item.day, self.dates)}{about}"

    def action_add(self) -> None:
        """Note something."""
        self.ask(EventForm(self.desk.today(), self.about))

    def action_edit(self) -> None:
        """Change what was noted."""
        if self.item:
            self.ask(EventForm(self.desk.today(), self.about, before=self.item))

    def action_delete(self) -> None:
        """Take an event out. A goal's own history is changed by changing the goal's state."""
        if not (event := self.item):
            return
        if event.kind.of_a_goal:
            self.say("That belongs to the goal's history. Undo takes the step itself back.")
            return
        question = f"Delete “{event.said}”?"
        self.sure(
            question,
            f"{full(event.day, self.dates)}. Undo brings it back.",
            "Delete it",
            Delete(event),
        )

    def _draw(self, event: Event, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        name = self.names.get(event.measure_id, "") if width >= 60 else ""
        cells = (
            (f"{near(event.day, self.today, self.dates):>12}", 12, "quiet", False),
            (event.said, 0, "text", chosen),
            (name, width // 3 if width >= 60 else 1, "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)
