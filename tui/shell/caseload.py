"""`fledge caseload`: everybody in the file, with what is waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from tui.core.caseload import Case, CaseOrder, Glance
from tui.core.worth import worth
from tui.shell import report
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target
from tui.store import caseload as store
from tui.store import record
from tui.store.openfile import OpenFile

_HEADS = ("name", "last", "next", "goals moved", "alliance", "repairs open", "waiting")
_AT_ONCE = 500
"""Clients whose check-ins are counted in one go."""

Row = tuple[Case, Glance | None]
"""A client, and a closer look where one is wanted."""


@click.command()
@click.option(
    "--closer", is_flag=True, help="Also goals that moved, the alliance and notices; it is slower."
)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def caseload(target: Target, closer: bool, as_json: bool) -> None:
    """Everybody in the file by name: last and next session, open repairs, what is waiting."""
    today, manners = target.today, target.manners
    with target.reading() as file:
        cases = CaseOrder.NAME.sorted(store.cases(file, today))
        due: dict[str, int] = {}
        for n in range(0, len(cases), _AT_ONCE):
            some = [case.client for case in cases[n : n + _AT_ONCE]]
            due |= store.count_due(file, some, today, manners)
        rows = [
            (
                replace(case, due=due[case.id]),
                _closer(file, case, target) if closer else None,
            )
            for case in cases
        ]
    if as_json:
        say(report.as_json([_told(*row) for row in rows]))
    elif rows:
        say(_table(rows, target))


def _closer(file: OpenFile, case: Case, target: Target) -> Glance:
    """A closer look at one client, with what is worth talking about."""
    today, manners, view = target.today, target.manners, target.rater
    given = record.reviewing(file, case.client, today, 0, manners, view)
    found = store.glance(file, case.client, today, manners, view)
    return replace(found, notices=worth(given).notices)


def _table(rows: list[Row], target: Target) -> str:
    """A line for each client under the names of the columns; one that says nothing is left out."""
    told = [_HEADS, *(_line(*row, target) for row in rows)]
    kept = [n for n in range(len(_HEADS)) if n == 0 or any(line[n] for line in told[1:])]
    return report.aligned([tuple(line[n] or "–" for n in kept) for line in told])


def _line(case: Case, glance: Glance | None, target: Target) -> tuple[str, ...]:
    alliance = glance.alliance if glance else None
    return (
        case.client.name,
        target.said(case.last) if case.last else "",
        target.said(case.coming) if case.coming else "ended" if case.ended else "",
        glance.goals if glance else "",
        "" if alliance is None else f"{alliance:.1f}",
        f"{case.repairs}" if case.repairs else "",
        ", ".join(case.waiting(glance)),
    )


def _told(case: Case, glance: Glance | None) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": case.id,
        "name": case.client.name,
        "started": case.client.started.isoformat(),
        "last_session": _day(case.last),
        "next_session": _day(case.coming),
        "to_write_up": case.unwritten,
        "repairs_open": case.repairs,
        "topics_open": case.topics,
        "due": case.due,
        "review_due": _day(case.review),
        "ended": _day(case.ended),
    }
    if glance:
        told |= {
            "goals_moved": glance.moved,
            "goals_active": glance.active,
            "alliance": glance.alliance,
            "notices": glance.notices,
        }
    return told


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
