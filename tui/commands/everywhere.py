"""Commands that can be given everywhere."""

from __future__ import annotations

from tui.commands.base import Command


class Keys(Command):
    """Every key, and what it does."""

    name = "Keys"
    keys = ("question_mark",)
    action = "app.keys"
    footer = True


class Commands(Command):
    """Find any command by typing a part of its name."""

    name = "Commands"
    keys = ("ctrl+p",)
    action = "app.command_palette"
    footer = True
    palette = False


class Theme(Command):
    """Choose the colours: kintsugi (dark), washi (light), or another theme."""

    name = "Theme"
    keys = ("T",)
    action = "app.change_theme"
    footer = True


class Undo(Command):
    """Take back the latest change, also one of yesterday, and say what it was."""

    name = "Undo"
    keys = ("u",)
    action = "app.undo"


class Redo(Command):
    """Bring again what was taken back last."""

    name = "Redo"
    keys = ("ctrl+r",)
    action = "app.redo"


class History(Command):
    """Every change with who and when; any one of them can be taken back."""

    name = "History"
    keys = ("H",)
    action = "app.history"


class HelpNow(Command):
    """Help now: my people, my therapist's out-of-hours plan, helplines. From everywhere."""

    name = "Help now"
    keys = ("f1",)
    action = "app.help_now"
    footer = True
    priority = True


class Hide(Command):
    """Blank the screen at once. From everywhere; any key asks to come back."""

    name = "Hide"
    keys = ("ctrl+l",)
    action = "app.hide"
    priority = True


class Clients(Command):
    """Everybody in this file: choose who is looked at, or add somebody."""

    name = "Clients"
    keys = ("C",)
    action = "app.clients"


class Client(Command):
    """The client's name and the day on which therapy began."""

    name = "Name and first day"
    action = "app.client"


class AddClient(Command):
    """Begin the records of another client in this file."""

    name = "Add a client"
    action = "app.add_client"


class Welcome(Command):
    """The questions of a first start: a name, a first goal, what one expects of therapy."""

    name = "Begin here"
    action = "app.welcome"


class SavePicture(Command):
    """Keep a picture of the screen in a private file beside the data."""

    name = "Save a picture"
    action = "app.save_picture"


class Report(Command):
    """A report to take home, as a web page, Markdown or text: what goes in is asked."""

    name = "Report"
    keys = ("ctrl+e",)
    action = "app.report"


class SaveCopy(Command):
    """Write a whole, checked copy of the file beside it, under a name that is free."""

    name = "Save a copy"
    action = "app.save_copy"


class Quit(Command):
    """Leave. Everything is saved already."""

    name = "Quit"
    keys = ("q",)
    action = "app.quit"
    footer = True


class QuitFromAnywhere(Command):
    """Leave at once, also in the midst of a form; what is half written is offered next time."""

    name = "Quit from anywhere"
    keys = ("ctrl+q",)
    action = "app.quit"
    priority = True
    palette = False
