"""`fledge private`: a therapist's own notes, to list, take along, delete and take back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

from tui.core.changes import Change, in_words
from tui.core.naming import ID_SHOWN
from tui.core.own_notes import PULLS, Balance, DeleteOwn, Noticed, Own, OwnNote, Pull
from tui.shell.ask import be_sure
from tui.shell.options import own_only, targeted, with_own_file
from tui.shell.own import chosen_id, reading, writing
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot, Target, told
from tui.store import backup, files, history, own_notes
from tui.store.openfile import OpenFile

_JSON: Final = click.option("--json", "as_json", is_flag=True, help="For another program.")


@click.group()
@with_own_file
@targeted
def private(target: Target) -> None:
    """Notes of one's own: they lie in the therapist's own file, never in a client's.

    In the therapist's view alone: say --as therapist. A new one: fledge note --private TEXT.
    """
    click.get_current_context().obj = target


@private.command("list")
@click.option("--all", "everyone", is_flag=True, help="About every client, not only this one.")
@_JSON
@with_own_file
@targeted
def list_(target: Target, everyone: bool, as_json: bool) -> None:
    """Everything noted about the client, newest first in its kind, each with its id."""
    own_only(target)
    _tell(target, _found(target, everyone=everyone), as_json=as_json)


@private.command()
@_JSON
@with_own_file
@targeted
def supervision(target: Target, as_json: bool) -> None:
    """What waits to be taken to supervision, about every client, oldest first."""
    own_only(target)
    with reading(target) as file:
        found = own_notes.supervision(file) if file else ()
    _tell(target, found, as_json=as_json)


@private.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--all", "everyone", is_flag=True, help="About every client, not only this one.")
@_JSON
@with_own_file
@targeted
def export(target: Target, path: Path, everyone: bool, as_json: bool) -> None:
    """Write the notes to PATH, which nobody else may read and which may not be there yet."""
    own_only(target)
    found = _found(target, everyone=everyone)
    if os.path.lexists(path):
        raise CouldNot(f"{path} is there already, and is left as it is. Name another file.")
    words = _json(found) if as_json else "\n\n".join(_in_full(each, target) for each in found)
    with told():
        made = files.write_new(path.absolute(), f"{words}\n".encode())
    say(f"Written: {made}. It is not encrypted.")


@private.command("backup")
@click.argument("path", type=click.Path(path_type=Path))
@with_own_file
@targeted
def backup_(target: Target, path: Path) -> None:
    """Write a whole, checked copy of the file of notes to PATH, or beside one that is there."""
    own_only(target)
    with reading(target) as file:
        if file is None:
            raise CouldNot("There are no notes of your own yet.")
        say(f"Saved a copy: {backup.save_copy(file, path)}")


@private.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@with_own_file
@targeted
def delete(target: Target, id_: str, yes: bool) -> None:
    """Take out what has this ID; the first letters of it are enough."""
    own_only(target)
    with reading(target) as file:
        found = [each for each in own_notes.of_all(file) if each.id.startswith(id_)] if file else []
        if file is None or len(found) != 1:
            many = "is more than one" if found else "is none"
            raise AskedWrongly(f"Of “{id_}” there {many}. fledge private list --all tells the ids.")
        said = f"{own_notes.called(found[0])} of {target.said(found[0].day)}"
        be_sure(f"Delete {said}?", already=yes)
        own_notes.do(file, DeleteOwn(found[0]))
    say(f"Deleted: {said}. fledge private undo brings it back.")


@private.command()
@with_own_file
@targeted
def undo(target: Target) -> None:
    """Take back the latest change to the notes, and say what it was."""
    _turn(target, history.undo, "Taken back", "There is nothing to take back.")


@private.command()
@with_own_file
@targeted
def redo(target: Target) -> None:
    """Bring again what was taken back last."""
    _turn(target, history.redo, "Brought again", "There is nothing to bring again.")


def _turn(
    target: Target, way: Callable[[OpenFile], Change | None], said: str, nothing: str
) -> None:
    own_only(target)
    with writing(target) as file:
        change = way(file)
    if change is None:
        raise CouldNot(nothing)
    say(f"{said}: {in_words(change.label, target.dates)}")


def _found(target: Target, *, everyone: bool) -> tuple[Own, ...]:
    about = "" if everyone else chosen_id(target)
    with reading(target) as file:
        if file is None:
            return ()
        return own_notes.of_all(file) if everyone else own_notes.of_client(file, about).everything


def _tell(target: Target, found: tuple[Own, ...], *, as_json: bool) -> None:
    if as_json:
        say(_json(found))
    elif found:
        say("\n".join(f"{each.id[:ID_SHOWN]}  {_in_full(each, target)}" for each in found))


def _in_full(thing: Own, target: Target) -> str:
    """A thing in words, with its day."""
    day = target.said(thing.day)
    match thing:
        case Noticed():
            session = f", session of {target.said(thing.session)}" if thing.session else ""
            about = (
                f"{day}{session}  {thing.feeling.value}: {thing.what}",
                thing.touches and f"touches: {thing.touches}",
                thing.adjust and f"adjust: {thing.adjust}",
                f"supervision: {thing.supervision.value}",
            )
            return "\n  ".join(part for part in about if part)
        case Pull():
            felt = ", ".join(PULLS[key] for key in thing.taken) or "none of the three"
            return f"{day}  saviour pull: {felt}" + (f"\n  {thing.words}" if thing.words else "")
        case OwnNote():
            return f"{day}  {thing.text}"
        case Balance():
            return f"{day}  method–self-awareness: {thing.value:+d}"


def _json(found: tuple[Own, ...]) -> str:
    from dataclasses import asdict

    from tui.shell import report

    told: list[dict[str, Any]] = []
    for each in found:
        known = {key: value for key, value in asdict(each).items() if value is not None}
        for key in ("day", "session"):
            if key in known:
                known[key] = known[key].isoformat()
        told.append({"what": own_notes.called(each), **known})
    return report.as_json(told)
