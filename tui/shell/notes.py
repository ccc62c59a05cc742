"""`fledge notes`: reflections, to list, change and delete."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

import click

from tui.core.deeds import Keep
from tui.core.naming import ID_SHOWN
from tui.core.reflections import Part, Reflection, tags
from tui.shell.listed import Listed, listing, tell
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds

_LISTED: Final = Listed(
    "reflection",
    "fledge notes",
    between.reflections,
    lambda note, target: f"the reflection of {target.said(note.day)}",
)


@listing(click.option("--tag", help="Only those with this tag."))
def notes(target: Target, as_json: bool, tag: str | None) -> None:
    """Reflections, oldest first, each with its id. A new one: fledge note TEXT."""
    with target.reading() as file:
        found = between.reflections(file.conn, target.chosen(file.conn).id)[::-1]
    if tag is not None:
        wanted = {each.casefold() for each in tags(tag)}
        found = tuple(r for r in found if wanted & {each.casefold() for each in r.tags})
    tell(found, partial(_lines, target=target), _told, as_json=as_json, between="\n\n")


@notes.command()
@click.argument("id_", metavar="ID")
@click.option("--text", help="What it says.")
@click.option("--part", type=click.Choice([p.value for p in Part]), help="When it belongs to.")
@click.option("--tag", "given", multiple=True, help="All its tags anew; there may be several.")
@targeted
def edit(
    target: Target, id_: str, text: str | None, part: str | None, given: tuple[str, ...]
) -> None:
    """Change the reflection with this ID; the first letters of it are enough."""
    if text is None and part is None and not given:
        raise AskedWrongly("Say what to change: --text, --part, --tag.")
    with target.writing() as (file, client):
        before = _LISTED.by_id(file, client, id_)
        after = before if text is None else replace(before, body=text)
        after = after if part is None else replace(after, part=Part(part))
        after = replace(after, tags=tags(" ".join(given))) if given else after
        deeds.do(file, client.id, Keep(after.sound(), before), author=target.rater.value)
        say(_lines(after, target))


notes.add_command(_LISTED.deleting())


def _lines(reflection: Reflection, target: Target) -> str:
    tagged = "".join(f" #{tag}" for tag in reflection.tags)
    head = f"{reflection.id[:ID_SHOWN]}  {target.said(reflection.day)}  {reflection.part}{tagged}"
    return "\n  ".join([head, *reflection.body.splitlines()])


def _told(reflection: Reflection) -> dict[str, Any]:
    return {
        "id": reflection.id,
        "date": reflection.day.isoformat(),
        "part": reflection.part.value,
        "text": reflection.body,
        "tags": list(reflection.tags),
        "session": reflection.session_id,
    }
