"""Parts that the small stories are put together from."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal

from others_words import Words
from story import ALLIANCE, Goal, Rater, Rating, State, check_in_days, in_order, rated
from wander import steady, straight, wander

Ratings = dict[str, list[Rating]]

Lines = Mapping[str, tuple[float, float]]
"""Levels at which series begin and end, by key."""

_ITEM_SPREAD = 0.6
_SESSION_SPREAD = 0.7


def check_ins(
    name: str, days: Sequence[date], lines: Lines, *, every: int = 1, rater: Rater = "client"
) -> Ratings:
    """Return ratings from one level to another on the check-in of each `every`th week."""
    weeks = check_in_days(days)[::every]
    return {
        key: rated(weeks, wander(f"{name}/{rater}/{key}", straight(*ends, len(weeks))), rater)
        for key, ends in lines.items()
    }


def after_sessions(name: str, days: Sequence[date], lines: Lines) -> Ratings:
    """Return the client's ratings from one level to another, one a session."""
    return {key: rated(days, along(f"{name}/{key}", *ends, days)) for key, ends in lines.items()}


def along(seed: str, start: float, end: float, days: Sequence[date]) -> list[int]:
    """Return values from `start` to `end` for the sessions on `days`."""
    return wander(seed, straight(start, end, len(days)), _SESSION_SPREAD)


def alliance(name: str, seen_by: Mapping[Rater, Sequence[date]], ends: tuple[int, int]) -> Ratings:
    """Return the three items of the alliance for the sessions that each rater rated."""

    def item(key: str, rater: Rater, days: Sequence[date]) -> list[Rating]:
        path = straight(*ends, len(days))
        return rated(days, wander(f"{name}/{rater}/{key}", path, _ITEM_SPREAD), rater)

    return {
        key: in_order(*(item(key, rater, days) for rater, days in seen_by.items()))
        for key in ALLIANCE
    }


def steady_alliance(name: str, days: Sequence[date], at: tuple[int, int, int]) -> Ratings:
    """Return an alliance whose three items never stray by more than 1 from `at`, for both raters.

    `name` is one of those with which their mean goes nowhere either; a test says whether it does.
    """
    raters: tuple[Rater, ...] = ("client", "therapist")
    return {
        key: in_order(
            *(
                rated(days, steady(f"{name}/{rater}/{key}", centre, len(days)), rater)
                for rater in raters
            )
        )
        for key, centre in zip(ALLIANCE, at, strict=True)
    }


def goal(
    text: Words,
    since: date,
    ratings: list[Rating],
    *,
    state: State = "active",
    cadence: Literal["session"] | int = "session",
) -> Goal:
    """Return a goal without a date, a milestone or a ladder; its first step, if any, is done."""
    done = (since + timedelta(weeks=2)).isoformat()
    return {
        "wordings": [{"since": since.isoformat(), "text": text.text}],
        "why": text.why,
        "there": text.there,
        "by_when": None,
        "importance": 2,
        "difficulty": 2,
        "low": text.low,
        "high": text.high,
        "state": state,
        "cadence": cadence,
        "milestone": None,
        "ladder": [],
        "steps": [
            {"text": step, "done": done if index == 0 else None}
            for index, step in enumerate(text.steps)
        ],
        "history": [],
        "ratings": ratings,
    }
