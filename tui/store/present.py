"""Deeds once more, onto what is there by now: what a person wants although others were at it.

Only what they changed themselves is changed; what others changed stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from math import nan
from typing import Protocol, TypeVar

from tui.core.deeds import (
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
    Kept,
    Note,
    Rate,
    Reword,
    Together,
)
from tui.core.events import Event
from tui.core.goals import Goal
from tui.core.lifelines import Lifeline
from tui.core.measures import Measure
from tui.core.merging import onto
from tui.core.ratings import Rating
from tui.core.sessions import Session
from tui.store import clients, events, goals, lifelines, measures, ratings, sessions
from tui.store import relationship_deeds as relationship
from tui.store.errors import NotKept
from tui.store.plans import At


class Known(Protocol):
    """Whatever has an id."""

    @property
    def id(self) -> str:
        """It."""


K = TypeVar("K", bound=Known)


def onto_present(deed: Deed, at: At) -> Deed:
    """The deed as it would have been given had its giver seen what is there now.

    What is gone comes back where it stands by itself; raises `NotKept` where it cannot, or another
    `ValueError` or `StoreError` where the deed makes no sense any more.
    """
    return _onto(deed, at)


@singledispatch
def _onto(deed: Deed, at: At) -> Deed:
    return deed  # it is about nothing that was there before


@_onto.register
def _(deed: Rate, at: At) -> Deed:
    if deed.before is None:
        return deed
    present = tuple(ratings.on_day(at.conn, given) for given in deed.ratings)
    given = tuple(
        onto(there, was or replace(mine, value=nan, evidence="", marks=()), mine) if there else mine
        for there, was, mine in zip(present, deed.before, deed.ratings, strict=True)
    )
    return Rate(given, deed.what, present)


@_onto.register
def _(deed: ChangeGoal, at: At) -> Deed:
    present = _goal(deed.before, at)
    return ChangeGoal(present, onto(present, deed.before, deed.after))


@_onto.register
def _(deed: ChangeMeasure, at: At) -> Deed:
    present = _measure(deed.before, at)
    return ChangeMeasure(present, onto(present, deed.before, deed.after))


@_onto.register
def _(deed: Reword, at: At) -> Deed:
    """The version of somebody else stays; this one comes after it."""
    present, was, now = _measure(deed.before, at), deed.before.version, deed.after.version
    prompt = now.prompt if now.prompt != was.prompt else present.version.prompt
    scale = now.scale if now.scale != was.scale else present.scale
    return Reword(present, present.asked_anew(prompt, scale, now.since))


@_onto.register
def _(deed: Happened, at: At) -> Deed:
    return replace(deed, goal=_goal(deed.goal, at))


@_onto.register
def _(deed: Note, at: At) -> Deed:
    there = _with_id(deed.event.id, events.of_client(at.conn, at.client_id))
    if deed.before is None or there is None:
        return Note(deed.event, there)
    return Note(onto(there, deed.before, deed.event), there)


@_onto.register
def _(deed: KeepLifeline, at: At) -> Deed:
    there = _with_id(deed.lifeline.id, lifelines.of_client(at.conn, at.client_id))
    if deed.before is None or there is None:
        return KeepLifeline(deed.lifeline, there)
    return KeepLifeline(onto(there, deed.before, deed.lifeline), there)


@_onto.register
def _(deed: Keep, at: At) -> Deed:
    there = relationship.present(deed.thing, at)
    if deed.before is None or there is None:
        return Keep(deed.thing, there)
    return Keep(onto(there, deed.before, deed.thing), there)


@_onto.register
def _(deed: KeepSession, at: At) -> Deed:
    known = sessions.of_client(at.conn, at.client_id)
    there = _with_id(deed.session.id, known) or _on_the_day(deed.session, known)
    mine = deed.session
    if there is not None:
        was = deed.before or replace(mine, id=there.id, ticks=(), entered=None)
        mine = replace(onto(there, was, mine), id=there.id)
    given = tuple(ratings.on_day(at.conn, rating) for rating in deed.ratings)
    gone = [ratings.on_day(at.conn, rating) for rating in deed.dropped]
    return KeepSession(mine, there, deed.ratings, given, tuple(r for r in gone if r))


def _on_the_day(wanted: Session, known: Iterable[Session]) -> Session | None:
    return next((session for session in known if session.day == wanted.day), None)


@_onto.register
def _(deed: ChangeClient, at: At) -> Deed:
    present = clients.again(at.conn, deed.before)
    return ChangeClient(present, onto(present, deed.before, deed.after))


@_onto.register
def _(deed: Begin, at: At) -> Deed:
    present = clients.again(at.conn, deed.before)
    return replace(deed, before=present, after=onto(present, deed.before, deed.after))


@_onto.register
def _(deed: Together, at: At) -> Deed:
    return replace(deed, deeds=tuple(_onto(each, at) for each in deed.deeds))


@_onto.register
def _(deed: Delete, at: At) -> Deed:
    thing: Goal | Measure | Rating | Event | Lifeline | Kept | Session | None
    match deed.thing:
        case Rating() as given:
            thing = ratings.on_day(at.conn, given)
        case Event(id=id_):
            thing = _with_id(id_, events.of_client(at.conn, at.client_id))
        case Lifeline(id=id_):
            thing = _with_id(id_, lifelines.of_client(at.conn, at.client_id))
        case Goal() as goal:
            thing = _goal(goal, at)
        case Measure() as measure:
            thing = _measure(measure, at)
        case Session(id=id_):
            thing = _with_id(id_, sessions.of_client(at.conn, at.client_id))
        case kept:
            thing = relationship.present(kept, at)
    return Delete(thing or deed.thing)


def _measure(seen: Measure, at: At) -> Measure:
    found = _with_id(seen.id, measures.of_client(at.conn, at.client_id))
    if found is None:
        raise NotKept(f"“{seen.name}” is not there any more.")
    return found


def _goal(seen: Goal, at: At) -> Goal:
    for goal in goals.of_client(at.conn, [_measure(seen.measure, at)]):
        return goal
    raise NotKept(f"“{seen.wording}” is not there any more.")


def _with_id(id_: str, things: Iterable[K]) -> K | None:
    return next((thing for thing in things if thing.id == id_), None)
