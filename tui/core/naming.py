"""Finding a measure by what a person calls it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tui.core.measures import Measure
from tui.core.text import clean

ID_SHOWN: Final = 8


class NoSuchMeasure(ValueError):
    """Nothing, or more than one thing, is called that; the message names what is near."""


class SeveralMeasures(NoSuchMeasure):
    """More than one thing is called that."""


def find(name: str, measures: Sequence[Measure]) -> Measure:
    """The measure called `name`: its key, its name, or the beginning or a part of either.

    Letter case does not matter, and a space or a hyphen stands for the underscore of a key. An
    exact key or name goes before a part, and the beginning before a part inside.
    """
    asked, beginning = _folded(name), name.strip().casefold()
    if len(beginning) >= ID_SHOWN:
        for measure in measures:
            if measure.id.startswith(beginning):
                return measure
    for fits in (str.__eq__, str.startswith, str.__contains__):
        found = [m for m in measures if any(fits(n, asked) for n in _names(m))] if asked else []
        if len(found) == 1:
            return found[0]
        if found:
            raise SeveralMeasures(_several(name, found))
    raise NoSuchMeasure(f"There is no measure called “{name}”. {_nearest(asked, measures)}")


def _several(name: str, found: Sequence[Measure]) -> str:
    if len({m.name for m in found}) == len(found):
        names = ", ".join(f"“{m.name}”" for m in found)
        return f"“{name}” could be {names}. Write a little more of it."
    names = ", ".join(f"“{m.name}” ({m.id[:ID_SHOWN]})" for m in found)
    return f"“{name}” could be {names}. Write what stands in brackets."


def _names(measure: Measure) -> list[str]:
    return [_folded(n) for n in (measure.key, measure.name) if n]


def _folded(text: str) -> str:
    return " ".join(clean(text).casefold().replace("_", " ").replace("-", " ").split())


def _nearest(asked: str, measures: Sequence[Measure]) -> str:
    from difflib import get_close_matches

    names = {n: m for m in measures for n in _names(m)}
    near = [names[n] for n in get_close_matches(asked, names, n=3, cutoff=0.5)]
    if not near:
        return "`fledge show` lists what there is."
    said = dict.fromkeys(m.key or f"“{m.name}”" for m in near)
    return f"The nearest: {', '.join(said)}."
