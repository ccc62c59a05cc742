"""Reviews and what belongs to them, in the shape of a `fledge story` file."""

from dataclasses import dataclass, field
from typing import Literal, NotRequired, TypedDict

Choice = Literal["keep", "reword", "reach", "let go", "reopen", "new milestone", "pause"]
Who = Literal["client", "therapist", "both"]
Answered = Literal["acknowledged", "snoozed", "discussed"]
Kind = Literal["spacing", "setback", "summary"]


class Decision(TypedDict):
    """What was decided about a goal, which is known by its place, from 1."""

    goal: int
    choice: Choice
    note: NotRequired[str]


class Agreement(TypedDict):
    """Who does what by when; `done` is the day on which it was done."""

    what: str
    who: Who
    by_when: NotRequired[str]
    done: NotRequired[str]


class Review(TypedDict):
    """A goal review; `next` is the day of the next one."""

    date: str
    state: Literal["held", "begun"]
    note: NotRequired[str]
    next: NotRequired[str]
    decisions: NotRequired[list[Decision]]
    agreements: NotRequired[list[Agreement]]


class Answer(TypedDict):
    """What was done with a notice: of which rule, about what, in the period after which review."""

    date: str
    rule: str
    subject: str | int
    period: NotRequired[str]
    what: Answered
    until: NotRequired[str]
    note: NotRequired[str]


class Conversation(TypedDict):
    """What was agreed where sessions left somebody worse, and for how many sessions."""

    date: str
    changes: str
    window: int


class Plan(TypedDict):
    """A text for the ending."""

    date: str
    kind: Kind
    text: str


@dataclass
class Reviewed:
    """What reviews brought, and what was written for the ending."""

    reviews: list[Review] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    conversations: list[Conversation] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
