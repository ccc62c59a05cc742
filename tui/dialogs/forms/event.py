"""Something that happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Note
from tui.core.events import Event, EventKind
from tui.core.measures import Measure
from tui.dialogs.fields import Choice, Day, Line
from tui.dialogs.form import Form, Wrong
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
            *_kinds(before.kind if before else EventKind.NOTE),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Note it."""
        before = self.before or Event(new_id(), values["day"], EventKind.NOTE, "")
        kind = EventKind(values["kind"]) if before.kind.noted else before.kind
        about = None if values["about"] == _EVERYTHING else values["about"]
        after = Event(before.id, values["day"], kind, values["text"], about)
        try:
            after.sound()
        except ValueError as error:
            wrong = "about" if kind is EventKind.REBASED else "text"
            raise Wrong(wrong, str(error)) from error
        return Note(after, self.before) if after != before else None


def _kinds(kind: EventKind) -> tuple[Choice, ...]:
    """What can be noted; what became of a goal stays what it is."""
    options = (
        (EventKind.NOTE.value, "something that happened"),
        (EventKind.REBASED.value, "a new level: limits are counted anew"),
    )
    label, hint = "What it is", "A new level is one measure's: what came before is no yardstick."
    one = Choice(key="kind", label=label, options=options, value=kind.value, hint=hint)
    return (one,) if kind.noted else ()
