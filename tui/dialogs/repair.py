"""The repair of a break: six steps, each with the day on which it happened."""

from __future__ import annotations

from dataclasses import dataclass

from rich.segment import Segment
from textual import work

from tui.charts.palette import Palette
from tui.core.days import full, near
from tui.core.deeds import Delete, Keep
from tui.core.desk import Desk
from tui.core.repair import STEPS, Rupture
from tui.core.session_words import mended
from tui.core.sessions import Session
from tui.dialogs.forms.rupture import RuptureForm, StepDay
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.rows import Rows
from tui.widgets.sections import Section


@dataclass(frozen=True, slots=True)
class Placed:
    """A step of a break by its place; place −1 is the break itself."""

    rupture: Rupture
    n: int

    @property
    def id(self) -> str:
        """The break and the place."""
        return f"{self.rupture.id} {self.n}"


class RepairSheet(ListSheet[Placed]):
    """The breaks of one session, each with its steps. The cursor begins on the next one."""

    desk: Desk
    title_text = "Break and repair"
    keys = "Space done today · e another day · a add · D delete · Esc closes"

    def __init__(self, desk: Desk, palette: Palette, session: Session) -> None:
        super().__init__(desk, palette)
        self.session = session
        self.lead = f"Session {session.number} · {full(session.day, self.dates)}"
        self._placed = False

    async def sections(self) -> tuple[Section, ...]:
        """A box for each break, as the file has it now."""
        of = await self.desk.relationship()
        found = [r for r in of.ruptures if r.session_id == self.session.id]
        if not found:
            empty = ("No break is noted here.", "a notes one.")
            return (Section("Break", "", (), empty, self._draw),)
        return tuple(
            Section(
                f"{rupture.kind.said.capitalize()} · {self._how_long(rupture)}",
                f"noticed by {rupture.noticed_by}",
                tuple(Placed(rupture, n) for n in range(-1, len(STEPS))),
                draw=self._draw,
            )
            for rupture in found
        )

    async def _list(self) -> None:
        """List them; the first time the cursor goes to what comes next."""
        await super()._list()
        items = [x for section in self.query_one(Rows).sections for x in section.items]
        if items and not self._placed:
            self._placed = True
            self._to_the_next([x.rupture for x in items if isinstance(x, Placed)])

    def more(self, item: Placed) -> str:
        """The note in full, and how the repair goes on."""
        note = item.rupture.note or "No note."
        if item.n < 0:
            return f"{note}\ne changes it."
        done = item.rupture.steps[item.n]
        words = STEPS[item.n][1]
        return f"{words}.\n{full(done, self.dates) if done else 'Still to come.'}"

    def action_add(self) -> None:
        """Note another break."""
        self.ask(RuptureForm(self.session, self.desk.today(), self.desk.rater, self.dates))

    def action_edit(self) -> None:
        """Another day for a step, or other words for the break."""
        if not (item := self.item):
            return
        today = self.desk.today()
        if item.n < 0:
            rater = self.desk.rater
            self.ask(RuptureForm(self.session, today, rater, self.dates, item.rupture))
        else:
            self.ask(StepDay(item.rupture, item.n, today))

    def action_mark(self) -> None:
        """It happened today; or it did not happen after all."""
        if (item := self.item) and item.n >= 0:
            done = None if item.rupture.steps[item.n] else self.desk.today()
            self._keep(item.rupture.step(item.n, done), item.rupture)

    def action_delete(self) -> None:
        """Take the break out, with its steps; it asks."""
        if item := self.item:
            question = f"Delete this break, {item.rupture.kind.said}?"
            self.sure(
                question,
                "Its steps go with it. Undo brings it back.",
                "Delete it",
                Delete(item.rupture),
            )

    @work
    async def _keep(self, after: Rupture, before: Rupture) -> None:
        """Keep a step; the last one is said warmly."""
        if self._busy:
            return
        self._busy = True
        try:
            await self.attempt(self.desk.do(Keep(after.sound(self.desk.today()), before)))
        except ValueError as error:
            self.say(str(error), warn=True)
            return
        finally:
            self._busy = False
        if after.repaired and not before.repaired:
            self.say(f"{mended(after)} It stands on every picture from now on.")
        else:
            self._to_the_next([after])

    def _to_the_next(self, ruptures: list[Rupture]) -> None:
        """Put the cursor on the step that comes next."""
        for rupture in ruptures:
            if rupture.repaired is None and rupture.next_step is not None:
                self.query_one(Rows).move_to_id(f"{rupture.id} {rupture.next_step}")
                return

    def _how_long(self, rupture: Rupture) -> str:
        if rupture.repaired:
            return mended(rupture).rstrip(".")
        days = (self.desk.today() - rupture.day).days
        return f"open for {days} day{'' if days == 1 else 's'}" if days else "open since today"

    def _draw(self, item: Placed, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        if item.n < 0:
            note = item.rupture.note or "No note."
            return cells_row(
                (("≀", 1, "session", False), (note, 0, "text", chosen)), width, palette, chosen
            )
        done = item.rupture.steps[item.n]
        day = near(done, self.today, self.dates) if done else ""
        last = item.n == len(STEPS) - 1
        box = ("◆" if last else "☑") if done else "☐"
        cells = (
            (box, 1, "gold" if done else "text", False),
            (STEPS[item.n][1], 0, "quiet" if done and not last else "text", chosen),
            (day, max(6, len(day)), "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)
