"""Sessions to come, in a rhythm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from tui.core.days import DateStyle, full
from tui.core.deeds import Deed, PlanSessions
from tui.core.relationship import Relationship
from tui.core.sessions import MOST_PLANNED, Format, Rhythm, Session, SessionState, rhythm
from tui.dialogs.fields import Amount, Choice, Day, Words, as_number
from tui.dialogs.form import Form, Wrong
from tui.dialogs.sheet import Shown
from tui.ids import new_id

_MANY: Final = f"1 to {MOST_PLANNED} can be planned at once."
FORMATS: Final = tuple((each.value or "unsaid", each.value or "not said") for each in Format)
"""How two people meet, as options of a choice."""


def format_of(chosen: str) -> Format:
    """The format that an option stands for."""
    return Format("" if chosen == "unsaid" else chosen)


class SessionPlan(Form):
    """From a day on, so many in a rhythm; days that have a session already are left out."""

    name: ClassVar[str] = "session-plan"
    title = "Plan sessions"

    def __init__(
        self, today: date, rhythm: Rhythm, how: Format, dates: DateStyle, first: date | None = None
    ) -> None:
        self.today, self.dates = today, dates
        begin = first or today + timedelta(7)
        self.fields = (
            Choice(
                key="rhythm",
                label="How often",
                options=tuple((each.value, each.value) for each in Rhythm),
                value=rhythm.value,
            ),
            Day(
                key="first",
                label="The first on",
                today=today,
                ahead=True,
                value=begin.isoformat(),
                required="On which day is the first?",
            ),
            Amount(
                key="count",
                label="How many",
                value="6",
                required="How many?",
                sound=lambda n: n.is_integer() and 1 <= n <= MOST_PLANNED,
                otherwise=_MANY,
            ),
            Choice(
                key="format", label="How you meet", options=FORMATS, value=how.value or "unsaid"
            ),
            Words(self._until(rhythm.value, begin.isoformat(), "6"), key="until"),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Plan them."""
        if values["first"] < self.today:
            raise Wrong("first", "That day has passed. One that took place is written up with s.")
        days = Rhythm(values["rhythm"]).days(values["first"], int(values["count"]))
        how = format_of(values["format"])
        made = (Session(new_id(), 0, day, SessionState.PLANNED, how) for day in days)
        return PlanSessions(tuple(made))

    def follow(self, key: str, texts: Shown) -> Shown:
        """Which day the last one is on."""
        if key not in ("rhythm", "first", "count"):
            return {}
        return {"until": self._until(texts["rhythm"], texts["first"], texts["count"])}

    def _until(self, rhythm: str, first: str, count: str) -> str:
        try:
            *_, last = Rhythm(rhythm).days(date.fromisoformat(first), int(as_number(count)))
        except ValueError:
            return ""
        return f"The last is on {full(last, self.dates)}."


def planned(of: Relationship, today: date, dates: DateStyle) -> SessionPlan:
    """The form as the sessions before suggest it: their rhythm, their format, after the last."""
    past = [hour.session for hour in of.hours if hour.session.day <= today]
    weeks = rhythm(past) or 1
    often = Rhythm.WEEKLY if weeks < 2 else Rhythm.FORTNIGHTLY if weeks < 3 else Rhythm.MONTHLY
    how = next((session.format for session in past if session.format), Format.UNSAID)
    last = of.hours[0].session.day if of.hours else today
    _, first = often.days(last, 2)
    return SessionPlan(today, often, how, dates, first if first > today else None)
