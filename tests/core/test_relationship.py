"""Alliance, breaks and repair, planning: what can be worked out of sessions."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.build import MONDAY, day, measure, rating
from tui.core.alliance import ALLIANCE, AS_THERAPIST, alliance, series
from tui.core.clients import Client
from tui.core.expectations import Expectation
from tui.core.measures import Kind, Rater
from tui.core.reflections import all_tags, tags
from tui.core.relationship import Hour, Relationship
from tui.core.repair import STEPS, Noticer, Rupture, RuptureKind, told
from tui.core.sessions import Rhythm, Session, SessionState
from tui.core.topics import Topic, TopicState, still_open

VALUES = st.lists(st.integers(0, 10), max_size=3)
STEP_DAYS = st.lists(st.none() | st.integers(-3, 30), min_size=6, max_size=6)


def rupture(*offsets: int | None, id_: str = "r") -> Rupture:
    """A break in the session of `MONDAY`, with steps so many days later."""
    steps = tuple(None if n is None else day(n) for n in offsets)
    return Rupture(id_, "s", MONDAY, Noticer.BOTH, RuptureKind.WITHDRAWAL, "", steps)


@given(VALUES)
def test_alliance_takes_at_least_two_items(values: list[int]) -> None:
    found = alliance(values)
    assert (found is None) == (len(values) < 2)
    if found is not None:
        assert min(values) - 0.05 <= found <= max(values) + 0.05
        assert found == round(found, 1)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 5), st.sampled_from(Rater)), unique=True)
)
def test_a_series_of_alliance_has_no_day_with_fewer_than_two_items(
    given_: list[tuple[int, int, Rater]],
) -> None:
    """Of each rater by themself: two people's single items make no alliance together."""
    items = [measure(f"item {n}", id_=f"i{n}", kind=Kind.SESSION, cadence=None) for n in range(3)]
    ratings = [rating(items[n], at, 7, rater) for n, at, rater in given_]
    for wanted in (ALLIANCE, AS_THERAPIST):
        found = series(wanted, items, ratings, ())
        rated = {(r.day, r.rater) for r in found.ratings}
        count = {
            (day(at), rater): sum((at, rater) == (b, c) for _, b, c in given_)
            for _, at, rater in given_
            if rater in wanted.raters
        }
        assert rated == {moment for moment, n in count.items() if n >= 2}


def test_a_new_wording_of_an_item_breaks_the_line_of_alliance() -> None:
    items = [measure("a", id_="a", since=(0, 10)), measure("b", id_="b")]
    ratings = [rating(item, at, 6) for item in items for at in (3, 10, 17)]
    found = series(ALLIANCE, items, ratings, ())
    assert [r.version for r in found.ratings] == [1, 2, 2]
    assert [r.day for r in found.current] == [day(10), day(17)]


@given(STEP_DAYS)
def test_days_to_repair_are_never_negative(offsets: list[int | None]) -> None:
    """Whatever is put in: the days make sense, or they are refused."""
    try:
        sound = rupture(*offsets).sound()
    except ValueError:
        return
    assert sound.days is None or sound.days >= 0
    assert (sound.repaired is not None) == (sound.next_step is None)


@pytest.mark.parametrize(
    "offsets",
    [(-1, *[None] * 5), (5, 3, *[None] * 4), (None, *[1] * 5), (*[None] * 5, 3)],
    ids=["before the session", "backwards", "one left out", "only the last"],
)
def test_steps_that_cannot_have_been(offsets: tuple[int | None, ...]) -> None:
    with pytest.raises(ValueError, match=r"\.$"):
        rupture(*offsets).sound()


def test_a_step_to_come_is_none() -> None:
    with pytest.raises(ValueError, match="still to come"):
        rupture(0, 4, *[None] * 4).sound(today=day(3))
    assert rupture(0, 3, *[None] * 4).sound(today=day(3)).next_step == 2


def test_breaks_in_words() -> None:
    repaired = [rupture(*[n] * len(STEPS), id_=str(n)) for n in (9, 14)]
    assert told(()) == ""
    assert told(repaired) == "2 breaks, 2 repaired · 9 and 14 days"
    assert told([rupture(0, *[None] * 5)]) == "1 break, 0 repaired"
    assert told([rupture(*[1] * 6)]) == "1 break, 1 repaired · 1 day"


def test_sessions_are_planned_by_week_and_month() -> None:
    first = date(2026, 1, 31)
    assert list(Rhythm.FORTNIGHTLY.days(first, 2)) == [first, date(2026, 2, 14)]
    monthly = list(Rhythm.MONTHLY.days(first, 3))
    assert monthly == [first, date(2026, 2, 28), date(2026, 3, 31)]
    with pytest.raises(ValueError, match="1 to 60"):
        list(Rhythm.WEEKLY.days(first, 61))


def test_a_session_to_come_was_not_held() -> None:
    ahead = Session("s", 1, day(1), SessionState.HELD)
    with pytest.raises(ValueError, match="still to come"):
        ahead.sound(MONDAY)
    assert Session("s", 1, day(1), entered=day(3)).late
    assert not Session("s", 1, day(1), entered=day(1)).late


def relationship(*hours: Hour) -> Relationship:
    """A client with these sessions, as of ten days after `MONDAY`."""
    return Relationship(Client("c", "Kim", MONDAY), day(10), hours, (), {})


def test_what_the_client_rated_is_kept_back_until_the_therapist_has() -> None:
    """Of the latest session only, and only in the therapist's view."""
    item = measure("a", key="ease", id_="a", kind=Kind.SESSION, cadence=None)
    mine, theirs = rating(item, 7, 6), rating(item, 7, 4, Rater.THERAPIST)
    one = {("ease", Rater.CLIENT): mine}
    later, earlier = Session("b", 2, day(7)), Session("a", 1, MONDAY)
    planned = Hour(Session("p", 3, day(14), SessionState.PLANNED), {})
    latest, before = Hour(later, one), Hour(earlier, one)
    seen = relationship(planned, latest, before)
    assert seen.latest is latest
    assert seen.sealed(latest, Rater.THERAPIST) is Rater.CLIENT
    assert seen.sealed(latest, Rater.CLIENT) is None
    assert seen.sealed(before, Rater.THERAPIST) is None
    both = Hour(later, {**one, ("ease", Rater.THERAPIST): theirs})
    assert relationship(planned, both).sealed(both, Rater.THERAPIST) is None


def test_tags_are_read_as_they_are_written() -> None:
    assert tags(" #Home, sleep  home #größe,,") == ("Home", "sleep", "größe")
    with pytest.raises(ValueError, match="12 tags"):
        tags(" ".join(map(str, range(13))))
    assert all_tags([]) == ()


def test_a_topic_is_open_or_closed_on_a_day() -> None:
    topic = Topic("t", day(3), "Holidays")
    with pytest.raises(ValueError, match="closed on a day"):
        Topic("t", day(3), "Holidays", TopicState.TALKED).sound()
    with pytest.raises(ValueError, match="before it was pinned"):
        Topic("t", day(3), "Holidays", TopicState.LET_GO, day(2)).sound()
    later = Topic("u", day(5), "Money")
    assert still_open([later, topic]) == (topic, later)


def test_a_role_check_is_asked_about_again() -> None:
    named = Expectation("e", MONDAY, by_when=day(10))
    assert [named.still_fair(day(n)) for n in (10, 11)] == [False, True]
    unnamed = Expectation("e", MONDAY)
    assert [unnamed.still_fair(MONDAY + timedelta(weeks=12, days=n)) for n in (0, 1)] == [
        False,
        True,
    ]
