"""What a client writes for the ending, in their own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Keep
from tui.core.ending_words import PLANS
from tui.core.reviews import EndingPlan, PlanKind
from tui.dialogs.fields import Text, Words
from tui.dialogs.form import Form
from tui.ids import new_id


class PlanForm(Form):
    """One of the three texts. `start` is what it begins with where nothing is written yet."""

    name: ClassVar[str] = "ending-plan"

    def __init__(
        self, kind: PlanKind, today: date, before: EndingPlan | None = None, start: str = ""
    ) -> None:
        self.kind, self.today, self.before = kind, today, before
        self.subject = kind.value
        self.title = PLANS[kind].name
        self.fields = (
            Words(PLANS[kind].asked),
            Text(
                key="body",
                label="In your words",
                rows=12,
                value=before.body if before else start,
                required="A few words do.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep the text as of today."""
        if self.before is None:
            return Keep(EndingPlan(new_id(), self.today, self.kind, values["body"]).sound())
        if values["body"] == self.before.body:
            return None
        return Keep(replace(self.before, day=self.today, body=values["body"]).sound(), self.before)
