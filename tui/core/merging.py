"""Three states of one thing: as it was read, as somebody wants it, and as it is by now.

What somebody changed is put onto what is there; everything else stays as it is there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from tui.core.goals import Step
from tui.core.measures import Measure
from tui.core.ratings import Rating

T = TypeVar("T")

_TOGETHER: Final[dict[type, frozenset[str]]] = {Rating: frozenset({"value", "version", "entered"})}
"""Fields that mean nothing without each other: a value is one of the scale of its version."""


def onto(theirs: T, seen: T, mine: T) -> T:
    """`theirs` with those fields in which `mine` differs from what was `seen`."""
    if not is_dataclass(theirs) or isinstance(theirs, type):
        raise TypeError(theirs)
    changed: dict[str, Any] = {}
    for field in fields(theirs):
        was, now, there = (getattr(state, field.name) for state in (seen, mine, theirs))
        if was == now:
            continue
        if isinstance(now, Measure):
            now = onto(there, was, now)
        elif field.name == "steps":
            now = steps_onto(there, was, now)
        changed[field.name] = now
    together = _TOGETHER.get(type(theirs), frozenset())
    if changed.keys() & together:
        changed |= {name: getattr(mine, name) for name in together}
    return replace(theirs, **changed)


def steps_onto(
    theirs: tuple[Step, ...], seen: tuple[Step, ...], mine: tuple[Step, ...]
) -> tuple[Step, ...]:
    """The steps that are there, with those changed, added and taken out that were so in `mine`.

    A step is known by its words; one that was changed and is not there any more comes last.
    """
    steps = list(theirs)
    if len(mine) != len(seen):
        for gone in (Counter(seen) - Counter(mine)).elements():
            if (at := _place(gone, steps)) is not None:
                del steps[at]
        return (*steps, *(Counter(mine) - Counter(seen)).elements())
    for was, now in zip(seen, mine, strict=True):
        if was == now:
            continue
        if (at := _place(was, steps)) is None:
            steps.append(now)
        else:
            steps[at] = onto(steps[at], was, now)
    return tuple(steps)


def _place(step: Step, steps: list[Step]) -> int | None:
    """Where a step stands, by its words."""
    return next((n for n, each in enumerate(steps) if each.text == step.text), None)
