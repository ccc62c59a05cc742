"""Deeds: everything that a person can do to the file, each as one value.

A dialog returns a deed, the store carries it out: all of it in one transaction, or nothing. What a
deed changes it holds as it was read, so that a change by somebody else in between is noticed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core.clients import Client
from tui.core.conversations import Conversation
from tui.core.events import Event, EventKind
from tui.core.expectations import Expectation
from tui.core.goals import Goal
from tui.core.lifelines import Lifeline
from tui.core.measures import Measure
from tui.core.notices.answers import Answer
from tui.core.practices import Practice
from tui.core.ratings import Rating
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.repair import Rupture
from tui.core.reviews import Agreement, Decision, EndingPlan, Review
from tui.core.sessions import Session
from tui.core.topics import Topic

Kept = (
    Reflection
    | Practice
    | Read
    | Topic
    | Rupture
    | Expectation
    | Review
    | Decision
    | Agreement
    | Answer
    | Conversation
    | EndingPlan
)
"""What is written down as it is, and changed as a whole."""


@dataclass(frozen=True, slots=True)
class Rate:
    """Keep ratings, each in place of what the same rater gave on that day.

    `what` names them in the history, such as "Confidence" or "a check-in". `before` has for each
    what stood in its place when it was given, None for nothing; left out by who did not look.
    """

    ratings: tuple[Rating, ...]
    what: str
    before: tuple[Rating | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class SetGoal:
    """Set a new goal, behind the others."""

    goal: Goal


@dataclass(frozen=True, slots=True)
class ChangeGoal:
    """Change what is known of a goal, its measure or its steps; not its wording, not its state."""

    before: Goal
    after: Goal


@dataclass(frozen=True, slots=True)
class Reword:
    """Begin a new version: `after` is `before` with one version more."""

    before: Measure
    after: Measure

    @classmethod
    def to(cls, measure: Measure, prompt: str, since: date) -> Reword:
        """New words for a measure from `since` on; raises `ValueError` where that cannot be."""
        return cls(measure, measure.reworded(prompt, since))


@dataclass(frozen=True, slots=True)
class Happened:
    """A goal was reached, let go, reopened, paused or taken up again."""

    goal: Goal
    what: EventKind
    day: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class AddMeasure:
    """Begin a measure of one's own."""

    measure: Measure


@dataclass(frozen=True, slots=True)
class ChangeMeasure:
    """Rename a measure, pause it, ask it more or less often, give it norms; what it asks stays."""

    before: Measure
    after: Measure


@dataclass(frozen=True, slots=True)
class Note:
    """Note an event, or change one that was noted."""

    event: Event
    before: Event | None = None


@dataclass(frozen=True, slots=True)
class AddClient:
    """Begin the records of another client, with the whole catalogue."""

    client: Client


@dataclass(frozen=True, slots=True)
class ChangeClient:
    """Correct a client's name or first day."""

    before: Client
    after: Client


@dataclass(frozen=True, slots=True)
class Begin:
    """What a first start asks: who one is, a first goal, and what one expects of therapy."""

    before: Client
    after: Client
    goal: Goal | None = None
    expectation: Expectation | None = None


@dataclass(frozen=True, slots=True)
class KeepLifeline:
    """Write down, or change, somebody to turn to."""

    lifeline: Lifeline
    before: Lifeline | None = None


@dataclass(frozen=True, slots=True)
class Keep:
    """Write something down, or change what was; `before` is how it was read."""

    thing: Kept
    before: Kept | None = None


@dataclass(frozen=True, slots=True)
class PlanSessions:
    """Plan sessions; a day that has one already is left as it is."""

    sessions: tuple[Session, ...]


@dataclass(frozen=True, slots=True)
class KeepSession:
    """Write a session up, move it or change it, with what was rated of it.

    With another day its ratings and its breaks go along. `ratings` are kept as in `Rate`, with what
    stood in their places in `rated`; `dropped` are ratings that are taken back.
    """

    session: Session
    before: Session | None = None
    ratings: tuple[Rating, ...] = ()
    rated: tuple[Rating | None, ...] | None = None
    dropped: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class Delete:
    """Take something out, with everything that hangs on it; undo brings all of it back."""

    thing: Goal | Measure | Rating | Event | Lifeline | Kept | Session


@dataclass(frozen=True, slots=True)
class Together:
    """Several deeds as one, which undo takes back as one; `what` names it in the history.

    No two of them are about the same row.
    """

    what: str
    deeds: tuple[Deed, ...]


Deed = (
    Rate
    | SetGoal
    | ChangeGoal
    | Reword
    | Happened
    | AddMeasure
    | ChangeMeasure
    | Note
    | AddClient
    | ChangeClient
    | Begin
    | KeepLifeline
    | Keep
    | PlanSessions
    | KeepSession
    | Delete
    | Together
)
