"""A session on another day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from tui.core.days import DateStyle, full
from tui.core.deeds import Deed, KeepSession
from tui.core.sessions import Session, SessionState
from tui.dialogs.fields import Choice, Day, Words
from tui.dialogs.form import Form, Wrong
from tui.dialogs.forms.session_plan import FORMATS, format_of


class SessionMove(Form):
    """Its ratings and its breaks go along."""

    name: ClassVar[str] = "session-move"

    def __init__(self, session: Session, today: date, dates: DateStyle) -> None:
        self.session, self.subject, self.today = session, session.id, today
        self.title = f"Move the session of {full(session.day, dates)}"
        self.fields = (
            Day(
                key="day",
                label="To",
                today=today,
                ahead=session.state is SessionState.PLANNED,
                value=session.day.isoformat(),
                required="To which day?",
            ),
            Choice(
                key="format",
                label="How you meet",
                options=FORMATS,
                value=session.format.value or "unsaid",
            ),
            Words("What was rated of it goes along, and so do its breaks."),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Move it, or meet otherwise."""
        day, how = values["day"], format_of(values["format"])
        was = self.session
        moved = was.moved_from if day == was.day else was.moved_from or was.day
        after = replace(was, day=day, format=how, moved_from=None if moved == day else moved)
        try:
            after.sound(self.today)
        except ValueError as error:
            raise Wrong("day", str(error)) from error
        return KeepSession(after, was) if after != was else None
