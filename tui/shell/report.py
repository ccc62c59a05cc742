"""What `fledge show` says of a client, as plain data and as plain text.

The keys of the data are part of the program's promise (they stand in the README): new ones may
come, none may go or change its meaning.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from tui.core.clients import Client
from tui.core.events import EventKind, said
from tui.core.goals import Goal
from tui.core.measures import Kind, Measure
from tui.core.ratings import Rating
from tui.core.series import Series
from tui.store import events, measures, ratings
from tui.store import goals as goal_store
from tui.store.openfile import OpenFile

Told = dict[str, Any]


def everything(file: OpenFile, client: Client) -> Told:
    """Client, goals, indicators, signs and events."""
    known = measures.of_client(file.conn, client.id)
    return {
        "client": client.name,
        "goals": _goals(file, known),
        "indicators": [_measure(file, m) for m in known if m.kind is Kind.GROWTH],
        "signs": [_measure(file, m) for m in known if m.kind is Kind.SIGN],
        "events": [
            {
                "date": e.day.isoformat(),
                "kind": e.kind.value,
                "text": e.text,
                "about": next((m.key or m.name for m in known if m.id == e.measure_id), None),
            }
            for e in events.of_client(file.conn, client.id)
        ],
    }


def goals(file: OpenFile, client: Client) -> list[Told]:
    """The goals alone."""
    return _goals(file, measures.of_client(file.conn, client.id))


def one(series: Series, goal: Goal | None) -> Told:
    """One measure with all its ratings."""
    measure = series.measure
    told = _goal(goal, series) if goal else _of_measure(series)
    return {
        **told,
        "prompt": measure.version.prompt,
        "ratings": [_rating(r) for r in series.ratings],
    }


def as_json(told: object) -> str:
    """The data as JSON, letters of every script as they are."""
    return json.dumps(told, ensure_ascii=False, indent=1)


def lines(told: Told) -> str:
    """The data of `everything` as text."""
    parts = [told["client"], "", "Goals", goal_lines(told["goals"])]
    for title, key in (("Growth", "indicators"), ("Signs (lower is lighter)", "signs")):
        parts += ["", title, _table(told[key])]
    if told["events"]:
        parts += ["", "Events"]
        parts += [f"  {e['date']}  {_event(e)}" for e in told["events"]]
    return "\n".join(parts)


def goal_lines(told: Sequence[Told]) -> str:
    """Goals as a table."""
    if not told:
        return '  none yet: fledge goal add "…"'
    rows = [
        (g["wording"], f"{g['state']}{_wish(g)}", _then_now(g), f"n {g['n']}", g["id"][:8])
        for g in told
    ]
    return aligned(rows)


def one_lines(told: Told) -> str:
    """The data of `one` as text."""
    head = [told.get("name") or told["wording"], f"  {told['prompt']}", f"  {_then_now(told)}"]
    rows = [(r["date"], f"{r['value']:>4g}", r["rater"], _remarks(r)) for r in told["ratings"]]
    return "\n".join([*head, "", aligned(rows) if rows else "  no ratings yet"])


def _goals(file: OpenFile, known: Sequence[Measure]) -> list[Told]:
    return [
        _goal(goal, Series(goal.measure, ratings.of_measure(file.conn, goal.id)))
        for goal in goal_store.of_client(file.conn, known)
    ]


def _goal(goal: Goal, series: Series) -> Told:
    agreed = goal.milestone
    return {
        "id": goal.id,
        "wording": goal.wording,
        "state": goal.state.value,
        **_ends(series),
        "version": goal.measure.version.number,
        "why": goal.why,
        "there": goal.there,
        "by_when": goal.by_when.isoformat() if goal.by_when else None,
        "milestone": {"level": plain(agreed.level), "by": agreed.by.isoformat()}
        if agreed
        else None,
        "steps": [
            {"text": s.text, "done": s.done.isoformat() if s.done else None} for s in goal.steps
        ],
    }


def _measure(file: OpenFile, measure: Measure) -> Told:
    return _of_measure(Series(measure, ratings.of_measure(file.conn, measure.id)))


def _of_measure(series: Series) -> Told:
    measure = series.measure
    direction = measure.direction.value
    return {"key": measure.key, "name": measure.name, "direction": direction, **_ends(series)}


def _ends(series: Series) -> Told:
    """First and last value of the version in force, by whoever leads the line; null for none."""
    given = series.current
    return {
        "first": plain(given[0].value) if given else None,
        "first_date": given[0].day.isoformat() if given else None,
        "last": plain(given[-1].value) if given else None,
        "last_date": given[-1].day.isoformat() if given else None,
        "n": len(given),
    }


def _rating(rating: Rating) -> Told:
    return {
        "date": rating.day.isoformat(),
        "value": plain(rating.value),
        "rater": rating.rater.value,
        "note": rating.evidence,
        "version": rating.version,
        "marks": list(rating.marks),
        "entered": rating.entered.isoformat(),
    }


def plain(value: float) -> float | int:
    """7 rather than 7.0."""
    return int(value) if value == int(value) else value


def _wish(told: Told) -> str:
    agreed = told["milestone"]
    return f", {agreed['level']:g} by {agreed['by']}" if agreed else ""


def _event(told: Told) -> str:
    about = f"“{told['about']}” " if told["about"] else ""
    return f"{about}{said(EventKind(told['kind']), told['text'])}"


def _then_now(told: Told) -> str:
    if told["n"] < 2:
        return "no picture yet" if told["n"] == 0 else f"{told['last']:g} (one rating)"
    return f"{told['first']:g} → {told['last']:g}"


def _remarks(told: Told) -> str:
    return "  ".join(filter(None, (*told["marks"], told["note"])))


def _table(told: Iterable[Told]) -> str:
    return aligned([(t["name"], t["key"], _then_now(t), f"n {t['n']}") for t in told])


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Rows in columns, each as wide as its widest cell; the last one is not padded."""
    from rich.cells import cell_len  # wide letters take two cells

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + "  ".join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )
