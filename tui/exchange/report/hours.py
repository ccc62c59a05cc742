"""Sessions, asked for by name: the alliance, ease and movement, and what became of each break."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tui.core import repair
from tui.core.alliance import ALLIANCE
from tui.core.details import Block, Entry
from tui.core.measures import Rater
from tui.core.relationship import Hour
from tui.core.session_words import broken, signed
from tui.core.sessions import SessionState
from tui.exchange.report.content import Section, Table
from tui.exchange.report.rated import piece
from tui.exchange.report.whole import Whole

_DRAWN: Final = (ALLIANCE.key, "ease", "movement")
_HEADINGS: Final = ("Session", "Day", "Alliance •", "Alliance ◇", "Ease", "Movement", "After")
_NOTHING: Final = "·"


def section(of: Whole) -> Section:
    """Every session of the period that was held or missed."""
    was = [hour for hour in reversed(of.record.hours) if _counts(of, hour)]
    rated = [s for key in _DRAWN if (s := of.record.of(key)) and s.ratings]
    blocks = [Block("Breaks and repairs", entries)] if (entries := tuple(_breaks(of))) else []
    return Section(
        "Sessions",
        "Ease and movement: both have worth. A break that was repaired is a milestone."
        if was
        else "No session was held in this period.",
        tuple(piece(of, series) for series in rated),
        Table(_HEADINGS, tuple(_row(of, hour) for hour in was)) if was else None,
        tuple(blocks),
    )


def _counts(of: Whole, hour: Hour) -> bool:
    return hour.session.day in of.span and hour.session.state is not SessionState.PLANNED


def _row(of: Whole, hour: Hour) -> tuple[str, ...]:
    session = hour.session
    number = f"{session.number}" if session.held else f"{session.number}, missed"
    after = hour.value("after")
    return (
        number,
        of.said(session.day),
        *(_one(hour.alliance(rater)) for rater in (Rater.CLIENT, Rater.THERAPIST)),
        *(_one(hour.value(key)) for key in ("ease", "movement")),
        _NOTHING if after is None else signed(after),
    )


def _one(value: float | None) -> str:
    return _NOTHING if value is None else f"{value:g}"


def _breaks(of: Whole) -> Iterator[Entry]:
    """Each break of the period, and each that was repaired in it."""
    known = [
        each
        for each in of.record.ruptures
        if each.day in of.span or (each.repaired and each.repaired in of.span)
    ]
    if known:
        yield Entry(f"{repair.told(known)}.")
    for each in known:
        note = f" “{each.note}”" if of.noted and each.note else ""
        yield Entry(f"{broken(each)}{note}", of.said(each.day))
