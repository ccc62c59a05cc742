"""A form with one field of each kind, a desk that writes nowhere, and a program to show them in."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import date
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from tui.core.changes import Change
from tui.core.deeds import Deed, Note
from tui.core.drafts import Draft
from tui.core.events import Event, EventKind
from tui.core.manners import Manners
from tui.core.measures import Scale
from tui.core.trouble import Trouble
from tui.dialogs.fields import Choice, Day, Field, Level, Line, Text, Words
from tui.dialogs.form import Form, FormDialog, Wrong
from tui.themes import KINTSUGI, WASHI, completed

TODAY = date(2026, 11, 22)
CHANGE = Change(1, "c1", "2026-11-22T10:00:00Z", "client", "noted", "done")

Answer = BaseException | Change | None


class FakeDesk:
    """Does what it is told to answer, in order, and remembers what it was asked."""

    def __init__(self, *answers: Answer) -> None:
        self.manners = Manners()
        self.answers = list(answers)
        self.done: list[tuple[Deed, bool]] = []
        self.drafts: dict[tuple[str, str], Mapping[str, str]] = {}
        self.drafting: Trouble | None = None
        self.under_way = self.most_under_way = self.writes = 0
        self.gate: asyncio.Event | None = None

    def do(self, deed: Deed, *, anyway: bool = False) -> asyncio.Future[Change | None]:
        """The next of the answers, else a change; with a `gate`, once that is open."""
        self.done.append((deed, anyway))
        answer = self.answers.pop(0) if self.answers else CHANGE
        return asyncio.ensure_future(self._answer(answer))

    def keep_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Keep it, or raise the trouble there is."""
        return asyncio.ensure_future(self._keep(draft))

    def drop_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Forget it."""
        self.drafts.pop((draft.form, draft.subject), None)
        return asyncio.ensure_future(asyncio.sleep(0))

    async def _answer(self, answer: Answer) -> Change | None:
        if self.gate:
            await self.gate.wait()
        if isinstance(answer, BaseException):
            raise answer
        return answer

    async def _keep(self, draft: Draft) -> None:
        self.writes += 1
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        if self.gate:
            await self.gate.wait()
        self.under_way -= 1
        if self.drafting:
            raise self.drafting
        self.drafts[draft.form, draft.subject] = dict(draft.values)


class Toy(Form):
    """Notes an event. "Forbidden" in the reason is refused, and with it the whole form."""

    name: ClassVar[str] = "toy"

    def __init__(self, subject: str = "", **values: str) -> None:
        self.title = "What happened"
        self.subject = subject
        self.read: Mapping[str, Any] = {}
        self.fields: tuple[Field | Words, ...] = (
            Line(
                key="text",
                label="What happened",
                hint="In your own words, as short as you like.",
                value=values.get("text", ""),
                required="Say in a few words what happened.",
            ),
            Day(key="day", label="When", value=values.get("day", "today"), today=TODAY),
            Words("All that follows may stay empty.", key="after"),
            Choice(
                key="rater",
                label="Who says so",
                value="client",
                options=(("client", "Client"), ("therapist", "Therapist"), ("[b]", "[b]Both[/b]")),
            ),
            Level(
                key="level",
                label="How it was",
                value=values.get("level", ""),
                scale=Scale("not at all", "completely"),
            ),
            Choice(key="about", label="What it is about", value="g1", options=GOALS),
            Text(key="why", label="Why it matters", value=values.get("why", ""), rows=3),
            Line(key="by", label="Because of", suggestions=("a good night's sleep",)),
        )

    def deed(self, values: Mapping[str, Any]) -> Deed | None:
        """The event."""
        self.read = values
        if values["by"] == "nothing":
            return None
        if values["by"] == "forbidden":
            raise Wrong("by", "This reason is taken.")
        if values["by"] == "impossible":
            raise ValueError("These do not go together.")
        return Note(Event("e1", values["day"], EventKind.NOTE, values["text"]))

    def follow(self, key: str, texts: Mapping[str, str]) -> Mapping[str, str]:
        """Another day has a value already."""
        if key == "day":
            return {"level": "7", "after": f"On {texts['day']} it was 7."}
        return {}


GOALS = (
    ("g1", "Ask for help before I am empty"),
    ("g2", "Say no once a week without explaining myself"),
    ("g3", "Sleep before midnight"),
)


class ToyApp(App[None]):
    """Opens one dialog, and keeps what it returned."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, f"pressed('{key}')", priority=True) for key in ("f1", "ctrl+l")
    ]

    def __init__(self, form: Form, desk: FakeDesk, draft: Draft | None = None) -> None:
        super().__init__()
        self.form, self.desk, self.draft = form, desk, draft
        self.returned: list[Change | None] = []
        self.pressed: list[str] = []
        self.register_theme(KINTSUGI)
        self.register_theme(WASHI)
        self.theme = KINTSUGI.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """As the program has them."""
        return completed(self.current_theme)

    def on_mount(self) -> None:
        """Open it."""
        self.dialog = FormDialog(self.form, self.desk, self.draft)
        self.push_screen(self.dialog, self.returned.append)

    def action_pressed(self, key: str) -> None:
        """A key that has to work everywhere."""
        self.pressed.append(key)
