"""`fledge measure norms`: what is known of a questionnaire from other people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import click

from tui.core.deeds import ChangeMeasure
from tui.core.measures import Measure
from tui.core.stats.reliable import Norms
from tui.shell import find
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds


def normed(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--sd`, `--reliability` and `--mean`."""
    for option in (
        click.option("--mean", type=float, help="The mean of the group that seeks help."),
        click.option("--reliability", type=float, help="Its reliability, 0 to below 1."),
        click.option("--sd", type=float, help="Its standard deviation, in points."),
    ):
        command = option(command)
    return command


def read(sd: float | None, reliability: float | None, mean: float | None) -> Norms | None:
    """The norms that were given, None for none; raises `ValueError` where they cannot be any."""
    if sd is None and reliability is None and mean is None:
        return None
    if sd is None or reliability is None:
        raise AskedWrongly("Norms need both --sd and --reliability; --mean may be added.")
    return Norms(sd, reliability, mean)


def said(norms: Norms | None) -> str:
    """Norms in a line, "" for none."""
    if norms is None:
        return ""
    mean = "" if norms.mean is None else f", mean {norms.mean:g}"
    return f"SD {norms.sd:g}, reliability {norms.reliability:g}{mean}"


def told(norms: Norms | None) -> dict[str, float | None] | None:
    """Norms as plain data."""
    if norms is None:
        return None
    return {"sd": norms.sd, "reliability": norms.reliability, "mean": norms.mean}


@click.command()
@click.argument("measure")
@normed
@click.option("--none", is_flag=True, help="Nothing is known of it any more.")
@targeted
def norms(target: Target, measure: str, none: bool, **given: Any) -> None:
    """Say what is known of a MEASURE from other people, as its manual or a study has it.

    Only with these is a change called reliable. They are of the wording in force; nothing that was
    rated changes.
    """
    with target.writing() as (file, client):
        found = read(**given)
        if none is (found is not None):
            raise AskedWrongly("Give --sd and --reliability, or --none.")
        before = find.measure(file, client, measure)
        after = _with(before, found)
        deeds.do(file, client.id, ChangeMeasure(before, after), author=target.rater.value)
        say(f"{after.name}: {said(found) or 'no norms'}")


def _with(measure: Measure, found: Norms | None) -> Measure:
    *earlier, version = measure.versions
    return replace(measure, versions=(*earlier, replace(version, norms=found)))
