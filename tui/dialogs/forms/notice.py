"""What is done with a notice: put off to a day, or talked about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, ClassVar, Final

from tui.core.deeds import Deed, Keep
from tui.core.notices.answers import Answer, Answered
from tui.dialogs.fields import Day, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

USUAL: Final = 14
"""Days after which a notice that was put off is shown again, where no other day is given."""


def seen(key: str, today: date) -> Deed:
    """The notice of that key was seen today."""
    return Keep(Answer(new_id(), key, today, Answered.ACKNOWLEDGED))


class LaterForm(Form):
    """The day on which a notice is shown again. `key` is the notice's."""

    name: ClassVar[str] = "notice-later"

    def __init__(self, key: str, today: date, said: str = "") -> None:
        self.subject, self.today = key, today
        self.title = "Later"
        self.fields = (
            *((Words(said),) if said else ()),
            Day(
                key="until",
                label="Show it again",
                today=today,
                ahead=True,
                value=(today + timedelta(USUAL)).isoformat(),
                required="On which day?",
                hint="If it is over by then, it does not come back.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Put it off."""
        made = Answer(new_id(), self.subject, self.today, Answered.SNOOZED, values["until"])
        try:
            return Keep(made.sound())
        except ValueError as error:
            raise Wrong("until", str(error)) from error


class TalkedForm(Form):
    """What came of talking about a notice. `key` is the notice's, `ask` what it asks."""

    name: ClassVar[str] = "notice-talked"

    def __init__(self, key: str, today: date, ask: str = "") -> None:
        self.subject, self.today = key, today
        self.title = "Talked about"
        self.fields = (
            *((Words(ask),) if ask else ()),
            Text(key="note", label="What came of it", rows=4, hint="If you like."),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """It was talked about today."""
        what, note = Answered.DISCUSSED, values["note"]
        return Keep(Answer(new_id(), self.subject, self.today, what, note=note))
