"""What a screen looks at of the sessions: immutable, as of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tui.core.alliance import ITEMS, alliance
from tui.core.clients import Client
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating
from tui.core.reflections import Reflection
from tui.core.repair import Rupture
from tui.core.sessions import Session, SessionState


@dataclass(frozen=True, slots=True)
class Hour:
    """A session with everything that was rated and noted of it.

    `ratings` are those of its day by the measure's key and the rater. `repaired` are breaks of
    earlier sessions, or of this one, whose repair was finished on its day.
    """

    session: Session
    ratings: Mapping[tuple[str, Rater], Rating]
    ruptures: tuple[Rupture, ...] = ()
    repaired: tuple[Rupture, ...] = ()
    reflections: tuple[Reflection, ...] = ()

    @property
    def id(self) -> str:
        """The session's id, by which a row is known."""
        return self.session.id

    def value(self, key: str, rater: Rater = Rater.CLIENT) -> float | None:
        """What a rater gave, in points of the measure's scale; None where nothing."""
        given = self.ratings.get((key, rater))
        return given.value if given else None

    def alliance(self, rater: Rater = Rater.CLIENT) -> float | None:
        """The alliance, 0 to 10 with one decimal; None from fewer than two items."""
        given = (self.value(key, rater) for key in ITEMS)
        return alliance(value for value in given if value is not None)

    def rated_by(self, rater: Rater) -> bool:
        """Whether a rater has rated anything of it."""
        return any(who is rater for _, who in self.ratings)


@dataclass(frozen=True, slots=True)
class Relationship:
    """Every session of a client, newest first, those to come before those that were.

    `measures` are what is rated of sessions, by key; `ruptures` are by the day of their session.
    """

    client: Client
    today: date
    hours: tuple[Hour, ...]
    ruptures: tuple[Rupture, ...]
    measures: Mapping[str, Measure]
    revision: int = 0

    def hour(self, session_id: str) -> Hour | None:
        """One session."""
        return next((hour for hour in self.hours if hour.id == session_id), None)

    @property
    def latest(self) -> Hour | None:
        """The latest session that is not still to come and was not missed."""
        was = (hour for hour in self.hours if hour.session.day <= self.today)
        return next((hour for hour in was if hour.session.state is not SessionState.MISSED), None)

    @property
    def coming(self) -> Session | None:
        """The next session that is planned after today."""
        ahead = [h.session for h in self.hours if h.session.day > self.today]
        return ahead[-1] if ahead else None

    @property
    def open_repairs(self) -> tuple[Rupture, ...]:
        """Breaks whose repair is not finished."""
        return tuple(rupture for rupture in self.ruptures if rupture.repaired is None)

    def sealed(self, hour: Hour, view: Rater) -> Rater | None:
        """Whose ratings of a session the person who looks does not see yet, if anybody's.

        Who rates second shall not rate with the other's marks in sight, so the therapist's view
        keeps the client's ratings of the latest session back until the therapist has rated it.
        """
        if view is not Rater.THERAPIST or hour is not self.latest or hour.rated_by(view):
            return None
        return Rater.CLIENT if hour.rated_by(Rater.CLIENT) else None
