"""What there is to read about a row."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.build import MONDAY, day, measure, rating
from tui.core.catalogue import SIGNS
from tui.core.details import MATTERS, MOMENTS, Block, details
from tui.core.goals import Goal, GoalState, Milestone, Step
from tui.core.measures import Kind, Measure, Rater, Scale
from tui.core.overview import Line
from tui.core.ratings import Rating
from tui.core.series import Series

TODAY = day(200)


def told(of: Measure, *ratings: Rating, goal: Goal | None = None) -> dict[str, list[str]]:
    """Headings with their entries, lead and text in one."""
    blocks = details(Line(of, (), None, None, goal), Series(of, ratings), TODAY)
    return {b.heading: [f"{e.lead} | {e.text}".strip(" |") for e in b.entries] for b in blocks}


def test_a_goal_tells_everything_that_was_written() -> None:
    of = measure("Sleep", kind=Kind.GOAL, since=(0, 50), scale=Scale("low end", "high end"))
    goal = Goal(
        of,
        why="I am tired\n\nof being tired",
        there="Eight hours",
        by_when=day(199),
        importance=3,
        difficulty=0,
        steps=(Step("Phone out", day(3)), Step("Read")),
        milestone=Milestone(7, day(180), MONDAY),
        ladder=("a", "b", "c", "d", "e"),
    )
    found = told(of, replace(rating(of, 5, 4), evidence="slept"), goal=goal)
    assert found == {
        "Why": ["I am tired", "of being tired"],
        "What “there” looks like": ["Eight hours"],
        "By when": ["Thu 17 Dec 2026 · still fair?"],
        "How it weighs": ["Matters a lot, easy"],
        "Agreed": ["7 by 28 Nov, agreed on 1 Jun"],
        "Small steps": ["☑ 4 Jun | Phone out", "☐ | Read"],
        "Ladder": [
            "+2 | e (much more than hoped)",
            "+1 | d (more than hoped)",
            "0 | c (as hoped)",
            "−1 | b (less than hoped)",
            "−2 | a (much less than hoped)",
        ],
        "Moments that show it": ["6 Jun   4 • | “slept”"],
        "Wordings": ["from 21 Jul | Sleep 2", "from 1 Jun | Sleep 1"],
    }


@pytest.mark.parametrize("state", GoalState)
def test_a_day_that_has_passed_is_asked_about_only_while_it_counts(state: GoalState) -> None:
    """Never "late"; and nobody asks about a goal that was reached or set aside."""
    of = measure(kind=Kind.GOAL)
    found = told(of, goal=Goal(of, state, by_when=day(199)))["By when"]
    assert ("still fair?" in found[0]) == (state is GoalState.ACTIVE)
    assert "late" not in found[0].lower()


def test_moments_stand_newest_first_with_day_value_and_rater() -> None:
    of = measure(scale=Scale("not at all", "fully"))
    given = (
        replace(rating(of, -300, 10), evidence="long ago"),
        replace(rating(of, 10, 7), evidence="said no"),
        replace(rating(of, 10, 3, Rater.THERAPIST), evidence="said it twice"),
        rating(of, 20, 5),
    )
    found = told(of, *given)
    assert found == {
        "Moments that show it": [
            "11 Jun   3 ◇ | “said it twice”",
            "11 Jun   7 • | “said no”",
            "5 Aug 2025  10 • | “long ago”",
        ],
        "What is asked": ["Confidence 1", "0 | not at all", "10 | fully"],
    }


def test_more_moments_than_one_can_read_are_counted() -> None:
    of = measure()
    given = tuple(replace(rating(of, n, 5), evidence=f"no. {n}") for n in range(MOMENTS + 7))
    entries = told(of, *given)["Moments that show it"]
    assert len(entries) == MOMENTS + 1
    assert entries[-1] == "… and 7 earlier ones."
    assert f"no. {MOMENTS + 6}" in entries[0]


@pytest.mark.parametrize("entry", SIGNS, ids=lambda e: e.key)
def test_each_sign_says_where_to_grow_and_what_matters(entry: object) -> None:
    of = next(e for e in SIGNS if e is entry).measure("m", MONDAY)
    found = told(of)
    assert found["Towards"] == [f"{of.opposite}."]
    assert found["What matters of it"] == [MATTERS[of.matters]]
    assert ("How it was decided" in found) == (of.key == "decisions")


def test_only_what_was_handed_over_is_the_sign() -> None:
    of = SIGNS[-1].measure("m", MONDAY)
    marks = ["talked_it_through", "talked_it_through", "handed_it_over", "unknown"]
    given = [
        Rating("m", day(n), Rater.CLIENT, 3, 1, day(n), "why", (mark,))
        for n, mark in enumerate(marks)
    ]
    found = told(of, *given)
    assert found["How it was decided"] == [
        "2 × | talked it through",
        "0 × | asked for advice",
        "1 × | handed it over",
        "Only the last is the sign. Talking things through is what therapy is for.",
    ]
    assert found["Moments that show it"][1].endswith("| handed it over: “why”")
    assert found["Moments that show it"][0].endswith("| unknown: “why”")


def test_nothing_written_is_no_block() -> None:
    """No heading stands alone."""
    of = measure(kind=Kind.GOAL)
    assert [*told(of, goal=Goal(of))] == ["How it weighs"]
    blocks: tuple[Block, ...] = details(Line(of, (), None, None), Series(of, ()), TODAY)
    assert all(block.entries for block in blocks)
