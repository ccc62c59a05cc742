"""What a screen is handed: the one object through which it reaches data."""

from __future__ import annotations

from asyncio import Future
from datetime import date
from typing import Protocol

from tui.core.measures import Measure
from tui.core.overview import Overview
from tui.core.series import Series


class Desk(Protocol):
    """Snapshots on request. Nothing here waits for a disk: each answer is awaited.

    An answer that there cannot be raises `core.trouble.Trouble`.
    """

    @property
    def first(self) -> Overview:
        """The snapshot with which the program opens."""

    @property
    def demo(self) -> bool:
        """Whether this is a throw-away copy of the sample case."""

    @property
    def trouble(self) -> str:
        """Why nothing can be written at the moment, or ""."""

    def today(self) -> date:
        """The day it is."""

    def overview(self, *, closer: bool = False) -> Future[Overview]:
        """The client as the file has it now; a closer look has what is paused, and weeks."""

    def series(self, measure: Measure) -> Future[Series]:
        """All ratings of a measure."""

    def save_copy(self) -> Future[str]:
        """Write a copy of the file beside it and tell its path."""
