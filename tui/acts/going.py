"""From a text that was found to the row in which it stands."""

from __future__ import annotations

from typing import Final, NamedTuple

from tui.core.between import Found
from tui.core.measures import Kind
from tui.core.overview import Line, Overview

_BETWEEN: Final = ("reflection", "practice", "read", "topic", "expectation")
_MODES: Final = {Kind.GOAL: "goals", Kind.GROWTH: "growth", Kind.SIGN: "signs"}


class Place(NamedTuple):
    """A mode, and the id of a row in it."""

    mode: str
    id: str


def line_of(found: Found, data: Overview) -> Line | None:
    """The row of the measure that a text belongs to, if it belongs to one."""
    id_ = found.key.partition(" ")[0]
    if found.kind in ("rating", "version", "goal"):
        return next((line for line in data.lines() if line.id == id_), None)
    if found.kind == "event":
        event = next((e for e in data.events if e.id == found.key), None)
        about = event.measure_id if event else None
        return next((line for line in data.lines() if line.id == about), None)
    if found.kind == "step":
        goals = (line for line in data.goals if line.goal)
        steps = ((line, s.text) for line in goals if line.goal for s in line.goal.steps)
        return next((line for line, text in steps if text == found.body), None)
    return None


def place_of(found: Found, data: Overview) -> Place | None:
    """The mode and the row in which a text stands; None where it has no row of its own.

    What is paused is not in the list of its mode, and an event is in no list.
    """
    if found.kind in _BETWEEN:
        return Place("between", found.key)
    if found.kind == "rupture":
        ruptures = {r.id: r.session_id for r in data.ruptures}
        return Place("sessions", ruptures[found.key]) if found.key in ruptures else None
    line = line_of(found, data) if found.kind != "event" else None
    if line is None or line.measure.paused or line.measure.kind not in _MODES:
        return None
    return Place(_MODES[line.measure.kind], line.id)
