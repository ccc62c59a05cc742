"""Sessions, breaks and what happens between, in the shape of a `fledge story` file."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal, NotRequired, TypedDict

State = Literal["planned", "held", "missed"]
Format = Literal["in person", "video", "phone", "in writing"]
Part = Literal["before", "during", "after", "between"]


class Session(TypedDict):
    """A scheduled session; a missed one keeps its number."""

    number: int
    date: str
    state: State
    format: NotRequired[Format]
    entered: NotRequired[str]
    moved_from: NotRequired[str]
    ticks: NotRequired[list[str]]


class Rupture(TypedDict):
    """A break in the session of a day, and the days of the steps of its repair."""

    session: str
    noticed_by: Literal["client", "therapist", "both"]
    kind: Literal["withdrawal", "confrontation"]
    note: str
    steps: dict[str, str]


class Reflection(TypedDict):
    """What a client wrote; `session` is the day of the one that it is about."""

    date: str
    part: Part
    text: str
    tags: NotRequired[list[str]]
    session: NotRequired[str]


class Practice(TypedDict):
    """What was tried; effort and use are 0 to 3."""

    date: str
    what: str
    effort: NotRequired[int]
    useful: NotRequired[int]
    note: NotRequired[str]


class Reading(TypedDict):
    """Something to read; `done` is the day on which it was finished."""

    date: str
    title: str
    note: NotRequired[str]
    done: NotRequired[str]


class Topic(TypedDict):
    """Something to talk about; `about` is a key of the catalogue or the day of a session."""

    date: str
    text: str
    state: Literal["open", "talked about", "let go"]
    closed: NotRequired[str]
    note: NotRequired[str]
    about: NotRequired[str]


class RoleCheck(TypedDict):
    """What is expected of therapy."""

    date: str
    fixes: str
    time: str
    effort: str
    hope: str
    by_when: NotRequired[str]


@dataclass
class Between:
    """What happens between sessions."""

    reflections: list[Reflection] = field(default_factory=list)
    practices: list[Practice] = field(default_factory=list)
    reading: list[Reading] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    role_checks: list[RoleCheck] = field(default_factory=list)


@dataclass(frozen=True)
class Hours:
    """What is told of sessions by their numbers, from 1; `usual` is how the others were held.

    `late` has the days after which a session was written up, `moved_from` the day for which it was
    planned at first.
    """

    usual: Format = "in person"
    missed: Collection[int] = ()
    formats: Mapping[int, Format] = field(default_factory=dict)
    ticks: Mapping[str, Collection[int]] = field(default_factory=dict)
    late: Mapping[int, int] = field(default_factory=dict)
    moved_from: Mapping[int, date] = field(default_factory=dict)


STEPS = ("noticed", "acknowledged", "client_said", "therapist_said", "way_forward", "checked")


def sessions(days: Sequence[date], told: Hours, ahead: int) -> list[Session]:
    """Return the sessions on `days`, and one that is planned `ahead` days after the last."""
    made = [_session(number, day, told) for number, day in enumerate(days, start=1)]
    coming = (days[-1] + timedelta(days=ahead)).isoformat()
    after: Session = {"number": len(days) + 1, "date": coming, "state": "planned"}
    return [*made, {**after, "format": told.usual}]


def _session(number: int, day: date, told: Hours) -> Session:
    """Return a session that is over; what is not so of it is left out."""
    if number in told.missed:
        return {"number": number, "date": day.isoformat(), "state": "missed"}
    made: Session = {"number": number, "date": day.isoformat(), "state": "held"}
    made["format"] = told.formats.get(number, told.usual)
    if number in told.late:
        made["entered"] = (day + timedelta(days=told.late[number])).isoformat()
    if number in told.moved_from:
        made["moved_from"] = told.moved_from[number].isoformat()
    if ticks := [key for key, when in told.ticks.items() if number in when]:
        made["ticks"] = ticks
    return made


def steps(*days: date) -> dict[str, str]:
    """Return the steps of a repair that happened, the first of them on the first of `days`."""
    return {key: day.isoformat() for key, day in zip(STEPS, days, strict=False)}
