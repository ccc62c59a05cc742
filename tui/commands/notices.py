"""What is worth talking about, and what is done with it."""

from __future__ import annotations

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
