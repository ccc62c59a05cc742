"""What was tried between sessions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Keep
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.dialogs.fields import Choice, Day, Line, Text
from tui.dialogs.form import Form
from tui.ids import new_id


class PracticeForm(Form):
    """Something new that was tried, or another state of one. `known` are earlier ones."""

    name: ClassVar[str] = "practice"

    def __init__(
        self, today: date, known: Iterable[Practice] = (), before: Practice | None = None
    ) -> None:
        self.before = before
        self.subject = before.id if before else ""
        self.title = "Change a practice" if before else "Something you tried"
        names = tuple(dict.fromkeys(practice.what for practice in known))
        self.fields = (
            Line(
                key="what",
                label="What you tried",
                value=before.what if before else "",
                hint="→ takes over what you tried before." if names else "A few words.",
                required="Say in a few words what you tried.",
                suggestions=names,
            ),
            _worded("effort", "Effort it took", EFFORT, before.effort if before else None),
            _worded("useful", "How useful", USEFUL, before.useful if before else None),
            Day(
                key="day",
                label="On",
                today=today,
                value=before.day.isoformat() if before else "today",
                required="On which day was it?",
            ),
            Text(
                key="note",
                label="Note",
                value=before.note if before else "",
                hint="If you like: what happened, what surprised you.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep it."""
        made = Practice(
            self.before.id if self.before else new_id(),
            values["day"],
            values["what"],
            _number(values["effort"]),
            _number(values["useful"]),
            values["note"],
        )
        return Keep(made, self.before) if made != self.before else None


def _worded(key: str, label: str, words: tuple[str, ...], value: int | None) -> Choice:
    options = tuple((str(n), word) for n, word in enumerate(words))
    chosen = "" if value is None else str(value)
    return Choice(key=key, label=label, options=options, value=chosen)


def _number(chosen: str) -> int | None:
    return int(chosen) if chosen else None
