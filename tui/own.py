"""A therapist's own notes in the running program: their file, in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tui.core.changes import Change
from tui.core.manners import Manners
from tui.core.own_notes import OwnDeed, OwnNotes
from tui.filed import Filed
from tui.store import history, own_notes
from tui.store.own_schema import OWN_FILE
from tui.store.thread import Store


class OwnFile(Filed):
    """The notes about one client. The file is open until `close`; it is made when it is missing."""

    def __init__(
        self, path: Path, client_id: str, today: Callable[[], date], manners: Manners
    ) -> None:
        self.client_id, self.today, self.manners = client_id, today, manners
        super().__init__(Store(path, create=True, layout=OWN_FILE))

    @property
    def drafts_of(self) -> str:
        """The therapist has them; which client one is about, its subject says."""
        return own_notes.AUTHOR

    def close(self) -> None:
        """Finish what was asked for, and close the file."""
        self.store.close()

    def notes(self) -> asyncio.Future[OwnNotes]:
        """Everything about the client, and the supervision list."""
        return self._ask(own_notes.of_client, self.client_id)

    def do(self, deed: OwnDeed, *, anyway: bool = False) -> asyncio.Future[Change | None]:
        """Carry out a deed."""
        return self._ask(own_notes.do, deed, anyway=anyway)

    def undo(self) -> asyncio.Future[Change | None]:
        """Take back the latest change."""
        return self._ask(history.undo)

    def redo(self) -> asyncio.Future[Change | None]:
        """Bring again what was taken back last."""
        return self._ask(history.redo)
