"""A therapist's own notes: the log, the saviour pull, supervision, and notes about the client.

They are reached through a desk of their own, which knows no client's file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, Final

from rich.segment import Segment
from textual import work
from textual.content import Content
from textual.widgets import Static

from tui.charts.palette import Palette
from tui.commands.base import Place
from tui.commands.registry import bindings
from tui.core.days import full, near
from tui.core.own_desk import OwnDesk
from tui.core.own_notes import (
    PULLS,
    Balance,
    DeleteOwn,
    KeepOwn,
    Noticed,
    Own,
    OwnNote,
    OwnNotes,
    Pull,
    Supervision,
)
from tui.dialogs.confirm import Answer, Confirm
from tui.dialogs.form import Form
from tui.dialogs.forms.own_notes import BalanceForm, NoticedForm, OwnNoteForm, PullForm
from tui.dialogs.listsheet import ListSheet, cells_row
from tui.widgets.cells import wrap
from tui.widgets.sections import Section

_LEAD: Final = "Yours alone: they lie in a file of your own, never in the client's."
_WAITS: Final = "Something that you began waits: a takes it up again."
_SUPERVISED: Final = {Supervision.NO: "", Supervision.YES: "→", Supervision.DONE: "✓"}
_KINDS: Final = (
    Answer("l", "The log: what I notice in myself", "noticed"),
    Answer("p", "The saviour pull, on one day", "pull"),
    Answer("n", "A note in free words", "note"),
    Answer("m", "Method and self-awareness, in one session", "balance"),
)
_KIND_OF: Final[dict[type[Own], str]] = {
    Noticed: "noticed",
    Pull: "pull",
    OwnNote: "note",
    Balance: "balance",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """Something of one's own in one of the boxes; a line of the log may stand in two."""

    box: str
    thing: Own

    @property
    def id(self) -> str:
        """The box, and what it is."""
        return f"{self.box} {self.thing.id}"


