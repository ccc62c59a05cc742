"""`fledge goal edit|milestone|delete`: what is known of a goal, and taking one out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from tui.core.deeds import ChangeGoal
from tui.core.goals import Milestone
from tui.shell import find
from tui.shell.listed import delete_rated
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds


@click.command()
@click.argument("goal")
@click.option("--why", help="Why it matters.")
@click.option("--there", help='What "there" looks like.')
@click.option("--by", "by", help="By when, such as in 3 months; none for no such day.")
@click.option("--importance", type=click.IntRange(0, 3))
@click.option("--difficulty", type=click.IntRange(0, 3))
@targeted
def edit(target: Target, goal: str, by: str | None, **given: Any) -> None:
    """Change what is known of a GOAL. Its wording is changed by reword."""
    changes = {name: value for name, value in given.items() if value is not None}
    if by is None and not changes:
        raise AskedWrongly("Say what to change: --why, --there, --by, --importance, --difficulty.")
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        if by is not None:
            changes["by_when"] = _until(by, target)
        done = deeds.do(
            file,
            client.id,
            ChangeGoal(chosen, replace(chosen, **changes)),
            author=target.rater.value,
        )
        names = ", ".join(name.replace("by_when", "by when") for name in changes)
        say(f"“{chosen.wording}”: changed {names}" if done else "It was like that already.")


@click.command()
@click.argument("goal")
@click.argument("level", type=float, required=False)
@click.option("--by", "by", help="By when, such as 2027-03-01 or in 3 months.")
@click.option("--none", "without", is_flag=True, help="Take the milestone away.")
@targeted
def milestone(
    target: Target, goal: str, level: float | None, by: str | None, without: bool
) -> None:
    """Agree on a LEVEL for a GOAL, by a day."""
    if without in (level is not None, by is not None):
        raise AskedWrongly("A milestone is a LEVEL by a day: give both, or --none to have none.")
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        until = _until(by or "", target)
        agreed = None
        if level is not None and until is not None:
            agreed = Milestone(level, until, target.today)
        deeds.do(
            file,
            client.id,
            ChangeGoal(chosen, replace(chosen, milestone=agreed)),
            author=target.rater.value,
        )
        said = f"{agreed.level:g} by {target.said(agreed.by)}" if agreed else "no milestone"
        say(f"“{chosen.wording}”: {said}")


@click.command()
@click.argument("goal")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, goal: str, yes: bool) -> None:
    """Take a GOAL out with its ratings; to end one, reach it or let it go instead."""
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        delete_rated(target, (file, client), chosen, f"“{chosen.wording}”", yes=yes)


def _until(by: str, target: Target) -> date | None:
    none = by.strip().casefold() in {"", "none"}
    return None if none else target.day(by, ahead=True)
