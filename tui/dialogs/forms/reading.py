"""A book, an article, anything to read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Keep
from tui.core.reads import Read
from tui.dialogs.fields import Day, Line, Text
from tui.dialogs.form import Form
from tui.ids import new_id


class ReadingForm(Form):
    """Something new to read, or another state of it."""

    name: ClassVar[str] = "read"

    def __init__(self, today: date, before: Read | None = None) -> None:
        self.today, self.before = today, before
        self.subject = before.id if before else ""
        self.title = "Change what is read" if before else "Something to read"
        self.fields = (
            Line(
                key="title",
                label="Title",
                value=before.title if before else "",
                hint="With its author if you like.",
                required="Reading needs a title.",
            ),
            Text(key="note", label="Note", value=before.note if before else "", rows=6),
            Day(
                key="done",
                label="Finished on",
                today=today,
                value=before.done.isoformat() if before and before.done else "",
                hint="Left empty while it is open.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep it."""
        id_, day = (self.before.id, self.before.day) if self.before else (new_id(), self.today)
        made = Read(id_, day, values["title"], values["note"], values["done"])
        return Keep(made, self.before) if made != self.before else None
