"""Sessions: writing one up, moving it, and the repair of a break."""

from __future__ import annotations

from tui.commands.base import Command, Place


class AfterSession(Command):
    """The session that waits to be written up, or today's: one line each, in under a minute."""

    name = "Session"
    keys = ("s",)
    action = "app.after_session"


class MoveSession(Command):
    """Move a session to another day; what was rated of it goes along."""

    name = "Move"
    keys = ("m",)
    action = "app.move_session"
    place = Place.ROW


class Repair(Command):
    """A break in a session, and the six steps of its repair, each with its day."""

    name = "Repair"
    keys = ("B",)
    action = "app.repair"
    place = Place.ROW
