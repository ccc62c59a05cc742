"""Finding what a command is about: a goal, a measure, a session, a line of Help now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, Protocol, TypeVar

from tui.core import naming
from tui.core.clients import Client
from tui.core.goals import Goal
from tui.core.lifelines import Lifeline
from tui.core.measures import Kind, Measure
from tui.core.sessions import Session
from tui.shell.target import AskedWrongly, Target
from tui.store import goals, lifelines, measures
from tui.store.openfile import OpenFile

_ID_NEEDS: Final = 4
"""Characters of an id that have to be given, at least."""


def all_goals(file: OpenFile, client: Client) -> list[Goal]:
    """The client's goals in their order."""
    return goals.of_client(file.conn, measures.of_client(file.conn, client.id))


def goal(file: OpenFile, client: Client, words: str) -> Goal:
    """The goal with these words in its wording, or with this beginning of its id."""
    by_id = {g.id: g for g in all_goals(file, client)}
    return by_id[naming.find(words, [g.measure for g in by_id.values()]).id]


def measure(file: OpenFile, client: Client, words: str) -> Measure:
    """The measure called so. A goal has commands of its own and is refused with their name."""
    found = naming.find(words, measures.of_client(file.conn, client.id))
    if found.kind is Kind.GOAL:
        raise AskedWrongly(f"“{found.name}” is a goal: see fledge goal --help.")
    return found


class _Known(Protocol):
    """Anything that is known by its id."""

    @property
    def id(self) -> str:
        """Unlike any other's."""


T = TypeVar("T", bound=_Known)


def by_id(known: Iterable[T], beginning: str, called: str, command: str) -> T:
    """The one of `known` whose id begins so; `called` is what it is, `command` lists them all."""
    beginning = beginning.strip().casefold()
    enough = len(beginning) >= _ID_NEEDS
    found = [each for each in known if enough and each.id.startswith(beginning)]
    if len(found) != 1:
        raise AskedWrongly(f"There is no {called} “{beginning}”. `{command}` lists them.")
    return found[0]


def session(known: Sequence[Session], words: str, target: Target) -> Session:
    """The session with this number, or of the day that was written."""
    number = words.strip().removeprefix("#")
    if number.isdecimal():
        found = [each for each in known if each.number == int(number)]
    else:
        days = _meant(words, target)
        found = [each for day in days for each in known if each.day == day]
    if not found:
        raise AskedWrongly(f"There is no session “{words}”. `fledge session` lists them.")
    return found[0]


def _meant(words: str, target: Target) -> list[date]:
    """The day that was written: one that has been, or else one to come."""
    try:
        behind = [target.day(words)]
    except ValueError:
        behind = []
    return [*behind, target.day(words, ahead=True)]


def lifeline(file: OpenFile, client: Client, name: str) -> Lifeline:
    """The line of Help now with this name, or with this part of a name."""
    written = lifelines.of_client(file.conn, client.id)
    asked = name.strip().casefold()
    whole = [each for each in written if each.name.casefold() == asked]
    found: Sequence[Lifeline] = whole or [
        each for each in written if asked and asked in each.name.casefold()
    ]
    if not found:
        raise AskedWrongly(f"Help now holds no “{name}”. `fledge help-now` shows what it holds.")
    if len(found) > 1:
        names = ", ".join(f"“{each.name}”" for each in found)
        raise AskedWrongly(f"“{name}” could be {names}. Write a little more of it.")
    return found[0]
