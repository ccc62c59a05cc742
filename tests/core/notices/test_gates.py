"""What has to be there before a rule may speak, over histories that nobody would think of."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import day
from tests.core.notices.build import alliance, of, of_goal
from tui.core.goals import Milestone
from tui.core.notices.registry import notices
from tui.core.record import Record, as_of
from tui.core.stats.limits import FIXED_ON, LIMITS_FROM

values = st.integers(0, 10)
FEW = {"confidence": 7, "damage_story": 8, "regulation": 7}
"""With so many ratings at most, nothing is said of each."""


@given(st.sampled_from([*FEW]), st.data())
def test_few_ratings_say_nothing(key: str, data: st.DataObject) -> None:
    rated = data.draw(st.lists(values, min_size=1, max_size=FEW[key]))
    assert notices(of(key, rated)) == ()


@given(st.lists(values, min_size=1, max_size=LIMITS_FROM))
def test_few_sessions_know_no_limits_and_only_fall_twice_running(rated: list[int]) -> None:
    """Below its limits and a fall at once needs limits, which as many sessions before it make."""
    dipped = {notice.rule for notice in notices(alliance(rated))}
    falls = [before - after for before, after in pairwise(rated)]
    twice = any(a >= 2 and b >= 2 for a, b in pairwise(falls))
    assert dipped <= ({"alliance_dip"} if twice else set())


@given(st.lists(values, min_size=FIXED_ON, max_size=FIXED_ON + 8), values)
def test_one_rating_alone_is_no_level(usual: list[int], last: int) -> None:
    """Above its range once, where the rating before is not: only a long run may say so too."""
    found = notices(of("regulation", [*usual, 0, last]))
    assert not any("twice running" in notice.said for notice in found)


@st.composite
def lives(draw: st.DrawFn) -> Record:
    """A goal that two people rate, with days that were set for it, and reviews in between."""
    mine = draw(st.lists(values, min_size=4, max_size=22))
    theirs = [(7 * at, draw(values)) for at in range(0, len(mine), 3)]
    weeks = st.integers(0, len(mine))
    agreed = Milestone(draw(values), day(7 * draw(weeks)), day(0))
    goal = of_goal(mine, theirs, by_when=day(7 * draw(weeks)), milestone=agreed)
    reviews = draw(st.sets(weeks, max_size=3))
    return replace(goal, reviews=tuple(day(7 * week) for week in sorted(reviews)))


@given(lives())
def test_of_a_series_there_is_one_notice_in_a_review_period(life: Record) -> None:
    """Whichever day one looks: also not first the one and then the other."""
    seen: dict[tuple[date | None, str], set[str]] = defaultdict(set)
    for at in range((life.today - day(0)).days // 7 + 1):
        for notice in notices(as_of(life, day(7 * at))):
            seen[notice.period, notice.series].add(notice.key)
    assert all(len(keys) == 1 for keys in seen.values())
