"""Every command, in the order of the footer and the key sheet, and the bindings made from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tui.commands import everywhere, forms, looking, modes
from tui.commands.base import Command, Place

if TYPE_CHECKING:
    from textual.binding import BindingType

COMMANDS: Final[tuple[type[Command], ...]] = (
    looking.OpenPicture,
    looking.Range,
    looking.Back,
    looking.Down,
    looking.Up,
    looking.NextBox,
    looking.PreviousBox,
    looking.PageDown,
    looking.PageUp,
    looking.First,
    looking.Last,
    looking.ScrollDown,
    looking.ScrollUp,
    looking.ScrollPageDown,
    looking.ScrollPageUp,
    looking.Beginning,
    looking.Ending,
    modes.Find,
    modes.Filter,
    modes.Order,
    modes.Overview,
    modes.Goals,
    modes.Growth,
    modes.Signs,
    forms.SaveForm,
    forms.LeaveForm,
    forms.StartOver,
    forms.GoOn,
    forms.NextField,
    forms.FieldBefore,
    forms.NextValue,
    forms.ValueBefore,
    forms.ValueUp,
    forms.ValueDown,
    forms.TakeAnswer,
    forms.NextAnswer,
    forms.AnswerBefore,
    forms.QuestionDown,
    forms.QuestionUp,
    forms.LeaveQuestion,
    everywhere.Keys,
    everywhere.Commands,
    everywhere.Theme,
    everywhere.SaveCopy,
    everywhere.Quit,
)


def bindings(place: Place) -> list[BindingType]:
    """The bindings of every command that is given in a place, with the built-in keys.

    A command without a key is bound to none that can be pressed, so that it can be given one.
    """
    from textual.binding import Binding  # the shell prints the key map without loading Textual

    return [
        Binding(
            ",".join(c.keys) or placeholder(c),
            c.action,
            c.name,
            show=c.footer,
            id=c.id(),
            tooltip=c.help(),
        )
        for c in COMMANDS
        if c.place is place
    ]


def placeholder(command: type[Command]) -> str:
    """The name of a key that no keyboard has, for a command that has none."""
    return f"no-key-{command.id()}"
