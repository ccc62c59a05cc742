"""What Rowan's therapist noted for themself alone. Fictional; a file apart, as it is in real life.

Days are given as session numbers; no text names a weekday, month or season.
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict

import rowan
from schedule import Calendar
from wander import Knots, leaning


class Noticed(TypedDict):
    """A line of the countertransference log; `session` is the day of the one it came up in."""

    date: str
    session: str
    feeling: Literal["warm", "difficult"]
    what: str
    touches: str
    adjust: str
    supervision: Literal["no", "yes", "done"]


class Pull(TypedDict):
    """Which pulls of wanting to save somebody there were on a day."""

    date: str
    needed: bool
    rescue: bool
    comfort: bool
    words: NotRequired[str]


class Note(TypedDict):
    """A note in free words."""

    date: str
    text: str


class Balance(TypedDict):
    """A session between method, -2, and self-awareness, +2."""

    date: str
    value: int


class Private(TypedDict):
    """A whole file."""

    format: Literal["fledge private"]
    version: Literal[1]
    about: str
    ends: str
    noticed: list[Noticed]
    pulls: list[Pull]
    notes: list[Note]
    balances: list[Balance]


class _Line(NamedTuple):
    feeling: Literal["warm", "difficult"]
    what: str
    touches: str
    adjust: str
    supervision: Literal["no", "yes", "done"] = "no"


ABOUT = "What the therapist of the fictional Rowan keeps to themself. It never enters Rowan's file."

LOG: dict[int, _Line] = {
    5: _Line("warm", "I look forward to this hour", "It may be felt, and be a welcome",
             "Enjoy it; keep asking what is hard"),
    14: _Line("difficult", "Impatient, and a clever remark before I knew it",
              "Rowan went quiet and I took it for thought", "Slow down when I feel clever", "done"),
    15: _Line("difficult", "Guilt at the empty chair, and a wish to explain myself",
              "My explaining would have taken up the room", "Ring, say little, and listen", "done"),
    26: _Line("difficult", "Helpless. My own mother's ward came back to me",
              "I hurried to comfort", "Stay with not being able to mend it", "done"),
    33: _Line("warm", "Such easy company; I was sorry when the hour was over",
              "Ease is what Rowan gets at home for being no trouble",
              "Ask what we are not talking about", "yes"),
    38: _Line("difficult", "Stung, then relieved: it was true",
              "Rowan risked me, and watched my face", "Own my part before anything else", "done"),
    47: _Line("difficult", "Disappointed that the old goal was back",
              "My wish for a tidy ending", "It is Rowan's goal and Rowan's pace"),
    54: _Line("warm", "Proud, and sad to see this end", "A goodbye that both may feel",
              "Say so, once and simply", "yes"),
}  # fmt: skip

PULLS: dict[int, tuple[str, str]] = {
    8: ("rescue", ""),
    20: ("", ""),
    27: ("rescue comfort", "I offered a way out before I was asked for one"),
    32: ("needed comfort", "I like being the one who is told"),
    36: ("needed comfort", "Still. To supervision with it"),
    41: ("", "Lighter since it was said"),
    53: ("needed", "Letting go is my work too"),
}
"""By session: which there were, and what was written to it."""

NOTES: dict[int, str] = {
    16: "Rowan brought it up first. I said what I had done, without a 'but'. It got quiet.",
    37: "Goal review: Rowan's list was better than mine [I threw mine away].",
    44: "Spacing out is agreed. Watch whether I find reasons against it.",
}

BALANCE: Knots = (
    (1, -1.4), (12, -1), (14, -2), (16, 1), (24, 0.4), (29, 0), (36, 0), (38, 1.8), (45, 1),
    (54, 1),
)  # fmt: skip


def build(figures: Mapping[str, Any]) -> Private:
    """Return the private notes that go with Rowan's story."""
    calendar = rowan.calendar_of(figures)

    def day(number: int) -> str:
        return calendar.on(number).isoformat()

    return {
        "format": "fledge private",
        "version": 1,
        "about": ABOUT,
        "ends": figures["ends"],
        "noticed": [_noticed(day(number), line) for number, line in LOG.items()],
        "pulls": [_pull(day(number), *told) for number, told in PULLS.items()],
        "notes": [{"date": day(number), "text": text} for number, text in NOTES.items()],
        "balances": _balances(calendar),
    }


def _noticed(day: str, line: _Line) -> Noticed:
    return {
        "date": day,
        "session": day,
        "feeling": line.feeling,
        "what": line.what,
        "touches": line.touches,
        "adjust": line.adjust,
        "supervision": line.supervision,
    }


def _pull(day: str, taken: str, words: str) -> Pull:
    made: Pull = {
        "date": day,
        "needed": "needed" in taken,
        "rescue": "rescue" in taken,
        "comfort": "comfort" in taken,
    }
    if words:
        made["words"] = words
    return made


def _balances(calendar: Calendar) -> list[Balance]:
    """Return the pair for every other session that was held."""
    days = calendar.held[::2]
    values = leaning("rowan/private/balance", calendar.path(BALANCE, days))
    return [
        {"date": day.isoformat(), "value": value} for day, value in zip(days, values, strict=True)
    ]
