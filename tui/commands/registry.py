"""Every command, in the order of the footer and the key sheet, and the bindings made from them."""

from __future__ import annotations

from typing import Final

from textual.binding import Binding, BindingType

from tui.commands import everywhere, forms, looking
from tui.commands.base import Command, Place

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
    everywhere.Overview,
    everywhere.SaveCopy,
    everywhere.Quit,
)


def bindings(place: Place) -> list[BindingType]:
    """The bindings of every command that is given in a place."""
    return [
        Binding(",".join(c.keys), c.action, c.name, show=c.footer, id=c.id(), tooltip=c.help())
        for c in COMMANDS
        if c.place is place and c.keys
    ]
