"""Sessions, breaks and what happens between, in the file: written, moved, found, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.helpers import STARTED, TODAY, Begun, new_goal, rating, rows
from tui.core.deeds import Delete, Keep, KeepSession, PlanSessions, Rate, SetGoal
from tui.core.events import EventKind
from tui.core.measures import Kind, Rater
from tui.core.reflections import Part, Reflection
from tui.core.relationship import Relationship
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.sessions import Session, SessionState
from tui.core.topics import Topic
from tui.store import between, clients, deeds, errors, history, overview, ratings, relationship

ITEMS = ("alliance_goals", "alliance_tasks", "alliance_bond")


def held(begun: Begun, n: int, *values: float, id_: str = "s") -> KeepSession:
    """A session `n` days after the start, with the alliance items rated."""
    by_key = {m.key: m for m in begun.measures}
    session = Session(id_, 0, STARTED + timedelta(n), entered=STARTED + timedelta(n))
    given = (rating(by_key[key], n, value) for key, value in zip(ITEMS, values, strict=False))
    return KeepSession(session, ratings=tuple(given))


def broken(session: Session, *offsets: int) -> Rupture:
    """A break in a session, with steps so many days after it."""
    steps = tuple(session.day + timedelta(n) for n in offsets) + (None,) * (6 - len(offsets))
    kind = RuptureKind.CONFRONTATION
    return Rupture("r", session.id, session.day, Noticer.CLIENT, kind, "It got loud.", steps)


def seen(begun: Begun) -> Relationship:
    """The sessions as a screen sees them."""
    client = clients.everyone(begun.file.conn)[0]
    return relationship.relationship(begun.file, client, TODAY)


def found(begun: Begun, words: str) -> set[str]:
    """The kinds of texts in which words are found."""
    client = clients.everyone(begun.file.conn)[0]
    return {each.kind for each in between.find(begun.file, client, words)}


def test_a_session_is_written_up_and_taken_back(begun: Begun) -> None:
    """With its ratings: one change, and one undo."""
    before = rows(begun.file.conn)
    deeds.do(begun.file, begun.client_id, held(begun, 7, 8, 7, 8))
    (hour,) = seen(begun).hours
    assert (hour.session.number, hour.alliance(), hour.alliance(Rater.THERAPIST)) == (1, 7.7, None)
    look = overview.overview(begun.file, None, TODAY)
    assert [line.last and line.last.value for line in look.relationship] == [7.7, None, None, None]
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_sessions_are_numbered_by_their_days(begun: Begun) -> None:
    """One entered late takes its place, and a moved one takes its ratings along."""
    deeds.do(begun.file, begun.client_id, held(begun, 14, 6, 6, id_="later"))
    deeds.do(begun.file, begun.client_id, held(begun, 7, 9, 9, id_="earlier"))
    assert [(h.id, h.session.number) for h in seen(begun).hours] == [("later", 2), ("earlier", 1)]
    was = seen(begun).hours[1].session
    moved = replace(was, day=STARTED + timedelta(21), moved_from=was.day)
    deeds.do(begun.file, begun.client_id, KeepSession(moved, was))
    assert [(h.id, h.alliance()) for h in seen(begun).hours] == [("earlier", 9.0), ("later", 6.0)]
    back = replace(moved, day=STARTED + timedelta(14))
    with pytest.raises(errors.NotKept, match="already"):
        deeds.do(begun.file, begun.client_id, KeepSession(back, moved))


def test_a_session_that_changed_meanwhile_is_not_written_over(begun: Begun) -> None:
    deeds.do(begun.file, begun.client_id, held(begun, 7, 5, 5, 5))
    session = seen(begun).hours[0].session
    ticked = replace(session, ticks=("laughed",))
    deeds.do(begun.file, begun.client_id, KeepSession(ticked, session))
    missed = KeepSession(replace(session, state=SessionState.MISSED), session)
    with pytest.raises(errors.Conflict):
        deeds.do(begun.file, begun.client_id, missed)
    deeds.do(begun.file, begun.client_id, missed, anyway=True)
    now = seen(begun).hours[0].session
    assert (now.state, now.ticks) == (SessionState.MISSED, ("laughed",))


def test_a_plan_leaves_days_alone_that_have_a_session(begun: Begun) -> None:
    deeds.do(begun.file, begun.client_id, held(begun, 7))
    weeks = [STARTED + timedelta(7 * n) for n in (1, 2, 3)]
    plan = PlanSessions(tuple(Session(f"p{d}", 0, d, SessionState.PLANNED) for d in weeks))
    deeds.do(begun.file, begun.client_id, plan)
    states = [hour.session.state.value for hour in seen(begun).hours]
    assert states == ["planned", "planned", "held"]
    with pytest.raises(errors.NotKept, match="each of these days"):
        deeds.do(begun.file, begun.client_id, plan)


def test_a_repair_is_a_milestone_on_every_chart(begun: Begun) -> None:
    deeds.do(begun.file, begun.client_id, held(begun, 7))
    session = seen(begun).hours[0].session
    first = broken(session, 0)
    deeds.do(begun.file, begun.client_id, Keep(first))
    assert [r.id for r in seen(begun).open_repairs] == ["r"]
    assert not overview.overview(begun.file, None, TODAY).on_axis
    whole = broken(session, 0, 0, 2, 2, 5, 9)
    deeds.do(begun.file, begun.client_id, Keep(whole, first))
    (event,) = overview.overview(begun.file, None, TODAY).on_axis
    assert (event.kind, event.day) == (EventKind.REPAIRED, STARTED + timedelta(16))
    later = replace(session, day=session.day + timedelta(12))
    with pytest.raises(ValueError, match="before the session"):
        deeds.do(begun.file, begun.client_id, KeepSession(later, session))


def test_a_deleted_session_takes_along_what_hangs_on_it(begun: Begun) -> None:
    deeds.do(begun.file, begun.client_id, held(begun, 7, 5, 5, 5))
    hour = seen(begun).hours[0]
    deeds.do(begun.file, begun.client_id, Keep(broken(hour.session)))
    before = rows(begun.file.conn)
    deeds.do(begun.file, begun.client_id, Delete(hour.session))
    left = seen(begun)
    assert (left.hours, left.ruptures) == ((), ())
    assert not begun.file.conn.execute("SELECT * FROM rating").fetchall()
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_everything_written_is_found_by_the_start_of_its_words(begun: Begun) -> None:
    goal = new_goal("Ring Zoë first", why="Because of the [b]quiet[/b] years")
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    body = 'Größe, "quoted" OR AND NOT * ^ {x}: near(y)'
    day = STARTED + timedelta(3)
    deeds.do(begun.file, begun.client_id, Keep(Reflection("a", day, Part.AFTER, body, ("home",))))
    given = rating(begun.measures[0], 3, evidence="I said it aloud")
    deeds.do(begun.file, begun.client_id, Rate((given,), "Confidence"))
    wanted = {
        "zoe": {"version"},
        "quiet": {"goal"},
        "GROSSE": set(),  # ß is no ss to the index
        "größ": {"reflection"},
        "grosse quoted": set(),
        "aloud": {"rating"},
        "home": {"reflection"},
        '"quoted" OR': {"reflection"},
        "a*": {"rating", "reflection"},
        '" * ( )': set(),
        "near(y)": {"reflection"},
        "": set(),
    }
    assert {words: found(begun, words) for words in wanted} == wanted


def test_what_is_kept_back_is_not_found_either(begun: Begun) -> None:
    by_key = {m.key: m for m in begun.measures}
    session = Session("s", 0, TODAY)
    day = (TODAY - STARTED).days
    given = rating(by_key["ease"], day, evidence="It was heavy")
    deeds.do(begun.file, begun.client_id, KeepSession(session, ratings=(given,)))
    client = clients.everyone(begun.file.conn)[0]
    seen_by = {
        view: len(between.find(begun.file, client, "heavy", TODAY, view))
        for view in (Rater.CLIENT, Rater.THERAPIST)
    }
    assert seen_by == {Rater.CLIENT: 1, Rater.THERAPIST: 0}


def test_what_is_changed_or_gone_is_not_found_any_more(begun: Begun) -> None:
    first = Topic("t", STARTED, "Holidays")
    deeds.do(begun.file, begun.client_id, Keep(first))
    deeds.do(begun.file, begun.client_id, Keep(replace(first, text="Money"), first))
    assert (found(begun, "holi"), found(begun, "mon")) == (set(), {"topic"})
    history.undo(begun.file)
    assert (found(begun, "holi"), found(begun, "mon")) == ({"topic"}, set())
    deeds.do(begun.file, begun.client_id, Delete(first))
    assert found(begun, "holi") == set()
    check = "INSERT INTO words (words, rank) VALUES ('integrity-check', 1)"
    begun.file.conn.execute(check)


def test_what_the_catalogue_asks_is_nothing_that_was_written(begun: Begun) -> None:
    assert begun.file.conn.execute("SELECT count(*) FROM written").fetchone() == (0,)
    assert any(m.kind is Kind.SESSION for m in begun.measures)
    assert ratings.last(begun.file.conn, begun.measures[0].id, Rater.CLIENT) is None
