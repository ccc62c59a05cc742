"""Keeps what is being written, while it is written."""

from __future__ import annotations

from asyncio import Future
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import Any, Protocol, runtime_checkable

from tui.core.changes import Change, moment
from tui.core.days import DateStyle, full
from tui.core.drafts import Draft
from tui.core.manners import Manners
from tui.core.trouble import Trouble


class FormDesk(Protocol):
    """What a form needs of the desk. Each raises `Trouble` when it cannot be done."""

    manners: Manners

    def do(self, deed: Any, *, anyway: bool = False) -> Future[Change | None]:
        """Carry out a deed of the forms that belong here; None: it would have changed nothing."""

    def keep_draft(self, draft: Draft) -> Future[None]:
        """Keep a draft in place of the one before."""

    def drop_draft(self, draft: Draft) -> Future[None]:
        """Keep it no longer."""


class SheetDesk(FormDesk, Protocol):
    """What a list over the screen needs of the desk, with the forms that it shows."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""

    def today(self) -> date:
        """The day it is."""

    def drafts(self) -> Future[tuple[Draft, ...]]:
        """What was being written and never saved, the latest first."""

    def undo(self) -> Future[Change | None]:
        """Take back the latest change; None where there is none."""

    def redo(self) -> Future[Change | None]:
        """Bring again what was taken back last; None where nothing was."""


@runtime_checkable
class Writing(Protocol):
    """A dialog that something is written in."""

    def hand_in(self) -> None:
        """Keep what is written now, without waiting."""


class Drafting:
    """Writes the newest state of a form again and again, one write at a time.

    However quickly somebody types, no more than one write is under way, and the state after the
    last key is always written; a killed program has lost what was typed during one write. `used`
    tells whether anything was ever to be kept. `texts` gives None where there is no more, `seen`
    what stood there before.
    """

    def __init__(
        self,
        desk: FormDesk,
        form: str,
        subject: str,
        texts: Callable[[], Mapping[str, str] | None],
        trouble: Callable[[str], None],
        seen: Callable[[], Mapping[str, str]],
    ) -> None:
        self.desk, self.form, self.subject = desk, form, subject
        self._texts, self._trouble, self._seen = texts, trouble, seen
        self.used = False
        self._newer = self._writing = self._told = False
        self._asked: Mapping[str, str] | None = None

    def touched(self) -> bool:
        """Note that there is something newer; whether `write` has to be started for it."""
        self._newer = self.used = True
        started, self._writing = self._writing, True
        return not started

    async def write(self) -> None:
        """Write until nothing is newer. Trouble is told once and does not disturb the writing."""
        try:
            while self._newer:
                self._newer = False
                try:
                    await self._keep()
                except Trouble as error:
                    self._tell(error)
        finally:
            self._writing = False

    async def keep(self) -> None:
        """Write the present state and wait for it; raises `Trouble`."""
        self._newer = False
        await self._keep()

    def hand_in(self) -> None:
        """Ask for the present state to be kept, without waiting: the program is about to end."""
        texts = self._texts()
        if texts is not None and texts != self._asked:
            asked = self._ask(texts)
            asked.add_done_callback(lambda done: done.cancelled() or done.exception())

    async def drop(self) -> None:
        """Keep nothing any more; raises `Trouble`."""
        self._newer = False
        await self._ask(None)

    async def _keep(self) -> None:
        await self._ask(self._texts())

    def _ask(self, texts: Mapping[str, str] | None) -> Future[None]:
        self._asked = texts
        seen = self._seen() if texts is not None else {}
        draft = Draft(self.form, self.subject, texts or {}, seen=seen)
        return self.desk.drop_draft(draft) if texts is None else self.desk.keep_draft(draft)

    def _tell(self, error: Trouble) -> None:
        if not self._told:
            self._told = True
            self._trouble(f"What you write is not kept as a draft at the moment. {error}")


async def draft_of(desk: SheetDesk, form: str, subject: str) -> Draft | None:
    """The draft of a form, if there is one; none where that cannot be found out."""
    with suppress(Trouble):  # nothing that is being done now depends on it
        drafts = await desk.drafts()
        found = (d for d in drafts if (d.form, d.subject) == (form, subject))
        return next((draft for draft in found if draft.values), None)
    return None


def written(draft: Draft, dates: DateStyle) -> str:
    """When a draft was written, on the clock of this machine: "Sat 21 Nov 2026, 23:10"."""
    with suppress(ValueError):
        at = moment(draft.at)
        return f"{full(at.date(), dates)}, {at:%H:%M}"
    return "before"
