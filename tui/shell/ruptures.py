"""`fledge rupture`: breaks in the relationship, and the steps of their repair."""

from __future__ import annotations

from functools import partial
from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.ids import new_id
from tui.shell import find
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, repairs, sessions

_KINDS: Final = {kind.said: kind for kind in RuptureKind} | {k.value: k for k in RuptureKind}
_NOTICERS: Final = [each.value for each in Noticer]
_STEP_KEYS: Final = [key for key, _ in STEPS]


_LISTED: Final = Listed(
    "break",
    "fledge rupture",
    repairs.of_client,
    lambda rupture, target: f"the break in the session of {target.said(rupture.day)}",
)


@listing()
def rupture(target: Target, as_json: bool) -> None:
    """Breaks and their repair, oldest first, each with its id and what comes next."""
    with target.reading() as file:
        found = repairs.of_client(file.conn, target.chosen(file.conn).id)
    tell(found, partial(_line, target=target), _told, as_json=as_json)


@rupture.command()
@click.option("--session", "which", help="Its number or its day; the latest one if not given.")
@click.option("--noticed-by", type=click.Choice(_NOTICERS), help="Else whose view it is.")
@click.option("--kind", type=click.Choice([*_KINDS]), required=True, help="How it showed.")
@click.option("--note", default="", help="A few words about it.")
@targeted
def log(target: Target, which: str | None, noticed_by: str | None, kind: str, note: str) -> None:
    """Write down a break in a session. Breaks are part of the work; what counts is the repair."""
    with target.writing() as (file, client):
        known = [s for s in sessions.of_client(file.conn, client.id) if s.day <= target.today]
        if not known:
            raise AskedWrongly("A break belongs to a session: fledge session add writes one up.")
        session = find.session(known, which, target) if which else known[-1]
        noticer = Noticer(noticed_by or target.rater.value)
        made = Rupture(new_id(), session.id, session.day, noticer, _KINDS[kind], note)
        deeds.do(file, client.id, Keep(made), author=target.rater.value)
        say(_line(made, target))


@rupture.command()
@click.argument("id_", metavar="ID")
@click.argument("which", metavar="[STEP]", required=False)
@click.option("--on", "on", default="today", help="The day on which it happened.")
@click.option("--undo", "back", is_flag=True, help="It has not happened after all.")
@targeted
def step(target: Target, id_: str, which: str | None, on: str, back: bool) -> None:
    """Say that a step of the repair happened: the next one, or STEP, by its number or its key."""
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        number = _number(which) if which else _last_done(before) if back else before.next_step
        if number is None:
            raise AskedWrongly("No step is done yet." if back else "All its steps have happened.")
        after = before.step(number, None if back else target.day(on)).sound(target.today)
        deeds.do(file, client.id, Keep(after, before), author=target.rater.value)
        say(_line(after, target))


rupture.add_command(_LISTED.deleting())


def _number(which: str) -> int:
    """Which step is meant, from 0."""
    if which in _STEP_KEYS:
        return _STEP_KEYS.index(which)
    if which.isdecimal() and 1 <= int(which) <= len(STEPS):
        return int(which) - 1
    raise AskedWrongly(f"There is no step “{which}”; there are: {', '.join(_STEP_KEYS)}.")


def _last_done(rupture: Rupture) -> int | None:
    done = [n for n, day in enumerate(rupture.steps) if day]
    return done[-1] if done else None


def _line(rupture: Rupture, target: Target) -> str:
    head = f"{rupture.id[:ID_SHOWN]}  {target.said(rupture.day)}  {rupture.kind.said}"
    parts = [
        f"{head}, noticed by {rupture.noticed_by.value}",
        rupture.note,
        _state(rupture, target),
    ]
    return "\n  ".join(part for part in parts if part)


def _state(rupture: Rupture, target: Target) -> str:
    if rupture.days is not None:
        return f"◆ repaired after {_days(rupture.days)}"
    days = _days((target.today - rupture.day).days)
    open_for = f"open for {days}, {rupture.done} of {len(STEPS)} steps"
    number = rupture.next_step
    return open_for if number is None else f"{open_for}; next: {STEPS[number][1]}"


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _told(rupture: Rupture) -> dict[str, Any]:
    steps = zip(_STEP_KEYS, rupture.steps, strict=True)
    number = rupture.next_step
    return {
        "id": rupture.id,
        "session": rupture.day.isoformat(),
        "noticed_by": rupture.noticed_by.value,
        "kind": rupture.kind.value,
        "note": rupture.note,
        "steps": {key: day.isoformat() if day else None for key, day in steps},
        "next": None if number is None else _STEP_KEYS[number],
        "days": rupture.days,
    }
