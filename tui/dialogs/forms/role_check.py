"""The role check: what one expects of therapy, asked at the start and whenever it is wanted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.days import DateStyle, full
from tui.core.deeds import Deed, Keep
from tui.core.expectations import QUESTIONS, Expectation
from tui.dialogs.fields import Day, Field, Text, Words
from tui.dialogs.form import Form
from tui.ids import new_id


def questions(today: date, before: Expectation | None = None, rows: int = 2) -> tuple[Field, ...]:
    """What is asked, with the answers that were given `before`."""
    by_when = before.by_when if before and before.by_when and before.by_when >= today else None
    return (
        *(
            Text(key=key, label=name, hint=asked, rows=rows, value=getattr(before, key, ""))
            for key, name, asked in QUESTIONS
        ),
        Day(
            key="by_when",
            label="Look again by",
            today=today,
            ahead=True,
            value=by_when.isoformat() if by_when else "",
            hint="A day, or in 3 months; then it asks if this is still fair.",
        ),
    )


def answered(values: Mapping[str, Any], id_: str, day: date) -> Expectation:
    """The answers as they were given on a day."""
    given = {key: values[key] for key, *_ in QUESTIONS}
    return Expectation(id_, day, **given, by_when=values["by_when"])


class RoleCheckForm(Form):
    """Asks anew, beginning with the latest answers, and keeps what is said as today's.

    Answers of an earlier day stay as they were. Those of today are changed.
    """

    name: ClassVar[str] = "role-check"
    title = "Role check"

    def __init__(
        self,
        today: date,
        latest: Expectation | None = None,
        dates: DateStyle = DateStyle.DAY_MONTH,
    ) -> None:
        self.today = today
        self.before = latest if latest and latest.day == today else None
        said = "What do you expect of therapy? It is worth reading again in a few months."
        if latest:
            said = (
                f"As you answered on {full(latest.day, dates)}. Still fair? Change what is no"
                " longer so. It is kept as today's, and the earlier one stays."
            )
        self.fields = (Words(said), *questions(today, latest, rows=3))

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep the answers as today's."""
        id_ = self.before.id if self.before else new_id()
        made = answered(values, id_, self.today)
        if not made:
            raise ValueError("Answer at least one of these.")
        return Keep(made, self.before) if made != self.before else None
