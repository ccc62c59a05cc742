"""The small steps of a goal: taken, added, changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.segment import Segment

from tui.charts.palette import Palette
from tui.core.days import full, near
from tui.core.deeds import ChangeGoal
from tui.core.desk import Desk
from tui.core.goals import Goal, Step
from tui.dialogs.forms.step import StepForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.sections import Section


@dataclass(frozen=True, slots=True)
class Placed:
    """A step by its place, which is how a goal knows it."""

    n: int
    step: Step

    @property
    def id(self) -> str:
        """Its place."""
        return str(self.n)


class StepSheet(ListSheet[Placed]):
    """One goal's steps in their order."""

    desk: Desk
    title_text = "Small steps"
    keys = "x taken · a add · e change · D delete · Esc closes"

    def __init__(self, desk: Desk, palette: Palette, goal: Goal) -> None:
        super().__init__(desk, palette)
        self.goal, self.lead = goal, goal.wording

    async def sections(self) -> tuple[Section, ...]:
        """The steps as the file has them now."""
        present = await self.desk.overview()
        found = (line.goal for line in present.lines() if line.goal and line.id == self.goal.id)
        self.goal = next(found, self.goal)
        steps = tuple(Placed(n, step) for n, step in enumerate(self.goal.steps))
        empty = ("No steps yet. What is the smallest thing that would count?", "a writes one down.")
        return (Section("Steps", "", steps, empty, self._draw),)

    def more(self, item: Placed) -> str:
        """The step in full."""
        taken = f"\nTaken {full(item.step.done, self.dates)}" if item.step.done else ""
        return item.step.text + taken

    def action_add(self) -> None:
        """Write a step down, behind the others."""
        self.ask(StepForm(self.goal))

    def action_edit(self) -> None:
        """Change a step's words."""
        if self.item:
            self.ask(StepForm(self.goal, self.item.n))

    def action_mark(self) -> None:
        """Taken today; or not taken after all."""
        if item := self.item:
            done = None if item.step.done else self.desk.today()
            self._put(item.n, replace(item.step, done=done))

    def action_delete(self) -> None:
        """Take a step out; undo brings it back, so it is not asked about."""
        if self.item:
            self._put(self.item.n, None)

    def _put(self, n: int, step: Step | None) -> None:
        steps = list(self.goal.steps)
        steps[n : n + 1] = [step] if step else []
        self.do(ChangeGoal(self.goal, replace(self.goal, steps=tuple(steps))))

    def _draw(self, item: Placed, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        done = item.step.done
        day = near(done, self.today, self.dates) if done else ""
        cells = (
            ("☑" if done else "☐", 1, "gold" if done else "text", False),
            (item.step.text, 0, "quiet" if done else "text", chosen),
            (day, max(6, len(day)), "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)
