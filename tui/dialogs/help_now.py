"""Help now: one sentence that is always there, and the lines that the client wrote."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import full
from tui.core.deeds import Delete, KeepLifeline
from tui.core.desk import Desk
from tui.core.lifelines import EMERGENCY, Lifeline
from tui.core.lifelines import Section as Part
from tui.dialogs.forms.lifeline import LifelineForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.cells import wrap
from tui.widgets.sections import Section

_EMPTY = {
    Part.PEOPLE: "Nobody yet. a writes somebody down: who, and how to reach them.",
    Part.PLAN: "Nothing yet. What did you agree on for when your therapist is not there?",
    Part.LINES: "Nothing yet. A helpline where you live, with its number and its hours.",
}


class HelpNow(ListSheet[Lifeline]):
    """The emergency sentence, my people, my therapist's plan, helplines."""

    desk: Desk
    title_text = "Help now"
    lead = EMERGENCY
    keys = "a add · e change · x still right · D delete · Esc closes"

    async def sections(self) -> tuple[Section, ...]:
        """The three parts."""
        lines = await self.desk.lifelines()
        return tuple(
            Section(
                part.heading,
                "",
                tuple(line for line in lines if line.section is part),
                tuple(wrap(_EMPTY[part], self._room)),
                self._draw,
            )
            for part in Part
        )

    @property
    def _room(self) -> int:
        """Cells for a sentence in the list."""
        return max(8, min(100, self.app.size.width) - 10)

    def on_resize(self) -> None:
        """Sentences are wrapped for the width that there is."""
        self.read()

    def more(self, item: Lifeline) -> str:
        """How to reach them, and when that was last right."""
        asked = " Still right? x says so." if item.wants_a_look(self.today) else ""
        return f"{item.name}\n{item.reach}\nLast checked {full(item.checked, self.dates)}.{asked}"

    def action_add(self) -> None:
        """Write somebody down."""
        part = self.item.section if self.item else Part.PEOPLE
        self.ask(LifelineForm(self.desk.today(), part))

    def action_edit(self) -> None:
        """Change what is written, or begin where there is nothing yet."""
        if self.item:
            self.ask(LifelineForm(self.desk.today(), self.item.section, self.item))
        else:
            self.action_add()

    def action_delete(self) -> None:
        """Take a line out."""
        if line := self.item:
            question = f"Take “{line.name}” out?"
            self.sure(question, "Undo brings it back.", "Take it out", Delete(line))

    def action_mark(self) -> None:
        """Say that it is still right."""
        if line := self.item:
            self.do(KeepLifeline(replace(line, checked=self.desk.today()), line))

    def _draw(self, line: Lifeline, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        look = "still right?" if line.wants_a_look(self.today) else ""
        reach = " · ".join(line.reach.splitlines())
        cells = (
            (line.name, max(12, width // 3), "text", True),
            (reach, 0, "text", False),
            (look, 12 if look else 1, "gold", False),
        )
        return cells_row(cells, width, palette, chosen)
