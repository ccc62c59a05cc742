"""The snapshot's seeks find what reading every rating through would find."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.helpers import STARTED, TODAY, Begun, begin, new_goal, rating
from tui.core.clients import Client
from tui.core.deeds import Reword, SetGoal
from tui.core.goals import Goal, Step
from tui.core.measures import Direction, Kind, Measure, Rater, Version
from tui.core.overview import SPARKS, WEEKS, Line
from tui.core.ratings import Rating
from tui.core.sessions import Session, SessionState
from tui.core.story import Story
from tui.ids import new_id
from tui.store import deeds, errors, overview, ratings, sessions, stories
from tui.store.connection import open_file
from tui.store.door import write


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Begun]:
    """A file to which every example adds a client: the others' ratings must not show."""
    made = begin(tmp_path_factory.mktemp("overview") / "growth.fledge")
    yield made
    made.file.close()


DAY = st.integers(-40, (TODAY - STARTED).days)


@st.composite
def measures_with_ratings(draw: st.DrawFn) -> tuple[Measure, tuple[Rating, ...]]:
    """A measure with up to three versions, and ratings of them by up to three raters."""
    kind = draw(st.sampled_from([Kind.GROWTH, Kind.SIGN]))
    since = sorted(draw(st.lists(DAY, max_size=2)))
    versions = tuple(
        Version(n, STARTED + timedelta(d), f"asked {n}") for n, d in enumerate([-50, *since], 1)
    )
    measure = Measure(
        new_id(), "key", kind, "name", Direction.HIGHER, 7, tuple(Rater), versions, paused=False
    )
    raters = draw(st.lists(st.sampled_from(Rater), unique=True))
    keys = st.lists(st.tuples(DAY, st.sampled_from(raters)), unique=True, max_size=12)
    given_ = []
    for n, rater in draw(keys) if raters else ():
        day = STARTED + timedelta(n)
        # What was rated before the wording was changed, with effect from an earlier day, was
        # rated under the older one.
        number = draw(st.integers(1, measure.version_on(day).number))
        value = draw(st.integers(0, 10))
        given_.append(Rating(measure.id, day, rater, value, number, day))
    return measure, tuple(given_)


def by_hand(measure: Measure, given_: tuple[Rating, ...], start: date) -> Line:
    """A row of the list, computed from all ratings in plain Python."""
    present = {r.rater for r in given_}
    lead = next((r for r in Rater if r in present), None)
    mine = sorted((r for r in given_ if r.rater is lead), key=lambda r: r.day)
    current = [r for r in mine if r.version == measure.versions[-1].number]
    sparks: list[float | None] = [None] * SPARKS
    days = (TODAY - start).days + 1
    for each in mine:
        offset = (each.day - start).days
        (at,) = (
            i for i in range(SPARKS) if days * i // SPARKS <= offset < days * (i + 1) // SPARKS
        )
        sparks[at] = each.value
    first, last = (current[0], current[-1]) if current else (None, None)
    return Line(measure, tuple(sparks), first, last)


@settings(max_examples=60)
@given(told=st.lists(measures_with_ratings(), min_size=1, max_size=4))
def test_seeks_find_what_reading_through_finds(
    crowded: Begun, told: list[tuple[Measure, tuple[Rating, ...]]]
) -> None:
    """First, last and sparks of each row, for any raters, gaps and versions."""
    client = Client(new_id(), f"client {new_id()}", STARTED)
    known = tuple(m for m, _ in told)
    all_ratings = tuple(r for _, given_ in told for r in given_)
    stories.add(crowded.file, Story(client, TODAY, known, (), all_ratings, (), ()))
    found = overview.overview(crowded.file, client.name.upper(), TODAY, 7)
    first_day = min((r.day for r in all_ratings), default=None)
    start = min(STARTED, first_day or STARTED)
    expected = [by_hand(m, given_, start) for m, given_ in told]
    assert found.first_day == first_day
    assert list(found.growth) == [x for x in expected if x.measure.kind is Kind.GROWTH]
    assert list(found.signs) == [x for x in expected if x.measure.kind is Kind.SIGN]
    assert (found.goals, found.client, found.revision) == ((), client, 7)
    for measure, given_ in told:
        series = overview.series(crowded.file, client, measure)
        ordered = sorted(given_, key=lambda r: (r.day, r.rater.value))
        assert list(series.ratings) == ordered


def test_last_is_of_the_wording_in_force(begun: Begun) -> None:
    """A goal rated and reworded on the same day: the rating was an answer to the older wording."""
    goal = new_goal()
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    ratings.rate(begun.file, rating(goal.measure, 20, 3), "x")
    deeds.do(
        begun.file,
        begun.client_id,
        Reword.to(goal.measure, "Sleep well", STARTED + timedelta(20)),
    )
    (line,) = overview.overview(begun.file, None, TODAY).goals
    series = overview.series(begun.file, Client(begun.client_id, "Me", STARTED), line.measure)
    assert series.current == ()
    assert (line.first, line.last) == (None, None)
    assert line.sparks.count(None) == SPARKS - 1, "the curve shows what was rated"


