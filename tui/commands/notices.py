"""What is worth talking about, and what is done with it."""

from __future__ import annotations

from typing import Final

from tui.commands.base import Command, Place


class Worth(Command):
    """To what is worth talking about, from every mode, and back."""

    name = "Worth talking about"
    keys = ("i",)
    action = "app.worth"
    place = Place.ROW


class Seen(Command):
    """Put away what stands out: it was seen, and is not said again before a review."""

    name = "Seen"
    keys = ("A",)
    action = "app.seen"
    place = Place.ROW


class PutOff(Command):
    """Put off what stands out to a day of your choice."""

    name = "Later"
    keys = ("z",)
    action = "app.later"
    place = Place.ROW


class TalkedAbout(Command):
    """It was talked about, with a note of what came of it."""

    name = "Talked"
    keys = ("d",)
    action = "app.talked_about"
    place = Place.ROW


class Conversation(Command):
    """What you agreed to change after talking about feeling worse, and its fair chance."""

    name = "Conversation"
    keys = ("K",)
    action = "app.conversation"
    place = Place.ROW


class SeenHere(Command):
    """Put it away: it was seen."""

    name = "seen"
    keys = ("A",)
    action = "screen.put_away('seen')"
    place = Place.NOTICE
    palette = False


class PutOffHere(Command):
    """Put it off to a day of your choice."""

    name = "later"
    keys = ("z",)
    action = "screen.put_away('later')"
    place = Place.NOTICE
    palette = False


class TalkedHere(Command):
    """Note that it was talked about, and what came of it."""

    name = "talked"
    keys = ("d",)
    action = "screen.put_away('talked')"
    place = Place.NOTICE
    palette = False


class PinHere(Command):
    """Pin it as a topic for the next session."""

    name = "pin"
    keys = ("p",)
    action = "screen.put_away('pin')"
    place = Place.NOTICE
    palette = False


_HERE: Final = (SeenHere, PutOffHere, TalkedHere, PinHere)


def told() -> str:
    """What can be done about a notice that lies over the screen, each with its key."""
    return " · ".join(f"{c.shown_keys()[0]} {c.name}" for c in _HERE if c.live_keys())
