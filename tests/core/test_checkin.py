"""A check-in, key by key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.core.build import measure
from tui.core.catalogue import GROWTH, SIGNS
from tui.core.checkin import Answer, CheckIn
from tui.core.due import Due, askable, due, next_day
from tui.core.goals import Goal, GoalState
from tui.core.manners import Manners
from tui.core.measures import Kind, Measure, Rater, Scale
from tui.core.ratings import Rating

TODAY = date(2026, 11, 22)


def lines(*scales: Scale) -> tuple[Due, ...]:
    return tuple(
        Due(measure(id_=f"m{n}", scale=scale), None, TODAY) for n, scale in enumerate(scales)
    )


def typed(keys: str, *scales: Scale) -> CheckIn:
    state = CheckIn.of(lines(*scales))
    for key in keys:
        state = state.key(key)
    return state


def values(state: CheckIn) -> list[float | None]:
    return [answer.value for answer in state.answers]


@pytest.mark.parametrize(
    ("keys", "given", "at"),
    [
        ("735", [7, 3, 5], 2),
        ("10", [10, None, None], 1),
        ("1", [1, None, None], 0),
        ("15", [1, 5, None], 2),
        ("1010", [10, 10, None], 2),
        ("11", [1, 1, None], 1),
        ("0", [0, None, None], 1),
        ("0010", [0, 0, 10], 2),
        ("34510", [3, 4, 10], 2),
        ("3418", [3, 4, 8], 2),
    ],
)
def test_digits_rate_and_move_on(keys: str, given: list[float | None], at: int) -> None:
    """`1` waits for a `0`; anything else belongs to the next line; the last line stays."""
    state = typed(keys, *[Scale()] * 3)
    assert values(state) == given
    assert state.at == at


@pytest.mark.parametrize(
    ("keys", "scale", "given"),
    [
        ("2", Scale(minimum=-2, maximum=2), 2),
        ("-1", Scale(minimum=-2, maximum=2), -1),
        ("3", Scale(minimum=-2, maximum=2), None),
        ("-0", Scale(minimum=-2, maximum=2), 0),
        ("15", Scale(minimum=10, maximum=20), 15),
        ("9", Scale(minimum=10, maximum=20), None),
        ("100", Scale(maximum=100), 100),
        ("42", Scale(maximum=100), 42),
        ("-", Scale(), None),
        ("40", Scale(maximum=40, step=20), 40),
    ],
)
def test_any_scale_can_be_typed(keys: str, scale: Scale, given: float | None) -> None:
    assert values(typed(keys, scale)) == [given]


def test_a_step_begins_at_the_last_value_and_stays_on_the_scale() -> None:
    last = Rating("m0", TODAY - timedelta(7), Rater.CLIENT, 10, 1, TODAY)
    first, second = lines(Scale(), Scale())
    state = CheckIn.of((Due(first.measure, last, TODAY), second)).step(1)
    assert values(state) == [10, None]
    assert values(state.step(1)) == [10, None]
    assert values(state.step(-1)) == [9, None]
    assert values(state.move(1).step(1)) == [10, 5]


def test_what_is_kept_is_what_was_given() -> None:
    """Skipped lines are no ratings; evidence and mark go with their value."""
    state = typed("7", *[Scale()] * 3).say("rang her").mark("handed_it_over").skip()
    state = state.move(-2).key("9")
    assert [(r.measure_id, r.value) for r in state.ratings(TODAY)] == [("m0", 9)]
    state = state.key("4")
    (first, second) = state.ratings(TODAY)
    assert (second.value, second.evidence, second.marks) == (4, "", ())
    assert not first.late


def test_a_draft_brings_the_same_answers_back() -> None:
    state = typed("7", *[Scale()] * 3).say("a b [/c]").step(1).move(1).skip()
    again = CheckIn.of(state.lines).taken_up(state.kept())
    assert again.answers == state.answers
    assert not CheckIn.of(state.lines).touched
    assert state.touched


def test_a_draft_for_another_scale_loses_only_the_value() -> None:
    state = typed("9", Scale()).say("still true")
    again = CheckIn.of(lines(Scale(maximum=5))).taken_up(state.kept())
    assert again.answers == (Answer(None, "still true"),)


def asked(days_ago: int | None, entry: Measure, manners: Manners = Manners()) -> bool:
    """Whether a measure that was last rated so long ago is due."""
    lasts = {}
    if days_ago is not None:
        day = TODAY - timedelta(days_ago)
        lasts[entry.id] = Rating(entry.id, day, Rater.CLIENT, 5, 1, day)
    return bool(due(askable([entry], [], lasts, manners), TODAY))


def test_a_number_typed_as_a_whole() -> None:
    """It stays in its line, keeps the evidence, and has to be on the scale."""
    state = typed("7", Scale()).say("on the stairs").rate(10)
    assert (state.at, state.answer) == (0, Answer(10, "on the stairs"))
    assert state.skip().move(-1).rate(3).answer == Answer(3)
    with pytest.raises(ValueError, match="not on this scale"):
        state.rate(11)


def test_due_by_cadence() -> None:
    """Weekly after seven days, fortnightly after fourteen, or as the person wants it."""
    growth, sign = GROWTH[0].measure("g", TODAY), SIGNS[0].measure("s", TODAY)
    assert [asked(n, growth) for n in (None, 6, 7, 30)] == [True, False, True, True]
    assert [asked(n, sign) for n in (None, 13, 14)] == [True, False, True]
    daily = Manners(cadence={Kind.GROWTH: 1})
    assert [asked(n, growth, daily) for n in (0, 1)] == [False, True]
    assert not asked(13, sign, daily)


def test_only_what_can_be_asked_is_asked() -> None:
    """Not what is paused, belongs to one session, is not the client's, or is a goal that rests."""
    from dataclasses import replace

    from tui.core.catalogue import SESSION, SLOW

    growth = GROWTH[0].measure("g", TODAY)
    goal = measure(id_="goal", kind=Kind.GOAL, cadence=7)
    known = [
        growth,
        replace(growth, id="p", paused=True),
        replace(growth, id="t", raters=(Rater.THERAPIST,)),
        SESSION[0].measure("x", TODAY),
        SLOW[0].measure("y", TODAY),
        goal,
    ]
    for state in GoalState:
        found = askable(known, [Goal(goal, state)], {}, Manners())
        expected = ["goal", "g", "y"] if state is GoalState.ACTIVE else ["g", "y"]
        assert [each.measure.id for each in found] == expected


