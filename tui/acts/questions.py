"""The questions that are asked in passing. Each answer names what it returns."""

from __future__ import annotations

from datetime import date
from typing import Final

from tui.core.sessions import Session, SessionState
from tui.dialogs.confirm import Answer, Confirm

_WELCOME: Final = (
    Answer("b", "Begin with a name and a goal", "begin"),
    Answer("d", "Look around a made-up case", "demo"),
    Answer("l", "Later; just the empty lists", "later"),
)
_DRAFT: Final = (
    Answer("g", "Go on with it", "go"),
    Answer("l", "Later; it stays where it is", "later"),
    Answer("t", "Throw it away", "away"),
)
_SESSIONS: Final = (
    Answer("w", "Write up the one that waits, or today's", "write"),
    Answer("d", "Write up one of another day", "another"),
    Answer("p", "Plan sessions", "plan"),
)
_PUT_AWAY: Final = (
    Answer("s", "Seen", "seen"),
    Answer("l", "Later, on a day of your choice", "later"),
    Answer("t", "Talked about, with a note", "talked"),
)


def welcome(place: str) -> Confirm:
    """The first start: begin, look around, or neither. `place` is where the file is."""
    sentence = (
        "fledge shows growth in therapy: your goals, ten indicators, five signs, over time. It"
        " is a record and a conversation aid; it does not diagnose and nobody watches it. What"
        f" you write stays in one file, yours: {place}"
    )
    return Confirm("Welcome", sentence, _WELCOME, "begin")


def go_on(called: str) -> Confirm:
    """What becomes of a draft; `called` says what it is of."""
    sentence = "It was never saved. It is as you left it."
    return Confirm(f"You were writing: {called}", sentence, _DRAFT, "go")


def sessions() -> Confirm:
    """What is added in the Sessions mode."""
    return Confirm("Sessions", "", _SESSIONS, "write")


def became(session: Session, today: date) -> Confirm:
    """What became of a session; one that is still to come can only be moved or called off."""
    answers = [Answer("o", "It is on another day", "move")]
    if session.day <= today:
        answers[:0] = [
            Answer("a", "It took place", "held"),
            Answer("m", "It was missed", "missed"),
        ]
    if session.state is not SessionState.PLANNED:
        answers.append(Answer("p", "It is still planned", "planned"))
    return Confirm("What became of it?", f"Session {session.number}.", answers)


def put_away(said: str) -> Confirm:
    """What is done with a notice."""
    return Confirm("What became of it?", said, _PUT_AWAY, "seen")
