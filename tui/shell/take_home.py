"""`fledge report`: what to take home, as a web page, as Markdown or as plain text."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from tui.core import reports
from tui.core.reports import SAFEST, Layout, Part, Wanted
from tui.core.trouble import InTheWay, Trouble
from tui.exchange.report import make, out
from tui.shell.ask import NoMoreInput, choice
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot, Target, told

_STDOUT: Final = "-"
_KNOWN: Final = ", ".join(Part)


@click.command("report")
@click.argument("output", required=False, default=_STDOUT)
@click.option(
    "--format",
    "layout",
    type=click.Choice([layout.value for layout in Layout]),
    help="How it is written; else as the end of OUTPUT's name says, and text on stdout.",
)
@click.option(
    "--include",
    default=",".join(SAFEST),
    show_default=True,
    help=f"What goes in, with commas between: {_KNOWN}.",
)
@click.option("--from", "from_", metavar="DATE", help="First day; else the last review's.")
@click.option("--to", metavar="DATE", help="Last day, told as it was known then; else today.")
@click.option("--replace", is_flag=True, help="Put it in place of a file that is there.")
@targeted
def report(
    target: Target,
    output: str,
    layout: str | None,
    include: str,
    from_: str | None,
    to: str | None,
    replace: bool,
) -> None:
    """A report to take home, to OUTPUT or to stdout: goals, growth and signs of a period.

    Sessions, and what was written in free words, go in only when they are named. A therapist's own
    notes never do.
    """
    wanted = _wanted(target, include, from_, to)
    how = _layout(output, layout)
    with target.reading() as file:
        client = target.chosen(file.conn)
        asked = (client, wanted, how, target.today, target.rater, target.manners)
        with told():
            written = make.made(file, *asked)
    if output == _STDOUT:
        say(written, nl=False)
        return
    say(f"Written: {_put(written.encode(), Path(output), replace=replace)}. It is not encrypted.")


def _wanted(target: Target, include: str, from_: str | None, to: str | None) -> Wanted:
    with told():
        return Wanted(
            reports.parts(include.split(",")),
            target.day(from_) if from_ else None,
            target.day(to) if to else None,
        ).sound(target.today)


def _layout(output: str, given: str | None) -> Layout:
    """How it is written; raises `AskedWrongly` where that cannot be."""
    if output == _STDOUT:
        if given == Layout.HTML:
            raise AskedWrongly("HTML goes into a file: fledge report NAME.html")
        return Layout(given or Layout.TEXT)
    found = Layout(given) if given else reports.layout_of(output)
    if found is None:
        known = ", ".join(f"--format {layout.value}" for layout in Layout)
        raise AskedWrongly(f"{output} does not tell how it shall be written. Say it: {known}.")
    return found


def _put(data: bytes, place: Path, *, replace: bool) -> Path:
    """Write the file; over one that is there only with consent, which a person may give here."""
    try:
        try:
            return out.put(data, place, replace=replace)
        except InTheWay:
            if not sys.stdin.isatty() or not _sure(place):
                raise
            return out.put(data, place, replace=True)
    except Trouble as error:
        raise CouldNot(str(error)) from error


def _sure(place: Path) -> bool:
    try:
        return choice(f"{place} is there already. Replace it? [y/N]", "no", "yes") == "yes"
    except NoMoreInput:
        return False
