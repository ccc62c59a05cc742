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


class SaveCopy(Command):
    """Write a whole, checked copy of the file beside it, under a name that is free."""

    name = "Save a copy"
    action = "app.save_copy"


class Quit(Command):
    """Leave. Everything is saved already."""

    name = "Quit"
    keys = ("q", "ctrl+q")
    action = "app.quit"
    footer = True
