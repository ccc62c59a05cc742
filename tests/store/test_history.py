"""Undo and redo go back and forth through every state, also across restarts and windows."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.store.helpers import (
    STARTED,
    Begun,
    begin,
    journal,
    new_goal,
    rating,
    replay,
    rows,
    sound,
)
from tui.core.changes import Change
from tui.core.deeds import Happened, Note, Reword, SetGoal
from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, NotPossible, Step
from tui.core.text import clean
from tui.ids import new_id
from tui.store import deeds, errors, events, goals, history, measures, ratings
from tui.store.connection import open_file
from tui.store.door import put, write
from tui.store.openfile import OpenFile

DAYS = st.integers(0, 3)
WORDS = st.text(max_size=8)


class AnyOrder(RuleBasedStateMachine):
    """Edits, undo, redo and reopening in any order, through one window or two."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="fledge-test-"))
        made = begin(self.folder / "growth.fledge")
        self.client_id, self.measures = made.client_id, made.measures
        self.files = [made.file, open_file(made.path)]
        # Every state since the file began, and in which of them the file is.
        self.states, self.at = [rows(made.file.conn)], 0

    @initialize()
    def start(self) -> None:
        """A goal, so that there is one to change."""
        self.add_goal(0, "first", 0)

    def changed(self, change: Change | None) -> None:
        """A change ends what could be redone; none leaves everything as it was."""
        now = rows(self.files[0].conn)
        if change is None:
            assert now == self.states[self.at]
            return
        assert now != self.states[self.at]
        self.states[self.at + 1 :] = [now]
        self.at += 1

    def goals(self, window: int) -> list[Goal]:
        """The goals as a window reads them."""
        conn = self.files[window].conn
        return goals.of_client(conn, measures.of_client(conn, self.client_id))

    @rule(window=st.integers(0, 1), which=st.integers(0, 2), day=DAYS, value=st.integers(0, 10))
    def rate(self, window: int, which: int, day: int, value: int) -> None:
        given = rating(self.measures[which], day, value)
        self.changed(ratings.rate(self.files[window], given, "x"))

    @rule(window=st.integers(0, 1), day=DAYS, text=WORDS)
    def add_event(self, window: int, day: int, text: str) -> None:
        event = Event(new_id(), STARTED + timedelta(day), EventKind.NOTE, text)
        self.changed(deeds.do(self.files[window], self.client_id, Note(event)))

    @rule(window=st.integers(0, 1), wording=WORDS, steps=st.integers(0, 2))
    def add_goal(self, window: int, wording: str, steps: int) -> None:
        goal = new_goal(wording, steps=tuple(Step(f"step {n}") for n in range(steps)))
        self.changed(deeds.do(self.files[window], self.client_id, SetGoal(goal)))

    @rule(window=st.integers(0, 1), which=st.integers(0, 3), wording=WORDS, rate=st.booleans())
    def reword(self, window: int, which: int, wording: str, rate: bool) -> None:
        for goal in self.goals(window)[which:][:1]:
            since = goal.measure.version.since
            file = self.files[window]
            if clean(wording) == goal.wording:
                with pytest.raises(ValueError, match="the words it has already"):
                    deeds.do(
                        file,
                        self.client_id,
                        Reword.to(goal.measure, wording, since),
                    )
                self.changed(None)
                continue
            self.changed(
                deeds.do(
                    file,
                    self.client_id,
                    Reword.to(goal.measure, wording, since),
                )
            )
            if rate:
                self.changed(ratings.rate(file, rating(self.goals(window)[which].measure, 2), "x"))

    @rule(window=st.integers(0, 1), which=st.integers(0, 3), what=st.sampled_from(EventKind))
    def happen(self, window: int, which: int, what: EventKind) -> None:
        for goal in self.goals(window)[which:][:1]:
            day = STARTED + timedelta(5)
            if not what.of_a_goal:
                return
            try:
                self.changed(
                    deeds.do(self.files[window], self.client_id, Happened(goal, what, day))
                )
            except NotPossible:
                assert goal.state is not GoalState.ACTIVE or what in {
                    EventKind.REOPENED,
                    EventKind.RESUMED,
                }
                self.changed(None)

    @rule(window=st.integers(0, 1))
    def refused(self, window: int) -> None:
        bad = [
            ratings.edit(rating(self.measures[0], 0, 99)),
            ratings.edit(replace(rating(self.measures[0], 1), version=7)),
        ]
        with pytest.raises(errors.StoreError):
            write(self.files[window], "bad", bad, "client")
        self.changed(None)

    @rule(window=st.integers(0, 1))
    def undo(self, window: int) -> None:
        assert (history.undo(self.files[window]) is None) == (self.at == 0)
        self.at = max(0, self.at - 1)

    @rule(window=st.integers(0, 1))
    def redo(self, window: int) -> None:
        at_the_end = self.at == len(self.states) - 1
        assert (history.redo(self.files[window]) is None) == at_the_end
        self.at += not at_the_end

    @rule(window=st.integers(0, 1))
    def reopen(self, window: int) -> None:
        file = self.files[window]
        file.close()
        self.files[window] = open_file(file.path)

    @rule()
    def all_the_way_back_and_forth(self) -> None:
        """Undoing everything gives empty tables; redoing it gives the last state again."""
        while history.undo(self.files[0]):
            pass
        assert rows(self.files[1].conn) == self.states[0]
        while history.redo(self.files[1]):
            pass
        self.at = len(self.states) - 1

    @invariant()
    def as_the_journal_says(self) -> None:
        conn = self.files[1].conn
        now = rows(conn)
        assert now == self.states[self.at]
        assert replay(self.states[0], journal(conn)) == now
        assert all(len(c.label) for c in history.changes(conn))

    def teardown(self) -> None:
        for file in self.files:
            file.close()
        sound(self.files[0].path)
        shutil.rmtree(self.folder)