def test_the_relationship_is_asked_about_a_month_after_the_start() -> None:
    from tui.core.catalogue import SLOW

    monthly = SLOW[0].measure("y", TODAY)
    (asked,) = askable([monthly], [], {}, Manners())
    assert asked.since == TODAY + timedelta(28)


def test_the_next_day_is_told() -> None:
    growth = GROWTH[0].measure("g", TODAY)
    rated = Rating("g", TODAY - timedelta(2), Rater.CLIENT, 5, 1, TODAY)
    known = askable([growth], [], {"g": rated}, Manners())
    assert next_day(known, TODAY) == TODAY + timedelta(5)
    assert next_day([], TODAY) is None


def test_what_is_rated_in_sessions_can_be_asked_but_is_never_due() -> None:
    """A goal without a cadence: there when everything is asked, not by itself."""
    goal = measure(id_="goal", kind=Kind.GOAL, cadence=None)
    known = askable([goal], [Goal(goal)], {}, Manners())
    assert [each.measure.id for each in known] == ["goal"]
    assert not due(known, TODAY)
    assert next_day(known, TODAY) is None


def test_what_was_rated_meanwhile_stays_or_gives_way_with_what_was_said_of_it() -> None:
    """Mine keeps a moment of mine, else theirs; theirs takes the answer back."""
    asked = CheckIn.of(lines(Scale()), TODAY).rate(7)
    id_ = asked.line.measure.id
    theirs = Rating(id_, TODAY, Rater.CLIENT, 2, 1, TODAY, "theirs", ("m",))
    mine = asked.settled(id_, theirs, mine=True)
    assert (mine.answer.value, mine.answer.evidence, mine.answer.mark) == (7, "theirs", "m")
    assert asked.say("mine").settled(id_, theirs, mine=True).answer.evidence == "mine"
    assert mine.seen(TODAY) == (theirs,)
    assert asked.settled(id_, theirs, mine=False).ratings(TODAY) == ()
    assert asked.settled(id_, None, mine=True).seen(TODAY) == (None,)


def test_a_draft_that_another_program_wrote_is_taken_as_far_as_it_makes_sense() -> None:
    """Values that are none, marks that the measure does not have, texts that are no texts."""
    state = CheckIn.of(lines(*[Scale()] * 5))
    kept = {"m0": "inf\nm\na\x1b[2Jb", "m1": "nan", "m2": "", "m3": "9" * 5000, "m4": "x\n\n\n"}
    assert state.taken_up(kept).answers == (
        Answer(None, "a[2Jb"),
        Answer(),
        Answer(),
        Answer(),
        Answer(skipped=True),
    )


def test_a_draft_knows_what_had_been_rated_when_it_was_begun() -> None:
    """What came later today was not seen, so it is asked about; what had been there was."""
    asked = CheckIn.of(lines(Scale(), Scale()), TODAY).key("7").key("8")
    late = Rating("m0", TODAY, Rater.CLIENT, 2, 1, TODAY)
    line, other = asked.lines
    again = CheckIn.of((replace(line, last=late), other), TODAY)
    begun = again.taken_up(asked.kept(), asked.kept_seen())
    assert (begun.seen(TODAY), begun.answers) == ((None, None), asked.answers)
    twice = again.taken_up(begun.kept(), begun.kept_seen())
    assert twice.unseen == {"m0"}
    assert twice.settled("m0", late, mine=True).seen(TODAY) == (late, None)
    knew = again.taken_up(asked.kept(), again.kept_seen())
    assert knew.seen(TODAY) == (late, None)
    tomorrow = {**again.kept_seen(), "day": "2026-11-21"}
    assert again.taken_up(asked.kept(), tomorrow).unseen == {"m0"}
