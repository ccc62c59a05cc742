"""Going from one mode to another, and saying what its list shows."""

from __future__ import annotations

from tui.commands.base import Command, Place


class Overview(Command):
    """Goals, growth and signs, beside the picture of the row under the cursor."""

    name = "Overview"
    keys = ("1",)
    action = "screen.mode('overview')"
    place = Place.MODES


class Goals(Command):
    """Every goal by where it stands, with all that was written about it."""

    name = "Goals"
    keys = ("2",)
    action = "screen.mode('goals')"
    place = Place.MODES


class Growth(Command):
    """The indicators of growth week by week, with the moments that show it."""

    name = "Growth"
    keys = ("3",)
    action = "screen.mode('growth')"
    place = Place.MODES


class Signs(Command):
    """The signs, each with what there is to grow towards."""

    name = "Signs"
    keys = ("4",)
    action = "screen.mode('signs')"
    place = Place.MODES


class Sessions(Command):
    """Sessions: alliance, ease against movement, breaks and repairs, and each session by itself."""

    name = "Sessions"
    keys = ("5",)
    action = "screen.mode('sessions')"
    place = Place.MODES


class Review(Command):
    """The goal review: an agenda, a page for each goal, then and now, what was agreed."""

    name = "Review"
    keys = ("7",)
    action = "screen.mode('review')"
    place = Place.MODES


class Caseload(Command):
    """Every client of the file in a row with what is waiting; Enter shows one everywhere."""

    name = "Caseload"
    keys = ("9",)
    action = "screen.mode('caseload')"
    place = Place.MODES


class Find(Command):
    """Narrow the list to names with these letters in them; Esc shows everything again."""

    name = "Find"
    keys = ("slash",)
    action = "screen.find"
    place = Place.MODES
    footer = True


class Filter(Command):
    """Show other rows: what is open, what is done, what is paused, what waits, all."""

    name = "Filter"
    keys = ("f",)
    action = "screen.next_filter"
    place = Place.MODES


class Order(Command):
    """Another order: as set, by name, by when it was rated or comes. Never by how high."""

    name = "Order"
    keys = ("O",)
    action = "screen.next_order"
    place = Place.MODES
