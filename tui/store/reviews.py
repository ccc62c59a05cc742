"""Reviews with their decisions and agreements, answers to notices, conversations, ending plans."""

from __future__ import annotations

import sqlite3
from datetime import date

from tui.core.conversations import Conversation
from tui.core.notices.answers import Answer, Answered
from tui.core.repair import Noticer
from tui.core.reviews import (
    Agreement,
    Choice,
    Decision,
    EndingPlan,
    PlanKind,
    Review,
    ReviewState,
)
from tui.store.door import Edit, put


def reviews(conn: sqlite3.Connection, client_id: str) -> tuple[Review, ...]:
    """The client's reviews, oldest first."""
    sql = (
        "SELECT id, day, state, page, agenda, dropped, note, next_day FROM review"
        " WHERE client_id = ? ORDER BY day, rowid"
    )
    return tuple(
        Review(
            id_,
            _day(day),
            ReviewState(state),
            page,
            tuple(agenda.split("\n")) if agenda else (),
            tuple(dropped.split("\n")) if dropped else (),
            note,
            _maybe(next_day),
        )
        for id_, day, state, page, agenda, dropped, note, next_day in conn.execute(
            sql, (client_id,)
        )
    )


def decisions(conn: sqlite3.Connection, client_id: str) -> tuple[Decision, ...]:
    """What was decided about the client's goals, oldest first."""
    sql = (
        "SELECT id, review_id, day, measure_id, choice, note FROM decision"
        " WHERE client_id = ? ORDER BY day, rowid"
    )
    return tuple(
        Decision(id_, review_id, _day(day), measure_id, Choice(choice), note)
        for id_, review_id, day, measure_id, choice, note in conn.execute(sql, (client_id,))
    )


def agreements(conn: sqlite3.Connection, client_id: str) -> tuple[Agreement, ...]:
    """What was agreed, oldest first."""
    sql = (
        "SELECT id, day, what, who, review_id, by_when, done FROM agreement"
        " WHERE client_id = ? ORDER BY day, rowid"
    )
    return tuple(
        Agreement(id_, _day(day), what, Noticer(who), review_id, _maybe(by_when), _maybe(done))
        for id_, day, what, who, review_id, by_when, done in conn.execute(sql, (client_id,))
    )


def answers(conn: sqlite3.Connection, client_id: str) -> tuple[Answer, ...]:
    """What was done with notices, oldest first."""
    sql = (
        "SELECT id, key, day, what, until, note FROM answer WHERE client_id = ? ORDER BY day, rowid"
    )
    return tuple(
        Answer(id_, key, _day(day), Answered(what), _maybe(until), note)
        for id_, key, day, what, until, note in conn.execute(sql, (client_id,))
    )


def conversations(conn: sqlite3.Connection, client_id: str) -> tuple[Conversation, ...]:
    """Conversations about sessions that left somebody worse, oldest first."""
    sql = (
        "SELECT id, day, changes, chance FROM conversation WHERE client_id = ? ORDER BY day, rowid"
    )
    rows = conn.execute(sql, (client_id,))
    return tuple(Conversation(id_, _day(day), *rest) for id_, day, *rest in rows)


def plans(conn: sqlite3.Connection, client_id: str) -> tuple[EndingPlan, ...]:
    """What was written for the ending, oldest first."""
    sql = "SELECT id, day, kind, body FROM plan WHERE client_id = ? ORDER BY day, rowid"
    rows = conn.execute(sql, (client_id,))
    return tuple(EndingPlan(id_, _day(day), PlanKind(kind), body) for id_, day, kind, body in rows)


def review_edit(given: Review, client_id: str) -> Edit:
    """The edit that writes a review."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"state": given.state.value, "page": given.page, "note": given.note}
    lists = {"agenda": "\n".join(given.agenda), "dropped": "\n".join(given.dropped)}
    return put("review", {**row, **lists, "next_day": _iso(given.next_day)})


def decision_edit(given: Decision, client_id: str) -> Edit:
    """The edit that writes a decision."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"review_id": given.review_id, "measure_id": given.measure_id}
    return put("decision", {**row, "choice": given.choice.value, "note": given.note})


def agreement_edit(given: Agreement, client_id: str) -> Edit:
    """The edit that writes an agreement."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"what": given.what, "who": given.who.value}
    days = {"by_when": _iso(given.by_when), "done": _iso(given.done)}
    return put("agreement", {**row, "review_id": given.review_id, **days})


def answer_edit(given: Answer, client_id: str) -> Edit:
    """The edit that writes what was done with a notice."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    row |= {"key": given.key, "what": given.what.value, "note": given.note}
    return put("answer", {**row, "until": _iso(given.until)})


def conversation_edit(given: Conversation, client_id: str) -> Edit:
    """The edit that writes a conversation."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    return put("conversation", {**row, "changes": given.changes, "chance": given.window})


def plan_edit(given: EndingPlan, client_id: str) -> Edit:
    """The edit that writes a text for the ending."""
    row = {"id": given.id, "client_id": client_id, "day": given.day.isoformat()}
    return put("plan", {**row, "kind": given.kind.value, "body": given.body})


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _maybe(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
