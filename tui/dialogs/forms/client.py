"""The client, and the first start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar, Final

from tui.core.clients import Client
from tui.core.deeds import AddClient, Begin, ChangeClient, Deed
from tui.core.goals import Goal
from tui.core.measures import Scale
from tui.dialogs.fields import Day, Field, Line, Words
from tui.dialogs.form import Form
from tui.dialogs.forms.goal import new_measure
from tui.dialogs.forms.role_check import answered, questions
from tui.ids import new_id

_NAMELESS: Final = "A client needs a name; any name will do."


class ClientForm(Form):
    """Another client, or another state of one."""

    name: ClassVar[str] = "client"

    def __init__(self, today: date, before: Client | None = None) -> None:
        self.before = before
        self.subject = before.id if before else ""
        self.title = "The client" if before else "Another client in this file"
        self.fields = _who(today, before)

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Begin with a client, or correct one."""
        if self.before is None:
            return AddClient(Client(new_id(), values["name"], values["started"]))
        after = replace(self.before, name=values["name"], started=values["started"])
        return ChangeClient(self.before, after) if after != self.before else None


class WelcomeForm(Form):
    """Everything that a first start asks. Only the name has to be there, and it is."""

    name: ClassVar[str] = "welcome"
    title = "Welcome"

    def __init__(self, client: Client, today: date) -> None:
        self.client, self.today, self.subject = client, today, client.id
        self.fields = (
            Words("All of this can wait and can be changed. It stays in one file, yours."),
            *_who(today, client),
            Line(
                key="goal",
                label="A first goal",
                hint="Where do you want to be? As you would say it to a friend.",
            ),
            Words("What do you expect of therapy? It is worth reading again in a few months."),
            *questions(today),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Begin with what was answered."""
        after = replace(self.client, name=values["name"], started=values["started"])
        goal = None
        if values["goal"]:
            scale = Scale("not at all", "fully")
            goal = Goal(new_measure(values["goal"], scale, self.today))
        expectation = answered(values, new_id(), self.today)
        if after == self.client and not goal and not expectation:
            return None
        return Begin(self.client, after, goal, expectation or None)


def _who(today: date, client: Client | None) -> tuple[Field, ...]:
    return (
        Line(
            key="name",
            label="Name",
            value=client.name if client else "",
            hint="A first name, or any other.",
            required=_NAMELESS,
        ),
        Day(
            key="started",
            label="Therapy began",
            today=today,
            value=client.started.isoformat() if client else "today",
            hint="A day, such as 3 months ago.",
            required="On which day? About is good enough.",
        ),
    )
