"""The sample stories as records, walked day by day as they were lived."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tui.core.gathering import all_hours, all_series
from tui.core.notices.notice import Notice
from tui.core.notices.registry import notices
from tui.core.record import Plan, Record, as_of
from tui.core.reviews import PlanKind, ReviewState, latest
from tui.core.story import Story
from tui.exchange.story import read
from tui.resources import folder

SILENCE = 3
"""Periods without a check-in after which the people of these stories want it said."""


def story(name: str) -> Story:
    """A sample story."""
    return read((folder("sample_data") / f"{name}.json").read_text(encoding="utf-8"))


def record(told: Story) -> Record:
    """A story as a record of its last day."""
    plan = latest(told.plans, PlanKind.SETBACK)
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
        reviews=tuple(r.day for r in told.reviews if r.state is ReviewState.HELD),
        conversations=told.conversations,
        plan=Plan(plan.day, plan.body) if plan else None,
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