class OwnNotesSheet(ListSheet[Listed]):
    """What belongs to the client called `name`, and the supervision list of all clients."""

    PRIVATE: ClassVar[bool] = True
    BINDINGS = bindings(Place.OWN)
    desk: OwnDesk
    lead = _LEAD
    keys = "a add · e change · x supervision · D delete · u undo · S share · Esc"

    def __init__(self, desk: OwnDesk, palette: Palette, name: str) -> None:
        super().__init__(desk, palette)
        self.name_shown = name
        self.title_text = f"My own notes · {name}"
        self._notes = OwnNotes()
        self._begun: frozenset[str] = frozenset()
        """What drafts are about: a client's id for something new, or what is being changed."""

    async def sections(self) -> tuple[Section, ...]:
        """A box for each kind, as the file has them now."""
        self._notes = notes = await self.desk.notes()
        self._begun = frozenset(draft.subject for draft in await self.desk.drafts())
        waits = f"{_LEAD} {_WAITS}" if self.desk.client_id in self._begun else _LEAD
        self.query_one("#lead", Static).update(Content(waits))
        return (
            self._box("Log", notes.noticed, "newest first", "No line yet. What stayed with you?"),
            self._box("Saviour pull", notes.pulls, "", "No day yet. Wanting to help is human."),
            self._box("Supervision list", notes.supervision, "all clients", "Nothing waits."),
            self._box(f"Notes · {self.name_shown}", notes.notes, "", "No note yet. a adds one."),
            self._box("Method – self-awareness", notes.balances, "", "No session yet."),
        )

    def more(self, item: Listed) -> str:
        """All of it."""
        begun = "\nYou began to change this; e takes that up again."
        waits = begun if item.thing.id in self._begun else ""
        return f"{self._told(item.thing)}{waits}"

    def on_resize(self) -> None:
        """Sentences are wrapped for the width that there is."""
        self.read()

    def action_add(self) -> None:
        """Ask what kind it is, and write it down; Enter takes the kind under the cursor."""
        self._add()

    @work
    async def _add(self) -> None:
        here = _KIND_OF[type(self.item.thing)] if self.item else "noticed"
        question = Confirm("What do you want to write down?", _LEAD, _KINDS, here)
        if kind := await self.app.push_screen_wait(question):
            self.ask(self._form(kind))

    def action_edit(self) -> None:
        """Change what is under the cursor, or begin where there is nothing yet."""
        if self.item:
            thing = self.item.thing
            self.ask(self._form(_KIND_OF[type(thing)], thing))
        else:
            self.action_add()

    def action_mark(self) -> None:
        """Put a line of the log on the supervision list; from there, it is taken."""
        if not self.item:
            return
        thing = self.item.thing
        if not isinstance(thing, Noticed):
            self.say("x is for the log: it puts a line on the supervision list, or marks it taken.")
            return
        listed = thing.supervision is Supervision.YES
        then = Supervision.DONE if listed else Supervision.YES
        self.do(KeepOwn(replace(thing, supervision=then), thing))

    def action_delete(self) -> None:
        """Take it out; it asks."""
        if self.item:
            thing = self.item.thing
            self.sure("Delete this?", self._told(thing), "Delete it", DeleteOwn(thing))

    def _form(self, kind: str, before: Own | None = None) -> Form:
        today, client_id = self.desk.today(), self.desk.client_id
        match kind, before:
            case "pull", Pull() | None:
                return PullForm(today, client_id, {p.day for p in self._notes.pulls}, before)
            case "note", OwnNote() | None:
                return OwnNoteForm(today, client_id, before)
            case "balance", Balance() | None:
                taken = {balance.day for balance in self._notes.balances}
                return BalanceForm(today, client_id, taken, before)
            case _, Noticed() | None:
                return NoticedForm(today, client_id, before)
        raise TypeError(before)

    def _box(self, title: str, things: tuple[Own, ...], legend: str, nothing: str) -> Section:
        room = max(8, min(100, self.app.size.width) - 10)
        items = tuple(Listed(title, thing) for thing in things)
        return Section(title, legend, items, tuple(wrap(nothing, room)), self._draw)

    def _told(self, thing: Own) -> str:
        """A thing in full."""
        day = full(thing.day, self.dates)
        match thing:
            case Noticed():
                session = (
                    f" · session of {full(thing.session, self.dates)}" if thing.session else ""
                )
                parts = (
                    thing.what,
                    thing.touches and f"It touches the client: {thing.touches}",
                    thing.adjust and f"I adjust: {thing.adjust}",
                    f"{day}{session} · {thing.feeling.value}{self._whose(thing)}",
                )
                return "\n".join(part for part in parts if part)
            case Pull():
                felt = ", ".join(PULLS[key] for key in thing.taken) or "none of the three"
                return "\n".join(part for part in (felt, thing.words, day) if part)
            case OwnNote():
                return f"{thing.text}\n{day}"
            case Balance():
                return f"{thing.value:+d} of −2, method, to +2, self-awareness\n{day}"

    def _whose(self, thing: Own) -> str:
        return "" if thing.client_id == self.desk.client_id else " · another client"

    def _draw(self, item: Listed, width: int, palette: Palette, chosen: bool) -> list[Segment]:
        thing = item.thing
        mark, words = "", ""
        match thing:
            case Noticed():
                mark, words = _SUPERVISED[thing.supervision], _first(thing.what)
            case Pull():
                felt = ", ".join(PULLS[key] for key in thing.taken) or "none of the three"
                words = f"{felt} · {thing.words}" if thing.words else felt
            case OwnNote():
                words = _first(thing.text)
            case Balance():
                words = f"{thing.value:+d}" if thing.value else "0, both"
        kind = thing.feeling.value if isinstance(thing, Noticed) and width >= 50 else ""
        day = near(thing.day, self.today, self.dates)
        cells = (
            (f"{day:>12}", 12, "quiet", False) if width >= 50 else (day, len(day), "quiet", False),
            (mark, 1, "gold", True),
            (f"{words}{self._whose(thing)}", 0, "text", chosen),
            (kind, 9 if kind else 1, "quiet", False),
        )
        return cells_row(cells, width, palette, chosen)


def _first(text: str) -> str:
    """The first line that says anything."""
    return next((line for line in text.splitlines() if line.strip()), "")
