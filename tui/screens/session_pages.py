"""The pictures of the Sessions mode that are of several ratings at once, with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from tui.core import session_words as words
from tui.core.catalogue import FINGERPRINT, TICKS
from tui.core.details import Block, Entry
from tui.core.measures import Rater
from tui.core.relationship import Hour, Relationship
from tui.core.sessions import SessionState
from tui.core.timespan import Range
from tui.widgets.picture import Card
from tui.widgets.session_row import PageRow

if TYPE_CHECKING:  # what draws is loaded with the first picture
    from tui.charts.page import Page
    from tui.charts.pairs import Pair

TRAIL, HELD, TICKED, PAIRS = "ease-movement", "support-challenge", "ticks", "fingerprint"
"""Ids of the rows."""
_CORNERS: Final = {
    TRAIL: ("uneasy, moving", "easy, moving", "uneasy, still", "easy, still"),
    HELD: ("challenged", "held and challenged", "neither", "held"),
}
_ENDS: Final = {TRAIL: ("ease", "movement"), HELD: ("support", "challenge")}
_NAMES: Final = {
    TRAIL: "Ease against movement",
    HELD: "Support against challenge",
    TICKED: "What happened",
    PAIRS: "Fingerprint",
}
_ASKED: Final = {
    TRAIL: "The session was comfortable; something in me or in how I live shifted.",
    HELD: "I felt held; I was challenged in a way I could use.",
    TICKED: "Five things that may be ticked after a session.",
    PAIRS: "Where a session lay between two ends that both have worth.",
}


def rows(hours: Sequence[Hour]) -> tuple[PageRow, ...]:
    """A row for each picture, with the latest in a few signs; `hours` are newest first."""
    now: dict[str, Callable[[Sequence[Hour]], str]] = {
        TRAIL: lambda was: _pair_now(was, TRAIL),
        HELD: lambda was: _pair_now(was, HELD),
        TICKED: _ticks_now,
        PAIRS: _fingerprint_now,
    }
    return tuple(PageRow(id_, name, now[id_](hours)) for id_, name in _NAMES.items())


def card(row: PageRow, hours: Sequence[Hour]) -> Card:
    """What a row shows and says; `hours` are newest first."""
    page, sentence = _drawn(row.id, hours)
    return Card(row.name, _ASKED[row.id], sentence, page, Range.ALL, ranged=False)


def blocks(row: PageRow, of: Relationship) -> tuple[Block, ...]:
    """What is asked for a picture, in full; of what may be ticked, what was the last time."""
    if row.id == TICKED:
        last = next((hour.session.ticks for hour in of.hours if hour.session.ticks), ())
        ticks = (Entry(tick.sentence, "●" if tick.key in last else "·") for tick in TICKS)
        return (Block("What may be ticked", tuple(ticks)),)
    keys = _ENDS.get(row.id) or tuple(entry.key for entry in FINGERPRINT)
    found = (of.measures[key] for key in keys if key in of.measures)
    return (Block("What is asked", tuple(Entry(f"{m.name}. {m.version.prompt}") for m in found)),)


def _drawn(id_: str, hours: Sequence[Hour]) -> tuple[Page | None, str]:
    if id_ in _ENDS:
        from tui.charts.trail import Trail

        ends = _ENDS[id_]
        across, up = (end.capitalize() for end in ends)
        points = words.points(hours, *ends)
        trail = Trail(across, up, points, _CORNERS[id_])
        return trail if points else None, words.against(points, across, up)
    if id_ == TICKED:
        return _grid(hours), words.ticked(hours)
    return _pairs(hours), words.fingerprint(hours)


def _grid(hours: Sequence[Hour]) -> Page | None:
    from tui.charts.dots import Column, Dots

    past = [h for h in reversed(hours) if h.session.state is not SessionState.PLANNED]
    if not any(hour.session.ticks for hour in past):
        return None
    columns = (
        Column(
            hour.session.number,
            tuple(tick.key in hour.session.ticks for tick in TICKS) if hour.session.held else None,
        )
        for hour in past
    )
    return Dots(tuple(words.SHORT[tick.key] for tick in TICKS), tuple(columns))


def _pairs(hours: Sequence[Hour]) -> Page | None:
    from tui.charts.pairs import Pairs

    keys = [entry.key for entry in FINGERPRINT]
    was = words.held(hours)
    rater = words.who_is_drawn(was, *keys)
    was = tuple(h for h in was if any(h.value(key, rater) is not None for key in keys))
    if not was:
        return None
    return Pairs(tuple(_pair(n, was, rater) for n in range(len(keys))))


def _pair(n: int, was: Sequence[Hour], rater: Rater) -> Pair:
    from tui.charts.pairs import Pair

    entry = FINGERPRINT[n]
    values = [None if (v := h.value(entry.key, rater)) is None else round(v) for h in was]
    latest, before = values[-1], values[-2] if len(values) > 1 else None
    earlier = tuple(value for value in values[:-2] if value is not None)
    return Pair(entry.scale.low, entry.scale.high, latest, before, earlier)


def _pair_now(hours: Sequence[Hour], id_: str) -> str:
    points = words.points(hours, *_ENDS[id_])
    return f"{points[-1][0]:g} → {points[-1][1]:g}" if points else ""


def _ticks_now(hours: Sequence[Hour]) -> str:
    last = next((h for h in hours if h.session.ticks), None)
    return "".join("●" if t.key in last.session.ticks else "·" for t in TICKS) if last else ""


def _fingerprint_now(hours: Sequence[Hour]) -> str:
    keys = [entry.key for entry in FINGERPRINT]
    rater = words.who_is_drawn(hours, *keys)
    given = ([h.value(key, rater) for key in keys] for h in hours)
    last = next((values for values in given if any(v is not None for v in values)), None)
    return " ".join("·" if v is None else words.signed(v) for v in last) if last else ""
