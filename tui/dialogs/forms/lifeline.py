"""Somebody to turn to, for Help now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, KeepLifeline
from tui.core.lifelines import Lifeline, Section
from tui.dialogs.fields import Choice, Day, Line, Text
from tui.dialogs.form import Form
from tui.ids import new_id


class LifelineForm(Form):
    """A new line, or another state of one."""

    name: ClassVar[str] = "lifeline"

    def __init__(self, today: date, section: Section, before: Lifeline | None = None) -> None:
        self.before = before
        self.subject = before.id if before else ""
        self.title = f"Change “{before.name}”" if before else "Somebody to turn to"
        self.fields = (
            Choice(
                key="section",
                label="Where it goes",
                options=tuple((part.value, part.heading) for part in Section),
                value=section.value,
            ),
            Line(
                key="name",
                label="Who",
                value=before.name if before else "",
                required="Who is it? A first name is enough.",
            ),
            Text(
                key="reach",
                label="How to reach them",
                hint="A number, hours, what to say first.",
                rows=3,
                value=before.reach if before else "",
            ),
            Day(
                key="checked",
                label="Right as of",
                hint="After a year you are asked whether it still is.",
                today=today,
                value="today",
                required="On which day was this right?",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Keep the line."""
        id_ = self.before.id if self.before else new_id()
        section = Section(values["section"])
        made = Lifeline(id_, section, values["name"], values["reach"], values["checked"])
        return KeepLifeline(made, self.before)
