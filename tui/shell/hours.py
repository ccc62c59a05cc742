"""What the shell says of sessions, and how it reads ratings of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from tui.core import naming
from tui.core.clients import Client
from tui.core.measures import Kind, Rater
from tui.core.ratings import Rating
from tui.core.relationship import Hour, Relationship
from tui.shell.rating import read_number
from tui.shell.report import aligned, plain
from tui.shell.target import AskedWrongly, Target
from tui.store import measures, ratings
from tui.store.openfile import OpenFile

Told = dict[str, Any]


class Given(NamedTuple):
    """Ratings of a session, what stood in their places, and both in words."""

    ratings: tuple[Rating, ...]
    before: tuple[Rating | None, ...]
    said: str


def given(file: OpenFile, client: Client, target: Target, day: date, rated: Sequence[str]) -> Given:
    """What was given as KEY=VALUE for the session of a day, by whose view it is.

    Raises `AskedWrongly`, or a `ValueError` with a sentence.
    """
    known = [m for m in measures.of_client(file.conn, client.id) if m.kind is Kind.SESSION]
    made: dict[str, Rating] = {}
    said = ""
    for pair in rated:
        name, sign, value = pair.partition("=")
        if not sign:
            raise AskedWrongly(f"“{pair}” is no rating. Write it as KEY=VALUE, such as ease=6.")
        measure, number = naming.find(name, known), read_number(value)
        version = measure.version_on(day)
        if target.rater not in measure.raters:
            who = " and ".join(measure.raters)
            raise AskedWrongly(f"{measure.name} is rated by: {who}.")
        version.scale.check(number)
        made[measure.id] = Rating(
            measure.id, day, target.rater, number, version.number, target.today
        )
        said += f"\n  {measure.name} {number:g}, {target.rater.value}"
    before = tuple(ratings.on_day(file.conn, each) for each in made.values())
    return Given(tuple(made.values()), before, said)


def told(found: Relationship, view: Rater) -> list[Told]:
    """Every session as plain data, the first one first.

    Whose ratings a view does not see yet stands under `kept_back`, and they are left out.
    """
    return [_told(hour, found.sealed(hour, view)) for hour in reversed(found.hours)]


def _told(hour: Hour, sealed: Rater | None) -> Told:
    session = hour.session
    shown = {key: r for key, r in hour.ratings.items() if r.rater is not sealed}
    means = {
        rater.value: None if rater is sealed else hour.alliance(rater)
        for rater in (Rater.CLIENT, Rater.THERAPIST)
    }
    return {
        "id": session.id,
        "number": session.number,
        "date": session.day.isoformat(),
        "state": session.state.value,
        "format": session.format.value,
        "entered": session.entered.isoformat() if session.entered else None,
        "moved_from": session.moved_from.isoformat() if session.moved_from else None,
        "ticks": [] if sealed is Rater.CLIENT else list(session.ticks),
        "alliance": means,
        "ratings": [
            {"key": key, "rater": who.value, "value": plain(rating.value)}
            for (key, who), rating in shown.items()
        ],
        "ruptures": [rupture.id for rupture in hour.ruptures],
        "repaired": [rupture.id for rupture in hour.repaired],
        "kept_back": sealed.value if sealed else None,
    }


_HEAD = ("", "", "", "alliance", "◇", "ease", "movement", "after", "")


def lines(sessions: Sequence[Told], target: Target) -> str:
    """The data of `told` as a table; ◇ is the alliance as the therapist sees it."""
    return aligned([_HEAD, *(_row(each, target) for each in sessions)])


def _row(session: Told, target: Target) -> tuple[str, ...]:
    by_key = {(r["key"], r["rater"]): r["value"] for r in session["ratings"]}
    of_client = [by_key.get((key, "client")) for key in ("ease", "movement", "after")]
    ease, movement, after = ("·" if value is None else value for value in of_client)
    means = ("·" if v is None else f"{v:.1f}" for v in session["alliance"].values())
    how = session["format"] if session["state"] == "held" else session["state"]
    day = target.said(date.fromisoformat(session["date"]))
    signed = after if isinstance(after, str) else f"{after:+g}" if after else "0"
    marks = ", ".join(_marks(session, target))
    return (f"{session['number']:>3}", day, how, *means, str(ease), str(movement), signed, marks)


def _marks(session: Told, target: Target) -> Iterator[str]:
    if session["ruptures"]:
        yield "a break"
    if session["repaired"]:
        yield "◆ repaired"
    if session["entered"] and session["entered"] > session["date"]:
        yield "written up later"
    if session["moved_from"]:
        yield f"moved from {target.said(date.fromisoformat(session['moved_from']))}"
    if session["kept_back"]:
        yield "the client's ratings wait for yours"
