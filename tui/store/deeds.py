"""Carrying out deeds: each becomes a label for the history and the edits that write it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import singledispatch
from typing import Any

from tui.core.changes import Change
from tui.core.deeds import (
    AddClient,
    AddMeasure,
    Begin,
    ChangeClient,
    ChangeGoal,
    ChangeMeasure,
    Deed,
    Delete,
    Happened,
    Keep,
    KeepLifeline,
    KeepSession,
    Note,
    PlanSessions,
    Rate,
    Reword,
    SetGoal,
    Together,
)
from tui.core.events import Event, EventKind
from tui.core.goals import Goal
from tui.core.lifelines import Lifeline
from tui.core.measures import Measure, key_for
from tui.core.ratings import Rating
from tui.store import clients, events, expectations, goals, lifelines, measures, ratings
from tui.store import relationship_deeds as relationship
from tui.store.door import Edit, drop, write
from tui.store.errors import NotKept
from tui.store.openfile import OpenFile
from tui.store.plans import At, Plan


def do(
    file: OpenFile, client_id: str, deed: Deed, *, anyway: bool = False, author: str = "client"
) -> Change | None:
    """Carry out a deed for a client, all of it or nothing; None if it would change nothing.

    `author` is who does it. Raises `Conflict` if what it changes is no longer as it was read;
    wanted `anyway`, it is done to what is there now, and what others changed stays. Raises
    `NotPossible` or another `StoreError` where it cannot be.
    """
    at = At(file.conn, client_id)
    if anyway:
        from tui.store.present import onto_present  # rarely wanted

        deed = onto_present(deed, at)
    label, edits = _plan(deed, at)
    return write(file, label, edits, author)


@singledispatch
def _plan(deed: object, at: At) -> Plan:
    raise TypeError(deed)


@_plan.register
def _(deed: Rate, at: At) -> Plan:
    first = deed.ratings[0]
    one = f"rated {deed.what} {first.value:g} for {first.day}"
    many = f"{deed.what}: {len(deed.ratings)} ratings for {first.day}"
    edits = [ratings.edit(given) for given in deed.ratings]
    if deed.before is not None:
        seen = [ratings.edit(before).after if before else None for before in deed.before]
        edits = [edit._replace(seen=was) for edit, was in zip(edits, seen, strict=True)]
    return Plan(one if len(deed.ratings) == 1 else many, edits)


@_plan.register
def _(deed: SetGoal, at: At) -> Plan:
    position = measures.next_position(at.conn, at.client_id)
    edits = goals.edits(deed.goal, at.client_id, position)
    return Plan(f"set the goal “{deed.goal.wording}”", edits)


@_plan.register
def _(deed: ChangeGoal, at: At) -> Plan:
    edits = goals.changed(deed.before, deed.after, at.client_id, at.place(deed.before.measure))
    return Plan(f"changed the goal “{deed.before.wording}”", edits)


@_plan.register
def _(deed: Reword, at: At) -> Plan:
    before, after = deed.before, deed.after
    edits = measures.reworded(before, after, at.client_id, at.place(before))
    if before.version.prompt == after.version.prompt:
        return Plan(f"gave “{before.name}” another scale", edits)
    return Plan(f"reworded “{before.version.prompt}” to “{after.version.prompt}”", edits)


@_plan.register
def _(deed: Happened, at: At) -> Plan:
    edits = goals.becoming(deed.goal, at.client_id, deed.what, deed.day, deed.text)
    return Plan(f"{deed.what.value}: “{deed.goal.wording}”", edits)


@_plan.register
def _(deed: AddMeasure, at: At) -> Plan:
    position = measures.next_position(at.conn, at.client_id)
    taken = {m.key for m in measures.of_client(at.conn, at.client_id)}
    measure = replace(deed.measure, key=key_for(deed.measure.key, taken))
    edits = measures.edits(measure, at.client_id, position)
    return Plan(f"began the measure “{deed.measure.name}”", edits)


@_plan.register
def _(deed: ChangeMeasure, at: At) -> Plan:
    before, after = deed.before, deed.after
    edits = measures.changed(before, after, at.client_id, at.place(before))
    if before.name != after.name:
        return Plan(f"renamed “{before.name}” to “{after.name}”", edits)
    if before.paused != after.paused:
        return Plan(f"{'paused' if after.paused else 'took up again'} “{before.name}”", edits)
    if before.version.norms != after.version.norms:
        done = "gave norms to" if after.version.norms else "took the norms out of"
        return Plan(f"{done} “{before.name}”", edits)
    return Plan(f"changed the measure “{before.name}”", edits)


@_plan.register
def _(deed: Note, at: At) -> Plan:
    edit = events.edit(deed.event, at.client_id)
    if deed.before:
        was = events.edit(deed.before, at.client_id).after
        return Plan(f"changed the event “{deed.before.said}”", [edit._replace(seen=was)])
    if deed.event.kind.of_therapy:
        return Plan(f"{deed.event.kind.value} on {deed.event.day}", [edit])
    if deed.event.kind is EventKind.REBASED:
        name = _name(at.conn, deed.event.measure_id)
        return Plan(f"a new level of “{name}” from {deed.event.day}", [edit])
    return Plan(f"noted “{deed.event.text}” on {deed.event.day}", [edit])


def _name(conn: sqlite3.Connection, measure_id: str | None) -> str:
    """What a measure is called."""
    sql = "SELECT name FROM measure WHERE id = ?"
    (name,) = conn.execute(sql, (measure_id,)).fetchone() or ("a measure",)
    return str(name)


@_plan.register
def _(deed: AddClient, at: At) -> Plan:
    return Plan(f"began the file of {deed.client.name}", clients.beginning(deed.client))


@_plan.register
def _(deed: ChangeClient, at: At) -> Plan:
    label = f"changed the client {deed.before.name}"
    return Plan(label, clients.changed(deed.before, deed.after))


@_plan.register
def _(deed: Begin, at: At) -> Plan:
    return Plan(f"began with {deed.after.name}", _beginning(deed, at))


def _beginning(deed: Begin, at: At) -> Iterator[Edit]:
    if deed.before != deed.after:
        yield from clients.changed(deed.before, deed.after)
    if deed.goal:
        position = measures.next_position(at.conn, at.client_id)
        yield from goals.edits(deed.goal, at.client_id, position)
    if deed.expectation:
        yield expectations.edit(deed.expectation, at.client_id)


@_plan.register
def _(deed: KeepLifeline, at: At) -> Plan:
    edit = lifelines.edit(deed.lifeline, at.client_id)
    if deed.before:
        was = lifelines.edit(deed.before, at.client_id).after
        return Plan(f"changed “{deed.before.name}” in Help now", [edit._replace(seen=was)])
    return Plan(f"wrote “{deed.lifeline.name}” into Help now", [edit])


@_plan.register
def _(deed: Keep, at: At) -> Plan:
    return relationship.kept(deed, at)


@_plan.register
def _(deed: PlanSessions, at: At) -> Plan:
    return relationship.planned(deed, at)


@_plan.register
def _(deed: KeepSession, at: At) -> Plan:
    return relationship.session_kept(deed, at)


@_plan.register
def _(deed: Together, at: At) -> Plan:
    return Plan(deed.what, [edit for each in deed.deeds for edit in _plan(each, at).edits])


@_plan.register
def _(deed: Delete, at: At) -> Plan:
    return _without(deed.thing, at)


@singledispatch
def _without(thing: Any, at: At) -> Plan:
    return relationship.without(thing, at)


@_without.register
def _(thing: Goal, at: At) -> Plan:
    return Plan(f"deleted the goal “{thing.wording}”", goals.dropped(at.conn, thing))


@_without.register
def _(thing: Measure, at: At) -> Plan:
    if not thing.own:
        raise NotKept(f"“{thing.name}” belongs to the catalogue. It can be paused, not deleted.")
    return Plan(f"deleted the measure “{thing.name}”", measures.dropped(at.conn, thing))


@_without.register
def _(thing: Rating, at: At) -> Plan:
    name = _name(at.conn, thing.measure_id)
    was = ratings.edit(thing)
    edit = drop("rating", *was.key, seen=was.after)
    return Plan(f"deleted the rating {name} {thing.value:g} of {thing.day}", [edit])


@_without.register
def _(thing: Event, at: At) -> Plan:
    was = events.edit(thing, at.client_id).after
    return Plan(f"deleted the event “{thing.said}”", [drop("event", thing.id, seen=was)])


@_without.register
def _(thing: Lifeline, at: At) -> Plan:
    was = lifelines.edit(thing, at.client_id).after
    return Plan(f"took “{thing.name}” out of Help now", [drop("lifeline", thing.id, seen=was)])
