"""Each rule: when it speaks, and what keeps it silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.core.build import day
from tests.core.notices.build import RISE, after_sessions, alliance, later, of, of_goal
from tui.core.expectations import Expectation
from tui.core.goals import GoalState, Milestone
from tui.core.notices.answers import Answer, Answered, standing
from tui.core.notices.notice import Offer
from tui.core.notices.registry import RULES, notices
from tui.core.record import Record
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind
from tui.core.stats.reading import read

USUAL = (3, 4, 3, 3, 4, 3, 4, 3, 3, 4, 3, 3)
"""Twelve ratings of a sign; two points above their centre is above 5."""
HIGHER = (6, 6, 3, 1, 4, 1, 2, 5, 3, 5, 7, 5, 8, 10, 8, 6, 6, 7, 7, 6, 7, 7, 6, 7)
"""Higher in its later half, while the last three lie near the first three."""
LEANS = (3, 4, 3, 3, 4, 2, 4, 4, 3, 7, 5, 2, 7, 7, 7, 5, 7, 7, 6, 7, 7, 7, 7, 7)
"""A sign that came to lie higher, and never above its own limits."""
CALM = (7, 7, 8, 7, 7, 8, 7, 7, 8, 7, 7, 8)
"""Twelve sessions of an alliance."""


def rules(record: Record) -> list[str]:
    return [notice.rule for notice in notices(record)]


def test_what_moved_is_told_once_its_halves_show_it_and_once_a_period() -> None:
    whole = of("confidence", RISE)
    raised = [rules(of("confidence", RISE[:n])) for n in range(1, len(RISE) + 1)]
    first = raised.index(["moved"])
    assert first > 8
    assert raised[first:] == [["moved"]] * (len(RISE) - first)
    reviewed = replace(whole, reviews=(whole.today - timedelta(7),))
    assert rules(reviewed) == []
    assert "went up" in notices(whole)[0].said


def test_what_only_the_halves_show_is_told_of_the_halves() -> None:
    (notice,) = notices(of("confidence", HIGHER))
    assert notice.said == "Confidence went up: 4 then, 7.1 now"
    assert "7.1 over the later half, 4 over the first" in " ".join(t for _, t in notice.parts)
    hardly = (2, 1, 2, 6, 4, 5, 5, 2, 4, 2, 5, 0, 5, 9, 4, 6, 4, 4, 7, 8, 7, 5, 9, 4)
    (given,) = of("confidence", hardly).series
    assert read(given, day(999)).moved == "up"
    assert rules(of("confidence", hardly)) == [], "the pairs across the halves are not so clear"


def test_a_fall_far_below_the_own_limits_is_told_at_once() -> None:
    steady = (7, 8) * 6
    assert rules(of("confidence", (*steady, 2))) == ["moved"]
    assert rules(of("confidence", (*steady, 4))) == []


@pytest.mark.parametrize(
    ("last", "told"),
    [((6,), []), ((6, 6), ["sign_level"]), ((6, 4, 6), []), ((5, 5), [])],
)
def test_a_sign_speaks_of_its_level_twice_running(last: tuple[int, ...], told: list[str]) -> None:
    assert rules(of("regulation", (*USUAL, *last))) == told


def test_a_sign_that_came_to_lie_higher_is_told_without_a_rating_above_its_range() -> None:
    whole = of("regulation", LEANS)
    (notice,) = notices(whole)
    assert notice.rule == "sign_level"
    assert "went up: 3.3 then, 7 now" in notice.said
    assert rules(of("regulation", [10 - value for value in LEANS])) == []
    crossing = (3, 4, 7, 3, 3, 4, 4, 3, 6, 2, 2, 7, 6, 8, 8, 5, 8, 6, 6, 8, 7, 7, 5, 7)
    assert rules(of("confidence", crossing)) == ["moved"]
    assert rules(of("regulation", crossing)) == [], "no run rule says so"
    assert rules(replace(whole, reviews=(whole.today - timedelta(7),))) == []


def test_a_decision_that_was_talked_through_is_not_the_sign() -> None:
    record = of("decisions", (*USUAL, 6, 6))
    assert rules(record) == ["sign_level"]
    (given,) = record.series
    for mark, told in (("talked_it_through", []), ("handed_it_over", ["sign_level"])):
        marked = tuple(replace(r, marks=(mark,)) for r in given.ratings)
        assert rules(replace(record, series=(replace(given, ratings=marked),))) == told
    higher = of("decisions", LEANS)
    (given,) = higher.series
    talked = tuple(replace(r, marks=("talked_it_through",)) for r in given.ratings)
    assert rules(higher) == ["sign_level"]
    assert rules(replace(higher, series=(replace(given, ratings=talked),))) == []


def test_a_sign_whose_way_matters_is_told_when_it_rises_and_not_when_it_falls() -> None:
    rising = (2, 3, 2, 3, 2, 3, 4, 4, 5, 6, 6)
    assert rules(of("damage_story", rising)) == ["sign_slope"]
    assert rules(of("damage_story", rising[::-1])) == []
    assert rules(of("regulation", rising)) == []


def test_a_dip_asks_until_a_rupture_is_logged() -> None:
    dipped = alliance((*CALM, 4))
    (notice,) = notices(dipped)
    assert (notice.rule, notice.subject, notice.offer) == ("alliance_dip", "s13", Offer.RUPTURE)
    broken = Rupture("r", "s13", dipped.today, Noticer.BOTH, RuptureKind.WITHDRAWAL)
    assert rules(replace(dipped, ruptures=(broken,))) == []
    assert rules(alliance((*CALM, 6))) == []
    assert rules(alliance((7, 8, 4))) == [], "three sessions know no limits"


def test_a_second_dip_waits_for_the_next_period() -> None:
    twice = alliance((*CALM, 4, 8, 8, 4))
    assert [notice.subject for notice in notices(twice)] == ["s13"]
    reviewed = replace(twice, reviews=(day(7 * 14),))
    assert [notice.subject for notice in notices(reviewed)] == ["s16"]


def test_two_raters_are_told_apart_only_twice_running_and_the_same_way() -> None:
    mine, theirs = (5, 5, 5), {"alliance_goals": (5, 7, 7), "alliance_tasks": (5, 7, 7)}
    items = {"alliance_goals": mine, "alliance_tasks": mine}
    assert rules(after_sessions(items, theirs)) == [], "1.3 on average"
    apart = dict.fromkeys(items, (7, 7, 7))
    assert rules(after_sessions(items, apart)) == ["apart"]
    crossed = dict.fromkeys(items, (7, 7, 3))
    assert rules(after_sessions(items, crossed)) == []
    assert rules(of_goal((6, 6, 6), [(0, 3), (14, 3)])) == ["apart"]
    assert rules(of_goal((6, 6, 6), [(14, 3)])) == []
    for between, told in ((1, ["apart"]), (4, [])):
        weekly = [(0, 1), (7, between), (14, 1), (21, 1)]
        assert rules(of_goal((6,) * 4, weekly)) == told, "of a goal for a fortnight"


def test_comfort_drift_needs_ease_and_little_movement() -> None:
    easy = (8, 9, 5, 8, 9, 8)
    assert rules(after_sessions({"ease": easy, "movement": (3, 4, 4, 2, 5, 6)})) == ["drift"]
    assert rules(after_sessions({"ease": easy, "movement": (3, 5, 4, 5, 5, 6)})) == []
    assert rules(after_sessions({"ease": (8, 9, 5, 7, 9, 8), "movement": (3,) * 6})) == []


def test_what_began_before_a_review_is_told_after_it_and_what_was_told_is_not_repeated() -> None:
    """Reviews may be closer together than a rule looks back; nothing falls between two of them."""
    easy = after_sessions({"ease": (8,) * 6, "movement": (3,) * 6})
    rising = of("damage_story", (2, 3, 2, 3, 2, 3, 4, 4, 5, 6, 6))
    high = of("regulation", (*USUAL, 6, 6))
    worse = after_sessions({"after": (0, -1, -1, -1)})
    for record in (easy, rising, high, worse):
        (told,) = rules(record)
        met = record.today - timedelta(7)
        assert rules(replace(record, reviews=(met,))) == [told], "it was not so at the review"
        later_on = replace(later(record, 1), reviews=(record.today,))
        assert rules(later_on) == [], "nothing is new since the review"
    for record in (
        after_sessions({"ease": (8,) * 7, "movement": (3,) * 7}),
        of("damage_story", (2, 3, 2, 3, 2, 3, 4, 4, 5, 6, 6, 7)),
        of("regulation", (*USUAL, 6, 6, 6)),
    ):
        assert len(rules(record)) == 1
        reviewed = replace(record, reviews=(record.today - timedelta(7),))
        assert rules(reviewed) == [], "it was so at the review already"
    still = after_sessions({"after": (0, -1, -1, -1, -1)}, reviews=(day(21),))
    assert rules(still) == ["worse"], "that somebody goes on feeling worse is said again"


def test_a_repair_is_left_open_two_sessions_later() -> None:
    broken = Rupture("r", "s1", day(0), Noticer.CLIENT, RuptureKind.WITHDRAWAL)
    assert rules(after_sessions({"ease": (5, 5)}, ruptures=(broken,))) == []
    assert rules(after_sessions({"ease": (5, 5, 5)}, ruptures=(broken,))) == ["repair_open"]
    mended = replace(broken, steps=(day(0),) * len(STEPS))
    assert rules(after_sessions({"ease": (5, 5, 5)}, ruptures=(mended,))) == []


def test_a_milestone_that_was_met_once_is_met() -> None:
    agreed = Milestone(6, day(28), day(0))
    assert rules(of_goal((3, 4, 5, 6, 5, 5), milestone=agreed)) == ["off_milestone"]
    assert rules(of_goal((3, 4, 5, 6, 5), milestone=agreed)) == [], "its day is today"
    assert rules(of_goal((3, 6, 5, 6, 3, 3), milestone=agreed)) == []
    paused = of_goal((3, 4, 5, 6, 5, 5), milestone=agreed, state=GoalState.PAUSED)
    assert rules(paused) == []


def test_still_fair_asks_of_goals_and_of_role_checks() -> None:
    assert rules(of_goal((3, 4), by_when=day(6))) == ["still_fair"]
    assert rules(of_goal((3, 4), by_when=day(7))) == []
    hoped = Expectation("e", day(0), hope="Sleep", by_when=day(6))
    assert rules(of("confidence", (5, 5), expectations=(hoped,))) == ["still_fair"]
    renewed = Expectation("f", day(7), hope="Sleep", by_when=day(60))
    assert rules(of("confidence", (5, 5), expectations=(hoped, renewed))) == []
    thought_over = replace(renewed, day=hoped.day)
    assert rules(of("confidence", (5, 5), expectations=(hoped, thought_over))) == []


def test_a_goal_is_spoken_of_once_a_period_by_whichever_rule_came_first() -> None:
    """Its by-when passed first; the milestone that passed later waits for the next period."""
    goal = of_goal((3,) * 8, by_when=day(13), milestone=Milestone(6, day(27), day(0)))
    assert rules(goal) == ["still_fair"]
    assert rules(replace(goal, reviews=(day(30),))) == ["off_milestone"]


def test_silence_is_off_until_somebody_chose() -> None:
    quiet = later(of("confidence", (5, 5, 5)), 15)
    assert rules(quiet) == []
    assert rules(replace(quiet, silence_periods=2)) == ["silence"]
    assert rules(replace(quiet, silence_periods=3)) == []


def test_an_answer_puts_a_notice_away_and_a_snooze_brings_it_back() -> None:
    found = notices(of("regulation", (*USUAL, 6, 6)))
    key, today = found[0].key, day(100)
    seen = Answer("a", key, today, Answered.ACKNOWLEDGED).sound()
    later_on = Answer("a", key, today, Answered.SNOOZED, day(107)).sound()
    assert standing(found, (), today) == found
    assert standing(found, (seen,), today) == ()
    assert standing(found, (later_on,), day(106)) == ()
    assert standing(found, (later_on,), day(107)) == found
    for wrong in (replace(later_on, until=None), replace(later_on, until=today)):
        with pytest.raises(ValueError, match="off"):
            wrong.sound()


def test_every_rule_is_registered_once() -> None:
    assert len({rule.key for rule in RULES}) == len(RULES) == 11
