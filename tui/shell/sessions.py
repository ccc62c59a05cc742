"""`fledge session`: sessions, to list, write up, plan, move and rate."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import click

from tui.core.catalogue import TICKS
from tui.core.deeds import KeepSession, PlanSessions
from tui.core.measures import Rater
from tui.core.sessions import Format, Rhythm, Session, SessionState
from tui.ids import new_id
from tui.shell import find, hours
from tui.shell.listed import delete_sure, listing
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, relationship
from tui.store import sessions as session_store

_FORMAT: Final = click.Choice([each.value for each in Format if each])
_TICK: Final = click.Choice([tick.key for tick in TICKS])


@listing()
def session(target: Target, as_json: bool) -> None:
    """Every session with what was rated and noted of it, the first one first.

    In the therapist's view, what the client rated of the latest session is kept back until the
    therapist has rated it too.
    """
    with target.reading() as file:
        found = relationship.relationship(file, target.chosen(file.conn), target.today)
    told = hours.told(found, target.rater)
    if as_json:
        from tui.shell import report

        say(report.as_json(told))
    elif told:
        say(hours.lines(told, target))


@session.command()
@click.option("--on", "on", default="today", help="The day on which it was.")
@click.option("--missed", is_flag=True, help="It did not take place.")
@click.option("--format", "how", type=_FORMAT, help="How you met.")
@click.option("--rate", "rated", multiple=True, metavar="KEY=VALUE", help="A rating of it.")
@click.option("--tick", "ticks", multiple=True, type=_TICK, help="Something that happened in it.")
@targeted
def add(
    target: Target,
    on: str,
    missed: bool,
    how: str | None,
    rated: tuple[str, ...],
    ticks: tuple[str, ...],
) -> None:
    """Write up a session; one that was planned for the day is the one that is meant."""
    if missed and (rated or ticks):
        raise AskedWrongly("A session that was missed has no ratings and no ticks.")
    with target.writing() as (file, client):
        day = target.day(on)
        known = session_store.of_client(file.conn, client.id)
        before = next((each for each in known if each.day == day), None)
        if before and before.held:
            raise AskedWrongly(
                f"The session of {target.said(day)} is written up: see fledge session rate."
            )
        number = before.number if before else 1 + sum(each.day < day for each in known)
        state = SessionState.MISSED if missed else SessionState.HELD
        start = before or Session(new_id(), number, day)
        given = tuple(dict.fromkeys(ticks))
        after = replace(start, state=state, entered=target.today, ticks=given)
        after = (replace(after, format=Format(how)) if how else after).sound(target.today)
        made = hours.given(file, client, target, day, rated)
        deed = KeepSession(after, before, made.ratings, made.before)
        deeds.do(file, client.id, deed, author=target.rater.value)
        say(_kept(after, target) + made.said)


@session.command()
@click.argument("which", metavar="SESSION")
@click.argument("rated", nargs=-1, required=True, metavar="KEY=VALUE…")
@targeted
def rate(target: Target, which: str, rated: tuple[str, ...]) -> None:
    """Rate SESSION, its number or its day, such as: rate 12 ease=6 movement=7."""
    with target.writing() as (file, client):
        before = find.session(session_store.of_client(file.conn, client.id), which, target)
        if before.state is SessionState.MISSED:
            raise AskedWrongly(
                f"The session of {target.said(before.day)} was missed. If it was held after all: "
                f"fledge session add --on {before.day}"
            )
        after = before
        if before.state is SessionState.PLANNED:
            after = replace(before, state=SessionState.HELD, entered=target.today)
        made = hours.given(file, client, target, before.day, rated)
        deed = KeepSession(after.sound(target.today), before, made.ratings, made.before)
        deeds.do(file, client.id, deed, author=target.rater.value)
        say(_kept(after, target) + made.said)


@session.command()
@click.option("--weekly", "rhythm", flag_value=Rhythm.WEEKLY.value, help="Every week.")
@click.option("--fortnightly", "rhythm", flag_value=Rhythm.FORTNIGHTLY.value, help="Every other.")
@click.option("--monthly", "rhythm", flag_value=Rhythm.MONTHLY.value, help="Every month.")
@click.option("--from", "first", required=True, help="The day of the first of them.")
@click.option("--count", type=int, default=1, show_default=True, help="How many.")
@click.option("--format", "how", type=_FORMAT, help="How you will meet.")
@targeted
def plan(target: Target, rhythm: str | None, first: str, count: int, how: str | None) -> None:
    """Plan sessions to come; a day that has one already is left as it is."""
    if count != 1 and rhythm is None:
        raise AskedWrongly("Say how often: --weekly, --fortnightly or --monthly.")
    with target.writing() as (file, client):
        day = target.day(first, ahead=True)
        if day < target.today:
            raise AskedWrongly(f"{target.said(day)} has been: fledge session add writes it up.")
        days = list(Rhythm(rhythm or Rhythm.WEEKLY).days(day, count))
        way, state = Format(how or ""), SessionState.PLANNED
        made = tuple(Session(new_id(), n, on, state, way) for n, on in enumerate(days, 1))
        known = {each.day for each in session_store.of_client(file.conn, client.id)}
        deeds.do(file, client.id, PlanSessions(made), author=target.rater.value)
    say("\n".join(f"Planned: {target.said(on)}" for on in days if on not in known))
    for on in known.intersection(days):
        say(f"There is a session on {target.said(on)} already.", err=True)


@session.command()
@click.argument("which", metavar="SESSION")
@click.option("--to", "to", required=True, help="The day on which it will be, or was.")
@targeted
def move(target: Target, which: str, to: str) -> None:
    """Move SESSION, its number or its day, with everything that was rated of it."""
    with target.writing() as (file, client):
        before = find.session(session_store.of_client(file.conn, client.id), which, target)
        planned = before.state is SessionState.PLANNED
        after = replace(before, day=target.day(to, ahead=planned))
        if planned:
            after = replace(after, moved_from=before.moved_from or before.day)
        deed = KeepSession(after.sound(target.today), before)
        deeds.do(file, client.id, deed, author=target.rater.value)
        say(f"Moved: {target.said(before.day)} → {target.said(after.day)}")


@session.command()
@click.argument("which", metavar="SESSION")
@targeted
def miss(target: Target, which: str) -> None:
    """Say that SESSION, its number or its day, did not take place; it keeps its number."""
    with target.writing() as (file, client):
        before = find.session(session_store.of_client(file.conn, client.id), which, target)
        found = relationship.relationship(file, client, target.today).hour(before.id)
        if found and any(found.rated_by(rater) for rater in Rater):
            raise AskedWrongly(
                f"The session of {target.said(before.day)} was rated, so it was held. "
                "fledge session delete takes both out."
            )
        after = replace(before, state=SessionState.MISSED, entered=target.today, ticks=())
        deed = KeepSession(after.sound(target.today), before)
        deeds.do(file, client.id, deed, author=target.rater.value)
        say(_kept(after, target))


@session.command()
@click.argument("which", metavar="SESSION")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, which: str, yes: bool) -> None:
    """Take SESSION, its number or its day, out with what was rated of it."""
    with target.writing() as (file, client):
        chosen = find.session(session_store.of_client(file.conn, client.id), which, target)
        said = f"the session of {target.said(chosen.day)}"
        besides = " with what was rated of it"
        delete_sure(target, (file, client), chosen, said, yes=yes, besides=besides)


def _kept(session: Session, target: Target) -> str:
    how = f", {session.format}" if session.format else ""
    return f"Session {session.number}, {target.said(session.day)}: {session.state.value}{how}"
