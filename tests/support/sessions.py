"""A file with sessions: rated by both, one break repaired and one open, some planned."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from tui.core.deeds import Deed, Keep, KeepSession, PlanSessions, Rate
from tui.core.measures import Measure, Rater
from tui.core.ratings import Rating
from tui.core.repair import Noticer, Rupture, RuptureKind
from tui.core.sessions import Format, Rhythm, Session, SessionState
from tui.store import clients, deeds, measures
from tui.store.connection import open_file

NOTE = "It went quiet. [b]not bold[/b] \x1b[31mnor red\x1b[0m \u202eturned"
MANY = 14
"""Sessions that have been, a week apart; the last of them today."""
_PATH = (6, 6, 7, 7, 3, 5, 8, 8, 7, 8, 8, 9, 8, 9)
_BY_BOTH = ("alliance_goals", "alliance_tasks", "alliance_bond", "ease", "movement")


def write(path: Path, today: date) -> Path:
    """Write the file. The therapist has yet to rate the latest session."""
    file = open_file(path, create=True)
    client = clients.begin(file, "Kim", today - timedelta(7 * MANY))
    known = {m.key: m for m in measures.of_client(file.conn, client.id)}
    for deed in (*_hours(known, today), *_breaks(today), *_more(known, today)):
        deeds.do(file, client.id, deed)
    file.close()
    return path


def write_dip(path: Path, today: date) -> Path:
    """The same, but that the client rated the latest session far lower than all before."""
    write(path, today)
    with closing(sqlite3.connect(path)) as conn, conn:
        conn.execute("DELETE FROM rupture")
        keys = "SELECT id FROM measure WHERE key LIKE 'alliance_%'"
        conn.execute(f"UPDATE rating SET value = 8 WHERE measure_id IN ({keys})")
        low = f"UPDATE rating SET value = 1 WHERE day = ? AND measure_id IN ({keys})"
        conn.execute(low, (today.isoformat(),))
    return path


def day(n: int, today: date) -> date:
    """The day of the session in place `n`, from 0."""
    return today - timedelta(7 * (MANY - 1 - n))


def _hours(known: dict[str, Measure], today: date) -> Iterator[Deed]:
    for n, value in enumerate(_PATH):
        on = day(n, today)
        if n == 9:
            yield KeepSession(Session("s9", 0, on, SessionState.MISSED, entered=on))
            continue
        given = [(key, Rater.CLIENT, value + (key == "movement") * (n % 3 - 1)) for key in _BY_BOTH]
        given += [("support", Rater.CLIENT, value), ("challenge", Rater.CLIENT, 5 + n % 4)]
        given += [("after", Rater.CLIENT, n % 5 - 2), ("comfort_challenge", Rater.CLIENT, 1)]
        given += [("holding_freeing", Rater.CLIENT, n % 5 - 2)]
        if n < MANY - 1:
            given += [(key, Rater.THERAPIST, min(10, value + 1)) for key in _BY_BOTH]
        late = timedelta(3) if n == 11 else timedelta(0)
        moved = on - timedelta(1) if n == 10 else None
        ticks = ("laughed", "mattered") if n % 2 else ("came_as_i_was",)
        session = Session(f"s{n}", 0, on, SessionState.HELD, Format.VIDEO, on + late, moved, ticks)
        yield KeepSession(
            session,
            None,
            tuple(Rating(known[key].id, on, who, v, 1, on) for key, who, v in given),
        )


def _breaks(today: date) -> Iterator[Deed]:
    on = day(4, today)
    steps = (on, on, on + timedelta(7), on + timedelta(7), on + timedelta(9), day(6, today))
    yield Keep(
        Rupture("r4", "s4", on, Noticer.CLIENT, RuptureKind.WITHDRAWAL, "It went quiet.", steps)
    )
    on = day(12, today)
    open_ = Rupture("r12", "s12", on, Noticer.BOTH, RuptureKind.CONFRONTATION, NOTE)
    yield Keep(replace(open_, steps=(on, on, None, None, None, None)))


def _more(known: dict[str, Measure], today: date) -> Iterator[Deed]:
    days = Rhythm.WEEKLY.days(today + timedelta(7), 5)
    yield PlanSessions(
        tuple(
            Session(f"p{n}", 0, on, SessionState.PLANNED, Format.IN_PERSON)
            for n, on in enumerate(days)
        )
    )
    for n in range(3):
        on = today - timedelta(28 * (3 - n))
        for key in ("real_relationship", "safe"):
            yield Rate((Rating(known[key].id, on, Rater.CLIENT, 6 + n, 1, on),), key)
