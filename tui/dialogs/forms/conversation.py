"""What was agreed in a conversation about sessions after which somebody felt worse."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar, Final

from tui.core.conversations import FAIR_CHANCE, LONGEST, SHORTEST, Conversation
from tui.core.deeds import Deed, Keep
from tui.core.worse_after import ALWAYS
from tui.dialogs.fields import Choice, Day, Text, Words
from tui.dialogs.form import Form
from tui.ids import new_id

_OPTIONS: Final = tuple((str(n), f"{n} sessions") for n in range(SHORTEST, LONGEST + 1))


class ConversationForm(Form):
    """A conversation of today, or of a day before."""

    name: ClassVar[str] = "conversation"
    title = "We talked about feeling worse"

    def __init__(self, today: date) -> None:
        self.fields = (
            Text(
                key="changes",
                label="What shall change",
                rows=4,
                hint="What you agreed on, in a few words.",
                required="Say in a few words what was agreed to change.",
            ),
            Choice(
                key="window",
                label="Its fair chance",
                options=_OPTIONS,
                value=str(FAIR_CHANCE),
                hint="So many sessions it is given to show.",
            ),
            Day(key="day", label="On", today=today, value="today", required="On which day?"),
            Words(ALWAYS),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed:
        """Keep it."""
        window = int(values["window"])
        return Keep(Conversation(new_id(), values["day"], values["changes"], window).sound())
