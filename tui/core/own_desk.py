"""What the screens of a therapist's own notes are handed: their one way to that file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a shape, for whose sake nothing is loaded
    from asyncio import Future
    from datetime import date

    from tui.core.changes import Change
    from tui.core.drafts import Draft
    from tui.core.manners import Manners
    from tui.core.own_notes import OwnDeed, OwnNotes


class OwnDesk(Protocol):
    """The notes about one client, and the drafts of what is being written there.

    An answer that there cannot be raises `core.trouble.Trouble`. Nothing that is handed over here
    reaches another file.
    """

    manners: Manners

    @property
    def client_id(self) -> str:
        """Whom new notes are about."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""

    def today(self) -> date:
        """The day it is."""

    def notes(self) -> Future[OwnNotes]:
        """Everything about the client, and the supervision list."""

    def do(self, deed: OwnDeed, *, anyway: bool = False) -> Future[Change | None]:
        """Carry out a deed; None if it would change nothing. Raises `Conflict` as a desk does."""

    def undo(self) -> Future[Change | None]:
        """Take back the latest change to these notes; None if there is none."""

    def redo(self) -> Future[Change | None]:
        """Bring again what was taken back last; None if there is nothing."""

    def drafts(self) -> Future[tuple[Draft, ...]]:
        """What was being written there and never saved, the latest first."""

    def keep_draft(self, draft: Draft) -> Future[None]:
        """Keep what is being written."""

    def drop_draft(self, draft: Draft) -> Future[None]:
        """Let go of a draft."""
