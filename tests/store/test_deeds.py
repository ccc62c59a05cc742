"""Deeds, as the file has them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.store.helpers import STARTED, Begun, new_goal, rating, rows
from tui.core.clients import Client
from tui.core.deeds import (
    AddMeasure,
    Begin,
    ChangeClient,
    ChangeGoal,
    ChangeMeasure,
    Deed,
    Delete,
    Happened,
    KeepLifeline,
    Note,
    Rate,
    Reword,
    SetGoal,
)
from tui.core.drafts import Draft
from tui.core.events import Event, EventKind
from tui.core.expectations import Expectation
from tui.core.goals import Goal, GoalState, Milestone, Step
from tui.core.lifelines import Lifeline, Section
from tui.core.measures import Measure
from tui.core.stats.reliable import Norms
from tui.core.text import NOTE_LIMIT
from tui.ids import new_id
from tui.store import (
    clients,
    drafts,
    errors,
    events,
    expectations,
    goals,
    history,
    lifelines,
    measures,
    ratings,
    whose,
)
from tui.store.connection import open_file
from tui.store.deeds import do


def present(begun: Begun) -> Goal:
    """The one goal as the file has it."""
    known = measures.of_client(begun.file.conn, begun.client_id)
    (goal,) = goals.of_client(begun.file.conn, known)
    return goal


def done(begun: Begun, deed: Deed) -> str:
    """Do it and return what it was called."""
    change = do(begun.file, begun.client_id, deed)
    assert change
    return change.label


def test_a_goal_is_changed_as_a_whole(begun: Begun) -> None:
    """Its row and its steps: changed, added and taken out in one change."""
    goal = new_goal("Sleep", steps=(Step("tea"), Step("walk"), Step("read")))
    done(begun, SetGoal(goal))
    steps = (Step("tea", STARTED), Step("a long walk"))
    agreed = Milestone(7, STARTED + timedelta(90), STARTED)
    rungs = ("a", "b", "c", "d", "e")
    after = replace(goal, why="rest", steps=steps, milestone=agreed, ladder=rungs)
    assert done(begun, ChangeGoal(goal, after)) == "changed the goal “Sleep”"
    assert present(begun) == after
    assert do(begun.file, begun.client_id, ChangeGoal(after, after)) is None
    history.undo(begun.file)
    assert present(begun) == goal


def test_what_was_changed_meanwhile_is_a_conflict_until_it_is_wanted_anyway(begun: Begun) -> None:
    """Both states are told; nothing is written; then the later writer may have it so."""
    goal = new_goal("Sleep", steps=(Step("tea"),))
    done(begun, SetGoal(goal))
    other = open_file(begun.path)
    do(other, begun.client_id, ChangeGoal(goal, replace(goal, why="theirs")))
    mine = ChangeGoal(goal, replace(goal, why="mine", steps=()))
    with pytest.raises(errors.Conflict) as caught:
        do(begun.file, begun.client_id, mine)
    assert caught.value.theirs
    assert caught.value.yours
    assert (caught.value.theirs["why"], caught.value.yours["why"]) == ("theirs", "mine")
    assert present(begun).why == "theirs"
    assert present(begun).steps == goal.steps
    assert do(begun.file, begun.client_id, mine, anyway=True)
    assert (present(begun).why, present(begun).steps) == ("mine", ())
    other.close()


def test_deleting_takes_everything_and_undo_brings_everything(begun: Begun) -> None:
    goal = new_goal("Sleep", steps=(Step("tea"),))
    done(begun, SetGoal(goal))
    done(begun, Rate(tuple(rating(goal.measure, n, 5) for n in range(40)), "Sleep"))
    done(begun, Reword.to(goal.measure, "Sleep well", STARTED + timedelta(60)))
    done(begun, Happened(present(begun), EventKind.REACHED, STARTED, "at last"))
    before = rows(begun.file.conn)
    assert done(begun, Delete(present(begun))) == "deleted the goal “Sleep well”"
    assert not begun.file.conn.execute("SELECT 1 FROM goal").fetchall()
    assert not ratings.of_measure(begun.file.conn, goal.id)
    assert begun.file.conn.execute("PRAGMA foreign_key_check").fetchall() == []
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_ones_own_measure_can_be_deleted_and_the_catalogues_only_paused(begun: Begun) -> None:
    """A second one of the same name gets a key of its own."""
    theirs = begun.measures[0]
    own = replace(theirs, id=new_id(), key="sea", name="Sea")
    again = replace(own, id=new_id())
    done(begun, AddMeasure(own))
    done(begun, AddMeasure(again))
    known = {m.id: m for m in measures.of_client(begun.file.conn, begun.client_id)}
    assert (known[own.id].key, known[again.id].key) == ("sea", "sea_2")
    assert done(begun, Delete(known[own.id])) == "deleted the measure “Sea”"
    with pytest.raises(errors.NotKept, match="can be paused, not deleted"):
        do(begun.file, begun.client_id, Delete(theirs))
    paused = replace(theirs, paused=True)
    assert done(begun, ChangeMeasure(theirs, paused)) == f"paused “{theirs.name}”"


def test_what_is_gone_says_so(begun: Begun) -> None:
    """A form that was open while its goal was deleted elsewhere."""
    goal = new_goal("Sleep")
    done(begun, SetGoal(goal))
    done(begun, Delete(goal))
    with pytest.raises(errors.StoreError):
        do(begun.file, begun.client_id, ChangeGoal(goal, replace(goal, why="x")))
    with pytest.raises(errors.StoreError):
        do(begun.file, begun.client_id, Rate((rating(goal.measure, 0, 3),), "Sleep"))


def test_one_change_in_the_middle_is_taken_back(begun: Begun) -> None:
    """Later ones stay; what was changed again since is a conflict; undo brings it again."""
    first, second = begun.measures[:2]
    done(begun, Rate((rating(first, 0, 3),), first.name))
    done(begun, Rate((rating(second, 0, 4),), second.name))
    done(begun, Rate((rating(second, 0, 5),), second.name))
    latest = whose.latest(begun.file)
    taken = history.take_back(begun.file, latest[2])
    assert taken
    assert taken.label == f"took back: {latest[2].label}"
    assert not ratings.of_measure(begun.file.conn, first.id)
    assert [r.value for r in ratings.of_measure(begun.file.conn, second.id)] == [5]
    with pytest.raises(errors.Conflict):
        history.take_back(begun.file, latest[1])
    history.undo(begun.file)
    assert [r.value for r in ratings.of_measure(begun.file.conn, first.id)] == [3]


def test_the_first_questions_in_one_change(begun: Begun) -> None:
    (client,) = clients.everyone(begun.file.conn)
    after = Client(client.id, "Kim", STARTED - timedelta(100))
    answers = Expectation(new_id(), STARTED, "listen\nand ask", "a year", "")
    done(begun, Begin(client, after, new_goal("Sleep"), answers))
    assert clients.everyone(begun.file.conn) == [after]
    assert expectations.of_client(begun.file.conn, client.id) == (answers,)
    assert present(begun).state is GoalState.ACTIVE
    history.undo(begun.file)
    assert clients.everyone(begun.file.conn) == [client]
    assert expectations.of_client(begun.file.conn, client.id) == ()
    with pytest.raises(errors.Conflict):
        do(begun.file, client.id, ChangeClient(after, replace(after, name="Alex")))


def test_events_and_lifelines_are_changed_and_taken_out(begun: Begun) -> None:
    event = Event(new_id(), STARTED, EventKind.NOTE, "moved")
    done(begun, Note(event))
    later = replace(event, text="moved house", measure_id=begun.measures[0].id)
    done(begun, Note(later, event))
    assert events.of_client(begun.file.conn, begun.client_id) == [later]
    with pytest.raises(errors.Conflict):
        do(begun.file, begun.client_id, Delete(event))
    done(begun, Delete(later))
    line = Lifeline(new_id(), Section.PEOPLE, "Mo", "555\nafter six", STARTED)
    done(begun, KeepLifeline(line))
    checked = replace(line, checked=STARTED + timedelta(400))
    done(begun, KeepLifeline(checked, line))
    assert lifelines.of_client(begun.file.conn, begun.client_id) == (checked,)
    assert line.wants_a_look(STARTED + timedelta(366))
    assert not line.wants_a_look(STARTED + timedelta(365))
    done(begun, Delete(checked))
    assert lifelines.of_client(begun.file.conn, begun.client_id) == ()


def test_drafts_are_nobodys_change(begun: Begun) -> None:
    """Kept in place of the one before, cleaned, refused when far too long; never in the journal."""
    changes = whose.latest(begun.file)
    drafts.keep(begun.file, "c", Draft("goal", "", {"wording": "half"}))
    drafts.keep(
        begun.file, "c", Draft("goal", "", {"wording": "half a\x1b[2J goal", "why": "a\nb"})
    )
    drafts.keep(begun.file, "c", Draft("event", "x", {}))
    kept = {(d.form, d.subject): d for d in drafts.everything(begun.file, "c")}
    assert kept["goal", ""].values == {"wording": "half a[2J goal", "why": "a\nb"}
    with pytest.raises(errors.NotKept):
        drafts.keep(begun.file, "c", Draft("goal", "", {"why": "x" * NOTE_LIMIT * 5}))
    drafts.keep(begun.file, "other", Draft("goal", "", {"wording": "theirs"}))
    drafts.drop(begun.file, "c", Draft("goal", "", {}))
    assert [d.form for d in drafts.everything(begun.file, "c")] == ["event"]
    assert whose.latest(begun.file) == changes


def test_norms_come_change_and_go(begun: Begun) -> None:
    """Each a change that can be taken back; a measure that goes takes them along."""
    first = begun.measures[0]

    def given(of: Measure, norms: Norms | None) -> Measure:
        return replace(of, versions=(replace(of.version, norms=norms),))

    now = given(first, Norms(7.5, 0.8, 30))
    assert done(begun, ChangeMeasure(first, now)) == f"gave norms to “{first.name}”"
    assert measures.of_client(begun.file.conn, begun.client_id)[0] == now
    other = given(first, Norms(7, 0.9))
    with pytest.raises(errors.Conflict):
        do(begun.file, begun.client_id, ChangeMeasure(first, other))
    done(begun, ChangeMeasure(now, other))
    assert done(begun, ChangeMeasure(other, first)) == f"took the norms out of “{first.name}”"
    assert rows(begun.file.conn, "norms") == {"norms": []}
    history.undo(begun.file)
    assert measures.of_client(begun.file.conn, begun.client_id)[0] == other
    own = replace(now, id=new_id(), key="oq", name="OQ")
    done(begun, AddMeasure(own))
    before = rows(begun.file.conn)
    done(begun, Delete(own))
    history.undo(begun.file)
    assert rows(begun.file.conn) == before


def test_a_new_level_is_called_so(begun: Begun) -> None:
    about = begun.measures[0]
    level = Event(new_id(), STARTED, EventKind.REBASED, "", about.id)
    assert done(begun, Note(level)) == f"a new level of “{about.name}” from {STARTED}"
    later = replace(level, text="a new job")
    assert done(begun, Note(later, level)) == "changed the event “new level”"
    assert events.of_client(begun.file.conn, begun.client_id) == [later]
    assert done(begun, Delete(later)) == "deleted the event “new level: a new job”"


def test_a_rating_that_was_given_meanwhile_is_a_conflict(begun: Begun) -> None:
    """What was seen goes with it; who did not look, as the shell, replaces what is there."""
    measure = begun.measures[0]
    mine, theirs = rating(measure, 0, 7), rating(measure, 0, 2)
    seen = Rate((mine,), measure.name, (None,))
    done(begun, Rate((theirs,), measure.name))
    with pytest.raises(errors.Conflict) as caught:
        do(begun.file, begun.client_id, seen)
    assert caught.value.theirs
    assert caught.value.theirs["value"] == 2
    assert done(begun, Rate((mine,), measure.name, (theirs,)))
    assert do(begun.file, begun.client_id, seen) is None, "it is so already, and nothing to ask"
    assert done(begun, Rate((theirs,), measure.name))


def test_wanted_anyway_it_reverts_nothing_that_others_changed(begun: Begun) -> None:
    """Field by field; steps by their words; the rest of the row stays as it is there."""
    seen = new_goal("Sleep", steps=(Step("tea"), Step("walk")))
    done(begun, SetGoal(seen))
    theirs = replace(seen, why="theirs", steps=(Step("tea", STARTED), Step("walk"), Step("read")))
    done(begun, ChangeGoal(seen, theirs))
    words = ChangeGoal(seen, replace(seen, there="mine"))
    with pytest.raises(errors.Conflict) as caught:
        do(begun.file, begun.client_id, words)
    assert caught.value.seen
    assert caught.value.seen["why"] == ""
    assert do(begun.file, begun.client_id, words, anyway=True)
    assert present(begun) == replace(theirs, there="mine")
    for mine, after in (
        ((*seen.steps, Step("sing")), ("tea", "walk", "read", "sing")),
        ((Step("tea"),), ("tea", "read", "sing")),
        ((Step("hot tea"), Step("walk")), ("hot tea", "read", "sing")),
    ):
        step = ChangeGoal(seen, replace(seen, steps=mine))
        assert do(begun.file, begun.client_id, step, anyway=True)
        assert tuple(step.text for step in present(begun).steps) == after
    assert present(begun).steps[0].done == STARTED


def test_what_a_form_does_not_change_is_in_nobodys_way(begun: Begun) -> None:
    """A goal's measure was paused elsewhere while its reasons were being written."""
    goal = new_goal("Sleep")
    done(begun, SetGoal(goal))
    done(begun, ChangeMeasure(goal.measure, replace(goal.measure, cadence=1)))
    done(begun, ChangeGoal(goal, replace(goal, why="rest")))
    assert (present(begun).why, present(begun).measure.cadence) == ("rest", 1)


