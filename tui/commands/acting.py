"""Acting on the row under the cursor."""

from __future__ import annotations

from tui.commands.base import DIGITS, Command, Place


class Add(Command):
    """Set a goal; begin a measure; in Sessions, plan or add one; in Between, write it down."""

    name = "Add"
    keys = ("a",)
    action = "app.add"
    place = Place.ROW
    footer = True


class Edit(Command):
    """Change what is known of a goal, a measure or a session, or what was written."""

    name = "Edit"
    keys = ("e",)
    action = "app.edit"
    place = Place.ROW


class Rate(Command):
    """Rate it: any day, any rater, with the moment that shows it."""

    name = "Rate"
    keys = ("r",)
    action = "app.rate"
    place = Place.ROW
    footer = True


class RateAtOnce(Command):
    """Rate an opened row for today: one digit, and `1` `0` for ten."""

    name = "Rate at once"
    keys = DIGITS
    action = "app.rate_at_once('{key}')"
    place = Place.DETAILS
    palette = False


class NewWording(Command):
    """New words for a goal, or another version of a measure; what was rated keeps its meaning."""

    name = "New wording"
    keys = ("n",)
    action = "app.reword"
    place = Place.ROW


class State(Command):
    """What became of it: paused, reached, let go, reopened; attended, missed; talked about."""

    name = "State"
    keys = ("space",)
    action = "app.state"
    place = Place.ROW


class Milestone(Command):
    """Agree on a level by a day, or on another one."""

    name = "Milestone"
    keys = ("M",)
    action = "app.milestone"
    place = Place.ROW


class Ladder(Command):
    """Five levels in words, from much less than hoped to much more."""

    name = "Ladder"
    keys = ("L",)
    action = "app.ladder"
    place = Place.ROW


class Steps(Command):
    """The small steps of a goal: tick, add, change."""

    name = "Steps"
    keys = ("x",)
    action = "app.steps"
    place = Place.ROW


class Note(Command):
    """Note something that happened; every picture shows it on its day."""

    name = "Event"
    keys = ("v",)
    action = "app.event"
    place = Place.ROW


class Events(Command):
    """Everything that was noted, to change it or take it out."""

    name = "Events"
    keys = ("V",)
    action = "app.events"
    place = Place.ROW


class Delete(Command):
    """Delete a goal, a session, what was written, your own measure, or else the latest rating."""

    name = "Delete"
    keys = ("D", "delete")
    action = "app.delete"
    place = Place.ROW


class Copy(Command):
    """Copy what the row and its sentence say to the clipboard."""

    name = "Copy"
    keys = ("y",)
    action = "app.copy_row"
    place = Place.ROW
