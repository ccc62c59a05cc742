"""Everything of one client that the rules of notices look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tui.core.clients import Client
from tui.core.gathering import all_series
from tui.core.manners import Manners
from tui.core.measures import Kind, Rater
from tui.core.record import Plan, Record
from tui.core.reviewing import Reviewing
from tui.core.reviews import PlanKind, ReviewState, latest
from tui.core.sealed import seen
from tui.store import (
    between,
    events,
    expectations,
    goals,
    measures,
    ratings,
    repairs,
    reviews,
    sessions,
)
from tui.store.openfile import OpenFile
from tui.store.relationship import relationship


def reviewing(
    file: OpenFile,
    client: Client,
    today: date,
    revision: int = 0,
    manners: Manners = Manners(),
    view: Rater = Rater.CLIENT,
) -> Reviewing:
    """The record as `view` may see it, with everything that reviews have brought so far.

    Raises `Unknown`.
    """
    found = seen(record(file, client, today, manners), view)
    with file.reading() as conn:
        return Reviewing(
            found,
            reviews.reviews(conn, client.id),
            reviews.decisions(conn, client.id),
            reviews.agreements(conn, client.id),
            reviews.answers(conn, client.id),
            reviews.plans(conn, client.id),
            revision,
        )


def larger_than(file: OpenFile, client: Client, ratings: int) -> bool:
    """Whether a client has more than so many ratings."""
    sql = (
        "SELECT 1 FROM rating JOIN measure ON measure.id = measure_id"
        " WHERE client_id = ? LIMIT 1 OFFSET ?"
    )
    with file.reading() as conn:
        return conn.execute(sql, (client.id, ratings)).fetchone() is not None


def record(file: OpenFile, client: Client, today: date, manners: Manners = Manners()) -> Record:
    """The record of a client as of today; raises `Unknown` for one who is gone."""
    hours = relationship(file, client, today).hours
    with file.reading() as conn:
        known = measures.of_client(conn, client.id)
        asked = [replace(measure, cadence=manners.every(measure)) for measure in known]
        given = (rating for measure in known for rating in ratings.of_measure(conn, measure.id))
        every = all_series(asked, (), given, sessions.of_client(conn, client.id))
        plan = latest(reviews.plans(conn, client.id), PlanKind.SETBACK)
        held = (r.day for r in reviews.reviews(conn, client.id) if r.state is ReviewState.HELD)
        return Record(
            client,
            today,
            every,
            tuple(goals.of_client(conn, [m for m in known if m.kind is Kind.GOAL])),
            hours,
            repairs.of_client(conn, client.id),
            tuple(sorted(between.topics(conn, client.id), key=lambda topic: topic.day)),
            tuple(events.of_client(conn, client.id)),
            expectations.of_client(conn, client.id),
            between.practices(conn, client.id)[::-1],
            tuple(held),
            reviews.conversations(conn, client.id),
            Plan(plan.day, plan.body) if plan else None,
            manners.silence,
            manners.dates,
            manners.first_weekday,
        )
