"""Something that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Note
from tui.core.events import Event, EventKind
from tui.core.measures import Measure
from tui.dialogs.fields import Choice, Day, Line
from tui.dialogs.form import Form
from tui.ids import new_id

_EVERYTHING = "everything"


class EventForm(Form):
    """A new event, or another state of one. `about` is what it can be about."""

    name: ClassVar[str] = "event"

    def __init__(
        self,
        today: date,
        about: Sequence[Measure],
        *,
        chosen: str | None = None,
        before: Event | None = None,
    ) -> None:
        self.before = before
        self.subject = before.id if before else ""
        self.title = "Change an event" if before else "Something that happened"
        chosen = before.measure_id if before else chosen
        self.fields = (
            Line(
                key="text",
                label="What happened",
                value=before.text if before else "",
                hint="A few words; they stand in every picture, on their day.",
                required="" if before and before.kind is not EventKind.NOTE else "A few words do.",
            ),
            Day(
                key="day",
                label="When",
                today=today,
                value=before.day.isoformat() if before else "today",
                required="On which day was it?",
            ),
            Choice(
                key="about",
                label="About",
                options=((_EVERYTHING, "everything"), *((m.id, m.name) for m in about)),
                value=chosen if chosen in {m.id for m in about} else _EVERYTHING,
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Note it."""
        about = None if values["about"] == _EVERYTHING else values["about"]
        if self.before is None:
            return Note(Event(new_id(), values["day"], EventKind.NOTE, values["text"], about))
        after = replace(self.before, day=values["day"], text=values["text"], measure_id=about)
        return Note(after, self.before) if after != self.before else None
