"""When somebody feels worse after sessions: from a word to start with to a fair chance, and on.

Three stages. Worth bringing up; a fair chance for what was agreed, once a conversation is logged;
and, where the chance is over and it is still so, looking at other ways. The last is never reached
without a logged conversation, and never in the first sessions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Final

from tui.core.conversations import Conversation
from tui.core.notices.together import by_session
from tui.core.record import Record
from tui.core.stats.middle import SLACK

LAST: Final = 4
WORSE: Final = 3
"""Of the last 4 sessions, after how many the client felt worse."""
EARLY: Final = 4
"""In the first sessions nobody is told to look elsewhere."""
MIDDLE: Final = 0.5
"""The share of the scale that means: neither better nor worse."""

ALWAYS: Final = "If you feel unsafe or a line was crossed, you owe it no fair chance."
"""Stands with every stage, and where there is none."""
START: Final = "“I have felt worse after our last sessions, and I want to understand it with you.”"
"""Words to start with."""
OPTIONS: Final = (
    ("adjust", "Agree on something else to change, and give that its time"),
    ("second opinion", "Ask somebody else what they think of it"),
    ("referral", "Ask for help in finding somebody else"),
    ("pause", "Pause for a while, and decide then"),
)
"""What there is to choose from in the last stage; none of them comes first."""


class Stage(IntEnum):
    """Where one is on the path."""

    NONE = 0
    BRING_UP = 1
    FAIR_CHANCE = 2
    LOOK_AROUND = 3


@dataclass(frozen=True, slots=True)
class Path:
    """A stage, and what it rests on.

    `worse` are the days of the sessions that count towards it; `talk` the conversation that was
    logged; `left` how many sessions of its fair chance are still to come.
    """

    stage: Stage
    worse: tuple[date, ...] = ()
    talk: Conversation | None = None
    left: int = 0

    @property
    def said(self) -> str:
        """The stage in words, without `ALWAYS`, which stands with all of them."""
        match self.stage:
            case Stage.BRING_UP:
                return (
                    "It is worth bringing up: talking about feeling worse often helps by itself."
                    f" A way to begin: {START}"
                )
            case Stage.FAIR_CHANCE:
                sessions = f"{self.left} session{'' if self.left == 1 else 's'}"
                return f"You talked about it. What you agreed on has {sessions} more to show."
            case Stage.LOOK_AROUND:
                return "It may be time to consider someone else; you gave it a fair chance."
            case _:
                return ""


def path(record: Record) -> Path:
    """Where a client is on the path, as of the record's day."""
    after = by_session(record, "after")
    low = [(day, share < MIDDLE - SLACK) for day, (share,) in after]
    held = [hour.session.day for hour in record.held]
    talk = record.conversations[-1] if record.conversations else None
    if talk and not _over(talk, low, held):
        gone = sum(day > talk.day for day in held)
        if gone < talk.window:
            return Path(Stage.FAIR_CHANCE, _worse(low), talk, talk.window - gone)
        if len(held) > EARLY:
            return Path(Stage.LOOK_AROUND, _worse(low), talk)
        return Path(Stage.NONE, talk=talk)
    found = _worse(low)
    if len(found) >= WORSE and record.fresh(found[-1]):
        return Path(Stage.BRING_UP, found)
    return Path(Stage.NONE)


def _worse(low: Sequence[tuple[date, bool]]) -> tuple[date, ...]:
    """The days of the last sessions after which it was worse."""
    return tuple(day for day, worse in low[-LAST:] if worse)


def _over(talk: Conversation, low: Sequence[tuple[date, bool]], held: Sequence[date]) -> bool:
    """Whether what was talked about is over: the chance ended, and at its end or later it was fine.

    Only what followed the conversation counts. What comes after that begins anew.
    """
    since = [day for day in held if day > talk.day]
    if len(since) < talk.window:
        return False
    ends = since[talk.window - 1]
    known = [(day, worse) for day, worse in low if day > talk.day]
    moments = [at for at, (day, _) in enumerate(known, 1) if day >= ends] or [len(known)]
    return any(len(_worse(known[:at])) < WORSE for at in moments)
