"""Inside a sheet: a list of events, steps, people or changes over the screen."""

from __future__ import annotations

from tui.commands.base import Command, Place


class SheetAdd(Command):
    """Write down another one."""

    name = "add"
    keys = ("a",)
    action = "screen.add"
    place = Place.SHEET
    palette = False


class SheetEdit(Command):
    """Change the one under the cursor; in the history, take that one change back."""

    name = "change"
    keys = ("enter", "e")
    action = "screen.edit"
    place = Place.SHEET
    palette = False


class SheetDelete(Command):
    """Take it out; it asks, and undo brings it back."""

    name = "delete"
    keys = ("D", "delete")
    action = "screen.delete"
    place = Place.SHEET
    palette = False


class SheetMark(Command):
    """Mark it: a step taken today, a line of Help now still right."""

    name = "mark"
    keys = ("x", "space")
    action = "screen.mark"
    place = Place.SHEET
    palette = False


class SheetFind(Command):
    """Find a name among many, where the list is of clients."""

    name = "find"
    keys = ("slash",)
    action = "screen.find"
    place = Place.SHEET
    palette = False


class SheetUndo(Command):
    """Take back the latest change, without closing the list."""

    name = "undo"
    keys = ("u",)
    action = "screen.undo"
    place = Place.SHEET
    palette = False


class SheetRedo(Command):
    """Bring again what was taken back last, without closing the list."""

    name = "redo"
    keys = ("ctrl+r",)
    action = "screen.redo"
    place = Place.SHEET
    palette = False


class LeaveSheet(Command):
    """Close the sheet."""

    name = "close"
    keys = ("escape", "q")
    action = "screen.leave"
    place = Place.SHEET
    palette = False
