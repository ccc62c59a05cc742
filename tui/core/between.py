"""What a screen looks at of the time between sessions: immutable, as of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tui.core.clients import Client
from tui.core.expectations import Expectation
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.sessions import Session, SessionState
from tui.core.topics import Topic, still_open


@dataclass(frozen=True, slots=True)
class Between:
    """Reflections, practices and reading, each newest first; topics, the open ones first.

    `expectations` are the role checks, oldest first; `sessions` are by number.
    """

    client: Client
    today: date
    reflections: tuple[Reflection, ...]
    practices: tuple[Practice, ...]
    reads: tuple[Read, ...]
    topics: tuple[Topic, ...]
    expectations: tuple[Expectation, ...]
    sessions: tuple[Session, ...]
    revision: int = 0

    @property
    def open_topics(self) -> tuple[Topic, ...]:
        """What is pinned for the next session, the first pinned first."""
        return still_open(self.topics)

    @property
    def next_session(self) -> Session | None:
        """The next session that is planned, today's included."""
        planned = (s for s in self.sessions if s.state is SessionState.PLANNED)
        return next((s for s in planned if s.day >= self.today), None)

    @property
    def role_check(self) -> Expectation | None:
        """The latest role check."""
        return self.expectations[-1] if self.expectations else None


@dataclass(frozen=True, slots=True)
class Found:
    """A text in which something was found.

    `kind` is the name of where it stands: "reflection", "practice", "read", "topic", "rupture",
    "rating", "event", "goal", "step", "expectation", "lifeline" or "version". `key` is its id
    there; of a rating measure, day and rater with blanks between them. `day` is None where it has
    none.
    """

    kind: str
    key: str
    day: date | None
    body: str

    @property
    def id(self) -> str:
        """Unlike any other's."""
        return f"{self.kind}:{self.key}"
