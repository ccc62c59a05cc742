"""`fledge note`: a reflection in the client's file, or words of the therapist's own in theirs."""

from __future__ import annotations

import click

from tui.core.own_notes import KeepOwn, OwnNote
from tui.core.reflections import Part
from tui.ids import new_id
from tui.shell.ask import words
from tui.shell.options import own_only, targeted, with_own_file
from tui.shell.own import chosen_id, writing
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target

_PARTS = [part.value for part in Part]


@click.command()
@click.argument("text")
@click.option("--on", "on", default="today", help="The day it is of, such as yesterday.")
@click.option("--part", type=click.Choice(_PARTS), help="Of a session, or between. [between]")
@click.option("--tag", "tags", multiple=True, help="A word to find it by; there may be several.")
@click.option(
    "--private", is_flag=True, help="Into the therapist's own file: nothing of it is the client's."
)
@with_own_file
@targeted
def note(
    target: Target, text: str, on: str, part: str | None, tags: tuple[str, ...], private: bool
) -> None:
    """Write TEXT down; with - it is read from stdin, and stays out of the shell's history.

    It is a reflection, in the client's file. With --private, in the therapist's view, it goes into
    a file of the therapist's own, from which nothing reaches the client's.
    """
    if not private:
        _reflection(target, words(text), on, Part(part or Part.BETWEEN), tags)
        return
    own_only(target)
    if part or tags:
        raise AskedWrongly("A note of one's own has neither part nor tags; leave them out.")
    _own(target, words(text), on)


def _own(target: Target, text: str, on: str) -> None:
    """Keep words in the therapist's own file."""
    from tui.store import own_notes

    made = OwnNote(new_id(), chosen_id(target), target.day(on), text)
    with writing(target) as file:
        own_notes.do(file, KeepOwn(made))
    say(f"Kept among your own notes, {target.said(made.day)}.")


def _reflection(target: Target, text: str, on: str, part: Part, given: tuple[str, ...]) -> None:
    """Keep a reflection in the client's file, with the session that it belongs to."""
    from tui.core.deeds import Keep
    from tui.core.reflections import Reflection, tags
    from tui.store import deeds, sessions

    with target.writing() as (file, client):
        day = target.day(on)
        known = sessions.of_client(file.conn, client.id)
        of_day = (session.id for session in known if session.day == day)
        session_id = None if part is Part.BETWEEN else next(of_day, None)
        made = Reflection(new_id(), day, part, text, tags(" ".join(given)), session_id)
        deeds.do(file, client.id, Keep(made.sound()), author=target.rater.value)
    say(f"Kept: a reflection, {part.value}, {target.said(day)}.")