def test_a_version_of_somebody_else_stays(begun: Begun) -> None:
    """Anyway means after it, from a day that is not before it; of the scale, what was changed."""
    measure = begun.measures[0]
    later = STARTED + timedelta(60)
    done(begun, Reword.to(measure, "Theirs", later))
    mine = Reword.to(measure, "Mine", later)
    with pytest.raises(errors.Conflict):
        do(begun.file, begun.client_id, mine)
    assert do(begun.file, begun.client_id, mine, anyway=True)
    now = measures.of_client(begun.file.conn, begun.client_id)[0]
    assert [v.prompt for v in now.versions[1:]] == ["Theirs", "Mine"]
    assert [v.number for v in now.versions] == [1, 2, 3]
    with pytest.raises(ValueError, match="cannot be older"):
        earlier = Reword.to(measure, "Older", STARTED)
        do(begun.file, begun.client_id, earlier, anyway=True)


def test_a_value_keeps_the_version_it_was_given_in(begun: Begun) -> None:
    """And takes nothing of what was said with the other one."""
    measure = begun.measures[0]
    theirs = rating(measure, 0, 2, evidence="theirs")
    done(begun, Rate((theirs,), measure.name))
    mine = Rate((replace(rating(measure, 0, 7), entered=STARTED + timedelta(1)),), "it", (None,))
    assert do(begun.file, begun.client_id, mine, anyway=True)
    (now,) = ratings.of_measure(begun.file.conn, measure.id)
    assert (now.value, now.evidence, now.late) == (7, "theirs", True)


