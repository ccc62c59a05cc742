"""A topic for the next session, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from tui.core.deeds import Deed, Keep
from tui.core.topics import Topic, TopicState
from tui.dialogs.fields import Choice, Day, Line, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id


class TopicForm(Form):
    """A new topic in one's own words, or other words for one."""

    name: ClassVar[str] = "topic"

    def __init__(self, today: date, before: Topic | None = None) -> None:
        self.today, self.before = today, before
        self.subject = before.id if before else ""
        self.title = "Change a topic" if before else "For the next session"
        note = Text(key="note", label="What came of it", value=before.note if before else "")
        self.fields = (
            Line(
                key="text",
                label="Topic",
                value=before.text if before else "",
                hint="As you would begin to say it.",
                required="A topic needs a few words.",
            ),
            *((note,) if before and before.closed else ()),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Pin it, or keep it in other words."""
        if self.before is None:
            return Keep(Topic(new_id(), self.today, values["text"]))
        note = values.get("note", self.before.note)
        made = replace(self.before, text=values["text"], note=note)
        return Keep(made, self.before) if made != self.before else None


class TopicStateForm(Form):
    """What became of a topic. None of it is a failure, and a closed one can be opened again."""

    name: ClassVar[str] = "topic-state"

    def __init__(self, topic: Topic, today: date) -> None:
        self.before, self.subject = topic, topic.id
        self.title = f"What became of it: {topic.text}"
        order = (TopicState.TALKED, TopicState.LET_GO, TopicState.OPEN)
        states = [state for state in order if state is not topic.state]
        labels = {TopicState.OPEN: "open again" if topic.closed else "open"}
        self.fields = (
            Words(f"It is {topic.state.value} now."),
            Choice(
                key="state",
                label="It was",
                options=tuple((s.value, labels.get(s, s.value)) for s in states),
                value=states[0].value if topic.closed is None else TopicState.OPEN.value,
            ),
            Text(
                key="note",
                label="What came of it",
                hint="A line, if you like.",
                value=topic.note,
                rows=3,
            ),
            Day(key="day", label="On", today=today, value="today", required="On which day?"),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep what became of it; one that is opened again has no day on which it was closed."""
        state = TopicState(values["state"])
        closed = None if state is TopicState.OPEN else values["day"]
        made = replace(self.before, state=state, closed=closed, note=values["note"])
        try:
            made.sound()
        except ValueError as error:
            raise Wrong("day", str(error)) from error
        return Keep(made, self.before) if made != self.before else None
