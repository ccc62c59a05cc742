"""`fledge goal …`: set, list, reword, reach, let go, reopen, pause, resume."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from tui.core.clients import Client
from tui.core.deeds import Happened, Reword, SetGoal
from tui.core.events import EventKind
from tui.core.goals import ASK_ABOVE, Goal, GoalState, Milestone, Step
from tui.core.measures import WEEKLY, Direction, Kind, Measure, Rater, Scale, Version
from tui.core.text import clean
from tui.ids import new_id
from tui.shell import find, goals_edit, goals_parts
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds
from tui.store.openfile import OpenFile


@click.group()
@targeted
def goal(target: Target) -> None:
    """Goals, in the client's own words."""
    click.get_current_context().obj = target


@goal.command()
@click.argument("wording")
@click.option("--why", default="", help="Why it matters.")
@click.option("--there", default="", help='What "there" looks like.')
@click.option("--by", "by", help="By when, such as 2027-03-01 or in 3 months.")
@click.option("--level", type=float, help="An agreed milestone: this level, by the day of --by.")
@click.option("--importance", type=click.IntRange(0, 3), default=1, show_default=True)
@click.option("--difficulty", type=click.IntRange(0, 3), default=1, show_default=True)
@click.option("--step", "steps", multiple=True, help="A small step; may be given several times.")
@click.option("--low", default="not at all", help="What 0 means.", show_default=True)
@click.option("--high", default="fully", help="What 10 means.", show_default=True)
@click.option("--on", "on", default="today", help="The day on which it was set.")
@targeted
def add(
    target: Target, wording: str, on: str, by: str | None, level: float | None, **given: Any
) -> None:
    """Set a goal. It is rated from 0 to 10: fledge rate "part of the wording" 4."""
    if not clean(wording).strip():
        raise AskedWrongly("A goal needs words. Say it as you would say it to a friend.")
    with target.writing() as (file, client):
        since = target.day(on)
        until = target.day(by, ahead=True) if by else None
        if level is not None and until is None:
            raise AskedWrongly("A milestone is a level by a day: give --by as well.")
        scale = Scale(given["low"], given["high"])
        version = Version(1, since, wording, scale)
        raters = (Rater.CLIENT, Rater.THERAPIST, Rater.PARTNER)
        measure = Measure(
            new_id(), "", Kind.GOAL, wording, Direction.HIGHER, WEEKLY, raters, (version,)
        )
        milestone = Milestone(level, until, since) if level is not None and until else None
        made = Goal(
            measure,
            why=given["why"],
            there=given["there"],
            by_when=until,
            importance=given["importance"],
            difficulty=given["difficulty"],
            steps=tuple(map(Step, given["steps"])),
            milestone=milestone,
        )
        deeds.do(file, client.id, SetGoal(made), author=target.rater.value)
        say(f"Goal set: {wording}, {target.said(since)}")
        _ask_whether_many_help(file, client)


@goal.command("list")
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def list_(target: Target, as_json: bool) -> None:
    """Every goal with its state, its first and its latest rating."""
    from tui.shell import report

    with target.reading() as file:
        told = report.goals(file, target.chosen(file.conn))
    say(report.as_json(told) if as_json else report.goal_lines(told))


@goal.command()
@click.argument("goal")
@click.argument("wording")
@click.option("--on", "on", default="today", help="The day from which the new wording holds.")
@targeted
def reword(target: Target, goal: str, wording: str, on: str) -> None:
    """Give a GOAL new words. What was rated before keeps meaning what it meant."""
    if not clean(wording).strip():
        raise AskedWrongly("A goal needs words. Say it as you would say it to a friend.")
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        since = target.day(on)
        deeds.do(
            file, client.id, Reword.to(chosen.measure, wording, since), author=target.rater.value
        )
        say(f"“{chosen.wording}” is now “{wording}”, from {target.said(since)}")


def _happens(name: str, what: EventKind, said: str) -> Callable[..., Any]:
    """A command that changes a goal's state on a day."""

    @goal.command(name, help=f"A GOAL is {said}, on the day of --on.")
    @click.argument("goal")
    @click.option("--on", "on", default="today", help="The day on which it happened.")
    @targeted
    def happened(target: Target, goal: str, on: str) -> None:

        with target.writing() as (file, client):
            chosen = find.goal(file, client, goal)
            day = target.day(on)
            deeds.do(file, client.id, Happened(chosen, what, day), author=target.rater.value)
            say(f"“{chosen.wording}”: {said}, {target.said(day)}")

    return happened


reach = _happens("reach", EventKind.REACHED, "reached")
let_go = _happens("let-go", EventKind.LET_GO, "let go")
reopen = _happens("reopen", EventKind.REOPENED, "reopened")
pause = _happens("pause", EventKind.PAUSED, "paused")
resume = _happens("resume", EventKind.RESUMED, "resumed")
for command in (goals_edit.edit, goals_edit.milestone, goals_edit.delete):
    goal.add_command(command)
for command in (goals_parts.step, goals_parts.ladder):
    goal.add_command(command)


def _ask_whether_many_help(file: OpenFile, client: Client) -> None:
    active = sum(g.state is GoalState.ACTIVE for g in find.all_goals(file, client))
    if active > ASK_ABOVE:
        say(f"That makes {active} active goals. Would fewer at a time help?", err=True)