def test_what_happened_since_is_looked_at_again(begun: Begun) -> None:
    """A goal that was let go elsewhere cannot be paused, wanted or not."""
    goal = new_goal("Sleep")
    done(begun, SetGoal(goal))
    done(begun, Happened(goal, EventKind.LET_GO, STARTED))
    with pytest.raises(ValueError, match="only an active goal"):
        do(begun.file, begun.client_id, Happened(goal, EventKind.PAUSED, STARTED), anyway=True)


def test_a_draft_may_hold_anything(begun: Begun) -> None:
    """Another program wrote it: what is text there is cleaned, and the rest is nothing."""
    sql = "INSERT INTO draft VALUES ('c', ?, '', ?, '2026')"
    junk = ("{", "[]", "7", "[" * 100_000, '{"": 7}', '{"a": {"b": 1}}', "x" * NOTE_LIMIT * 5)
    for n, given in enumerate(junk):
        begun.file.conn.execute(sql, (f"junk {n}", given))
    half = '{"a": "x\\u001b[2J\\ud800", "n": 7, "": {"a": "y\\u0007", "b": []}}'
    begun.file.conn.execute(sql, ("half", half))
    kept = {draft.form: draft for draft in drafts.everything(begun.file, "c")}
    assert (kept["half"].values, kept["half"].seen) == ({"a": "x[2J"}, {"a": "y"})
    assert [kept[f"junk {n}"].values for n in range(len(junk))] == [{}] * len(junk)
    drafts.keep(begun.file, "c", kept["half"])
    assert drafts.everything(begun.file, "c")[0].seen == {"a": "y"}
