"""`fledge measure add|reword`: what a measure asks, and on which scale."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import click

from tui.core.catalogue import CATALOGUE
from tui.core.clients import Client
from tui.core.deeds import AddMeasure, Reword
from tui.core.measures import (
    FORTNIGHTLY,
    WEEKLY,
    Direction,
    Kind,
    Measure,
    Rater,
    Scale,
    Version,
    key_for,
)
from tui.core.text import clean
from tui.ids import new_id
from tui.shell import find, norms
from tui.shell.norms import normed
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import deeds, measures
from tui.store.openfile import OpenFile

_HABIT: Final = {
    Kind.GROWTH: (Direction.HIGHER, WEEKLY),
    Kind.SIGN: (Direction.LOWER, FORTNIGHTLY),
}
"""What is hoped for and how often it is asked, where nothing else is said."""


@click.command()
@click.argument("name")
@click.option("--prompt", help="The sentence to rate; the name if not given.")
@click.option("--low", default="not at all", help="What the lowest value means.", show_default=True)
@click.option("--high", default="fully", help="What the highest value means.", show_default=True)
@click.option("--min", "minimum", type=float, default=0, show_default=True)
@click.option("--max", "maximum", type=float, default=10, show_default=True)
@click.option("--step", type=float, default=1, help="Between two values.", show_default=True)
@click.option("--kind", type=click.Choice(["growth", "sign"]), default="growth", show_default=True)
@click.option(
    "--direction",
    type=click.Choice(["higher", "lower"]),
    help="What is hoped for: higher for growth, lower for a sign, if not given.",
)
@click.option(
    "--cadence",
    type=click.IntRange(1, 366),
    help="Days after which it is asked again: 7 for growth, 14 for a sign, if not given.",
)
@normed
@targeted
def add(
    target: Target,
    name: str,
    prompt: str | None,
    kind: str,
    direction: str | None,
    cadence: int | None,
    sd: float | None,
    reliability: float | None,
    mean: float | None,
    **scale: Any,
) -> None:
    """Begin a measure of your own, called NAME."""
    name = clean(name).strip()
    hoped, rhythm = _HABIT[Kind(kind)]
    with target.writing() as (file, client):
        taken = need_a_new_name(file, client, name)
        known = norms.read(sd, reliability, mean)
        asked = Version(1, target.today, prompt or name, Scale(**scale).sound(), known)
        made = Measure(
            new_id(),
            key_for(name, taken),
            Kind(kind),
            name,
            Direction(direction) if direction else hoped,
            cadence or rhythm,
            (Rater.CLIENT, Rater.THERAPIST),
            (asked,),
        )
        deeds.do(file, client.id, AddMeasure(made), author=target.rater.value)
        say(f"Measure begun: {name}. Rate it: fledge rate {made.key} VALUE ({made.scale})")


@click.command()
@click.argument("measure")
@click.argument("prompt", required=False)
@click.option("--low", help="What the lowest value means.")
@click.option("--high", help="What the highest value means.")
@click.option("--min", "minimum", type=float)
@click.option("--max", "maximum", type=float)
@click.option("--step", type=float, help="Between two values.")
@click.option("--on", "on", default="today", help="The day from which it is asked so.")
@targeted
def reword(target: Target, measure: str, prompt: str | None, on: str, **scale: Any) -> None:
    """Ask a MEASURE in other words, or on another scale, from a day on.

    That begins a new version: what was rated before keeps meaning what it meant.
    """
    changes = {name: value for name, value in scale.items() if value is not None}
    if prompt is not None and not clean(prompt).strip():
        raise AskedWrongly("A measure needs a sentence to rate.")
    with target.writing() as (file, client):
        chosen = find.measure(file, client, measure)
        since = target.day(on)
        wanted = replace(chosen.scale, **changes)
        after = chosen.asked_anew(prompt or chosen.version.prompt, wanted, since)
        deeds.do(file, client.id, Reword(chosen, after), author=target.rater.value)
        asked = after.version
        said = f"“{asked.prompt}”, {asked.scale}, from {target.said(since)}"
        say(f"{after.name}, version {asked.number}: {said}")
        if chosen.version.norms:
            say(f"Its norms were those of version {chosen.version.number}: fledge measure norms")


def need_a_new_name(file: OpenFile, client: Client, name: str) -> set[str]:
    """Refuse a name that is empty or taken; returns the keys that are taken."""
    if not name:
        raise AskedWrongly("A measure needs a name.")
    known = measures.of_client(file.conn, client.id)
    if any(m.name.casefold() == name.casefold() for m in known):
        raise AskedWrongly(f"There is a measure called “{name}” already.")
    return {m.key for m in known} | {entry.key for entry in CATALOGUE}
