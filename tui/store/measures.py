"""Measures with their versions: rows to and from what `core` knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from tui.core.measures import Direction, Kind, Measure, Rater, Scale, Version
from tui.store.door import Edit, Row, drop, put

if TYPE_CHECKING:
    from tui.core.stats.reliable import Norms

_FIELDS: Final = (
    "id, key, kind, name, direction, cadence, raters, opposite, matters, paused, position"
)


def of_client(conn: sqlite3.Connection, client_id: str) -> list[Measure]:
    """The client's measures, goals' among them, in the order in which they are shown."""
    versions: dict[str, list[Version]] = {}
    sql = (
        "SELECT v.*, n.sd, n.reliability, n.mean FROM version v"
        " JOIN measure m ON m.id = v.measure_id"
        " LEFT JOIN norms n ON n.measure_id = v.measure_id AND n.number = v.number"
        " WHERE m.client_id = ? ORDER BY v.measure_id, v.number"
    )
    for measure_id, *row in conn.execute(sql, (client_id,)):
        versions.setdefault(measure_id, []).append(_version(*row))
    sql = f"SELECT {_FIELDS} FROM measure WHERE client_id = ? ORDER BY position, id"
    return [_measure(row, tuple(versions[row[0]])) for row in conn.execute(sql, (client_id,))]


def next_position(conn: sqlite3.Connection, client_id: str) -> int:
    """The place in the list behind all others."""
    sql = "SELECT coalesce(max(position), -1) + 1 FROM measure WHERE client_id = ?"
    return int(conn.execute(sql, (client_id,)).fetchone()[0])


def edits(measure: Measure, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that write a measure and all its versions."""
    yield put("measure", _row(measure, client_id, position))
    for version in measure.versions:
        yield put("version", _version_row(measure.id, version))
        if version.norms:
            yield put("norms", _norms_row(measure.id, version.number, version.norms))


def reworded(before: Measure, after: Measure, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that add the newest version of `after` to what was read as `before`."""
    seen = _row(before, client_id, position)
    yield put("measure", _row(after, client_id, position), seen)
    yield put("version", _version_row(after.id, after.version), None)


def changed(before: Measure, after: Measure, client_id: str, position: int) -> Iterator[Edit]:
    """The edits that change a measure's own row (name, cadence, raters, pause) and its norms."""
    seen = _row(before, client_id, position)
    yield put("measure", _row(after, client_id, position), seen)
    for was, version in zip(before.versions, after.versions, strict=True):
        if was.norms != version.norms:
            yield _normed(after.id, version.number, was.norms, version.norms)


def _normed(measure_id: str, number: int, was: Norms | None, norms: Norms | None) -> Edit:
    """The edit that gives a version norms, or takes them out."""
    seen = _norms_row(measure_id, number, was) if was else None
    if norms:
        return put("norms", _norms_row(measure_id, number, norms), seen)
    return drop("norms", measure_id, number, seen=seen)


def dropped(conn: sqlite3.Connection, measure: Measure) -> Iterator[Edit]:
    """The edits that take a measure out, with its ratings, its versions and the events about it."""
    for (id_,) in conn.execute("SELECT id FROM event WHERE measure_id = ?", (measure.id,)):
        yield drop("event", id_)
    for key in conn.execute("SELECT day, rater FROM rating WHERE measure_id = ?", (measure.id,)):
        yield drop("rating", measure.id, *key)
    for version in measure.versions:
        yield drop("norms", measure.id, version.number)
        yield drop("version", measure.id, version.number)
    yield drop("measure", measure.id)


def _row(measure: Measure, client_id: str, position: int) -> Row:
    return {
        "id": measure.id,
        "client_id": client_id,
        "key": measure.key,
        "kind": measure.kind.value,
        "name": measure.name,
        "direction": measure.direction.value,
        "cadence": measure.cadence,
        "raters": " ".join(r.value for r in measure.raters),
        "opposite": measure.opposite,
        "matters": measure.matters,
        "paused": int(measure.paused),
        "position": position,
    }


def _version_row(measure_id: str, version: Version) -> Row:
    scale = version.scale
    return {
        "measure_id": measure_id,
        "number": version.number,
        "since": version.since.isoformat(),
        "prompt": version.prompt,
        "low": scale.low,
        "high": scale.high,
        "minimum": float(scale.minimum),
        "maximum": float(scale.maximum),
        "step": float(scale.step),
    }


def _norms_row(measure_id: str, number: int, norms: Norms) -> Row:
    return {
        "measure_id": measure_id,
        "number": number,
        "sd": float(norms.sd),
        "reliability": float(norms.reliability),
        "mean": None if norms.mean is None else float(norms.mean),
    }


def position_of(conn: sqlite3.Connection, measure_id: str) -> int:
    """The measure's place in its list."""
    sql = "SELECT position FROM measure WHERE id = ?"
    return int(conn.execute(sql, (measure_id,)).fetchone()[0])


def _version(
    number: int,
    since: str,
    prompt: str,
    low: str,
    high: str,
    minimum: float,
    maximum: float,
    step: float,
    *norms: float | None,
) -> Version:
    scale = Scale(low, high, minimum, maximum, step)
    return Version(number, date.fromisoformat(since), prompt, scale, _norms(*norms))


def _norms(sd: float | None, reliability: float | None, mean: float | None) -> Norms | None:
    if sd is None or reliability is None:
        return None
    from tui.core.stats.reliable import Norms  # few measures have any

    return Norms(sd, reliability, mean)


def _measure(row: tuple[Any, ...], versions: tuple[Version, ...]) -> Measure:
    id_, key, kind, name, direction, cadence, raters, opposite, matters, paused, _ = row
    return Measure(
        id_,
        key,
        Kind(kind),
        name,
        Direction(direction),
        cadence,
        tuple(map(Rater, raters.split())),
        versions,
        opposite,
        matters,
        bool(paused),
    )
