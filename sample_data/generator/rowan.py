"""Rowan: the long sample story. Session figures are carried over, everything else is drawn."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import rowan_between as between
import rowan_hours as hours
import rowan_reviews as reviews
import rowan_words as words
from rowan_paths import PATHS, SPREAD
from schedule import Calendar
from story import (
    ALLIANCE,
    GROWTH,
    SIGNS,
    Goal,
    Mark,
    Milestone,
    Rater,
    Rating,
    State,
    Story,
    Turn,
    check_in_days,
    in_order,
    rated,
    rating,
    story,
)
from wander import skipped, three_items, wander

ABOUT = (
    "Rowan is fictional: 54 sessions over more than a year, with two repaired breaks, an illness"
    " in the family, a cosy plateau and an ending. Nobody's record."
)

Figures = Mapping[str, Sequence[float | None]]

THIN = range(31, 34)
"""Sessions of which most check-ins were left out; only the middle one was half filled in."""

REACHED, REOPENED, REACHED_AGAIN = 41, 47, 52
"""Turns of the first goal, by session."""

HOLIDAY_AFTER = 51
"""The session after which Rowan goes away, a week later."""

HANDED_OVER = 4
"""From this rating of `decisions` on, a decision was left to the therapist."""

DAYS_LATE = {8: 2, 27: 3}
"""Check-ins, by the session before them, that were written down some days later."""

THERAPIST_AT_REVIEWS: tuple[dict[int, int], ...] = (
    {12: 6, 24: 7, 37: 8, 48: 7},
    {12: 4, 24: 5, 37: 3, 48: 7, 54: 9},
    {12: 4, 24: 5, 37: 4, 48: 3, 54: 4},
)
"""How the therapist saw each goal, by session; a goal at rest is not rated."""


def build(figures: Mapping[str, Any]) -> Story:
    """Return Rowan's story from what `figures.json` holds."""
    series: Figures = figures["series"]
    days = calendar_of(figures)
    events = [(days.on(number), text) for number, text in words.EVENTS.items()]
    return story(
        "Rowan",
        ABOUT,
        days.days,
        _goals(series, days),
        _check_ins(series, days) | _after_sessions(series, days),
        [*events, (_holiday(days), words.HOLIDAY)],
        hours.told_sessions(days),
        hours.ruptures(days),
        between.told(days),
        reviews.told(days),
    )


def calendar_of(figures: Mapping[str, Any]) -> Calendar:
    """Return the days of Rowan's sessions."""
    held = [value is not None for value in figures["series"]["ease"]]
    ends = date.fromisoformat(figures["ends"])
    return Calendar(ends, figures["calendar"], held, hours.SOONER)


def _check_ins(series: Figures, calendar: Calendar) -> dict[str, list[Rating]]:
    """Return the weekly growth ratings and the fortnightly signs, in the catalogue's order."""
    weekly = check_in_days(calendar.days)
    ratings = {key: _check_in(key, weekly, calendar) for key in GROWTH}
    for key in SIGNS:
        if key == "regulation":
            ratings[key] = rated(calendar.days, _whole_numbers(series["reliance"]))
        else:
            ratings[key] = _check_in(key, weekly[::2], calendar)
    for key, notes in words.NOTES.items():
        _annotate(ratings[key], notes, calendar)
    return ratings


def _check_in(key: str, days: Sequence[date], calendar: Calendar) -> list[Rating]:
    """Return the ratings of one measure on those of `days` on which Rowan filled it in."""
    made = []
    values = wander(f"rowan/{key}", calendar.path(PATHS[key], days))
    for day, value in zip(days, values, strict=True):
        if day not in (days[0], days[-1]) and _left_out(key, day, calendar):
            continue
        late = DAYS_LATE.get(int(calendar.place(day)), 0)
        mark = _mark(day, value) if key == "decisions" else None
        made.append(rating(day, value, mark=mark, days_late=late))
    return made


def _left_out(key: str, day: date, calendar: Calendar) -> bool:
    """Say whether a check-in, or this line of it, was left out: a gap, which is never a zero."""
    session = int(calendar.place(day))
    away = _holiday(calendar)
    if away <= day < away + timedelta(weeks=2):
        return True
    if session in THIN:
        return session != THIN[1] or skipped(f"rowan/{key}/thin", 0.5)
    return skipped(f"rowan/missing/{day}", 0.06) or skipped(f"rowan/{key}/{day}", 0.02)


def _holiday(calendar: Calendar) -> date:
    """Return the first day of two weeks away."""
    return calendar.on(HOLIDAY_AFTER) + timedelta(weeks=1)


def _mark(day: date, value: int) -> Mark | None:
    """Return what kind of decision it was, if Rowan said; only high ratings are handed over."""
    if value >= HANDED_OVER:
        return "handed_it_over"
    if value == 0 or skipped(f"rowan/mark/{day}", 0.25):
        return None
    talked = value == 1 or skipped(f"rowan/talked/{day}", 0.4)
    return "talked_it_through" if talked else "asked_for_advice"


