"""Writing a session up: what is asked of it, as a check-in, and the one deed that keeps it.

Whether it took place, how two people met, and what may be ticked are lines like the others, so that
the same keys answer everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tui.core.catalogue import FINGERPRINT, SESSION, TICKS
from tui.core.checkin import Answer, CheckIn
from tui.core.deeds import KeepSession
from tui.core.due import Due
from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.core.ratings import Rating
from tui.core.relationship import Hour, Relationship
from tui.core.sessions import Format, Session, SessionState

FORM: Final = "after-session"
"""What its draft is called."""
STATE, FORMAT, TICK = "session:state", "session:format", "session:tick:"
"""Ids of the lines that rate nothing; no measure has such a one."""
STATES: Final = (SessionState.MISSED, SessionState.HELD)
"""What became of it, by the value of its line."""
FORMATS: Final = tuple(Format)
"""How two people met, by the value of its line."""
RATED: Final = (*(entry.key for entry in SESSION), *(entry.key for entry in FINGERPRINT))
"""Keys of what is rated after a session, in the order in which it is asked."""
_LATELY: Final = timedelta(13)
"""How long ago a session may have been that is still asked about when nothing else waits."""


def subject(session: Session, before: Session | None, rater: Rater) -> str:
    """What the draft is about: a session by its id, or a new one by its day, and who rates."""
    return f"{rater.value} {before.id if before else session.day.isoformat()}"


def is_said(measure: Measure) -> bool:
    """Whether a line rates nothing but says something of the session itself."""
    return measure.id.startswith("session:")


def on_day(of: Relationship, day: date, id_: str) -> Session:
    """The session of a day, or a new one with this id in its place among the others."""
    there = next((hour.session for hour in of.hours if hour.session.day == day), None)
    number = 1 + sum(hour.session.day < day for hour in of.hours)
    return there or Session(id_, number, day)


def waiting(of: Relationship, today: date, rater: Rater, id_: str) -> Session:
    """The session to write up: the latest that waits, today's, or else a new one with this id.

    One that took place lately comes before a new one while `rater` has rated nothing of it.
    """
    past = [hour for hour in of.hours if hour.session.day <= today]
    waits = next((hour.session for hour in past if hour.session.waits(today)), None)
    held = next((hour for hour in past if hour.session.held), None)
    if waits or held is None:
        return waits or on_day(of, today, id_)
    lately = today - held.session.day <= _LATELY
    return held.session if lately and not held.rated_by(rater) else on_day(of, today, id_)


def asked(
    of: Relationship, session: Session, before: Hour | None, rater: Rater
) -> tuple[CheckIn, CheckIn]:
    """What is asked of a session, with nothing answered, and with what is known of it already.

    Everything that `rater` may rate, and nothing that anybody else has rated.
    """
    lines = tuple(_lines(of, session, rater))
    empty = CheckIn.of(lines, session.day)
    known = {r.measure_id: r for r in _own(before, rater)}
    said = _said(session, of, new=before is None)
    answers = []
    for line in lines:
        id_ = line.measure.id
        if given := known.get(id_):
            answers.append(Answer(given.value, given.evidence, " ".join(given.marks)))
        else:
            answers.append(Answer(said.get(id_)))
    return empty, replace(empty, answers=tuple(answers))


def begun(state: CheckIn, *, again: bool) -> CheckIn:
    """With the cursor on the first line that is rated; taken up `again`, on one still open."""
    lines = zip(state.lines, state.answers, strict=True)
    rated = [(n, a) for n, (d, a) in enumerate(lines) if not is_said(d.measure)]
    still_open = (n for n, answer in rated if answer == Answer())
    first = rated[0][0] if rated else 0
    return state.move((next(still_open, first) if again else first) - state.at)


def written(
    state: CheckIn, session: Session, before: Hour | None, today: date, rater: Rater
) -> Session:
    """The session as its lines have it now."""
    values = {d.measure.id: a.value for d, a in zip(state.lines, state.answers, strict=True)}
    became = STATES[int(values.get(STATE) or 0)]
    was = before.session if before else None
    fresh = was is None or was.state is SessionState.PLANNED
    ticks = session.ticks
    if rater is Rater.CLIENT:
        ticks = tuple(tick.key for tick in TICKS if values.get(TICK + tick.key))
    return replace(
        session,
        state=became,
        format=FORMATS[int(values.get(FORMAT) or 0)],
        entered=today if fresh else session.entered,
        ticks=ticks,
    )


def deed(
    state: CheckIn, session: Session, before: Hour | None, today: date, rater: Rater
) -> KeepSession | None:
    """What saving does, in one: the session, new and changed ratings, those taken back.

    None where nothing is other than it was. Of a session that was missed nothing is rated.
    """
    after = written(state, session, before, today, rater).sound(today)
    known = {r.measure_id: r for r in _own(before, rater)}
    seen = dict(zip(_rated(state, session.day), state.seen(session.day), strict=True))
    kept: list[Rating] = []
    if after.held:
        for given in state.ratings(session.day, rater):
            was = known.get(given.measure_id)
            same = was and (was.value, was.evidence) == (given.value, given.evidence)
            if (
                given.measure_id in seen
                and not given.measure_id.startswith("session:")
                and not same
            ):
                kept.append(replace(given, entered=today))
    left = {*_rated(state, session.day)}
    dropped = tuple(r for id_, r in known.items() if id_ not in left and after.held)
    was_session = before.session if before else None
    if not kept and not dropped and after == was_session:
        return None
    return KeepSession(
        after, was_session, tuple(kept), tuple(seen[r.measure_id] for r in kept), dropped
    )


def settled(state: CheckIn, measure_id: str, theirs: Rating | None, *, mine: bool) -> CheckIn:
    """The form once it is decided whose rating stands in a line that was rated meanwhile.

    Where `theirs` stands it is the answer: an empty line would take it back.
    """
    state = state.settled(measure_id, theirs, mine=mine)
    if mine or theirs is None:
        return state
    at = next(n for n, due in enumerate(state.lines) if due.measure.id == measure_id)
    given = Answer(theirs.value, theirs.evidence, " ".join(theirs.marks))
    return replace(state, answers=(*state.answers[:at], given, *state.answers[at + 1 :]))


def _rated(state: CheckIn, day: date) -> tuple[str, ...]:
    """The ids of the lines that have a value."""
    return tuple(rating.measure_id for rating in state.ratings(day))


def _own(before: Hour | None, rater: Rater) -> Iterator[Rating]:
    """What the rater gave already."""
    for (key, who), given in (before.ratings if before else {}).items():
        if who is rater and key in RATED:
            yield given


def _lines(of: Relationship, session: Session, rater: Rater) -> Iterator[Due]:
    for measure in _about():
        yield Due(measure, None, session.day)
    for key in RATED:
        found = of.measures.get(key)
        if found and rater in found.raters and not found.paused:
            yield Due(found, _last(of, key, session.day, rater), session.day)
    if rater is Rater.CLIENT:
        for tick in TICKS:
            line = _line(TICK + tick.key, tick.sentence, Scale("not ticked", "ticked", 0, 1))
            yield Due(line, None, session.day)


def _about() -> Iterator[Measure]:
    yield _line(STATE, "Did it take place?", Scale("missed", "attended", 0, 1))
    yield _line(FORMAT, "How did you meet?", Scale("", "", 0, len(FORMATS) - 1))


def _line(id_: str, asks: str, scale: Scale) -> Measure:
    version = Version(1, date.min, asks, scale)
    name = {STATE: "It took place", FORMAT: "How you met"}.get(id_, asks)
    return Measure(
        id_, id_, Kind.SESSION, name, Direction.HIGHER, None, (Rater.CLIENT,), (version,)
    )


def _last(of: Relationship, key: str, day: date, rater: Rater) -> Rating | None:
    """What the rater gave of this session, or else of the one before it."""
    given = (h.ratings.get((key, rater)) for h in of.hours if h.session.day <= day)
    return next((rating for rating in given if rating), None)


def _said(session: Session, of: Relationship, *, new: bool) -> Mapping[str, float]:
    """Its own lines: a new one has the format of the one before."""
    how = session.format
    if (new or session.state is SessionState.PLANNED) and not how:
        known = (h.session.format for h in of.hours if h.session.day < session.day)
        how = next((each for each in known if each), how)
    missed = session.state is SessionState.MISSED
    ticks = {TICK + key: 1.0 for key in session.ticks}
    return {STATE: 0.0 if missed else 1.0, FORMAT: float(FORMATS.index(how)), **ticks}
