"""A goal: setting one, and changing what is known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

from tui.core.deeds import ChangeGoal, Deed, SetGoal
from tui.core.details import DIFFICULTY, IMPORTANCE
from tui.core.goals import ASK_ABOVE, Goal, GoalState, Milestone, Step
from tui.core.measures import WEEKLY, Direction, Kind, Measure, Rater, Scale, Version
from tui.core.text import TextTooLong, fit_to_keep
from tui.dialogs.fields import Choice, Day, Field, Level, Line, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_LOW, _HIGH = "not at all", "fully"
_ASKED: Final = "A goal needs words. Say it as you would say it to a friend."


class GoalForm(Form):
    """A new goal. `active` is how many there are, which may be asked about."""

    name: ClassVar[str] = "goal"
    title = "A goal, in your own words"

    def __init__(self, today: date, active: int = 0) -> None:
        self.today = today
        many = (Words(_many(active)),) if active >= ASK_ABOVE else ()
        self.fields = (
            *many,
            Line(key="wording", label="The goal", hint="Where do you want to be?", required=_ASKED),
            *_about(None, today),
            Level(key="level", label="Agreed level", scale=Scale(), hint="By that day."),
            Line(key="low", label="What 0 means", value=_LOW, required="A few words for the end."),
            Line(key="high", label="What 10 means", value=_HIGH, required="A few words do."),
            Text(key="steps", label="Small steps", hint="One in a line.", rows=3),
            Choice(
                key="state",
                label="State",
                options=(("active", "active"), ("draft", "a draft, for later")),
                value="active",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Set the goal."""
        by, level = values["by_when"], values["level"]
        if level is not None and by is None:
            raise Wrong("by_when", "A milestone is a level by a day: by when?")
        scale = Scale(values["low"], values["high"])
        measure = new_measure(values["wording"], scale, self.today)
        return SetGoal(
            Goal(
                measure,
                GoalState(values["state"]),
                values["why"],
                values["there"],
                by,
                int(values["importance"]),
                int(values["difficulty"]),
                _steps(values["steps"]),
                Milestone(level, by, self.today) if level is not None else None,
            )
        )


class GoalEdit(Form):
    """What is known of a goal. Its wording, state, milestone, ladder and steps have their own."""

    name: ClassVar[str] = "goal-edit"

    def __init__(self, goal: Goal, today: date) -> None:
        self.goal, self.subject, self.title = goal, goal.id, goal.wording
        self.fields = _about(goal, today)

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Change it, where anything is different."""
        after = replace(
            self.goal,
            why=values["why"],
            there=values["there"],
            by_when=values["by_when"],
            importance=int(values["importance"]),
            difficulty=int(values["difficulty"]),
        )
        return ChangeGoal(self.goal, after) if after != self.goal else None


def new_measure(wording: str, scale: Scale, since: date) -> Measure:
    """The measure through which a new goal is rated."""
    version = Version(1, since, wording, scale)
    raters = (Rater.CLIENT, Rater.THERAPIST, Rater.PARTNER)
    return Measure(new_id(), "", Kind.GOAL, wording, Direction.HIGHER, WEEKLY, raters, (version,))


def _steps(text: str) -> tuple[Step, ...]:
    """A step for each line that says something; raises `Wrong` where one is too long."""
    try:
        return tuple(Step(fit_to_keep(line.strip())) for line in text.splitlines() if line.strip())
    except TextTooLong as error:
        raise Wrong("steps", f"One of these is too long. {error}") from error


def _about(goal: Goal | None, today: date) -> tuple[Field, ...]:
    """The fields that a new goal and an old one share."""
    by_when = goal.by_when.isoformat() if goal and goal.by_when else ""
    return (
        Text(key="why", label="Why it matters", rows=2, value=goal.why if goal else ""),
        Text(
            key="there",
            label="What “there” looks like",
            rows=2,
            value=goal.there if goal else "",
        ),
        Day(
            key="by_when",
            label="By when",
            today=today,
            ahead=True,
            value=by_when,
            hint="If you have a day in mind, such as in 3 months.",
        ),
        _weight("importance", "Importance", IMPORTANCE, goal.importance if goal else 2),
        _weight("difficulty", "Difficulty", DIFFICULTY, goal.difficulty if goal else 1),
    )


def _weight(key: str, label: str, words: tuple[str, ...], value: int) -> Choice:
    options = tuple((str(n), word.lower()) for n, word in enumerate(words))
    return Choice(key=key, label=label, options=options, value=str(value))


def _many(active: int) -> str:
    return f"There are {active} active goals already. Would fewer at a time help?"
