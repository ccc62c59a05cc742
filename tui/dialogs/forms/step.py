"""A small step of a goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, ClassVar

from tui.core.deeds import ChangeGoal, Deed
from tui.core.goals import Goal, Step
from tui.dialogs.fields import Line
from tui.dialogs.form import Form


class StepForm(Form):
    """A new step, behind the others, or other words for the step at place `n`."""

    name: ClassVar[str] = "step"

    def __init__(self, goal: Goal, n: int | None = None) -> None:
        self.goal, self.n = goal, n
        self.subject = goal.id if n is None else f"{goal.id} {n}"
        self.title = "A small step" if n is None else "Change a step"
        self.fields = (
            Line(
                key="text",
                label="The step",
                value="" if n is None else goal.steps[n].text,
                hint="Small enough to be done this week.",
                required="A few words do.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Change the goal's steps."""
        steps = list(self.goal.steps)
        if self.n is None:
            steps.append(Step(values["text"]))
        else:
            steps[self.n] = replace(steps[self.n], text=values["text"])
        return ChangeGoal(self.goal, replace(self.goal, steps=tuple(steps)))
