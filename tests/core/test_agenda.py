"""The agenda: what comes onto it, once each, and in which order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import MONDAY, day
from tests.core.notices import build
from tui.core.agenda import AgendaKind, Item, agenda, moved, ordered, shifted, without
from tui.core.goals import Milestone
from tui.core.notices.answers import Answer, Answered
from tui.core.practices import Practice
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.reviewing import Reviewing
from tui.core.reviews import Agreement, Review, ReviewState
from tui.core.topics import Topic, TopicState

HOSTILE = "[b]now[/b] \x1b[31m\nline"


def of_everything() -> Reviewing:
    """A record with something of each kind, on the last day of a goal's eighteen weeks."""
    record = build.of_goal(
        build.RISE, by_when=day(7), milestone=Milestone(7, day(70), MONDAY), importance=2
    )
    closed = Topic("t2", MONDAY, "Long done", TopicState.LET_GO, day(1))
    broken = Rupture("r", "s", day(100), Noticer.BOTH, RuptureKind.WITHDRAWAL).step(0, day(100))
    late = Agreement("a", MONDAY, HOSTILE, Noticer.BOTH, by_when=day(20))
    return Reviewing(
        replace(
            record,
            topics=(Topic("t", MONDAY, "The holiday"), closed),
            ruptures=(broken,),
            practices=tuple(Practice(f"p{n}", day(n), "A walk", 1, n) for n in range(4)),
            reviews=(day(1),),
        ),
        agreements=(
            late,
            replace(late, id="b", done=day(19)),
            replace(late, id="c", by_when=record.today),
        ),
    )


def test_everything_has_its_item() -> None:
    of = of_everything()
    found = agenda(of)
    kinds = [item.kind for item in found]
    assert kinds == sorted(kinds, key=[*AgendaKind].index)
    assert {k: kinds.count(k) for k in AgendaKind if k not in ("notice", "goal")} == {
        AgendaKind.TOPIC: 1,
        AgendaKind.REPAIR: 1,
        AgendaKind.AGREEMENT: 1,
        AgendaKind.PRACTICE: 1,
    }
    texts = [item.text for item in found]
    assert "The holiday" in texts
    assert texts[-1] == "Practised 2 times, 2 of them quite or very useful"
    assert all(text.isprintable() for text in texts)


def test_what_a_notice_says_of_a_goal_is_not_said_twice() -> None:
    """Also not once it was put away: it was looked at."""
    of = of_everything()
    goals = [item for item in agenda(of) if item.key.startswith(("goal:", "notice:still_fair"))]
    assert [item.key.partition(":")[0] for item in goals] == ["notice"]
    key = goals[0].key.partition(":")[2]
    answer = Answer("x", key, of.record.today, Answered.ACKNOWLEDGED)
    put_away = agenda(replace(of, answers=(answer,)))
    assert not [item for item in put_away if item.key.startswith(("goal:", "notice:still_fair"))]


ITEMS = tuple(Item(f"k{n}", AgendaKind.TOPIC, f"Topic {n}") for n in range(6))
KEYS = st.lists(st.sampled_from([f"k{n}" for n in range(8)]), unique=True).map(tuple)


@given(KEYS, KEYS)
def test_the_order_of_a_review_is_kept(order: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    """Nothing is lost but what was dropped; what the review does not know yet comes last."""
    found = [i.key for i in ordered(ITEMS, Review("r", MONDAY, agenda=order, dropped=dropped))]
    assert {*found} == {item.key for item in ITEMS} - {*dropped}
    known = [key for key in order if key in found]
    assert found == known + [i.key for i in ITEMS if i.key in found and i.key not in known]


@given(KEYS, KEYS, st.integers(0, 5), st.integers(-1, 7))
def test_an_item_is_put_where_it_is_wanted(
    order: tuple[str, ...], dropped: tuple[str, ...], at: int, place: int
) -> None:
    """The others keep their order among themselves, and what was dropped stays dropped."""
    review = Review("r", MONDAY, agenda=order, dropped=dropped)
    shown = ordered(ITEMS, review)
    if at >= len(shown):
        return
    key = shown[at].key
    found = [i.key for i in ordered(ITEMS, moved(shown, review, key, place))]
    assert found.index(key) == max(0, min(place, len(shown) - 1))
    assert [k for k in found if k != key] == [i.key for i in shown if i.key != key]
    left = ordered(ITEMS, without(review, key))
    assert left == tuple(i for i in shown if i.key != key)


def test_nothing_is_shifted_over_an_end() -> None:
    review = Review("r", MONDAY)
    assert shifted(ITEMS, review, "k0", -1) is review
    assert shifted(ITEMS, review, "k5", 1) is review
    assert shifted(ITEMS, review, "k4", 1).agenda == ("k0", "k1", "k2", "k3", "k5", "k4")


def test_what_was_prepared_is_gone_on_with_on_the_day_of_the_review() -> None:
    prepared = Review("p", MONDAY, ReviewState.PREPARED, agenda=("a", "b"), dropped=("c",))
    held = Review("h", day(-80), ReviewState.HELD)
    of = replace(of_everything(), reviews=(held, prepared))
    assert (of.begun, of.last, of.prepared, of.arranged) == (None, held, prepared, prepared)
    begun = prepared.begun(day(9))
    assert begun == replace(prepared, state=ReviewState.BEGUN, day=day(9))
    of = replace(of, reviews=(held, begun))
    assert (of.begun, of.prepared, of.arranged) == (begun, None, begun)
