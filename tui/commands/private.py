"""A therapist's own notes, and the mark that others see the screen."""

from __future__ import annotations

from tui.commands.base import Command, Place


class OwnNotes(Command):
    """My own notes: the log, the saviour pull, supervision. In the therapist's view alone."""

    name = "My own notes"
    keys = ("W",)
    action = "app.own_notes"


class ShareScreen(Command):
    """Mark the screen as shared, or as no longer shared; a therapist's own notes are shut then."""

    name = "Share screen"
    keys = ("S",)
    action = "app.share_screen"


class ShareFromAnywhere(Command):
    """The same from everywhere, also in the midst of a form; what is half written is kept."""

    name = "Share from anywhere"
    keys = ("f4",)
    action = "app.share_screen"
    priority = True
    palette = False


class ShareFromNotes(Command):
    """Mark the screen as shared: the notes are shut at once."""

    name = "share screen"
    keys = ("S",)
    action = "app.share_screen"
    place = Place.OWN
    palette = False
