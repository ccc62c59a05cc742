"""`fledge measure …`: list, rename, pause, resume, ask more or less often, delete, and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click

from tui.core.deeds import ChangeMeasure
from tui.core.measures import Kind, Measure
from tui.core.text import clean
from tui.shell import find, measures_asked, norms, rebase
from tui.shell.listed import delete_rated
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, measures


@click.group()
@targeted
def measure(target: Target) -> None:
    """What is rated besides goals: the catalogue's, and your own."""
    click.get_current_context().obj = target


@measure.command("list")
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def list_(target: Target, as_json: bool) -> None:
    """Every measure but goals: name, key, how often it is asked, and its norms, if any."""
    from tui.shell import report

    with target.reading() as file:
        known = measures.of_client(file.conn, target.chosen(file.conn).id)
    listed = [m for m in known if m.kind is not Kind.GOAL]
    if as_json:
        say(report.as_json([_told(m) for m in listed]))
    else:
        say(
            report.aligned(
                [(m.name, m.key, _rhythm(m), norms.said(m.version.norms)) for m in listed]
            )
        )


@measure.command()
@click.argument("measure")
@click.argument("name")
@targeted
def rename(target: Target, measure: str, name: str) -> None:
    """Call a MEASURE otherwise; its key and what it asks stay."""
    name = clean(name).strip()
    with target.writing() as (file, client):
        chosen = find.measure(file, client, measure)
        measures_asked.need_a_new_name(file, client, name)
        deeds.do(
            file,
            client.id,
            ChangeMeasure(chosen, replace(chosen, name=name)),
            author=target.rater.value,
        )
        say(f"“{chosen.name}” is now “{name}”")


@measure.command()
@click.argument("measure")
@click.argument("days", type=click.IntRange(1, 366))
@targeted
def every(target: Target, measure: str, days: int) -> None:
    """Ask a MEASURE again after so many DAYS."""
    with target.writing() as (file, client):
        chosen = find.measure(file, client, measure)
        if chosen.cadence is None:
            raise AskedWrongly(f"{chosen.name} is rated after each session, not by the calendar.")
        after = replace(chosen, cadence=days)
        deeds.do(file, client.id, ChangeMeasure(chosen, after), author=target.rater.value)
        say(f"{after.name}: {_rhythm(after)}")


def _pauses(name: str, paused: bool, said: str, explained: str) -> Callable[..., Any]:
    """A command that pauses a measure, or takes it up again."""

    @measure.command(name, help=explained)
    @click.argument("measure")
    @targeted
    def pauses(target: Target, measure: str) -> None:
        with target.writing() as (file, client):
            chosen = find.measure(file, client, measure)
            if chosen.paused is paused:
                raise AskedWrongly(
                    f"{chosen.name} is {'paused already' if paused else 'not paused'}."
                )
            deeds.do(
                file,
                client.id,
                ChangeMeasure(chosen, replace(chosen, paused=paused)),
                author=target.rater.value,
            )
            say(f"{chosen.name}: {said}")

    return pauses


pause = _pauses("pause", True, "paused", "Do not ask or show a MEASURE; its ratings stay.")
resume = _pauses("resume", False, "asked again", "Ask a paused MEASURE again.")


@measure.command()
@click.argument("measure")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, measure: str, yes: bool) -> None:
    """Take a MEASURE of your own out with its ratings. The catalogue's can be paused."""
    with target.writing() as (file, client):
        chosen = find.measure(file, client, measure)
        delete_rated(target, (file, client), chosen, chosen.name, yes=yes)


measure.add_command(measures_asked.add)
measure.add_command(measures_asked.reword)
measure.add_command(norms.norms)
measure.add_command(rebase.rebase)


def _rhythm(measure: Measure) -> str:
    if measure.paused:
        return "paused"
    return "each session" if measure.cadence is None else f"every {measure.cadence} days"


def _told(measure: Measure) -> dict[str, Any]:
    scale = measure.scale
    return {
        "key": measure.key,
        "name": measure.name,
        "kind": measure.kind.value,
        "direction": measure.direction.value,
        "cadence": measure.cadence,
        "paused": measure.paused,
        "version": measure.version.number,
        "prompt": measure.version.prompt,
        "scale": [scale.minimum, scale.maximum, scale.step],
        "ends": [scale.low, scale.high],
        "norms": norms.told(measure.version.norms),
    }
