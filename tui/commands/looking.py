"""Moving through a list and looking at the picture of what is under the cursor."""

from __future__ import annotations

from tui.commands.base import Command, Place


class Down(Command):
    """The next row; its picture is drawn at once."""

    name = "Down"
    keys = ("down", "j")
    action = "move(1)"
    place = Place.LIST
    palette = False


class Up(Command):
    """The row before."""

    name = "Up"
    keys = ("up", "k")
    action = "move(-1)"
    place = Place.LIST
    palette = False


class NextBox(Command):
    """The first row of the next box."""

    name = "Next box"
    keys = ("right_curly_bracket",)
    action = "box(1)"
    place = Place.LIST
    palette = False


class PreviousBox(Command):
    """The first row of the box before."""

    name = "Box before"
    keys = ("left_curly_bracket",)
    action = "box(-1)"
    place = Place.LIST
    palette = False


class PageDown(Command):
    """A screenful further."""

    name = "Page down"
    keys = ("pagedown", "ctrl+d")
    action = "page(1)"
    place = Place.LIST
    palette = False


class PageUp(Command):
    """A screenful back."""

    name = "Page up"
    keys = ("pageup", "ctrl+u")
    action = "page(-1)"
    place = Place.LIST
    palette = False


class First(Command):
    """The first row."""

    name = "First"
    keys = ("home", "g")
    action = "end(-1)"
    place = Place.LIST
    palette = False


class Last(Command):
    """The last row."""

    name = "Last"
    keys = ("end", "G")
    action = "end(1)"
    place = Place.LIST
    palette = False


class OpenPicture(Command):
    """The picture and what was written as large as the window; of a point, its rating in a form."""

    name = "Open"
    keys = ("enter",)
    action = "screen.open_picture"
    place = Place.PICTURE
    footer = True


class Back(Command):
    """One step back to the list; in the list, everything that a find has hidden."""

    name = "Back"
    keys = ("escape", "backspace")
    action = "screen.back"
    place = Place.PICTURE


class Range(Command):
    """How much of the past the picture shows: a month, three, six, a year, all."""

    name = "Range"
    keys = ("t",)
    action = "screen.next_range"
    place = Place.PICTURE
    footer = True


class ScrollDown(Command):
    """What was written, a line further."""

    name = "Scroll down"
    keys = ("down", "j")
    action = "scroll(1)"
    place = Place.DETAILS
    palette = False


class ScrollUp(Command):
    """A line back."""

    name = "Scroll up"
    keys = ("up", "k")
    action = "scroll(-1)"
    place = Place.DETAILS
    palette = False


class ScrollPageDown(Command):
    """What was written, a boxful further."""

    name = "Scroll a page down"
    keys = ("pagedown", "ctrl+d")
    action = "page(1)"
    place = Place.DETAILS
    palette = False


class ScrollPageUp(Command):
    """A boxful back."""

    name = "Scroll a page up"
    keys = ("pageup", "ctrl+u")
    action = "page(-1)"
    place = Place.DETAILS
    palette = False


class Beginning(Command):
    """The beginning of what was written."""

    name = "Beginning"
    keys = ("home", "g")
    action = "end(-1)"
    place = Place.DETAILS
    palette = False


class Ending(Command):
    """The end of what was written."""

    name = "End"
    keys = ("end", "G")
    action = "end(1)"
    place = Place.DETAILS
    palette = False


class Why(Command):
    """Why am I seeing this? The rule, the numbers and the ratings behind what is said."""

    name = "Why?"
    keys = ("w",)
    action = "app.why"
    place = Place.ROW
    footer = True


class CloseText(Command):
    """Close it; nothing was changed."""

    name = "close"
    keys = ("escape", "q", "w", "enter")
    action = "screen.leave"
    place = Place.TEXT
    palette = False
