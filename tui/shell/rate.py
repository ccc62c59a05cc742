"""`fledge rate MEASURE VALUE`."""

from __future__ import annotations

from typing import Any

import click

from tui.core.measures import Rater
from tui.shell import rating
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import Target


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("measure")
@click.argument("value")
@click.option("--note", default="", help="One moment that shows it.")
@click.option("--on", "on", default="today", help="The day it speaks of, such as yesterday.")
@click.option(
    "--rater", type=click.Choice([r.value for r in Rater]), help="Who rates; else whose view it is."
)
@click.option(
    "--mark", "marks", multiple=True, help="A mark that the measure has, such as handed_it_over."
)
@targeted
def rate(target: Target, measure: str, value: str, rater: str | None, **given: Any) -> None:
    """Rate a MEASURE: its key, its name, or a part of a goal's wording.

    VALUE is a number on the measure's scale, mostly 0 to 10. Rating the same day again replaces
    what was there; `fledge undo` brings it back.
    """
    say(rating.rate(target, measure, value, rater=rater or target.rater, **given))