def _annotate(ratings: list[Rating], notes: Mapping[int, str], calendar: Calendar) -> None:
    """Give each note to the client's first rating on or after the note's session."""
    for session, note in notes.items():
        earliest = calendar.on(session).isoformat()
        own = (one for one in ratings if one["date"] >= earliest and "rater" not in one)
        next(own)["note"] = note


def _after_sessions(series: Figures, calendar: Calendar) -> dict[str, list[Rating]]:
    """Return what is rated after a session, by the client and, for the alliance, by both."""
    ratings: dict[str, list[Rating]] = {key: [] for key in ALLIANCE}
    for rater in ("client", "therapist"):
        for number, mean in enumerate(series[f"alliance_{rater}"], start=1):
            if mean is not None:
                _add_alliance(ratings, calendar, number, mean, rater)
    ratings = {key: in_order(both) for key, both in ratings.items()}
    for key in ("ease", "movement", "after"):
        ratings[key] = rated(calendar.days, _whole_numbers(series[key]))
    for key in ("support", "challenge"):
        path = calendar.path(PATHS[key], calendar.held)
        ratings[key] = rated(calendar.held, wander(f"rowan/{key}", path, SPREAD[key]))
    ratings |= hours.fingerprints(calendar)
    hours.written_late(ratings, calendar)
    return ratings | hours.monthly(calendar)


def _add_alliance(
    ratings: dict[str, list[Rating]], calendar: Calendar, number: int, mean: float, rater: Rater
) -> None:
    """Add three whole ratings whose mean, to one decimal, is the figure."""
    items = three_items(f"rowan/alliance/{rater}/{number}", round(mean * 3))
    for key, value in zip(ALLIANCE, items, strict=True):
        ratings[key].append(rating(calendar.on(number), value, rater))


def _goals(series: Figures, calendar: Calendar) -> list[Goal]:
    """Return the three goals: one reached twice, one reworded, one that does not move."""
    again = calendar.days[REOPENED - 1 : REACHED_AGAIN]
    reached = [
        *rated(calendar.days[:REACHED], _whole_numbers(series["goal1"])),
        *rated(again, _whole_numbers(series["goal1_reopened_s47_52"])),
    ]
    reworded = rated(calendar.days, _whole_numbers(series["goal2_v1_to_s36_v2_from_s37"]))
    path = calendar.path(PATHS["sleep"], calendar.held)
    flat = rated(calendar.held, wander("rowan/sleep", path, SPREAD["sleep"]))
    turns: list[Turn] = [
        {"date": calendar.on(REACHED).isoformat(), "what": "reached"},
        {"date": calendar.on(REOPENED).isoformat(), "what": "reopened"},
        {"date": calendar.on(REACHED_AGAIN).isoformat(), "what": "reached"},
    ]
    return [
        _goal(0, calendar, reached, "reached", (3, 2), (8, 24, 40), turns),
        _goal(1, calendar, reworded, "active", (3, 3), (7, 37, 49), []),
        _goal(2, calendar, flat, "active", (1, 2), (6, 37, 53), []),
    ]


def _goal(
    index: int,
    calendar: Calendar,
    ratings: list[Rating],
    state: State,
    weight: tuple[int, int],
    agreed: tuple[int, int, int],
    history: list[Turn],
) -> Goal:
    """Return one goal; `weight` is importance and difficulty, `agreed` a level, since and by."""

    def day(number: int) -> str:
        return calendar.on(number).isoformat()

    _annotate(ratings, words.GOAL_NOTES[index], calendar)
    seen = [
        rating(calendar.on(number), value, "therapist")
        for number, value in THERAPIST_AT_REVIEWS[index].items()
    ]
    target, since, by = agreed
    milestone: Milestone = {"level": target, "by": day(by), "agreed": day(since)}
    return {
        "wordings": [
            {"since": day(number), "text": text}
            for number, text in words.GOAL_WORDINGS[index].items()
        ],
        "why": words.WHY[index],
        "there": words.THERE[index],
        "by_when": None,
        "importance": weight[0],
        "difficulty": weight[1],
        "low": words.ENDS[index][0],
        "high": words.ENDS[index][1],
        "state": state,
        "cadence": "session",
        "milestone": milestone,
        "ladder": words.LADDER if index == 0 else [],
        "steps": [
            {"text": text, "done": None if done is None else day(done)}
            for text, done in words.STEPS[index]
        ],
        "history": history,
        "ratings": in_order(ratings, seen),
    }


def _whole_numbers(figures: Sequence[float | None]) -> list[int | None]:
    """Return figures that are whole numbers as such."""
    return [None if value is None else int(value) for value in figures]