def test_goals_come_with_their_own_row(begun: Begun) -> None:
    """A line of a goal carries the goal; a paused measure and a session's rating have no line."""
    goal = new_goal(why="to be rested", by_when=TODAY, ladder=("a", "b", "c", "d", "e"))
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    other = new_goal("Call a friend")
    paused = Goal(replace(other.measure, paused=True))
    deeds.do(begun.file, begun.client_id, SetGoal(paused))
    found = overview.overview(begun.file, "me", TODAY)
    assert [(line.id, line.goal) for line in found.goals] == [(goal.id, goal)]
    assert {line.measure.kind for line in found.lines()} == {Kind.GOAL, Kind.GROWTH, Kind.SIGN}


@settings(max_examples=40)
@given(told=measures_with_ratings(), weekday=st.integers(0, 6))
def test_a_closer_look_has_the_last_value_of_each_week(
    crowded: Begun, told: tuple[Measure, tuple[Rating, ...]], weekday: int
) -> None:
    """Twenty weeks, beginning on any day of the week; the last of them is this week."""
    measure, all_ratings = told
    client = Client(new_id(), f"client {new_id()}", STARTED)
    stories.add(crowded.file, Story(client, TODAY, (measure,), (), all_ratings, (), ()))
    (found,) = overview.overview(crowded.file, client.name, TODAY, 0, weekday).lines()
    lead = next((r for r in Rater if r in {x.rater for x in all_ratings}), None)
    days = [TODAY + timedelta(n) for n in range(7)]
    next_week = next(d for d in [*days[1:], TODAY + timedelta(7)] if d.weekday() == weekday)
    expected: list[float | None] = [None] * WEEKS
    for rating_ in sorted(all_ratings, key=lambda r: r.day):
        ago = (next_week - rating_.day).days - 1
        if rating_.rater is lead and 0 <= ago < 7 * WEEKS:
            expected[WEEKS - 1 - ago // 7] = rating_.value
    assert list(found.weeks) == expected


def test_a_closer_look_has_what_is_paused_in_its_place(begun: Begun) -> None:
    """The Overview leaves it out; a mode shows it where it was set."""
    paused = begun.measures[1]
    sql = "UPDATE measure SET paused = 1 WHERE id = ?"
    begun.file.conn.execute(sql, (paused.id,))
    ordinary = overview.overview(begun.file, None, TODAY).growth
    closer = overview.overview(begun.file, None, TODAY, closer=0).growth
    assert paused.id not in {line.id for line in ordinary}
    assert closer[1].measure == replace(paused, paused=True)
    assert [line.id for line in closer if line.id != paused.id] == [line.id for line in ordinary]
    assert {line.weeks for line in ordinary} == {()}


def test_sessions_up_to_today(begun: Begun) -> None:
    """The number and rhythm of sessions count none that is still to come."""

    def state(n: int) -> SessionState:
        return SessionState.MISSED if n == 3 else SessionState.HELD

    weekly = [Session(new_id(), n, STARTED + timedelta(7 * n), state(n)) for n in range(1, 60)]
    write(begun.file, "x", [sessions.edit(s, begun.client_id) for s in weekly], "client")
    found = overview.overview(begun.file, None, TODAY)
    assert found.session == (TODAY - STARTED).days // 7
    assert found.rhythm == 1


def test_an_empty_client(begun: Begun) -> None:
    """The first day: every row is there, with nothing in it."""
    found = overview.overview(begun.file, None, STARTED)
    lines = list(found.lines())
    assert len(lines) == len([m for m in begun.measures if m.kind is not Kind.SESSION])
    assert {line.sparks for line in lines} == {(None,) * SPARKS}
    assert {(line.first, line.last) for line in lines} == {(None, None)}
    assert (found.session, found.rhythm, found.first_day, found.events) == (None, None, None, ())
    before_it_began = overview.overview(begun.file, None, STARTED - timedelta(400))
    assert {line.sparks for line in before_it_began.lines()} == {(None,) * SPARKS}


def test_an_unknown_client(begun: Begun, path: Path) -> None:
    """The sentence names who is there."""
    with pytest.raises(errors.Unknown, match="no client “Noor” in this file; it holds Me"):
        overview.overview(begun.file, "Noor", TODAY)
    file = open_file(path.with_name("empty.fledge"), create=True)
    with pytest.raises(errors.Unknown, match="holds no client yet"):
        overview.overview(file, None, TODAY)
    file.close()


def test_a_story_brought_in_twice_is_there_once(begun: Begun) -> None:
    """Adding it again changes nothing, as its function promises."""
    goal = new_goal(steps=(Step("first"), Step("second", STARTED)))
    client = Client(new_id(), "Sam", STARTED)
    told = Story(client, TODAY, (), (goal,), (rating(goal.measure, 1),), (), ())
    assert stories.add(begun.file, told)
    assert stories.add(begun.file, told) is None
    (line,) = overview.overview(begun.file, "Sam", TODAY).goals
    assert line.goal == goal
