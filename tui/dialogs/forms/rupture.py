"""A break in a session, and the day of a step of its repair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

from tui.core.days import DateStyle, full
from tui.core.deeds import Deed, Keep
from tui.core.measures import Rater
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.sessions import Session
from tui.dialogs.fields import Choice, Day, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_SAID: Final = (
    "Breaks are part of the work. Noticed and talked through from both sides, they can bring two"
    " people closer."
)


class RuptureForm(Form):
    """A new break, noticed on a day; or other words for one."""

    name: ClassVar[str] = "rupture"

    def __init__(
        self,
        session: Session,
        today: date,
        view: Rater,
        dates: DateStyle = DateStyle.DAY_MONTH,
        before: Rupture | None = None,
    ) -> None:
        self.session, self.before, self.today = session, before, today
        self.subject = f"{session.id} {before.id}" if before else session.id
        self.title = f"A break in the session of {full(session.day, dates)}"
        noticer = before.noticed_by if before else Noticer(view.value)
        kind = before.kind if before else RuptureKind.WITHDRAWAL
        self.fields = (
            Words(_SAID),
            Choice(
                key="noticed_by",
                label="Noticed by",
                options=tuple((each.value, each.value) for each in Noticer),
                value=noticer.value,
            ),
            Choice(
                key="kind",
                label="How it showed",
                options=tuple((each.value, each.said) for each in RuptureKind),
                value=kind.value,
            ),
            Text(
                key="note",
                label="What happened",
                rows=4,
                value=before.note if before else "",
                hint="If you like.",
            ),
            *(() if before else (self._day(),)),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Write it down; its first step is that it was noticed."""
        who, kind = Noticer(values["noticed_by"]), RuptureKind(values["kind"])
        if self.before:
            after = replace(self.before, noticed_by=who, kind=kind, note=values["note"])
            return Keep(after, self.before) if after != self.before else None
        made = Rupture(new_id(), self.session.id, self.session.day, who, kind, values["note"])
        made = made.step(0, values["noticed"])
        try:
            made.sound(self.today)
        except ValueError as error:
            raise Wrong("noticed", str(error)) from error
        return Keep(made)

    def _day(self) -> Day:
        return Day(
            key="noticed",
            label="Noticed on",
            today=self.today,
            value=self.session.day.isoformat(),
            required="On which day was it noticed?",
        )


class StepDay(Form):
    """The day on which a step of a repair happened; empty takes it back."""

    name: ClassVar[str] = "repair-step"

    def __init__(self, rupture: Rupture, number: int, today: date) -> None:
        self.rupture, self.number, self.today = rupture, number, today
        self.subject = f"{rupture.id} {number}"
        self.title = STEPS[number][1]
        done = rupture.steps[number]
        self.fields = (
            Day(
                key="day",
                label="On",
                today=today,
                value=done.isoformat() if done else "today",
                hint="Left empty, it is still to come.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """The repair with this step on that day."""
        after = self.rupture.step(self.number, values["day"])
        try:
            after.sound(self.today)
        except ValueError as error:
            raise Wrong("day", str(error)) from error
        return Keep(after, self.rupture) if after != self.rupture else None
