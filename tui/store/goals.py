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
from tui.core.measures import Measure
from tui.core.text import fit_to_keep
from tui.store import events, measures
from tui.store.door import Change, Edit, Row, new_id, put, write
from tui.store.openfile import OpenFile


def of_client(conn: sqlite3.Connection, known: Iterable[Measure]) -> list[Goal]:
    """The goals among the measures `known`, in their order."""
    by_id = {m.id: m for m in known}
    rows = {row[0]: row for row in conn.execute("SELECT * FROM goal") if row[0] in by_id}
    steps: dict[str, list[Step]] = {}
    for goal_id, text, done in conn.execute(
        "SELECT goal_id, text, done FROM step ORDER BY goal_id, position"
    ):
        steps.setdefault(goal_id, []).append(Step(text, _day(done)))
    return [
        _goal(rows[id_], measure, tuple(steps.get(id_, ())))
        for id_, measure in by_id.items()
        if id_ in rows
    ]


def edits(goal: Goal, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that write a new goal with its measure and steps."""
    yield from measures.edits(goal.measure, client_id, position)
    yield put("goal", _row(goal))
    for n, step in enumerate(goal.steps):
        row: Row = {
            "id": str(uuid.uuid5(uuid.UUID(goal.id), f"step {n}")),
            "goal_id": goal.id,
            "position": n,
            "text": step.text,
            "done": _text(step.done),
        }
        yield put("step", row)


def add(file: OpenFile, goal: Goal, client_id: str) -> Change | None:
    """Keep a new goal, behind the others."""
    position = measures.next_position(file.conn, client_id)
    label = f"set the goal “{goal.wording}”"
    return write(file, label, edits(goal, client_id, position), "client")


def reword(file: OpenFile, goal: Goal, client_id: str, prompt: str, since: date) -> Change | None:
    """Give the goal a new wording from `since` on."""
    measure = goal.measure.reworded(prompt, since)
    position = measures.position_of(file.conn, goal.id)
    given = measures.reworded(goal.measure, measure, client_id, position)
    return write(file, f"reworded “{goal.wording}” to “{prompt}”", given, "client")


def happened(
    file: OpenFile, goal: Goal, client_id: str, what: EventKind, day: date
) -> Change | None:
    """Write that the goal was reached, let go, reopened, paused or resumed on `day`.

    Raises `core.goals.NotPossible` when the goal's state does not allow it.
    """
    event = Event(new_id(), day, what, "", goal.id)
    given = [put("goal", _row(goal.becoming(what)), _row(goal)), events.edit(event, client_id)]
    return write(file, f"{what.value}: “{goal.wording}”", given, "client")


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
