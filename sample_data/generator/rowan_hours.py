"""Rowan's sessions: how they were held, what was ticked, the two breaks, and what is drawn of them.

Everything goes by session number. The ticks tell the story by themselves: laughter early on, the
comfortable ones alone in the plateau, kind challenge where there is growth, and things said that
were hard to say once a break is repaired.
"""

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from hours import Format, Hours, Rupture, Session, sessions, steps
from schedule import Calendar
from story import FINGERPRINT, SLOW, Rating, check_in_days, in_order, rated
from wander import Knots, leaning, wander

SOONER = {40: 5}
"""Days by which a session was moved forward: nobody wanted to leave the second break for a week."""

LATE = {26: 2, 33: 4}
"""Days after which a session was written up."""

AHEAD = 28
"""Days after the last session for which one more look back is planned."""

FORMATS: dict[int, Format] = {
    25: "video", 26: "phone", 27: "video", 32: "video", 46: "video", 50: "phone",
}  # fmt: skip

TICKS: dict[str, Collection[int]] = {
    "said_it": (16, 17, 28, 39, 40, 42, 44, 47, 50, 53, 54),
    "came_as_i_was": (7, 10, 16, 22, 25, 26, 27, 28, *range(29, 37), 39, 42, 47, 53),
    "laughed": (2, 3, 5, 6, 8, 9, 11, 18, 21, 23, *range(29, 37), 41, 43, 44, 46, 49, 51, 52, 54),
    "gently_challenged": (10, 12, *range(18, 25), 37, 39, *range(40, 54)),
    "mattered": (4, 7, 9, 11, 17, 19, 26, 28, 41, 45, 48, 50, 54),
}

PAIRS: dict[str, Knots] = {
    "comfort_challenge": (
        (1, -1), (12, 0), (14, -0.4), (18, 0.6), (24, 0.8), (26, -1), (28, -1), (29, -2.6),
        (36, -2.6), (37, 1.2), (38, 2.4), (40, 1), (54, 1),
    ),
    "story_telling": (
        (1, -2), (12, -1), (16, 1), (24, 0.4), (26, -1.2), (36, -1.6), (38, 2), (40, 1.2), (54, 1),
    ),
    "planned_alive": (
        (1, -1.4), (12, -1), (13, 0), (16, 1.4), (20, 0), (25, 1.4), (28, 1), (30, 0), (36, 0),
        (37, -2), (38, 1.6), (45, 0.4), (54, -0.4),
    ),
    "holding_freeing": (
        (1, -1), (12, -0.4), (24, 0.4), (25, -1.4), (28, -1.4), (29, -2.6), (36, -2.6), (37, 0),
        (40, 0.8), (45, 1.2), (54, 2.2),
    ),
}  # fmt: skip
"""Where each pair leans, -2 to +2 and beyond, before noise."""

EACH_FOURTH = slice(3, None, 4)
"""The sessions of which the therapist says the same."""

MONTHLY: dict[str, Knots] = {
    "real_relationship": ((1, 5), (12, 6), (14, 5), (24, 7), (36, 6.4), (38, 6), (41, 8), (54, 9)),
    "safe": ((1, 5), (12, 7), (14, 5), (18, 7), (29, 8.6), (36, 9), (38, 6.6), (41, 8.4), (54, 9)),
    "seen": ((1, 4), (12, 6), (14, 4), (20, 6.6), (36, 6.4), (40, 8), (54, 9)),
    "understood": ((1, 4), (12, 6), (14, 4.4), (24, 7), (38, 5.6), (41, 8), (54, 8)),
    "stance": ((1, 6), (12, 5.4), (24, 4.4), (28, 4.8), (36, 7.4), (40, 4.6), (48, 3), (54, 1)),
}
"""What is rated every four weeks; the last falls from needed to useful, but for the plateau."""

THERAPIST_MONTHLY: Knots = ((1, 6), (14, 6), (24, 7), (36, 6), (40, 7.6), (54, 8))
"""The real relationship as the therapist sees it."""

_MONTHLY_SPREAD = 0.5


def told_sessions(calendar: Calendar) -> list[Session]:
    """Return all sessions, and the one that is planned."""
    moved = {number: calendar.first_meant[number - 1] for number in SOONER}
    told = Hours("in person", calendar.missed, FORMATS, TICKS, LATE, moved)
    return sessions(calendar.days, told, AHEAD)


def ruptures(calendar: Calendar) -> list[Rupture]:
    """Return the two breaks: one repaired after 14 days, the other after 9."""
    went_quiet, missed, talked = (calendar.on(number) for number in (14, 15, 16))
    pushed, answered, checked = (calendar.on(number) for number in (38, 39, 40))
    rang = missed + timedelta(days=1)
    return [
        {
            "session": went_quiet.isoformat(),
            "noticed_by": "client",
            "kind": "withdrawal",
            "note": "Something stung. I laughed it off, and was away until the hour was up",
            "steps": steps(went_quiet, rang, talked, talked, talked, talked),
        },
        {
            "session": pushed.isoformat(),
            "noticed_by": "both",
            "kind": "confrontation",
            "note": "I said it had got too cosy, louder than I meant to. You said so too",
            "steps": steps(pushed, pushed, pushed, answered, answered, checked),
        },
    ]


def fingerprints(calendar: Calendar) -> dict[str, list[Rating]]:
    """Return each pair as Rowan saw it, and now and then as the therapist did."""
    seen = calendar.held[EACH_FOURTH]

    def by(who: str, key: str, days: list[date]) -> list[int]:
        return leaning(f"rowan/{who}/{key}", calendar.path(PAIRS[key], days))

    return {
        key: in_order(
            rated(calendar.held, by("client", key, calendar.held)),
            rated(seen, by("therapist", key, seen), "therapist"),
        )
        for key in FINGERPRINT
    }


def monthly(calendar: Calendar) -> dict[str, list[Rating]]:
    """Return what was rated every four weeks, the last time at the latest check-in."""
    days = check_in_days(calendar.days)[::-4][::-1]

    def along(name: str, knots: Knots) -> list[int]:
        return wander(f"rowan/{name}", calendar.path(knots, days), _MONTHLY_SPREAD)

    ratings = {key: rated(days, along(key, MONTHLY[key])) for key in SLOW}
    seen = rated(days, along("therapist/real", THERAPIST_MONTHLY), "therapist")
    ratings["real_relationship"] = in_order(ratings["real_relationship"], seen)
    return ratings


def written_late(ratings: Mapping[str, list[Rating]], calendar: Calendar) -> None:
    """Mark what Rowan rated of the sessions that were written up later."""
    later = {
        calendar.on(number).isoformat(): (calendar.on(number) + timedelta(days=days)).isoformat()
        for number, days in LATE.items()
    }
    for one in (one for given in ratings.values() for one in given):
        if one["date"] in later and "rater" not in one:
            one["entered"] = later[one["date"]]