TestAnyOrder = AnyOrder.TestCase
# Not shrunk: with a real file under it that could take minutes, and 25 steps can be read.
TestAnyOrder.settings = settings(
    max_examples=25, stateful_step_count=25, phases=(Phase.reuse, Phase.generate)
)


def test_undo_after_a_restart(begun: Begun) -> None:
    """Yesterday's last change can be taken back today, and brought again tomorrow."""
    ratings.rate(begun.file, rating(begun.measures[0], 1, 3), "x")
    ratings.rate(begun.file, rating(begun.measures[0], 1, 8), "x")
    for turn, expected in ((history.undo, 3), (history.undo, None), (history.redo, 3)):
        begun.file.close()
        begun.file = open_file(begun.path)
        assert turn(begun.file)
        found = ratings.on_day(begun.file.conn, rating(begun.measures[0], 1))
        assert (found and found.value) == expected


@pytest.mark.parametrize("turn", [history.undo, history.redo])
def test_a_row_that_is_not_as_the_journal_says_is_left(
    begun: Begun, turn: Callable[[OpenFile], Change | None]
) -> None:
    """Something that another tool wrote is not undone over; nothing at all is changed."""
    note = Event(new_id(), date(2026, 2, 1), EventKind.NOTE, "x")
    given = [events.edit(note, begun.client_id), ratings.edit(rating(begun.measures[0], 1))]
    write(begun.file, "two at once", given, "client")
    if turn is history.redo:
        history.undo(begun.file)
        begun.file.conn.execute(
            "INSERT INTO event VALUES (?, ?, '2026-02-01', 'note', 'other', NULL)",
            (note.id, begun.client_id),
        )
    else:
        begun.file.conn.execute("UPDATE event SET text = 'other'")
    before = rows(begun.file.conn, "event", "rating", "change")
    with pytest.raises(errors.Conflict) as caught:
        turn(begun.file)
    assert isinstance(caught.value.theirs, dict)
    assert caught.value.theirs["text"] == "other"
    assert rows(begun.file.conn, "event", "rating", "change") == before


def test_a_change_after_undo_ends_redo(begun: Begun) -> None:
    """What was undone before a new change cannot come back over it, and stays in the journal."""
    row = events.edit(Event("e", STARTED, EventKind.NOTE, "one"), begun.client_id).after or {}
    write(begun.file, "one", [put("event", row)], "client")
    history.undo(begun.file)
    write(begun.file, "two", [put("event", {**row, "text": "two"})], "client")
    assert history.redo(begun.file) is None
    states = {c.label: c.state for c in history.changes(begun.file.conn)}
    assert (states["one"], states["two"]) == ("dropped", "done")
