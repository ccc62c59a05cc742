"""Everything there is to read about one session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from tui.core.alliance import ITEMS
from tui.core.catalogue import FINGERPRINT, TICKS
from tui.core.days import DateStyle, full, near
from tui.core.details import Block, Entry
from tui.core.measures import Measure, Rater
from tui.core.relationship import Hour
from tui.core.repair import STEPS, Rupture
from tui.core.session_words import YOURS_FIRST, between, mended, side_by_side, signed, whose
from tui.core.sessions import SessionState
from tui.core.text import clean

_THE_HOUR: Final = ("ease", "movement", "support", "challenge", "after")
_STATES: Final = {
    SessionState.PLANNED: "Planned",
    SessionState.HELD: "It took place",
    SessionState.MISSED: "Missed",
}


def blocks(
    hour: Hour,
    measures: Mapping[str, Measure],
    today: date,
    view: Rater,
    dates: DateStyle = DateStyle.DAY_MONTH,
    *,
    sealed: bool = False,
) -> tuple[Block, ...]:
    """The session, what was rated of it by whom, its breaks, and what was written of it.

    `measures` are those that sessions are rated with, by key. `sealed` says that something is kept
    back from the person whose `view` it is.
    """
    parts: list[tuple[str, Iterable[Entry]]] = [("The session", _facts(hour, today, dates))]
    if sealed:
        why = "What the client rated shows once you have rated it too: s."
        parts.append((f"◇ {YOURS_FIRST}", (Entry(why),)))
    parts += [
        (_headed("Working together", hour, view), _values(hour, ITEMS, measures)),
        ("The hour", _values(hour, _THE_HOUR, measures)),
        ("What it was like", _pairs(hour, view)),
        ("Ticked", _ticks(hour)),
        *((_break_heading(each), _steps(each, today, dates)) for each in hour.ruptures),
        ("Repaired here", _repaired(hour, today, dates)),
        ("Written about it", _written(hour)),
    ]
    found = ((heading, tuple(entries)) for heading, entries in parts)
    return tuple(Block(heading, entries) for heading, entries in found if entries)


def _facts(hour: Hour, today: date, dates: DateStyle) -> Iterator[Entry]:
    session = hour.session
    said = _STATES[session.state] + (f", {session.format}" if session.format else "")
    yield Entry(f"{said}.")
    if session.moved_from:
        yield Entry(f"Moved: it was planned for {full(session.moved_from, dates)}.")
    if session.late and session.entered:
        yield Entry(f"Entered late, on {near(session.entered, today, dates)}.")
    if session.waits(today):
        yield Entry("Its day has come: e writes it up.")


def _headed(heading: str, hour: Hour, view: Rater) -> str:
    alliance = side_by_side(hour, view)
    return f"{heading}: alliance {alliance}" if alliance else heading


def _values(hour: Hour, keys: Iterable[str], measures: Mapping[str, Measure]) -> Iterator[Entry]:
    """What was asked, with the value of each rater before it, and each one's moment beneath."""
    for key in keys:
        given = [hour.ratings[key, who] for who in Rater if (key, who) in hour.ratings]
        if not given or key not in measures:
            continue
        asked = measures[key].version_on(hour.session.day)
        say = signed if asked.scale.minimum < 0 else "{:g}".format
        lead = " ".join(
            f"{r.rater.mark if r.rater is not Rater.CLIENT else ''}{say(r.value)}" for r in given
        )
        yield Entry(f"{measures[key].name}. {asked.prompt}", lead)
        yield from (Entry(f"{r.rater.mark} “{r.evidence}”") for r in given if r.evidence)


def _pairs(hour: Hour, view: Rater) -> Iterator[Entry]:
    for rater in sorted(Rater, key=lambda each: each is not view):
        said = [
            between(entry.key, value)
            for entry in FINGERPRINT
            if (value := hour.value(entry.key, rater)) is not None
        ]
        if said:
            yield Entry(f"{whose(rater, view).capitalize()}: {', '.join(said)}.")


def _ticks(hour: Hour) -> Iterator[Entry]:
    return (Entry(tick.sentence, "●") for tick in TICKS if tick.key in hour.session.ticks)


def _break_heading(rupture: Rupture) -> str:
    said = mended(rupture).rstrip(".") or "its repair is open"
    return f"≀ A break: {said}" if not rupture.repaired else said


def _steps(rupture: Rupture, today: date, dates: DateStyle) -> Iterator[Entry]:
    yield Entry(f"{rupture.kind.said.capitalize()}; noticed by {_noticer(rupture)}.")
    for line in clean(rupture.note, multiline=True).split("\n"):
        if line.strip():
            yield Entry(f"“{line}”")
    for (_, words), day in zip(STEPS, rupture.steps, strict=True):
        yield Entry(words, f"☑ {near(day, today, dates)}" if day else "☐")


def _noticer(rupture: Rupture) -> str:
    return "both" if rupture.noticed_by == "both" else f"the {rupture.noticed_by}"


def _repaired(hour: Hour, today: date, dates: DateStyle) -> Iterator[Entry]:
    for rupture in hour.repaired:
        if rupture not in hour.ruptures:
            yield Entry(f"The break of {near(rupture.day, today, dates)}. {mended(rupture)}", "◆")


def _written(hour: Hour) -> Iterator[Entry]:
    for each in hour.reflections:
        first, *more = [x for x in clean(each.body, multiline=True).split("\n") if x.strip()]
        yield Entry(first, each.part.value)
        yield from map(Entry, more)
