"""A reflection: a text of one's own, when it belongs to, its tags and its session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final

from tui.core.between import Between
from tui.core.days import DateStyle, full
from tui.core.deeds import Deed, Keep
from tui.core.reflections import Part, Reflection, all_tags, tags
from tui.core.sessions import Session, SessionState
from tui.dialogs.fields import Choice, Day, Line, Text
from tui.dialogs.form import Form, Wrong
from tui.ids import new_id

_NONE: Final = "none"
_KNOWN: Final = 8
"""Tags that are told beside the field, and sessions before today that can be chosen."""
_ROWS: Final = 10
_WHEN: Final = {Part.BETWEEN: "between sessions"}


class ReflectionForm(Form):
    """A new reflection, or another state of one. Which session is meant follows the part."""

    name: ClassVar[str] = "reflection"

    def __init__(
        self,
        data: Between,
        before: Reflection | None = None,
        dates: DateStyle = DateStyle.DAY_MONTH,
    ) -> None:
        self.data, self.before = data, before
        self.subject = before.id if before else ""
        self.title = "Change a reflection" if before else "A reflection"
        part = before.part if before else Part.BETWEEN
        chosen = (before.session_id or _NONE) if before else self._session_for(part)
        known = all_tags(data.reflections)
        told = "Known: " + " ".join(f"#{tag}" for tag in known[:_KNOWN]) if known else ""
        self.fields = (
            Text(
                key="body",
                label="In your words",
                value=before.body if before else "",
                hint="Markdown if you like: **bold**, *leaning*, - a list, # a heading.",
                required="A reflection needs a few words.",
                rows=_ROWS,
            ),
            Choice(
                key="part",
                label="Written",
                options=tuple((part.value, _WHEN.get(part, part.value)) for part in Part),
                value=part.value,
            ),
            Day(
                key="day",
                label="On",
                today=data.today,
                value=before.day.isoformat() if before else "today",
                required="On which day was it?",
            ),
            Line(
                key="tags",
                label="Tags",
                value=" ".join(before.tags) if before else "",
                hint=told or "Single words, such as work or sleep.",
                suggestions=known,
                by_word=True,
            ),
            Choice(
                key="session",
                label="Belongs to",
                options=(
                    (_NONE, "no session"),
                    *((s.id, _called(s, dates)) for s in self._sessions(chosen)),
                ),
                value=chosen,
            ),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """Keep it."""
        try:
            given = tags(values["tags"])
        except ValueError as error:
            raise Wrong("tags", str(error)) from error
        session = None if values["session"] == _NONE else values["session"]
        id_ = self.before.id if self.before else new_id()
        made = Reflection(id_, values["day"], Part(values["part"]), values["body"], given, session)
        return Keep(made, self.before) if made != self.before else None

    def follow(self, key: str, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Another part: the session that is most often meant by it."""
        if key != "part" or self.before:
            return {}
        return {"session": self._session_for(Part(texts["part"]))}

    def _session_for(self, part: Part) -> str:
        """The next session for what is written before it, the last for what is during or after."""
        if part is Part.BETWEEN:
            return _NONE
        coming = self.data.next_session
        meant = coming if part is Part.BEFORE else next(iter(self._past()), None)
        return meant.id if meant else _NONE

    def _past(self) -> list[Session]:
        """Sessions up to today that were not missed, the latest first."""
        was = (s for s in reversed(self.data.sessions) if s.day <= self.data.today)
        return [s for s in was if s.state is not SessionState.MISSED]

    def _sessions(self, chosen: str) -> list[Session]:
        coming = self.data.next_session
        known = [*([coming] if coming else []), *self._past()[:_KNOWN]]
        rest = [s for s in self.data.sessions if s.id == chosen]
        return list({s.id: s for s in (*known, *rest)}.values())


def _called(session: Session, dates: DateStyle) -> str:
    planned = " (planned)" if session.state is SessionState.PLANNED else ""
    return f"{session.number}, {full(session.day, dates)}{planned}"
