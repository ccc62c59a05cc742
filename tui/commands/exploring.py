"""Looking closer at a picture: points, stretches of time, another series beside it, a year."""

from __future__ import annotations

from tui.commands.base import Command, Place


class Points(Command):
    """Into the picture, onto its latest point; again: back to the list."""

    name = "Points"
    keys = ("tab",)
    action = "screen.points"
    place = Place.PICTURE


class PointBefore(Command):
    """The rating before; what it says is read out."""

    name = "Point before"
    keys = ("left", "h")
    action = "screen.point(-1)"
    place = Place.POINTS
    footer = True
    palette = False


class PointAfter(Command):
    """The rating after."""

    name = "Point after"
    keys = ("right", "l")
    action = "screen.point(1)"
    place = Place.POINTS
    footer = True
    palette = False


class RowDown(Command):
    """The next row of the list, near the same day."""

    name = "Next row"
    keys = ("down", "j")
    action = "screen.other_row(1)"
    place = Place.POINTS
    palette = False


class RowUp(Command):
    """The row before."""

    name = "Row before"
    keys = ("up", "k")
    action = "screen.other_row(-1)"
    place = Place.POINTS
    palette = False


class FirstPoint(Command):
    """The first rating of all."""

    name = "First point"
    keys = ("home", "g")
    action = "screen.last_point(-1)"
    place = Place.POINTS
    palette = False


class LastPoint(Command):
    """The latest rating."""

    name = "Latest point"
    keys = ("end", "G")
    action = "screen.last_point(1)"
    place = Place.POINTS
    palette = False


class Earlier(Command):
    """Half a width back in time; of a year, the one before."""

    name = "Earlier"
    keys = ("left_square_bracket",)
    action = "screen.pan(-1)"
    place = Place.PICTURE


class Later(Command):
    """Half a width on."""

    name = "Later"
    keys = ("right_square_bracket",)
    action = "screen.pan(1)"
    place = Place.PICTURE


class Closer(Command):
    """Half as much time, about the point under the cursor or the middle."""

    name = "Closer"
    keys = ("plus",)
    action = "screen.zoom(1)"
    place = Place.PICTURE


class Wider(Command):
    """Twice as much time."""

    name = "Wider"
    keys = ("minus",)
    action = "screen.zoom(-1)"
    place = Place.PICTURE


class Overlay(Command):
    """Another series over this one, with a mark of its own; again: without it."""

    name = "Overlay"
    keys = ("o",)
    action = "app.overlay"
    place = Place.PICTURE


class Compare(Command):
    """Two stretches of time beside each other: before and after; again: without."""

    name = "Compare"
    keys = ("equals_sign",)
    action = "app.compare"
    place = Place.PICTURE


class Year(Command):
    """A year as a calendar, a cell a day; again: the picture."""

    name = "Year"
    keys = ("Y",)
    action = "screen.year"
    place = Place.PICTURE


class Then(Command):
    """What “then” is in the lists: the start, a month ago, half a year, a year, any day."""

    name = "Then"
    keys = ("b",)
    action = "app.then"
    place = Place.PICTURE
