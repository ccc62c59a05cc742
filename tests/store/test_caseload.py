"""The caseload as the file tells it: each column, and no more statements for more clients."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from tests.store.helpers import STARTED, TODAY, Begun, new_goal, rating
from tests.store.test_relationship import broken, held
from tui.core import due
from tui.core.caseload import Case, Glance
from tui.core.clients import Client
from tui.core.deeds import AddClient, Keep, KeepSession, Note, PlanSessions, Rate, SetGoal
from tui.core.events import Event, EventKind
from tui.core.goals import GoalState
from tui.core.manners import Manners
from tui.core.measures import Kind
from tui.core.reviews import Review, ReviewState
from tui.core.sessions import Session, SessionState
from tui.core.topics import Topic
from tui.ids import new_id
from tui.store import caseload, clients, deeds, events, history, overview, whose

OFTEN = Manners(cadence={Kind.GROWTH: 1, Kind.SIGN: 400})


def add(begun: Begun, name: str) -> Client:
    client = Client(new_id(), name, STARTED)
    deeds.do(begun.file, begun.client_id, AddClient(client))
    return client


def me(begun: Begun) -> Client:
    return clients.choose(begun.file.conn, "Me")


def planned(day: date) -> PlanSessions:
    return PlanSessions((Session(new_id(), 0, day, SessionState.PLANNED),))


def test_each_column(begun: Begun) -> None:
    """Of each client their own; what is missing is absent, not nought."""
    kim, ada = add(begun, "Kim"), add(begun, "Ada")
    first = held(begun, 100, 8, 7, 8, id_="first")
    missed = Session("missed", 0, TODAY - timedelta(1), SessionState.MISSED)
    done: list[tuple[str, object]] = [
        (begun.client_id, first),
        (begun.client_id, KeepSession(missed)),
        (begun.client_id, Keep(broken(first.session, 0, 1))),
        (begun.client_id, Keep(Topic("t", STARTED, "Do these goals still fit?"))),
        (begun.client_id, planned(TODAY + timedelta(9))),
        (begun.client_id, planned(TODAY + timedelta(2))),
        (kim.id, planned(TODAY)),
        (kim.id, planned(TODAY - timedelta(7))),
    ]
    for client_id, deed in done:
        deeds.do(begun.file, client_id, deed)  # type: ignore[arg-type]
    was = first.session.day
    assert caseload.cases(begun.file, TODAY) == (
        Case(me(begun), was, TODAY + timedelta(2), repairs=1, topics=1, lately=False),
        Case(kim, None, TODAY, unwritten=2),
        Case(ada),
    )
    assert caseload.cases(begun.file, was + timedelta(28))[0].lately
    assert not caseload.cases(begun.file, was + timedelta(29))[0].lately


def test_a_review_is_due_from_its_day_on(begun: Begun) -> None:
    """As the last one that was held set it; one that is only begun changes nothing."""
    held, begins = ReviewState.HELD, ReviewState.BEGUN
    earlier = Review("earlier", STARTED, held, next_day=STARTED + timedelta(7))
    later = Review("later", STARTED + timedelta(9), held, next_day=TODAY)
    for each in (later, earlier, Review("begun", TODAY - timedelta(2), begins)):
        deeds.do(begun.file, begun.client_id, Keep(each))
    add(begun, "Kim")
    days = [TODAY - timedelta(1), TODAY, TODAY + timedelta(1)]
    found = [[case.review for case in caseload.cases(begun.file, day)] for day in days]
    assert found == [[None, None], [TODAY, None], [TODAY, None]]
    deeds.do(begun.file, begun.client_id, Keep(Review("last", TODAY, held)))
    assert caseload.cases(begun.file, TODAY)[0].review is None


def test_therapy_has_ended_until_it_begins_again(begun: Begun) -> None:
    """Of whom it did, in the rows and in one question for the chooser; also on one day."""
    kim = add(begun, "Kim")
    end, again = (
        Event(kind.name, TODAY, kind, "") for kind in (EventKind.ENDED, EventKind.BEGUN_AGAIN)
    )
    for event, days in ((end, [None, TODAY]), (again, [None, None])):
        deeds.do(begun.file, kim.id, Note(event))
        assert [case.ended for case in caseload.cases(begun.file, TODAY)] == days
        known = events.ended(begun.file.conn)
        assert [known.get(client.id) for client in (me(begun), kim)] == days


def test_a_closer_look(begun: Begun) -> None:
    """Active goals, how many of them have moved, and the alliance as the client sees it."""
    goal, other = new_goal(), new_goal("Call my sister")
    paused = replace(new_goal("Paint"), state=GoalState.PAUSED)
    for each in (goal, other, paused):
        deeds.do(begun.file, begun.client_id, SetGoal(each))
    given = tuple(rating(goal.measure, 7 * n, min(9, n)) for n in range(14))
    deeds.do(begun.file, begun.client_id, Rate(given, goal.wording))
    assert caseload.glance(begun.file, me(begun), TODAY, Manners()) == Glance(1, 2, None)
    deeds.do(begun.file, begun.client_id, held(begun, 7, 8, 7, 8))
    deeds.do(begun.file, begun.client_id, held(begun, 14, 5, id_="one item"))
    assert caseload.glance(begun.file, me(begun), TODAY, Manners()) == Glance(1, 2, 7.7)
    assert caseload.glance(begun.file, add(begun, "Kim"), TODAY, Manners()) == Glance(0, 0, None)


def test_due_is_what_a_check_in_would_ask(begun: Begun) -> None:
    """The same rule in SQL as in the core, for any cadence, goal and day."""
    goal, paused = new_goal(), replace(new_goal("Paint"), state=GoalState.PAUSED)
    for each in (goal, paused):
        deeds.do(begun.file, begun.client_id, SetGoal(each))
    given = (rating(goal.measure, 20), *(rating(m, 25) for m in begun.measures[:4]))
    for one in given:
        deeds.do(begun.file, begun.client_id, Rate((one,), "it"))
    kim = add(begun, "Kim")
    seen = set()
    for manners in (Manners(), OFTEN):
        for n in (0, 25, 26, 27, 32, 39, 300):
            day = STARTED + timedelta(n)
            counted = caseload.count_due(begun.file, (me(begun), kim), day, manners)
            for client in (me(begun), kim):
                asked = due.due(overview.askable(begun.file, client, manners), day)
                assert counted[client.id] == len(asked)
                seen.add(len(asked))
    assert len(seen) > 3


def test_statements_do_not_grow_with_clients(begun: Begun) -> None:
    """Nor does whom one looks at cost more among two hundred than alone."""

    def statements() -> list[int]:
        told: list[str] = []
        begun.file.conn.set_trace_callback(told.append)
        counts = []
        for ask in (
            lambda: caseload.cases(begun.file, TODAY),
            lambda: caseload.count_due(begun.file, known, TODAY, Manners()),
            lambda: overview.overview(begun.file, me(begun), TODAY),
        ):
            told.clear()
            ask()
            counts.append(len(told))
        begun.file.conn.set_trace_callback(None)
        return counts

    known = [me(begun), add(begun, "Kim")]
    few = statements()
    with begun.file.transaction() as conn:
        conn.executemany(
            "INSERT INTO client VALUES (?, ?, ?)",
            ((f"c{n}", f"Client {n}", STARTED.isoformat()) for n in range(200)),
        )
    known = clients.everyone(begun.file.conn)
    assert statements() == few
    assert len(caseload.cases(begun.file, TODAY)) == 202


def test_finding_somebody_reads_no_table_through(begun: Begun) -> None:
    """Every question about one client is answered by seeks, whoever else is in the file."""
    told: list[str] = []
    deeds.do(begun.file, begun.client_id, SetGoal(new_goal()))
    begun.file.conn.set_trace_callback(told.append)
    overview.overview(begun.file, me(begun), TODAY, closer=0)
    caseload.glance(begun.file, me(begun), TODAY, Manners())
    begun.file.conn.set_trace_callback(None)
    asked = {text for text in told if text.strip().startswith("SELECT")}
    assert len(asked) > 20
    for text in asked - {"SELECT 1 FROM client LIMIT 1", "SELECT 1 FROM client LIMIT 2"}:
        steps = [row[3] for row in begun.file.conn.execute(f"EXPLAIN QUERY PLAN {text}")]
        through = [s for s in steps if s.startswith("SCAN") and not _made_up(s)]
        assert not through, f"{text}: {through}"


def _made_up(step: str) -> bool:
    """Whether what is read through is no table of the file."""
    return "VIRTUAL TABLE" in step or "CONSTANT ROW" in step


def test_a_change_is_told_with_whose_it_was(begun: Begun) -> None:
    """Where a file holds several, and only of others than the one who is looked at."""
    kim = add(begun, "Kim")
    for client in (me(begun), kim):
        deeds.do(begun.file, client.id, SetGoal(new_goal()))
    latest = whose.latest(begun.file, me(begun), limit=3)
    assert [change.whose for change in latest] == ["Kim", "", "Kim"]
    assert [c.whose for c in whose.latest(begun.file, kim, limit=3)] == ["", "Me", ""]
    goal = overview.overview(begun.file, kim, TODAY).goals[0]
    deeds.do(begun.file, kim.id, Rate((rating(goal.measure, 3),), "it"))
    undo = whose.named(history.undo, me(begun))
    assert [(told := undo(begun.file)) and told.whose for _ in range(2)] == ["Kim", "Kim"]
