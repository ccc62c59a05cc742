"""What is decided, agreed and set in a review."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from tui.core.days import DateStyle, full
from tui.core.deeds import ChangeGoal, Deed, Happened, Keep, Reword, Together
from tui.core.goals import Goal, Milestone
from tui.core.repair import Noticer
from tui.core.review_pages import implied, next_day
from tui.core.review_words import DECIDED, OFFERS
from tui.core.reviews import Agreement, Choice, Decision, Review, ReviewState
from tui.dialogs.fields import Choice as Chosen
from tui.dialogs.fields import Day, Field, Level, Line, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_AHEAD: Final = 90
"""Days to a milestone's day, where nobody says otherwise."""


class DecisionForm(Form):
    """What a decision needs, and what was said. The decision and what it implies are one step."""

    name: ClassVar[str] = "decision"

    def __init__(
        self,
        goal: Goal,
        choice: Choice,
        review: Review,
        today: date,
        before: Decision | None = None,
        said: str = "",
    ) -> None:
        """`said` are both ratings, as they stand side by side."""
        self.goal, self.choice, self.review, self.today = goal, choice, review, today
        self.before = before
        self.subject = f"{goal.id} {choice.value}"
        self.title = f"{OFFERS[choice]}: {goal.wording}"
        same = before and before.choice is choice
        note = Text(
            key="note",
            label="What was said",
            rows=3,
            value=before.note if before and same else "",
            hint="If you like.",
        )
        self.fields = (*((Words(said),) if said else ()), *self._asked(), note)

    def _asked(self) -> tuple[Field, ...]:
        """What a decision needs besides."""
        if self.choice is Choice.REWORD:
            hint = "The line of the ratings begins anew with these words."
            wording = self.goal.wording
            asked = "How does it read from now on?"
            return (
                Line(key="wording", label="New words", value=wording, hint=hint, required=asked),
            )
        if self.choice is Choice.MILESTONE:
            by = (self.today + timedelta(_AHEAD)).isoformat()
            return (
                Level(
                    key="level",
                    label="Level",
                    scale=self.goal.measure.scale,
                    required="Which level is it?",
                ),
                Day(
                    key="by",
                    label="By",
                    today=self.today,
                    ahead=True,
                    value=by,
                    required="By which day?",
                ),
            )
        return ()

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Keep the decision, and do what it implies."""
        id_ = self.before.id if self.before else new_id()
        note = values["note"]
        made = Decision(id_, self.review.id, self.today, self.goal.id, self.choice, note)
        what = f"decided on “{self.goal.wording}”: {DECIDED[self.choice]}"
        return Together(what, (Keep(made, self.before), *self._implied(values)))

    def _implied(self, values: Mapping[str, Any]) -> tuple[Deed, ...]:
        if self.choice is Choice.REWORD:
            try:
                return (Reword.to(self.goal.measure, values["wording"], self.today),)
            except ValueError as error:
                raise Wrong("wording", str(error)) from error
        if self.choice is Choice.MILESTONE:
            agreed = Milestone(values["level"], values["by"], self.today)
            return (ChangeGoal(self.goal, replace(self.goal, milestone=agreed)),)
        what = implied(self.goal, self.choice)
        return (Happened(self.goal, what, self.today),) if what else ()


class AgreementForm(Form):
    """Who does what by when."""

    name: ClassVar[str] = "agreement"

    def __init__(
        self, today: date, review_id: str | None = None, before: Agreement | None = None
    ) -> None:
        self.today, self.review_id, self.before = today, review_id, before
        self.subject = before.id if before else ""
        self.title = "Change what was agreed" if before else "Agreed"
        by = before.by_when if before else None
        self.fields = (
            Line(
                key="what",
                label="What",
                value=before.what if before else "",
                hint="Small and plain enough to know when it is done.",
                required="Say in a few words what was agreed.",
            ),
            Chosen(
                key="who",
                label="Who",
                options=tuple((each.value, each.value) for each in Noticer),
                value=(before.who if before else Noticer.CLIENT).value,
            ),
            Day(
                key="by_when",
                label="By when",
                today=today,
                ahead=True,
                value=by.isoformat() if by else "",
                hint="A day, or in 4 weeks; or left open.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Write it down, or change it."""
        words = {"what": values["what"], "who": Noticer(values["who"])}
        after = (
            replace(self.before, **words, by_when=values["by_when"])
            if self.before
            else Agreement(
                new_id(),
                self.today,
                review_id=self.review_id,
                by_when=values["by_when"],
                **words,
            )
        )
        try:
            after.sound()
        except ValueError as error:
            raise Wrong("by_when", str(error)) from error
        return Keep(after, self.before) if after != self.before else None


class NextReviewForm(Form):
    """When the next review is. Saving it ends this one."""

    name: ClassVar[str] = "next-review"

    def __init__(
        self, review: Review, today: date, left: str, dates: DateStyle = DateStyle.DAY_MONTH
    ) -> None:
        """`left` says what was not gone through, or is ""."""
        self.review, self.subject, self.today = review, review.id, today
        self.title = "The end of this review"
        day = max(next_day(review), today + timedelta(1))
        ends = f"Saving it ends the review of {full(review.day, dates)}; undo opens it again."
        self.fields = (
            Words(" ".join(filter(None, (left, ends)))),
            Day(
                key="next_day",
                label="Next review",
                today=today,
                ahead=True,
                value=day.isoformat(),
                hint="A day, or in 12 weeks; empty where none is planned.",
            ),
            Text(
                key="note",
                label="What was said",
                rows=3,
                value=review.note,
                hint="Of all of it, if you like.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """The review is held."""
        day, note = values["next_day"], values["note"]
        after = replace(self.review, state=ReviewState.HELD, next_day=day, note=note)
        try:
            return Keep(after.sound(), self.review)
        except ValueError as error:
            raise Wrong("next_day", str(error)) from error
