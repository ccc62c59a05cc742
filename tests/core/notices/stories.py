"""The sample stories as records, walked day by day as they were lived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui.core.conversations import Conversation
from tui.core.gathering import all_hours, all_series
from tui.core.measures import Rater
from tui.core.notices.notice import Notice
from tui.core.notices.registry import notices
from tui.core.record import Record, as_of
from tui.core.story import Story
from tui.exchange.story import read
from tui.resources import folder

SILENCE = 3
"""Periods without a check-in after which the people of these stories want it said."""


def story(name: str) -> Story:
    """A sample story."""
    return read((folder("sample_data") / f"{name}.json").read_text(encoding="utf-8"))


def record(told: Story, talks: tuple[Conversation, ...] = ()) -> Record:
    """A story as a record of its last day.

    A review was held wherever the therapist rated goals.
    """
    goals = {goal.id for goal in told.goals}
    reviews = {r.day for r in told.ratings if r.measure_id in goals and r.rater is Rater.THERAPIST}
    return Record(
        told.client,
        told.ends,
        all_series(told.measures, told.goals, told.ratings, told.sessions),
        told.goals,
        all_hours(told.measures, told.ratings, told.sessions, told.ruptures, told.reflections),
        ruptures=told.ruptures,
        topics=told.topics,
        events=told.events,
        expectations=told.expectations,
        practices=told.practices,
        reviews=tuple(sorted(reviews)),
        conversations=talks,
        silence_periods=SILENCE,
    )


def lived(whole: Record) -> Iterator[tuple[date, tuple[Notice, ...]]]:
    """The notices of each day on which there was something new, before what they led to."""
    days = {max(r.day, r.entered) for s in whole.series for r in s.ratings}
    days |= {hour.session.day for hour in whole.hours}
    for day in sorted(day for day in days if day <= whole.today):
        known = as_of(whole, day)
        yield (
            day,
            notices(
                replace(
                    known,
                    ruptures=tuple(r for r in known.ruptures if r.day < day),
                    conversations=tuple(c for c in known.conversations if c.day < day),
                )
            ),
        )
