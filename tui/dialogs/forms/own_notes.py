"""What a therapist writes down for themself. These forms belong to the desk of their own file."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, ClassVar

from tui.core.measures import Scale
from tui.core.own_notes import (
    BALANCES,
    PULLS,
    Balance,
    Feeling,
    KeepOwn,
    Noticed,
    Own,
    OwnDeed,
    OwnNote,
    Pull,
    Supervision,
)
from tui.dialogs.fields import Choice, Day, Level, Line, Several, Text, Words
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_FEELINGS = (
    (Feeling.DIFFICULT.value, "difficult: heavy, irritated, bored, afraid …"),
    (Feeling.WARM.value, "warm: fond, proud, protective, moved …"),
)
_SUPERVISION = (
    (Supervision.NO.value, "not for now"),
    (Supervision.YES.value, "I take it there"),
    (Supervision.DONE.value, "taken there"),
)
_SCALE = Scale("method", "self-awareness", BALANCES[0], BALANCES[-1])


class _Own(Form):
    """A new note about a client, or another state of one."""

    def __init__(self, today: date, client_id: str, before: Own | None = None) -> None:
        self.today, self.client_id = today, before.client_id if before else client_id
        self.subject = before.id if before else client_id
        self.id = before.id if before else new_id()

    def _day(self, before: Own | None) -> Day:
        return Day(
            key="day",
            label="Day",
            today=self.today,
            value=before.day.isoformat() if before else "today",
            required="Of which day is it?",
        )


class NoticedForm(_Own):
    """A line of the countertransference log."""

    name: ClassVar[str] = "own-noticed"

    def __init__(self, today: date, client_id: str, before: Noticed | None = None) -> None:
        super().__init__(today, client_id, before)
        self.before = before
        self.title = "Change a line of the log" if before else "What I notice in myself"
        self.fields = (
            Text(
                key="what",
                label="What I noticed",
                rows=3,
                value=before.what if before else "",
                hint="Feelings towards a client are information, warm ones too.",
                required="A few words do.",
            ),
            Choice(
                key="feeling",
                label="It felt",
                options=_FEELINGS,
                value=(before.feeling if before else Feeling.DIFFICULT).value,
            ),
            Text(
                key="touches",
                label="How it touches the client",
                rows=2,
                value=before.touches if before else "",
            ),
            Text(
                key="adjust", label="What I adjust", rows=2, value=before.adjust if before else ""
            ),
            Choice(
                key="supervision",
                label="Supervision",
                options=_SUPERVISION,
                value=(before.supervision if before else Supervision.NO).value,
            ),
            self._day(before),
            Day(
                key="session",
                label="Session of",
                today=today,
                value=before.session.isoformat() if before and before.session else "",
                hint="If it came up in one.",
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> OwnDeed | None:
        """Keep the line."""
        made = Noticed(
            self.id,
            self.client_id,
            values["day"],
            values["session"],
            Feeling(values["feeling"]),
            values["what"],
            values["touches"],
            values["adjust"],
            Supervision(values["supervision"]),
        )
        return KeepOwn(made, self.before) if made != self.before else None


class PullForm(_Own):
    """The saviour pull on one day. `taken` are the days that have their list already."""

    name: ClassVar[str] = "own-pull"

    def __init__(
        self, today: date, client_id: str, taken: Collection[date], before: Pull | None = None
    ) -> None:
        super().__init__(today, client_id, before)
        self.before, self.taken = before, taken
        self.title = "The saviour pull"
        self.fields = (
            Words("Wanting to be needed, wanting to rescue: it is human, and lighter once seen."),
            Several(
                key="pulls",
                label="Which I felt",
                options=tuple(PULLS.items()),
                value=" ".join(before.taken) if before else "",
                hint="Space takes one or leaves it; none at all is an answer too.",
            ),
            Line(key="words", label="A line about it", value=before.words if before else ""),
            self._day(before),
        )

    def deed(self, values: Mapping[str, Any]) -> OwnDeed | None:
        """Keep the day's list."""
        _free(values["day"], self.taken, self.before)
        ticks = {key: key in values["pulls"] for key in PULLS}
        made = Pull(self.id, self.client_id, values["day"], words=values["words"], **ticks)
        return KeepOwn(made, self.before) if made != self.before else None


class OwnNoteForm(_Own):
    """A note in free words."""

    name: ClassVar[str] = "own-note"

    def __init__(self, today: date, client_id: str, before: OwnNote | None = None) -> None:
        super().__init__(today, client_id, before)
        self.before = before
        self.title = "Change a note of my own" if before else "A note of my own"
        self.fields = (
            Text(
                key="text",
                label="The note",
                rows=8,
                value=before.text if before else "",
                required="A few words do.",
            ),
            self._day(before),
        )

    def deed(self, values: Mapping[str, Any]) -> OwnDeed | None:
        """Keep the note."""
        made = OwnNote(self.id, self.client_id, values["day"], values["text"])
        return KeepOwn(made, self.before) if made != self.before else None


class BalanceForm(_Own):
    """Method or self-awareness, in one session. `taken` are the days that have it already."""

    name: ClassVar[str] = "own-balance"

    def __init__(
        self, today: date, client_id: str, taken: Collection[date], before: Balance | None = None
    ) -> None:
        super().__init__(today, client_id, before)
        self.before, self.taken = before, taken
        self.title = "Method and self-awareness"
        self.fields = (
            Words("What I leaned on in this session. Both have their worth; 0 is both."),
            Level(
                key="value",
                label="It was",
                scale=_SCALE,
                value=f"{before.value}" if before else "",
                required="From −2 to 2.",
            ),
            self._day(before),
        )

    def deed(self, values: Mapping[str, Any]) -> OwnDeed | None:
        """Keep where the session stood."""
        _free(values["day"], self.taken, self.before)
        made = Balance(self.id, self.client_id, values["day"], int(values["value"]))
        return KeepOwn(made, self.before) if made != self.before else None


def _free(day: date, taken: Collection[date], before: Own | None) -> None:
    """Raise `Wrong` where another one has the day."""
    if day in taken and not (before and before.day == day):
        raise Wrong("day", "That day has one already. In the list, e changes it.")
