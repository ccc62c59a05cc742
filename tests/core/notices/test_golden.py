"""The sample stories, walked day by day: what is raised, at which session, and nothing else."""

from __future__ import annotations

import pytest

from tests.core.notices import golden
from tests.core.notices.stories import lived, record, story
from tui.core.notices.answers import standing
from tui.core.notices.registry import notices
from tui.core.record import as_of
from tui.core.worse_after import Stage, path

ROWAN = {
    ("moved", 12),  # the early gain on the first goal
    ("alliance_dip", 14),  # pulled away
    ("worse", 27),
    ("still_fair", 28),  # the day of the first role check; answered by another one
    ("drift", 33),
    ("sign_level", 34),  # leaning on therapy, 3 to 7
    ("alliance_dip", 38),  # pushed back
    ("still_fair", 44),  # the day of the second role check
    ("off_milestone", 47),  # the goal that stays where it is
    ("moved", 48),  # the goal that was reworded at 37
    ("off_milestone", 48),  # both still so in the period after the review
    ("still_fair", 48),
}
"""What Rowan's story tells, by rule and session."""


NEAR = 7
"""Days."""


def test_every_story_raises_what_it_tells() -> None:
    """Where a story or a rule changed on purpose: python -m tests.core.notices.golden."""
    told = golden.text()
    assert told == golden.FILE.read_text(encoding="utf-8")
    lines = {name: part.splitlines()[1:] for name, part in _stories(told)}
    raised = {
        (line.split()[2].strip(":"), int(line.split()[0])) for line in _raised(lines["rowan"])
    }
    assert raised == ROWAN
    assert lines["noor"] == []
    assert lines["sam"] == []


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
    assert [n.rule for n in shown] == ["off_milestone", "still_fair"]


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


def _raised(lines: list[str]) -> list[str]:
    return [line for line in lines if line.split()[1] == "raised"]
