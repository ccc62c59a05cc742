"""A calendar of sessions whose rhythm changes, and where a day lies among them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from wander import Knots, level


class Calendar:
    """Sessions on a calendar, counted backwards from the day the story ends.

    `days` are those of all scheduled sessions, `first_meant` those for which they were planned at
    first, `held` those of the sessions that took place, and `missed` the numbers of the others.
    """

    def __init__(
        self,
        ends: date,
        rhythm: Sequence[Mapping[str, int]],
        held: Sequence[bool],
        sooner: Mapping[int, int],
    ) -> None:
        """Place one session for each entry of `held`; `rhythm` says how far apart, from when on.

        `sooner` has, by number, the days by which a session was moved forward.
        """
        days = [ends]
        for number in range(len(held), 1, -1):
            gap = [one["days_since_previous"] for one in rhythm if one["from_session"] <= number]
            days.append(days[-1] - timedelta(days=gap[-1]))
        self.first_meant = days[::-1]
        self.days = [
            day - timedelta(days=sooner.get(number, 0))
            for number, day in enumerate(self.first_meant, start=1)
        ]
        self.held = [day for day, was_held in zip(self.days, held, strict=True) if was_held]
        self.missed = frozenset(number for number, was in enumerate(held, start=1) if not was)

    def on(self, number: int) -> date:
        """Return the day of a session."""
        return self.days[number - 1]

    def place(self, day: date) -> float:
        """Return where `day` lies among the sessions, as a session number with a fraction."""
        if day in self.days:
            return self.days.index(day) + 1
        meant = self.first_meant
        number = max(index for index, session in enumerate(meant) if session <= day)
        return number + 1 + (day - meant[number]) / (meant[number + 1] - meant[number])

    def path(self, knots: Knots, days: Sequence[date]) -> list[float]:
        """Return the levels on `days` of a path whose positions are session numbers."""
        return [level(knots, self.place(day)) for day in days]
