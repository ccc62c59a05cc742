"""What a change is called when it is taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tui.core.changes import Change, in_words, moment, signed
from tui.core.days import DateStyle
from tui.core.manners import Manners

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("author", "day", "told"),
    [
        ("client", TODAY, "rated"),
        ("therapist", TODAY, "rated (by therapist)"),
        ("client", date(2026, 11, 20), "rated (Nov 20)"),
        ("therapist", date(2025, 11, 20), "rated (by therapist, Nov 20, 2025)"),
    ],
)
def test_it_is_signed_where_it_was_somebody_else_or_another_day(
    author: str, day: date, told: str
) -> None:
    at = datetime(day.year, day.month, day.day, 12).astimezone().astimezone(UTC)
    change = Change(1, "c", at.isoformat(), author, "rated", "done")
    assert signed(change, TODAY, Manners(dates=DateStyle.MONTH_DAY)) == told
    assert moment(change.at).day == day.day


def test_a_night_belongs_to_the_day_before() -> None:
    """As the person counts days."""
    at = datetime(2026, 11, 23, 2).astimezone().isoformat()
    change = Change(1, "c", at, "client", "rated", "done")
    assert signed(change, TODAY, Manners(rollover=4)) == "rated"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("rated Choice 7 for 2026-11-20", "rated Choice 7 for Fri 20 Nov 2026"),
        (
            "noted “left on 2026-11-20” on 2026-11-21",
            "noted “left on 2026-11-20” on Sat 21 Nov 2026",
        ),
        ("set “a” and “2026-11-20", "set “a” and “2026-11-20"),
        ("rated 2026-99-99 3 for 12026-11-20", "rated 2026-99-99 3 for 12026-11-20"),
    ],
)
def test_days_are_told_in_words_but_for_what_somebody_wrote(label: str, words: str) -> None:
    assert in_words(label, DateStyle.DAY_MONTH) == words
