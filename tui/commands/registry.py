"""Every command, in the order of the footer and the key sheet, and the bindings made from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from tui.commands import (
    acting,
    asking,
    between,
    ending,
    everywhere,
    exploring,
    forms,
    looking,
    modes,
    notices,
    private,
    review,
    sessions,
    sheets,
)
from tui.commands.base import Command, Place

if TYPE_CHECKING:
    from textual.binding import Binding, BindingType

COMMANDS: Final[tuple[type[Command], ...]] = (
    asking.CheckIn,
    sessions.AfterSession,
    acting.Rate,
    acting.Add,
    looking.OpenPicture,
    looking.Range,
    looking.Why,
    looking.Back,
    exploring.Points,
    exploring.Earlier,
    exploring.Later,
    exploring.Closer,
    exploring.Wider,
    exploring.Overlay,
    exploring.Compare,
    exploring.Year,
    exploring.Then,
    looking.Down,
    looking.Up,
    looking.NextBox,
    looking.PreviousBox,
    looking.PageDown,
    looking.PageUp,
    looking.First,
    looking.Last,
    exploring.PointBefore,
    exploring.PointAfter,
    exploring.RowDown,
    exploring.RowUp,
    exploring.FirstPoint,
    exploring.LastPoint,
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
    modes.Sessions,
    between.Between,
    modes.Review,
    ending.EndingMode,
    modes.Caseload,
    acting.Edit,
    acting.NewWording,
    acting.State,
    acting.Milestone,
    acting.Ladder,
    acting.Steps,
    sessions.MoveSession,
    sessions.Repair,
    notices.Worth,
    notices.Seen,
    notices.PutOff,
    notices.TalkedAbout,
    notices.Conversation,
    ending.EndTherapy,
    ending.BeginAgain,
    acting.Note,
    acting.Events,
    between.Pin,
    acting.Delete,
    acting.Copy,
    acting.RateAtOnce,
    between.Reflect,
    between.NotePractice,
    between.RoleCheck,
    between.Search,
    everywhere.HelpNow,
    everywhere.Keys,
    everywhere.Commands,
    everywhere.Theme,
    everywhere.Undo,
    everywhere.Redo,
    everywhere.History,
    everywhere.Hide,
    private.OwnNotes,
    private.ShareScreen,
    private.ShareFromAnywhere,
    everywhere.Clients,
    everywhere.Client,
    everywhere.AddClient,
    everywhere.Welcome,
    everywhere.SavePicture,
    everywhere.Report,
    everywhere.SaveCopy,
    everywhere.Quit,
    everywhere.QuitFromAnywhere,
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
    asking.Digit,
    asking.More,
    asking.Less,
    asking.Skip,
    asking.Clear,
    asking.Evidence,
    asking.Mark,
    asking.NextLine,
    asking.LineBefore,
    asking.AskAll,
    asking.SaveCheckIn,
    asking.LeaveCheckIn,
    sheets.SheetAdd,
    sheets.SheetEdit,
    sheets.SheetDelete,
    sheets.SheetMark,
    sheets.SheetFind,
    sheets.SheetUndo,
    sheets.SheetRedo,
    sheets.LeaveSheet,
    review.NextPage,
    review.PageBack,
    review.PrepareSooner,
    review.PrepareLater,
    review.LookAtSooner,
    review.LookAtLater,
    notices.SeenHere,
    notices.PutOffHere,
    notices.TalkedHere,
    notices.PinHere,
    private.ShareFromNotes,
    looking.CloseText,
    between.SearchGo,
    between.SearchDown,
    between.SearchUp,
    between.SearchPageDown,
    between.SearchPageUp,
    between.LeaveSearch,
)


def bindings(place: Place) -> list[BindingType]:
    """The bindings of every command that is given in a place, with the built-in keys.

    A command without a key is bound to none that can be pressed, so that it can be given one.
    """
    return [made for c in COMMANDS if c.place is place for made in _bindings(c)]


def _bindings(command: type[Command]) -> Iterator[Binding]:
    from textual.binding import Binding  # the shell prints the key map without loading Textual

    made = Binding(
        ",".join(command.keys) or placeholder(command),
        command.action,
        command.name,
        show=command.footer,
        priority=command.priority,
        tooltip=command.help(),
        id=command.id(),
    )
    if "{key}" not in command.action:
        yield made
        return
    for key in command.keys:  # each says which it was, so these are not for remapping
        yield replace(made, key=key, action=command.action.format(key=key), id=None)


def placeholder(command: type[Command]) -> str:
    """The name of a key that no keyboard has, for a command that has none."""
    return f"no-key-{command.id()}"
