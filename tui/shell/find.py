"""Finding what a command is about: a goal, a measure, an event, a line of Help now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.core import naming
from tui.core.clients import Client
from tui.core.events import Event
from tui.core.goals import Goal
from tui.core.lifelines import Lifeline
from tui.core.measures import Kind, Measure
from tui.shell.target import AskedWrongly
from tui.store import events, goals, lifelines, measures
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


def event(file: OpenFile, client: Client, beginning: str) -> Event:
    """The event whose id begins so."""
    beginning = beginning.strip().casefold()
    found = [
        each
        for each in events.of_client(file.conn, client.id)
        if len(beginning) >= _ID_NEEDS and each.id.startswith(beginning)
    ]
    if len(found) != 1:
        raise AskedWrongly(f"There is no event “{beginning}”. `fledge events` lists them.")
    return found[0]


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
