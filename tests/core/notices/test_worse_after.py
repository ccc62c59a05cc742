"""The path for who feels worse after sessions, over histories that nobody would think of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import day
from tests.core.notices.build import after_sessions
from tui.core.conversations import FAIR_CHANCE, LONGEST, SHORTEST, Conversation
from tui.core.notices.registry import notices
from tui.core.record import as_of
from tui.core.sessions import SessionState
from tui.core.worse_after import ALWAYS, EARLY, WORSE, Path, Stage, path

WORSE_EACH = (0, -1, -1, -1)


def talk(session: int, window: int = FAIR_CHANCE) -> Conversation:
    """A conversation on the day of a session, counted from 1."""
    return Conversation(f"t{session}", day(7 * (session - 1)), "A slower pace", window).sound()


def walked(after: tuple[int | None, ...], *talks: Conversation) -> list[Path]:
    """The path after each session."""
    whole = after_sessions({"after": after}, conversations=talks)
    return [path(as_of(whole, day(7 * at))) for at in range(len(after))]


def stages(after: tuple[int | None, ...], *talks: Conversation) -> list[int]:
    return [found.stage for found in walked(after, *talks)]


def test_it_is_worth_bringing_up_and_stays_so_until_it_is_talked_about() -> None:
    assert stages((*WORSE_EACH, -1, -1, -1, -1, -1)) == [0, 0, 0, 1, 1, 1, 1, 1, 1]


def test_a_conversation_gives_a_fair_chance_and_only_then_other_ways_are_named() -> None:
    found = walked((*WORSE_EACH, -1, -1, -1, -1, -1), talk(5))
    assert [p.stage for p in found] == [0, 0, 0, 1, 2, 2, 2, 2, 3]
    assert [p.left for p in found[4:]] == [4, 3, 2, 1, 0]
    assert "fair chance" in found[-1].said


def test_of_two_conversations_on_a_day_the_one_that_was_noted_last_counts() -> None:
    found = walked((*WORSE_EACH, -1, -1), talk(5), talk(5, LONGEST))
    assert found[-1].left == LONGEST - 1


def test_what_got_better_is_over_and_begins_anew() -> None:
    better = stages((*WORSE_EACH, -1, 0, 1, 0, 1, -1, -1, -1), talk(5))
    assert better == [0, 0, 0, 1, 2, 2, 2, 2, 0, 0, 0, 1]


def test_a_missed_session_is_no_chance() -> None:
    whole = after_sessions({"after": (*WORSE_EACH, -1, -1, -1, -1, -1)}, conversations=(talk(5),))
    missed = [
        replace(h, session=replace(h.session, state=SessionState.MISSED)) if n == 1 else h
        for n, h in enumerate(whole.hours)
    ]
    assert path(replace(whole, hours=tuple(missed))).stage is Stage.FAIR_CHANCE


@pytest.mark.parametrize(
    "wrong", [Conversation("t", day(0), " "), Conversation("t", day(0), "x", 1)]
)
def test_a_conversation_says_what_changes_and_gives_it_time(wrong: Conversation) -> None:
    with pytest.raises(ValueError, match=r"agreed|fair chance"):
        wrong.sound()


histories = st.lists(st.one_of(st.none(), st.integers(-2, 2), st.just(-1)), min_size=1, max_size=20)
talks = st.lists(st.tuples(st.integers(1, 20), st.integers(SHORTEST, LONGEST)), max_size=3)


@given(histories, talks)
def test_other_ways_are_never_named_too_soon(
    after: list[int | None], logged: list[tuple[int, int]]
) -> None:
    """Not without a logged conversation whose chance is over, not early, not where it is fine."""
    logs = [talk(*each) for each in logged]
    for at, found in enumerate(walked(tuple(after), *logs), 1):
        if found.stage is not Stage.LOOK_AROUND:
            continue
        assert found.talk in logs
        told = sum(day(7 * n) <= found.talk.day for n in range(20))
        assert at - told >= SHORTEST
        assert at > EARLY
        since = [value for value in after[told:at] if value is not None]
        assert sum(value < 0 for value in since[-4:]) >= WORSE


@given(histories, talks)
def test_the_sentence_about_an_unsafe_place_stands_with_every_notice(
    after: list[int | None], logged: list[tuple[int, int]]
) -> None:
    whole = after_sessions({"after": after}, conversations=tuple(talk(*each) for each in logged))
    for notice in notices(whole):
        assert (notice.rule, notice.besides) == ("worse", ALWAYS)
        assert path(whole).stage in {Stage.BRING_UP, Stage.LOOK_AROUND}
