"""A goal review: walking its pages, and its agenda."""

from __future__ import annotations

from tui.commands.base import Command, Place


class NextPage(Command):
    """The next page of the review; one that is looked at is done then."""

    name = "Next page"
    keys = ("right", "l")
    action = "screen.walk(1)"
    place = Place.REVIEW
    palette = False


class PageBack(Command):
    """The page before; what was done stays done."""

    name = "Page before"
    keys = ("left", "h")
    action = "screen.walk(-1)"
    place = Place.REVIEW
    palette = False


class PrepareSooner(Command):
    """On the agenda before a review: look at it sooner, one place up."""

    name = "sooner"
    keys = ("less_than_sign",)
    action = "screen.shift(-1)"
    place = Place.REVIEW
    palette = False


class PrepareLater(Command):
    """On the agenda before a review: look at it later, one place down."""

    name = "later"
    keys = ("greater_than_sign",)
    action = "screen.shift(1)"
    place = Place.REVIEW
    palette = False


class LookAtSooner(Command):
    """Look at it sooner: one place up."""

    name = "sooner"
    keys = ("K", "less_than_sign")
    action = "screen.shift(-1)"
    place = Place.AGENDA
    palette = False


class LookAtLater(Command):
    """Look at it later: one place down."""

    name = "later"
    keys = ("J", "greater_than_sign")
    action = "screen.shift(1)"
    place = Place.AGENDA
    palette = False
