"""What was agreed: in this review, and what is still to be done from before."""

from __future__ import annotations

from dataclasses import replace

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import near
from tui.core.deeds import Delete, Keep
from tui.core.desk import Desk
from tui.core.review_pages import agreed_in
from tui.core.review_words import agreement_line
from tui.core.reviews import Agreement
from tui.dialogs.forms.review import AgreementForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.sections import Section


class AgreedSheet(ListSheet[Agreement]):
    """Agreements, each changed at once. A new one belongs to the review that is begun."""

    desk: Desk
    title_text = "Agreed"
    keys = "a add · e change · Space done · D delete · Esc closes"

    def __init__(self, desk: Desk, palette: Palette) -> None:
        super().__init__(desk, palette)
        self._review_id: str | None = None

    async def sections(self) -> tuple[Section, ...]:
        """Those of this review, then what is open from before."""
        of = await self.desk.reviewing()
        review = of.begun
        self._review_id = review.id if review else None
        now = agreed_in(of, review) if review else ()
        ids = {agreed.id for agreed in now}
        before = tuple(a for a in of.agreements if a.id not in ids and a.done is None)
        found = (Section("In this review", "", now, ("Nothing yet. a adds it.",), self._draw),)
        if not before:
            return found
        return (*found, Section("From before", "", before, draw=self._draw))

    def more(self, item: Agreement) -> str:
        """All of it."""
        return agreement_line(item, self.today, self.dates)

    def action_add(self) -> None:
        """Write down another one."""
        self.ask(AgreementForm(self.desk.today(), self._review_id))

    def action_edit(self) -> None:
        """Other words, somebody else, another day."""
        if item := self.item:
            self.ask(AgreementForm(self.desk.today(), item.review_id, item))

    def action_mark(self) -> None:
        """It was done today; or it was not, after all."""
        if item := self.item:
            done = None if item.done else self.desk.today()
            self.do(Keep(replace(item, done=done), item))

    def action_delete(self) -> None:
        """Take it out; it asks."""
        if item := self.item:
            question = f"Delete “{item.what}”?"
            self.sure(question, "Undo brings it back.", "Delete it", Delete(item))

    def _draw(self, item: Agreement, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        by = near(item.by_when, self.today, self.dates) if item.by_when else ""
        cells = (
            ("☑" if item.done else "☐", 1, "gold" if item.done else "text", False),
            (item.what, 0, "text", chosen),
            (item.who.value, 9, "quiet", False),
            (by, max(6, len(by)), "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)
