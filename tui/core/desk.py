"""What screens and dialogs are handed: the shape of the one way to the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # a shape, for whose sake nothing is loaded
    from asyncio import Future
    from collections.abc import Sequence
    from datetime import date

    from tui.core.between import Between, Found
    from tui.core.caseload import Case, Glance
    from tui.core.changes import Change
    from tui.core.clients import Client
    from tui.core.deeds import Deed
    from tui.core.drafts import Draft
    from tui.core.due import Due
    from tui.core.lifelines import Lifeline
    from tui.core.manners import Manners
    from tui.core.measures import Measure, Rater
    from tui.core.overview import Overview
    from tui.core.relationship import Relationship
    from tui.core.reports import Asked
    from tui.core.reviewing import Reviewing
    from tui.core.series import Series
    from tui.core.worth import Worth


class Desk(Protocol):
    """Snapshots and deeds on request. Nothing here waits for a disk: each answer is awaited.

    An answer that there cannot be raises `core.trouble.Trouble`.
    """

    @property
    def first(self) -> Overview:
        """The snapshot with which the program opened, or turned to who is looked at now."""

    @property
    def client(self) -> Client:
        """The client who is looked at, whom every answer and every deed is about."""

    manners: Manners
    rater: Rater
    """Whose view this is: CLIENT or THERAPIST. Ratings are given, and changes signed, by them."""
    shared: bool
    """Whether others see the screen; what is private is shut then, and nobody else shown."""
    then: date | None
    """The day that a list's "then" is of; None for the start of each of its rows."""

    @property
    def demo(self) -> bool:
        """Whether this is a throw-away copy of the sample case."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""

    def today(self) -> date:
        """The day it is."""

    def overview(self, *, closer: bool = False, of: Client | None = None) -> Future[Overview]:
        """The client, or another, as the file has them now.

        A closer look has what is paused, and weeks.
        """

    def look_at(self, data: Overview) -> None:
        """Turn to the client that a snapshot is of; what lists go back to is the start again."""

    def clients(self) -> Future[tuple[Client, ...]]:
        """Everybody in the file, by name."""

    def ended(self) -> Future[dict[str, date]]:
        """The day on which therapy ended, of everybody whose has, by the client's id."""

    def caseload(self) -> Future[tuple[Case, ...]]:
        """Everybody in the file, with what a few seeks tell of each."""

    def count_due(self, clients: Sequence[Client]) -> Future[dict[str, int]]:
        """How much a check-in would ask each of some clients today, by their ids."""

    async def glance(self, client: Client) -> Glance:
        """A closer look at one client, whoever is looked at."""

    def series(self, measure: Measure, *, of: Client | None = None) -> Future[Series]:
        """All ratings of a measure of the client, or of another."""

    def relationship(self) -> Future[Relationship]:
        """Every session with what was rated and noted of it."""

    def between(self) -> Future[Between]:
        """Everything that was written between sessions."""

    def reviewing(self) -> Future[Reviewing]:
        """The record that notices look at, with what reviews have brought so far."""

    async def worth(self, *, asked: bool = False, of: Client | None = None) -> Worth | None:
        """What is worth talking about with the client, or with another.

        None where that takes long and nobody `asked` for it.
        """

    def find(self, wanted: str) -> Future[tuple[Found, ...]]:
        """Every text in which all the words of `wanted` begin a word, the latest first."""

    def due(self) -> Future[tuple[Due, ...]]:
        """Everything that whoever rates here can be asked, with the day from which it is due."""

    def do(self, deed: Deed, *, anyway: bool = False) -> Future[Change | None]:
        """Carry out a deed; None if it would change nothing.

        Raises `core.trouble.Conflict` if what it changes was changed meanwhile; wanted `anyway`,
        only what it changes itself is written, onto what is there now. Raises a `Trouble` or
        `ValueError` with a sentence if it cannot be done.
        """

    def undo(self) -> Future[Change | None]:
        """Take back the latest change; None if there is none."""

    def redo(self) -> Future[Change | None]:
        """Bring again what was taken back last; None if there is nothing."""

    def take_back(self, change: Change) -> Future[Change | None]:
        """Take back one change, also when later ones stand."""

    def changes(self) -> Future[tuple[Change, ...]]:
        """The latest changes, newest first."""

    def lifelines(self) -> Future[tuple[Lifeline, ...]]:
        """Whom to turn to."""

    def drafts(self) -> Future[tuple[Draft, ...]]:
        """What was being written and never saved, the latest first."""

    def keep_draft(self, draft: Draft) -> Future[None]:
        """Keep what is being written."""

    def drop_draft(self, draft: Draft) -> Future[None]:
        """Let go of a draft."""

    @property
    def place(self) -> str:
        """Where the file is."""

    def save_picture(self, drawn: str) -> Future[str]:
        """Keep a picture of the screen in a private file and tell its path."""

    def report(self, asked: Asked, *, replace: bool = False) -> Future[str]:
        """Write a report, as this view may see it, and tell its whole path.

        Raises `core.trouble.InTheWay` where a file is there that nobody said to replace.
        """

    def save_copy(self) -> Future[str]:
        """Write a copy of the file beside it and tell its path."""
