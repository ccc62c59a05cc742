"""Ratings: one row for each (measure, day, rater)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from tui.core.changes import Change
from tui.core.measures import Rater
from tui.core.ratings import Rating
from tui.store.door import Edit, put, write
from tui.store.openfile import OpenFile

COLUMNS: Final = "measure_id, day, rater, value, version, entered, evidence, marks"


def rating(row: Sequence[Any]) -> Rating:
    """The rating in a row of `COLUMNS`."""
    measure_id, day, rater, value, version, entered, evidence, marks = row
    return Rating(
        measure_id,
        date.fromisoformat(day),
        Rater(rater),
        value,
        version,
        date.fromisoformat(entered),
        evidence,
        tuple(marks.split()),
    )


def of_measure(conn: sqlite3.Connection, measure_id: str) -> tuple[Rating, ...]:
    """All ratings of a measure, oldest first."""
    sql = f"SELECT {COLUMNS} FROM rating WHERE measure_id = ? ORDER BY day, rater"
    return tuple(map(rating, conn.execute(sql, (measure_id,))))


def last(conn: sqlite3.Connection, measure_id: str, rater: Rater) -> Rating | None:
    """The latest rating that one rater gave a measure, if any."""
    sql = (
        f"SELECT {COLUMNS} FROM rating WHERE measure_id = ? AND rater = ? ORDER BY day DESC LIMIT 1"
    )
    row = conn.execute(sql, (measure_id, rater.value)).fetchone()
    return None if row is None else rating(row)


def on_day(conn: sqlite3.Connection, given: Rating) -> Rating | None:
    """What the same rater gave the same measure on the same day before, if anything."""
    sql = f"SELECT {COLUMNS} FROM rating WHERE measure_id = ? AND day = ? AND rater = ?"
    key = (given.measure_id, given.day.isoformat(), given.rater.value)
    row = conn.execute(sql, key).fetchone()
    return None if row is None else rating(row)


def of_day(conn: sqlite3.Connection, measure_id: str, day: str) -> tuple[Rating, ...]:
    """What every rater gave a measure on a day."""
    sql = f"SELECT {COLUMNS} FROM rating WHERE measure_id = ? AND day = ? ORDER BY rater"
    return tuple(map(rating, conn.execute(sql, (measure_id, day))))


def edit(given: Rating) -> Edit:
    """The edit that writes a rating, in place of an earlier one of that day and rater."""
    return put(
        "rating",
        {
            "measure_id": given.measure_id,
            "day": given.day.isoformat(),
            "rater": given.rater.value,
            "value": float(given.value),
            "version": given.version,
            "entered": given.entered.isoformat(),
            "evidence": given.evidence,
            "marks": " ".join(given.marks),
        },
    )


def rate(file: OpenFile, given: Rating, name: str) -> Change | None:
    """Keep a rating of the measure called `name`."""
    label = f"rated {name} {given.value:g} for {given.day}"
    return write(file, label, [edit(given)], given.rater.value)


def bring_in(
    file: OpenFile,
    given: Iterable[tuple[Rating | None, Rating]],
    source: str,
    author: str = "client",
) -> Change | None:
    """Keep ratings that came from `source`, each with what it takes the place of, as one change.

    `author` is who brings them in. Raises `Conflict`, and keeps nothing, if one of those places is
    not as it was read.
    """
    edits = [
        edit(after)._replace(seen=edit(before).after if before else None) for before, after in given
    ]
    many = "1 rating" if len(edits) == 1 else f"{len(edits):,} ratings"
    return write(file, f"brought in {many} from {source}", edits, author)
