"""Goals: the goal's own row, its steps, and its measure, whose versions are its wordings."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from tui.core.events import Event, EventKind
from tui.core.goals import Goal, GoalState, Milestone, Step
from tui.core.measures import Kind, Measure
from tui.core.text import fit_to_keep
from tui.ids import new_id
from tui.store import events, measures
from tui.store.door import Edit, Row, drop, put


def of_client(conn: sqlite3.Connection, known: Iterable[Measure]) -> list[Goal]:
    """The goals among the measures `known`, in their order."""
    by_id = {m.id: m for m in known if m.kind is Kind.GOAL}
    found = "SELECT * FROM goal WHERE id = ?"
    rows = {id_: row for id_ in by_id if (row := conn.execute(found, (id_,)).fetchone())}
    taken = "SELECT text, done FROM step WHERE goal_id = ? ORDER BY position"
    steps = {
        id_: tuple(Step(text, _day(done)) for text, done in conn.execute(taken, (id_,)))
        for id_ in rows
    }
    return [_goal(row, by_id[id_], steps[id_]) for id_, row in rows.items()]


def edits(goal: Goal, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that write a new goal with its measure and steps."""
    yield from measures.edits(goal.measure, client_id, position)
    yield put("goal", _row(goal.sound()))
    yield from (_step(goal, n) for n in range(len(goal.steps)))


def changed(before: Goal, after: Goal, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that change what is known of a goal: its row, its measure's, its steps."""
    yield from measures.changed(before.measure, after.measure, client_id, position)
    if after.milestone != before.milestone:
        after.sound()
    yield put("goal", _row(after), _row(before))
    for n in range(max(len(before.steps), len(after.steps))):
        was = _step(before, n).after if n < len(before.steps) else None
        if n < len(after.steps):
            yield _step(after, n)._replace(seen=was)
        else:
            yield drop("step", _step_id(after, n), seen=was)


def becoming(goal: Goal, client_id: str, what: EventKind, day: date, text: str) -> Iterator[Edit]:
    """The edits that write that something happened to a goal on `day`.

    Raises `core.goals.NotPossible` when the goal's state does not allow it.
    """
    yield put("goal", _row(goal.becoming(what)), _row(goal))
    yield events.edit(Event(new_id(), day, what, text, goal.id), client_id)


def dropped(conn: sqlite3.Connection, goal: Goal) -> Iterator[Edit]:
    """The edits that take a goal out with everything about it."""
    for (id_,) in conn.execute("SELECT id FROM step WHERE goal_id = ?", (goal.id,)):
        yield drop("step", id_)
    yield drop("goal", goal.id)
    yield from measures.dropped(conn, goal.measure)


def _step(goal: Goal, n: int) -> Edit:
    step = goal.steps[n]
    row: Row = {
        "id": _step_id(goal, n),
        "goal_id": goal.id,
        "position": n,
        "text": step.text,
        "done": _text(step.done),
    }
    return put("step", row)


def _step_id(goal: Goal, n: int) -> str:
    return str(uuid.uuid5(uuid.UUID(goal.id), f"step {n}"))


def _row(goal: Goal) -> Row:
    agreed = goal.milestone
    # JSON would hide control characters from the door behind its backslashes.
    rungs = [fit_to_keep(rung) for rung in goal.ladder or ()]
    return {
        "id": goal.id,
        "state": goal.state.value,
        "why": goal.why,
        "there": goal.there,
        "by_when": _text(goal.by_when),
        "importance": goal.importance,
        "difficulty": goal.difficulty,
        "milestone_level": float(agreed.level) if agreed else None,
        "milestone_by": _text(agreed.by) if agreed else None,
        "milestone_agreed": _text(agreed.agreed) if agreed else None,
        "ladder": json.dumps(rungs, ensure_ascii=False) if rungs else None,
    }


def _goal(row: tuple[Any, ...], measure: Measure, steps: tuple[Step, ...]) -> Goal:
    _, state, why, there, by_when, importance, difficulty, level, by, agreed, ladder = row
    milestone = None
    if level is not None:
        milestone = Milestone(level, date.fromisoformat(by), date.fromisoformat(agreed))
    rungs = tuple(json.loads(ladder)) if ladder else None
    return Goal(
        measure,
        GoalState(state),
        why,
        there,
        _day(by_when),
        importance,
        difficulty,
        steps,
        milestone,
        rungs,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None
