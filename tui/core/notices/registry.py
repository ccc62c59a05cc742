"""Every rule, in the order in which notices are shown, and what all of them see in a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tui.core.alliance import ALLIANCE
from tui.core.notices import (
    alliance_dip,
    apart,
    drift,
    moved,
    off_milestone,
    repair_open,
    sign_level,
    sign_slope,
    silence,
    still_fair,
    worse,
)
from tui.core.notices.notice import Notice, Rule
from tui.core.record import Record, as_of

RULES: Final[tuple[Rule, ...]] = (
    worse.RULE,
    alliance_dip.RULE,
    repair_open.RULE,
    drift.RULE,
    off_milestone.RULE,
    moved.RULE,
    sign_level.RULE,
    sign_slope.RULE,
    apart.RULE,
    still_fair.RULE,
    silence.RULE,
)


def notices(record: Record) -> tuple[Notice, ...]:
    """What is worth talking about as of the record's day, at most one notice for each series.

    Which one that is, was settled in this review period when one first spoke of the series; it
    stands while its rule still sees it, and no other takes its place before the next review.
    """
    return tuple(n for n in look(record) if _first(record, n) == n.key)


def look(record: Record) -> Iterator[Notice]:
    """What the rules see on the record's day, whatever was said before."""
    for rule in RULES:
        yield from rule.look(record)


def _first(record: Record, notice: Notice) -> str | None:
    """The key of the notice that spoke first of a series in this period.

    Only of goals and of the alliance can there be two different ones.
    """
    alone = notice.series != ALLIANCE.id and record.goal(notice.series) is None
    if alone:
        return notice.key
    narrow = _narrowed(record, notice.series)
    for day in [*_days(narrow), record.today]:
        seen = look(narrow if day == record.today else as_of(narrow, day))
        if first := next((n.key for n in seen if n.series == notice.series), None):
            return first
    return None


def _narrowed(record: Record, series: str) -> Record:
    """The record with what bears on one series alone."""
    return replace(
        record,
        series=tuple(s for s in record.series if s.measure.id == series),
        goals=tuple(goal for goal in record.goals if goal.id == series),
        expectations=(),
        silence_periods=None,
    )


def _days(record: Record) -> list[date]:
    """The days of this period, before today, on which something new could be seen."""
    days = {max(r.day, r.entered) for series in record.series for r in series.ratings}
    for goal in record.goals:
        passed = [goal.by_when, goal.milestone and goal.milestone.by]
        days |= {day + timedelta(1) for day in passed if day}
    return sorted(day for day in days if day < record.today and record.fresh(day))
