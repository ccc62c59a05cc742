"""`fledge search WORDS`: finding in everything that was written."""

from __future__ import annotations

from typing import Final

import click

from tui.core.between import Found
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between

_CALLED: Final = {
    "read": "reading",
    "rupture": "break",
    "expectation": "role check",
    "lifeline": "help now",
    "version": "wording",
}
"""What a kind of text is called, where that is not its own name."""


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@targeted
def search(target: Target, words: tuple[str, ...], as_json: bool) -> None:
    """Every text with all WORDS in it, each as the beginning of a word; the latest first."""
    wanted = " ".join(words)
    if not wanted.strip():
        raise AskedWrongly("Say what to look for.")
    with target.reading() as file:
        found = between.find(file, target.chosen(file.conn), wanted, target.today, target.rater)
    if as_json:
        from tui.shell import report

        told = (
            {
                "kind": each.kind,
                "key": each.key,
                "date": each.day.isoformat() if each.day else None,
                "text": each.body,
            }
            for each in found
        )
        say(report.as_json(list(told)))
    elif found:
        say("\n".join(_lines(each, target) for each in found))
    else:
        say("Nothing was found.", err=True)


def _lines(found: Found, target: Target) -> str:
    day = f", {target.said(found.day)}" if found.day else ""
    head = f"{_CALLED.get(found.kind, found.kind)}{day}"
    return "\n  ".join([head, *(line for line in found.body.splitlines() if line.strip())])
