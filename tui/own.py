"""A therapist's own notes in the running program: their file, in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Concatenate, Final, ParamSpec, TypeVar

from tui.core.changes import Change
from tui.core.drafts import Draft
from tui.core.manners import Manners
from tui.core.own_notes import OwnDeed, OwnNotes
from tui.store import drafts, history, own_notes
from tui.store.openfile import OpenFile
from tui.store.own_schema import OWN_FILE
from tui.store.thread import Store

P = ParamSpec("P")
R = TypeVar("R")

_WHOSE: Final = own_notes.AUTHOR
"""Whose the drafts are; which client one is about, its subject says."""


class OwnFile:
    """The notes about one client. The file is open until `close`; it is made when it is missing."""

    def __init__(
        self, path: Path, client_id: str, today: Callable[[], date], manners: Manners
    ) -> None:
        self.client_id, self.today, self.manners = client_id, today, manners
        self._store = Store(path, create=True, layout=OWN_FILE)

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""
        return str(self._store.trouble or "")

    def close(self) -> None:
        """Finish what was asked for, and close the file."""
        self._store.close()

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

    def drafts(self) -> asyncio.Future[tuple[Draft, ...]]:
        """What was being written and never saved."""
        return self._ask(drafts.everything, _WHOSE)

    def keep_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Keep what is being written."""
        return self._ask(drafts.keep, _WHOSE, draft)

    def drop_draft(self, draft: Draft) -> asyncio.Future[None]:
        """Let go of a draft."""
        return self._ask(drafts.drop, _WHOSE, draft)

    def _ask(
        self, function: Callable[Concatenate[OpenFile, P], R], *args: P.args, **kwargs: P.kwargs
    ) -> asyncio.Future[R]:
        return asyncio.wrap_future(self._store.call(function, *args, **kwargs))
