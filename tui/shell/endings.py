"""`fledge ending`: what the record shows before a goodbye, what is written for it, and the end."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import click

from tui.core.deeds import Delete, Keep, Note
from tui.core.ending_words import NOT_WRITTEN, PLANS, Ending, PlanRow, Row
from tui.core.ending_words import ending as ending_of
from tui.core.events import Event, EventKind, ended
from tui.core.reviews import EndingPlan, PlanKind, latest
from tui.ids import new_id
from tui.shell.ask import be_sure, words
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, events, record, reviews

_THERE, _NOT_YET = "◆", "·"
_KIND: Final = click.argument("kind", type=click.Choice([kind.value for kind in PlanKind]))
_ON: Final = click.option("--on", "on", default="today", help="The day on which it is so.")


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def ending(target: Target, as_json: bool) -> None:
    """Eight things to look at before a goodbye, with what the record shows; three texts for it."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is not None:
        return
    with target.reading() as file:
        asked = (target.today, 0, target.manners, target.rater)
        found = ending_of(record.reviewing(file, target.chosen(file.conn), *asked))
    if as_json:
        from tui.shell import report

        say(report.as_json(_told(found)))
    else:
        say(_lines(found, target))


@ending.command()
@_ON
@targeted
def end(target: Target, on: str) -> None:
    """Therapy ends, on the day of --on."""
    _turn(target, EventKind.ENDED, on)


@ending.command("begin-again")
@_ON
@targeted
def begin_again(target: Target, on: str) -> None:
    """Therapy begins again, on the day of --on: coming back is as easy as going."""
    _turn(target, EventKind.BEGUN_AGAIN, on)


@ending.command()
@_KIND
@click.argument("text")
@targeted
def write(target: Target, kind: str, text: str) -> None:
    """Write TEXT for the ending, in place of what was written; with - it is read from stdin.

    KIND is spacing (what rhythm comes next), setback (if it gets hard again) or summary (what I
    take with me).
    """
    body, of = words(text), PlanKind(kind)
    with target.writing() as (file, client):
        before = latest(reviews.plans(file.conn, client.id), of)
        made = before or EndingPlan(new_id(), target.today, of, "")
        after = replace(made, day=target.today, body=body).sound()
        deeds.do(file, client.id, Keep(after, before), author=target.rater.value)
        say(f"Kept: {PLANS[of].name}, {target.said(after.day)}")


@ending.command()
@_KIND
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, kind: str, yes: bool) -> None:
    """Take out what was written for the ending."""
    of = PlanKind(kind)
    with target.writing() as (file, client):
        chosen = latest(reviews.plans(file.conn, client.id), of)
        if chosen is None:
            raise AskedWrongly(f"“{PLANS[of].name}” is {NOT_WRITTEN}.")
        be_sure(f"Delete “{PLANS[of].name}”?", already=yes)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Deleted: “{PLANS[of].name}”. fledge undo brings it back.")


def _turn(target: Target, what: EventKind, on: str) -> None:
    """Note that therapy ended or began again, where that changes what is so now."""
    with target.writing() as (file, client):
        known = events.of_client(file.conn, client.id)
        made = Event(new_id(), target.day(on), what, "")
        was = ended(known)
        now = ended(sorted([*known, made], key=lambda event: event.day))
        if bool(was) is bool(now):
            raise AskedWrongly(_refusal(target, known, what))
        deeds.do(file, client.id, Note(made), author=target.rater.value)
        say(f"{made.said.capitalize()}, {target.said(made.day)}")


def _refusal(target: Target, known: list[Event], what: EventKind) -> str:
    """Why therapy cannot end, or begin again, on a day."""
    last = max((e.day for e in known if e.kind.of_therapy), default=None)
    over = ended(known)
    if what is EventKind.ENDED and over:
        return f"Therapy ended on {target.said(over)} already. Again: fledge ending begin-again."
    if what is EventKind.BEGUN_AGAIN and not over:
        return "Therapy goes on. fledge ending end is for when you both see it so."
    then = "ended" if over else "began again"
    return f"Therapy {then} on {target.said(last or target.today)}: say a day from then on."


def _lines(of: Ending, target: Target) -> str:
    over = [f"Therapy ended on {target.said(of.ended)}.\n"] if of.ended else []
    told = [line for row in of.rows for line in _line(row)]
    texts = [line for row in of.plans for line in _text(row, target)]
    return "\n".join([*over, "Before a goodbye", *told, "", "In my own words", *texts])


def _line(row: Row) -> list[str]:
    mark = _THERE if row.line.evidence else _NOT_YET
    return [f"{mark} {row.line.name}", *(f"    {each}" for each in row.line.said)]


def _text(row: PlanRow, target: Target) -> list[str]:
    name = f"{PLANS[row.kind].name} ({row.kind.value})"
    if row.plan is None:
        return [f"{_NOT_YET} {name}", f"    {NOT_WRITTEN}"]
    body = [f"    {line}" for line in row.plan.body.splitlines()]
    return [f"{_THERE} {name}, {target.said(row.plan.day)}", *body]


def _told(of: Ending) -> dict[str, Any]:
    return {
        "ended": of.ended.isoformat() if of.ended else None,
        "lines": [
            {"key": row.id, "name": row.line.name, "evidence": list(row.line.evidence)}
            for row in of.rows
        ],
        "texts": [
            {
                "kind": row.kind.value,
                "date": row.plan.day.isoformat() if row.plan else None,
                "text": row.plan.body if row.plan else None,
            }
            for row in of.plans
        ],
    }
