"""Check-in, and the keys inside it."""

from __future__ import annotations

from tui.commands.base import DIGITS, Command, Place


class CheckIn(Command):
    """What is due, one line each: a digit rates and moves on."""

    name = "Check-in"
    keys = ("c",)
    action = "app.check_in"
    footer = True


class Digit(Command):
    """Rate and move on; `1` `0` is ten."""

    name = "rate"
    keys = (*DIGITS, "minus")
    action = "screen.digit('{key}')"
    place = Place.CHECK_IN
    palette = False


class More(Command):
    """One step more."""

    name = "more"
    keys = ("right", "l")
    action = "screen.step(1)"
    place = Place.CHECK_IN
    palette = False


class Less(Command):
    """One step less."""

    name = "less"
    keys = ("left", "h")
    action = "screen.step(-1)"
    place = Place.CHECK_IN
    palette = False


class Skip(Command):
    """Leave this line out, this time."""

    name = "skip"
    keys = ("x",)
    action = "screen.skip"
    place = Place.CHECK_IN
    footer = True
    palette = False


class Clear(Command):
    """Take the answer of this line back."""

    name = "clear"
    keys = ("backspace", "delete")
    action = "screen.clear"
    place = Place.CHECK_IN
    palette = False


class Evidence(Command):
    """One moment that shows it; Tab or Enter leads back to the lines."""

    name = "a moment"
    keys = ("tab", "shift+tab")
    action = "screen.evidence"
    place = Place.CHECK_IN
    footer = True
    palette = False


class Mark(Command):
    """The next of the marks that a line may carry; after a session, tick it."""

    name = "mark"
    keys = ("m", "space")
    action = "screen.mark"
    place = Place.CHECK_IN
    palette = False


class NextLine(Command):
    """The next line."""

    name = "next"
    keys = ("down", "j", "enter")
    action = "screen.go(1)"
    place = Place.CHECK_IN
    palette = False


class LineBefore(Command):
    """The line before."""

    name = "before"
    keys = ("up", "k")
    action = "screen.go(-1)"
    place = Place.CHECK_IN
    palette = False


class AskAll(Command):
    """Ask everything, also what is not due."""

    name = "ask all"
    keys = ("a",)
    action = "screen.ask_all"
    place = Place.CHECK_IN
    palette = False


class SaveCheckIn(Command):
    """Save all of it at once."""

    name = "save"
    keys = ("ctrl+s",)
    action = "screen.save"
    place = Place.CHECK_IN
    footer = True
    palette = False


class LeaveCheckIn(Command):
    """Leave; what was answered is not thrown away unasked."""

    name = "leave"
    keys = ("escape",)
    action = "screen.leave"
    place = Place.CHECK_IN
    footer = True
    palette = False
