"""Asking at a terminal or over a pipe: one line out, one line in, nothing that moves a cursor."""

from __future__ import annotations

import sys

from tui.core.text import NOTE_LIMIT, clean
from tui.shell.say import say
from tui.shell.target import AskedWrongly, CouldNot


class NoMoreInput(Exception):
    """Whoever answers has gone: the end of a pipe, or Ctrl+D."""


def ask(prompt: str) -> str:
    """Ask, and return what was answered, without the blanks around it. Raises `NoMoreInput`."""
    typed = sys.stdin.isatty()
    say(f"{prompt} ", nl=not typed)  # over a pipe nobody ends the line by pressing Enter
    # Bytes, because a letter cut in half is no reason to lose the rest of the answers.
    line = sys.stdin.buffer.readline().decode(sys.stdin.encoding, "replace")
    if not line:
        say("", nl=typed)
        raise NoMoreInput
    return clean(line).strip()


def choice(prompt: str, *answers: str) -> str:
    """Ask until one of `answers` is given, or its first letter; Enter gives the first of them.

    Raises `NoMoreInput`.
    """
    while True:
        answer = ask(prompt).casefold()
        for each in answers:
            if answer in (each, each[0]) or not answer:
                return each
        say(f"Please answer {', '.join(answers[:-1])} or {answers[-1]}.")


def be_sure(question: str, *, already: bool) -> None:
    """Ask before something is deleted, unless `already` sure; raises `CouldNot` for a no."""
    if already:
        return
    if not sys.stdin.isatty():
        raise AskedWrongly("Nobody is there to be asked whether to delete this: give --yes.")
    try:
        sure = choice(f"{question} [y/N]", "no", "yes") == "yes"
    except NoMoreInput:
        sure = False
    if not sure:
        raise CouldNot("Nothing was deleted.")


def words(given: str) -> str:
    """What was given, or for "-" what comes on stdin; raises `AskedWrongly` for nothing."""
    if given == "-":
        # Bytes, because a letter cut in half is no reason to lose the rest.
        given = sys.stdin.buffer.read(4 * NOTE_LIMIT + 1).decode("utf-8", "replace")
    if not (given := given.strip()):
        raise AskedWrongly("There are no words to keep.")
    return given
