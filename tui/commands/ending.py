"""The ending: eight things to look at, what is written for it, and the end of therapy itself."""

from __future__ import annotations

from tui.commands.base import Command, Place


class EndingMode(Command):
    """What the record shows of eight things before a goodbye, and what is written for it."""

    name = "Ending"
    keys = ("8",)
    action = "screen.mode('ending')"
    place = Place.MODES


class EndTherapy(Command):
    """Therapy ends today; every picture shows it on its day."""

    name = "End"
    keys = ("E",)
    action = "app.end_therapy"
    place = Place.ROW


class BeginAgain(Command):
    """Therapy begins again today: coming back is as easy as going."""

    name = "Begin again"
    keys = ("U",)
    action = "app.begin_again"
    place = Place.ROW
