"""Writing into a form, choosing a value in it, and answering a question."""

from __future__ import annotations

from tui.commands.base import Command, Place


class SaveForm(Command):
    """Save what the form holds, and close it."""

    name = "save"
    keys = ("ctrl+s",)
    action = "screen.save"
    place = Place.FORM
    palette = False


class LeaveForm(Command):
    """Leave the form; what was written in it is not thrown away unasked."""

    name = "leave"
    keys = ("escape",)
    action = "screen.leave"
    place = Place.FORM
    palette = False


class StartOver(Command):
    """Begin the form anew instead of going on with what was put aside."""

    name = "start over"
    keys = ("ctrl+o",)
    action = "screen.start_over"
    place = Place.FORM
    palette = False


class GoOn(Command):
    """On to the next field; from the last one, save. In a longer text, a new line."""

    name = "go on"
    keys = ("enter",)
    action = "screen.go_on"
    place = Place.FORM
    palette = False


class NextField(Command):
    """The next field."""

    name = "next field"
    keys = ("tab",)
    action = "app.focus_next"
    place = Place.FORM
    palette = False


class FieldBefore(Command):
    """The field before."""

    name = "field before"
    keys = ("shift+tab",)
    action = "app.focus_previous"
    place = Place.FORM
    palette = False


class NextValue(Command):
    """The next choice, or one step more; the first letters and digits choose as well."""

    name = "next value"
    keys = ("right",)
    action = "step(1)"
    place = Place.VALUE
    palette = False


class ValueBefore(Command):
    """The choice before, or one step less."""

    name = "value before"
    keys = ("left",)
    action = "step(-1)"
    place = Place.VALUE
    palette = False


class ValueUp(Command):
    """The choice above, or one step more."""

    name = "value up"
    keys = ("up",)
    action = "climb(1)"
    place = Place.VALUE
    palette = False


class ValueDown(Command):
    """The choice beneath, or one step less."""

    name = "value down"
    keys = ("down",)
    action = "climb(-1)"
    place = Place.VALUE
    palette = False


class TakeAnswer(Command):
    """Take the answer under the cursor; the letter before an answer takes that one."""

    name = "take"
    keys = ("enter",)
    action = "screen.take"
    place = Place.DIALOG
    palette = False


class NextAnswer(Command):
    """The next answer."""

    name = "next answer"
    keys = ("down", "right", "tab")
    action = "screen.move(1)"
    place = Place.DIALOG
    palette = False


class AnswerBefore(Command):
    """The answer before."""

    name = "answer before"
    keys = ("up", "left", "shift+tab")
    action = "screen.move(-1)"
    place = Place.DIALOG
    palette = False


class QuestionDown(Command):
    """More of what the question is about."""

    name = "further"
    keys = ("pagedown",)
    action = "screen.page(1)"
    place = Place.DIALOG
    palette = False


class QuestionUp(Command):
    """Back in what the question is about."""

    name = "back"
    keys = ("pageup",)
    action = "screen.page(-1)"
    place = Place.DIALOG
    palette = False


class LeaveQuestion(Command):
    """Answer nothing; all stays as it is."""

    name = "leave"
    keys = ("escape",)
    action = "screen.leave"
    place = Place.DIALOG
    palette = False
