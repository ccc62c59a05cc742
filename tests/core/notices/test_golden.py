"""The sample stories, walked day by day: what is raised, at which session, and nothing else."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

import pytest

from tests.core.notices import golden
from tests.core.notices.stories import lived, record, story
from tui.core.notices.answers import standing
from tui.core.notices.registry import notices
from tui.core.record import as_of
from tui.core.worse_after import Stage, path


class Beat(NamedTuple):
    """A stretch of the sample design, first to last session, and what is raised in it, by session.

    `why` says what each notice is about, or why there is none.
    """

    first: int
    last: int
    raised: tuple[tuple[str, int], ...]
    why: str


ROWAN = (
    Beat(1, 6, (), "Grey: no direction is told before 8 ratings."),
    Beat(7, 12, (("moved", 12),), "The early gain on the first goal; talked about at the review."),
    Beat(13, 18, (("alliance_dip", 14),), "Pulled away; repaired at 16, so never left open."),
    Beat(
        19, 24, (), "The first goal goes on growing: told up to the review of 12, not said again."
    ),
    Beat(25, 28, (("worse", 27),), "Still so at 28, talked about there, and clear after it."),
    Beat(29, 36, (("drift", 33), ("sign_level", 34)), "The plateau; leaning on therapy, 3 to 7."),
    Beat(37, 37, (), "A review: the new words have one rating."),
    Beat(
        *(38, 40, (("alliance_dip", 38), ("moved", 40))),
        "Pushed back, repaired at 40; the first goal is higher than before the illness.",
    ),
    Beat(41, 41, (("moved", 41),), "The first goal is reached; choice, which leads, has moved."),
    Beat(
        *(45, 52, tuple(("moved", at) for at in (47, 47, 48, 50, 50, 51, 52))),
        "Less often: both goals, choice, worth, limits, and responsibility, which wavers once.",
    ),
    Beat(53, 54, (("off_milestone", 53), ("still_fair", 53)), "Two days set for the goodbye."),
)
"""The beats of the sample design, and what Rowan's story raises in each. 42 to 44 are in none.

The design names no indicator: they "rise at different times". Each is told of once in a review
period, where its rise is clear and was not clear at the review before.
"""


NEAR = 7
"""Days."""


def test_every_story_raises_what_it_tells() -> None:
    """Where a story or a rule changed on purpose: python -m tests.core.notices.golden."""
    told = golden.text()
    assert told == golden.FILE.read_text(encoding="utf-8")
    lines = {name: part.splitlines()[1:] for name, part in _stories(told)}
    assert lines["noor"] == []
    assert lines["sam"] == []


def test_each_beat_raises_what_is_set_out_for_it_and_nothing_is_raised_between() -> None:
    raised = _raised("rowan")
    within = {beat: [at for at in raised if beat.first <= at[1] <= beat.last] for beat in ROWAN}
    assert within == {beat: list(beat.raised) for beat in ROWAN}
    assert [at for at in raised if at not in chain(*within.values())] == []


@pytest.mark.parametrize("name", golden.STORIES)
def test_an_answer_is_to_a_notice_that_was_there(name: str) -> None:
    """By its key, on the day of the answer or shortly before."""
    told = story(name)
    days = list(lived(record(told)))
    for answer in told.answers:
        near = [found for day, found in days if 0 <= (answer.day - day).days <= NEAR]
        assert answer.key in {notice.key for found in near for notice in found}, answer


def test_what_is_not_answered_yet_is_shown() -> None:
    told = story("rowan")
    shown = standing(notices(record(told)), told.answers, told.ends)
    assert [n.rule for n in shown] == ["off_milestone", "moved", "moved", "still_fair"]


def test_dev_is_given_a_fair_chance_and_then_looks_around() -> None:
    whole = record(story("dev"))
    sessions = [hour.session.day for hour in reversed(whole.hours)]
    stages = [path(as_of(whole, day)).stage for day in sessions]
    assert stages[12:18] == [Stage.BRING_UP, *[Stage.FAIR_CHANCE] * 4, Stage.LOOK_AROUND]


def test_worse_after_is_there_for_two_sessions_and_clears() -> None:
    whole = record(story("rowan"))
    sessions = [hour.session.day for hour in reversed(whole.hours)]
    days = {
        day
        for day, found in lived(as_of(whole, sessions[30]))
        if any(n.rule == "worse" for n in found)
    }
    assert {n for n, day in enumerate(sessions, 1) if day in days} == {27, 28}


def _stories(told: str) -> list[tuple[str, str]]:
    return [(part.splitlines()[0], part) for part in told.split("\n\n")]


def _raised(name: str) -> list[tuple[str, int]]:
    """The rule and the session of everything that a story raises, as the golden file has it."""
    (told,) = (part for of, part in _stories(golden.FILE.read_text("utf-8")) if of == name)
    words = [line.split() for line in told.splitlines()[1:]]
    return [(rule.strip(":"), int(at)) for at, what, rule, *_ in words if what == "raised"]
