"""The shape of a `fledge story` file, and the few helpers that every story is built with.

Dates are ISO 8601 texts. Texts name no weekday, month or season: a demo moves all dates so that
the story ends today.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NotRequired, TypedDict

from hours import (
    Between,
    Practice,
    Reading,
    Reflection,
    RoleCheck,
    Rupture,
    Session,
    Topic,
)
from reviews import Answer, Conversation, Plan, Review, Reviewed

Rater = Literal["client", "therapist", "partner"]
Mark = Literal["talked_it_through", "asked_for_advice", "handed_it_over"]
State = Literal["draft", "active", "paused", "reached", "let go"]

GROWTH = (
    "confidence", "choice", "self_activation", "spontaneity", "self_entitlement",
    "commitment", "intimacy", "responsibility", "acceptance", "containment",
)  # fmt: skip
SIGNS = ("damage_story", "regulation", "self_absorption", "closed_mind", "decisions")
FINGERPRINT = ("comfort_challenge", "story_telling", "planned_alive", "holding_freeing")
SLOW = ("real_relationship", "safe", "seen", "understood", "stance")
ALLIANCE = ("alliance_goals", "alliance_tasks", "alliance_bond")

CHECK_IN_LEAD = timedelta(days=2)
"""How long before the weekday of the sessions the weekly check-in is written."""

_RATER_ORDER: tuple[Rater, ...] = ("client", "partner", "therapist")


class Rating(TypedDict):
    """One answer. No `rater` means the client; `entered` is set only when written down later."""

    date: str
    value: int
    rater: NotRequired[Rater]
    mark: NotRequired[Mark]
    note: NotRequired[str]
    entered: NotRequired[str]


class Wording(TypedDict):
    """A goal's words and the day from which they count."""

    since: str
    text: str


class Step(TypedDict):
    """A small step towards a goal; `done` is the day, or null."""

    text: str
    done: str | None


class Milestone(TypedDict):
    """An agreed level by a day, and the day it was agreed."""

    level: int
    by: str
    agreed: str


class Turn(TypedDict):
    """A turn in a goal's life: reached, reopened, let go, paused or resumed."""

    date: str
    what: Literal["reached", "reopened", "let go", "paused", "resumed"]


class Goal(TypedDict):
    """A goal in the client's words; the ladder runs from -2 to +2 or is empty."""

    wordings: list[Wording]
    why: str
    there: str
    by_when: str | None
    importance: int
    difficulty: int
    low: str
    high: str
    state: State
    cadence: Literal["session"] | int
    milestone: Milestone | None
    ladder: list[str]
    steps: list[Step]
    history: list[Turn]
    ratings: list[Rating]


class Event(TypedDict):
    """A short note on the time axis."""

    date: str
    text: str


class Client(TypedDict):
    """Whose story it is, and the day of the first session."""

    name: str
    started: str


class Story(TypedDict):
    """A whole file."""

    format: Literal["fledge story"]
    version: Literal[1]
    about: str
    ends: str
    client: Client
    sessions: list[Session]
    goals: list[Goal]
    ratings: dict[str, list[Rating]]
    events: list[Event]
    ruptures: list[Rupture]
    reflections: list[Reflection]
    practices: list[Practice]
    reading: list[Reading]
    topics: list[Topic]
    role_checks: list[RoleCheck]
    reviews: list[Review]
    answers: list[Answer]
    conversations: list[Conversation]
    plans: list[Plan]


def weekly(count: int, last: date) -> list[date]:
    """Return `count` days a week apart, oldest first, the newest being `last`."""
    return [last - timedelta(weeks=back) for back in reversed(range(count))]


def check_in_days(sessions: Sequence[date]) -> list[date]:
    """Return one check-in day a week, all on one weekday, between the first and last session."""
    first, last = sessions[0], sessions[-1] - CHECK_IN_LEAD
    return weekly((last - first).days // 7 + 1, last)


def rating(
    day: date,
    value: int,
    rater: Rater = "client",
    *,
    mark: Mark | None = None,
    note: str | None = None,
    days_late: int = 0,
) -> Rating:
    """Return one rating; what is usual (the client, no note, written that day) is left out."""
    made: Rating = {"date": day.isoformat(), "value": value}
    if rater != "client":
        made["rater"] = rater
    if mark is not None:
        made["mark"] = mark
    if note is not None:
        made["note"] = note
    if days_late:
        made["entered"] = (day + timedelta(days=days_late)).isoformat()
    return made


def rated(
    days: Iterable[date], values: Iterable[int | None], rater: Rater = "client"
) -> list[Rating]:
    """Return a rating for each day that has a value; a day without one stays a gap.

    Raises ValueError when there are more days than values, or fewer.
    """
    pairs = zip(days, values, strict=True)
    return [rating(day, value, rater) for day, value in pairs if value is not None]


def in_order(*parts: Iterable[Rating]) -> list[Rating]:
    """Return the ratings of several raters as one list, by day, the client's first."""

    def place(one: Rating) -> tuple[str, int]:
        return one["date"], _RATER_ORDER.index(one.get("rater", "client"))

    return sorted((one for part in parts for one in part), key=place)


def story(
    name: str,
    about: str,
    days: Sequence[date],
    goals: list[Goal],
    ratings: dict[str, list[Rating]],
    events: Iterable[tuple[date, str]],
    sessions: list[Session],
    ruptures: Iterable[Rupture] = (),
    between: Between | None = None,
    reviewed: Reviewed | None = None,
) -> Story:
    """Put a whole story together; the last of `days`, those of past sessions, ends the story."""
    more, back = between or Between(), reviewed or Reviewed()
    return {
        "format": "fledge story",
        "version": 1,
        "about": about,
        "ends": days[-1].isoformat(),
        "client": {"name": name, "started": days[0].isoformat()},
        "sessions": sessions,
        "goals": goals,
        "ratings": ratings,
        "events": [{"date": day.isoformat(), "text": text} for day, text in sorted(events)],
        "ruptures": list(ruptures),
        "reflections": more.reflections,
        "practices": more.practices,
        "reading": more.reading,
        "topics": more.topics,
        "role_checks": more.role_checks,
        "reviews": back.reviews,
        "answers": back.answers,
        "conversations": back.conversations,
        "plans": back.plans,
    }
