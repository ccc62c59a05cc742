"""`fledge notes`: reflections, to list, change and delete."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import click

from tui.core.deeds import Delete, Keep
from tui.core.naming import ID_SHOWN
from tui.core.reflections import Part, Reflection, tags
from tui.shell import find
from tui.shell.ask import be_sure
from tui.shell.options import targeted
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import between, deeds
from tui.store.openfile import OpenFile


@click.group(invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="For another program.")
@click.option("--tag", help="Only those with this tag.")
@targeted
def notes(target: Target, as_json: bool, tag: str | None) -> None:
    """Reflections, oldest first, each with its id. A new one: fledge note TEXT."""
    ctx = click.get_current_context()
    ctx.obj = target
    if ctx.invoked_subcommand is not None:
        return
    with target.reading() as file:
        found = between.reflections(file.conn, target.chosen(file.conn).id)[::-1]
    if tag is not None:
        wanted = {each.casefold() for each in tags(tag)}
        found = tuple(r for r in found if wanted & {each.casefold() for each in r.tags})
    if as_json:
        from tui.shell import report

        say(report.as_json([_told(each) for each in found]))
    elif found:
        say("\n\n".join(_lines(each, target) for each in found))


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
        before = _found(file, client.id, id_)
        after = before if text is None else replace(before, body=text)
        after = after if part is None else replace(after, part=Part(part))
        after = replace(after, tags=tags(" ".join(given))) if given else after
        deeds.do(file, client.id, Keep(after.sound(), before), author=target.rater.value)
        say(_lines(after, target))


@notes.command()
@click.argument("id_", metavar="ID")
@click.option("--yes", is_flag=True, help="Do not ask.")
@targeted
def delete(target: Target, id_: str, yes: bool) -> None:
    """Take the reflection with this ID out; the first letters of it are enough."""
    with target.writing() as (file, client):
        chosen = _found(file, client.id, id_)
        said = f"the reflection of {target.said(chosen.day)}"
        be_sure(f"Delete {said}?", already=yes)
        deeds.do(file, client.id, Delete(chosen), author=target.rater.value)
        say(f"Deleted: {said}. fledge undo brings it back.")


def _found(file: OpenFile, client_id: str, id_: str) -> Reflection:
    known = between.reflections(file.conn, client_id)
    return find.by_id(known, id_, "reflection", "fledge notes")


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
