"""What is written between sessions, pinned for the next one, and found again."""

from __future__ import annotations

from tui.commands.base import Command, Place


class Between(Command):
    """What is written between sessions: topics for the next one, reflections, practice, reading."""

    name = "Between"
    keys = ("6",)
    action = "screen.mode('between')"
    place = Place.MODES


class Pin(Command):
    """Pin what the cursor is on for the next session, in every mode; a topic to talk about."""

    name = "Pin"
    keys = ("p",)
    action = "app.pin"
    place = Place.ROW


class Reflect(Command):
    """Write a reflection, from every mode."""

    name = "Reflection"
    keys = ("N",)
    action = "app.reflect"


class NotePractice(Command):
    """Note what you tried, with the effort it took and how useful it was, from every mode."""

    name = "Practice"
    keys = ("P",)
    action = "app.practice"


class RoleCheck(Command):
    """What one expects of therapy and by when; asked again, beginning with the latest answers."""

    name = "Role check"
    action = "app.role_check"


class Search(Command):
    """Find words in everything that was ever written, and go there."""

    name = "Search"
    keys = ("F",)
    action = "app.search"


class SearchGo(Command):
    """Go to what the cursor is on."""

    name = "go there"
    keys = ("enter",)
    action = "screen.go"
    place = Place.SEARCH
    palette = False


class SearchDown(Command):
    """The next text that was found."""

    name = "down"
    keys = ("down",)
    action = "screen.move(1)"
    place = Place.SEARCH
    palette = False


class SearchUp(Command):
    """The text before."""

    name = "up"
    keys = ("up",)
    action = "screen.move(-1)"
    place = Place.SEARCH
    palette = False


class SearchPageDown(Command):
    """A screenful further."""

    name = "page down"
    keys = ("pagedown",)
    action = "screen.page(1)"
    place = Place.SEARCH
    palette = False


class SearchPageUp(Command):
    """A screenful back."""

    name = "page up"
    keys = ("pageup",)
    action = "screen.page(-1)"
    place = Place.SEARCH
    palette = False


class LeaveSearch(Command):
    """Close the search."""

    name = "close"
    keys = ("escape",)
    action = "screen.leave"
    place = Place.SEARCH
    palette = False
