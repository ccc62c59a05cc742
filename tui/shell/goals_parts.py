"""`fledge goal step|ladder`: small steps, and five worded levels."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import click

from tui.core.deeds import ChangeGoal
from tui.core.details import RUNGS
from tui.core.goals import Goal, Ladder, Step
from tui.core.text import clean
from tui.shell import find
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds

_LEVELS: Final = ("−2", "−1", " 0", "+1", "+2")


@click.command()
@click.argument("goal")
@click.argument("text", required=False)
@click.option("--done", type=int, help="The number of a step that was taken.")
@click.option("--undone", type=int, help="The number of a step that was not taken after all.")
@click.option("--remove", type=int, help="The number of a step to take away.")
@click.option("--on", "on", default="today", help="The day on which the step was taken.")
@targeted
def step(
    target: Target,
    goal: str,
    text: str | None,
    done: int | None,
    undone: int | None,
    remove: int | None,
    on: str,
) -> None:
    """Add a small step to a GOAL, or say which was taken; alone it lists them, numbered."""
    asked = [each for each in (text, done, undone, remove) if each is not None]
    if len(asked) > 1:
        raise AskedWrongly("One thing at a time: a new step, --done, --undone or --remove.")
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        steps = list(chosen.steps)
        if text is not None:
            if not clean(text).strip():
                raise AskedWrongly("A step needs a few words.")
            steps.append(Step(text))
        elif done is not None:
            place = _place(chosen, done)
            steps[place] = replace(steps[place], done=target.day(on))
        elif undone is not None:
            place = _place(chosen, undone)
            steps[place] = replace(steps[place], done=None)
        elif remove is not None:
            del steps[_place(chosen, remove)]
        after = replace(chosen, steps=tuple(steps))
        if after != chosen:
            deeds.do(file, client.id, ChangeGoal(chosen, after), author=target.rater.value)
    say(_listed(after, target))


@click.command()
@click.argument("goal")
@click.option("--rung", "rungs", multiple=True, help="One level in words; five, lowest first.")
@click.option("--none", "without", is_flag=True, help="Take the ladder away.")
@targeted
def ladder(target: Target, goal: str, rungs: tuple[str, ...], without: bool) -> None:
    """Give a GOAL five worded levels, from much less than hoped to much more; alone, show them."""
    if rungs and (without or len(rungs) != 5 or not all(clean(r).strip() for r in rungs)):
        raise AskedWrongly(
            f"A ladder has five levels ({', '.join(RUNGS)}): --rung WORDS five times, or --none."
        )
    with target.writing() as (file, client):
        chosen = find.goal(file, client, goal)
        after = chosen
        if rungs or without:
            given: Ladder | None = None
            if rungs:
                lowest, low, hoped, high, highest = rungs
                given = (lowest, low, hoped, high, highest)
            after = replace(chosen, ladder=given)
            deeds.do(file, client.id, ChangeGoal(chosen, after), author=target.rater.value)
    said = [f"  {n}  {rung}" for n, rung in zip(_LEVELS, after.ladder or (), strict=False)]
    say("\n".join([f"“{after.wording}”: {'a ladder' if said else 'no ladder'}", *reversed(said)]))


def _place(goal: Goal, number: int) -> int:
    """Where the step with this number is; numbers count from 1."""
    if not 1 <= number <= len(goal.steps):
        raise AskedWrongly(f"“{goal.wording}” has no step {number}.")
    return number - 1


def _listed(goal: Goal, target: Target) -> str:
    lines = [
        f"  {n}  {each.text}" + (f", done {target.said(each.done)}" if each.done else "")
        for n, each in enumerate(goal.steps, 1)
    ]
    return "\n".join([f"“{goal.wording}”: {'steps' if lines else 'no steps yet'}", *lines])
