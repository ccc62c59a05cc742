"""`fledge note`: words of one's own, in the client's file or in the therapist's."""

from __future__ import annotations

import sys

import click

from tui.core.own_notes import Keep, OwnNote
from tui.core.text import NOTE_LIMIT
from tui.ids import new_id
from tui.shell.options import own_only, targeted, with_own_file
from tui.shell.own import chosen_id, writing
from tui.shell.say import say
from tui.shell.target import AskedWrongly, Target
from tui.store import own_notes


@click.command()
@click.argument("text")
@click.option("--on", "on", default="today", help="The day it is of, such as yesterday.")
@click.option(
    "--private", is_flag=True, help="Into the therapist's own file: nothing of it is the client's."
)
@with_own_file
@targeted
def note(target: Target, text: str, on: str, private: bool) -> None:
    """Write TEXT down; with - it is read from stdin, and stays out of the shell's history."""
    if not private:
        raise AskedWrongly(
            "Say where it belongs: --private, with --as therapist, keeps it as yours."
        )
    own_only(target)
    words, day = _text(text), target.day(on)
    made = OwnNote(new_id(), chosen_id(target), day, words)
    with writing(target) as file:
        own_notes.do(file, Keep(made))
    say(f"Kept among your own notes, {target.said(day)}.")


def _text(text: str) -> str:
    """What was given, or what comes on stdin; raises `AskedWrongly` for nothing."""
    if text == "-":
        # Bytes, because a letter cut in half is no reason to lose the rest.
        text = sys.stdin.buffer.read(4 * NOTE_LIMIT + 1).decode("utf-8", "replace")
    if not (text := text.strip()):
        raise AskedWrongly("There are no words to keep.")
    return text
