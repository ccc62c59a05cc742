"""What is agreed about a goal: a milestone, a ladder, what happened to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final, cast

from tui.core.deeds import ChangeGoal, Deed, Happened
from tui.core.details import RUNGS
from tui.core.events import EventKind
from tui.core.goals import Goal, Ladder, Milestone
from tui.dialogs.fields import Choice, Day, Level, Line, Words
from tui.dialogs.form import Form, Wrong

_HAPPENED: Final = {
    EventKind.REACHED: "reached",
    EventKind.LET_GO: "let go",
    EventKind.PAUSED: "paused",
    EventKind.RESUMED: "taken up again",
    EventKind.REOPENED: "reopened",
}

_OFTEN: Final = (EventKind.PAUSED, EventKind.RESUMED, EventKind.REOPENED)


class MilestoneForm(Form):
    """A level by a day. Both empty: none."""

    name: ClassVar[str] = "milestone"

    def __init__(self, goal: Goal, today: date) -> None:
        self.goal, self.subject, self.today = goal, goal.id, today
        agreed = goal.milestone
        self.title = f"Milestone: {goal.wording}"
        self.fields = (
            Level(
                key="level",
                label="Level",
                scale=goal.measure.scale,
                value=f"{agreed.level:g}" if agreed else "",
            ),
            Day(
                key="by",
                label="By",
                today=today,
                ahead=True,
                value=agreed.by.isoformat() if agreed else "",
                hint="A day, or in 3 months.",
            ),
            Words("Leave both empty and there is no milestone."),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Agree, or agree no more."""
        level, by, agreed = values["level"], values["by"], self.goal.milestone
        if (level is None) != (by is None):
            key = "by" if by is None else "level"
            raise Wrong(key, "A milestone is a level by a day; this half is missing.")
        if agreed and (agreed.level, agreed.by) == (level, by):
            return None
        made = Milestone(level, by, self.today) if level is not None else None
        return ChangeGoal(self.goal, replace(self.goal, milestone=made)) if made or agreed else None


class LadderForm(Form):
    """Five levels in words. All empty: none."""

    name: ClassVar[str] = "ladder"

    def __init__(self, goal: Goal) -> None:
        self.goal, self.subject = goal, goal.id
        self.title = f"Ladder: {goal.wording}"
        rungs = goal.ladder or ("",) * 5
        self.fields = tuple(
            Line(key=str(level), label=f"{level:+d} {words}".replace("+0", "0"), value=rung)
            for level, words, rung in reversed(list(zip(range(-2, 3), RUNGS, rungs, strict=True)))
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep the five, or none."""
        rungs = tuple(values[str(level)] for level in range(-2, 3))
        if any(rungs) and not all(rungs):
            empty = next(level for level in range(-2, 3) if not values[str(level)])
            raise Wrong(str(empty), "A ladder has five levels; this one has no words yet.")
        ladder = cast("Ladder", rungs) if any(rungs) else None
        if ladder == self.goal.ladder:
            return None
        return ChangeGoal(self.goal, replace(self.goal, ladder=ladder))


class StateForm(Form):
    """What happened to a goal, on which day, with a few words if wanted."""

    name: ClassVar[str] = "state"

    def __init__(self, goal: Goal, today: date) -> None:
        self.goal, self.subject = goal, goal.id
        self.title = f"What happened: {goal.wording}"
        # What is most often meant stands first: an active goal is paused, another taken up.
        possible = sorted(goal.possible, key=lambda what: what not in _OFTEN)
        options = tuple((what.value, _HAPPENED[what]) for what in possible)
        self.fields = (
            Words(f"It is {goal.state.value} now. None of these is a failure."),
            Choice(key="what", label="It was", options=options, value=options[0][0]),
            Day(key="day", label="On", today=today, value="today", required="On which day?"),
            Line(key="text", label="In a few words", hint="If you like."),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Write it down."""
        return Happened(self.goal, EventKind(values["what"]), values["day"], values["text"])
