"""Carrying out what is done about sessions, breaks and what happens between."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

from tui.core.conversations import Conversation
from tui.core.deeds import Keep, KeepSession, Kept, PlanSessions
from tui.core.expectations import Expectation
from tui.core.measures import Kind
from tui.core.notices.answers import Answer, Answered
from tui.core.practices import Practice
from tui.core.ratings import Rating
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.repair import Rupture
from tui.core.reviews import Agreement, Decision, EndingPlan, PlanKind, Review, ReviewState
from tui.core.sessions import Session, SessionState
from tui.core.topics import Topic
from tui.store import between, expectations, measures, ratings, repairs, reviews, sessions
from tui.store.door import Edit, drop
from tui.store.errors import NotKept
from tui.store.plans import At, Plan


class _Kind(NamedTuple):
    table: str
    edit: Callable[[Any, str], Edit]
    called: Callable[[Any], str]
    listed: Callable[[sqlite3.Connection, str], tuple[Any, ...]]


_PLANS: Final = {
    PlanKind.SPACING: "the spacing",
    PlanKind.SETBACK: "the plan for setbacks",
    PlanKind.SUMMARY: "the ending summary",
}


def _answered(answer: Answer) -> str:
    match answer.what:
        case Answered.SNOOZED:
            return f"put off to {answer.until}"
        case Answered.DISCUSSED:
            return "talked about"
    return "seen"


def _review_called(review: Review) -> str:
    prepared = review.state is ReviewState.PREPARED
    return "the agenda" if prepared else f"the review of {review.day}"


KINDS: Final[dict[type, _Kind]] = {
    Reflection: _Kind(
        "reflection",
        between.reflection_edit,
        lambda r: f"a reflection of {r.day}",
        between.reflections,
    ),
    Practice: _Kind(
        "practice", between.practice_edit, lambda p: f"the practice “{p.what}”", between.practices
    ),
    Read: _Kind("read", between.read_edit, lambda r: f"the reading “{r.title}”", between.reads),
    Topic: _Kind("topic", between.topic_edit, lambda t: f"the topic “{t.text}”", between.topics),
    Rupture: _Kind(
        "rupture", repairs.edit, lambda r: f"a break in the session of {r.day}", repairs.of_client
    ),
    Expectation: _Kind(
        "expectation",
        expectations.edit,
        lambda e: f"the role check of {e.day}",
        expectations.of_client,
    ),
    Review: _Kind("review", reviews.review_edit, _review_called, reviews.reviews),
    Decision: _Kind(
        "decision", reviews.decision_edit, lambda d: f"a decision of {d.day}", reviews.decisions
    ),
    Agreement: _Kind(
        "agreement",
        reviews.agreement_edit,
        lambda a: f"the agreement “{a.what}”",
        reviews.agreements,
    ),
    Answer: _Kind(
        "answer", reviews.answer_edit, lambda a: f"a notice as {_answered(a)}", reviews.answers
    ),
    Conversation: _Kind(
        "conversation",
        reviews.conversation_edit,
        lambda c: f"the conversation of {c.day}",
        reviews.conversations,
    ),
    EndingPlan: _Kind(
        "plan", reviews.plan_edit, lambda p: f"{_PLANS[p.kind]} of {p.day}", reviews.plans
    ),
}
"""Where each kind of thing is kept, what it is called in the history, and how it is read."""


def kept(deed: Keep, at: At) -> Plan:
    """Something is written down, or changed."""
    kind = KINDS[type(deed.thing)]
    if not isinstance(deed.thing, Expectation):
        deed.thing.sound()
    edit, label = kind.edit(deed.thing, at.client_id), f"{_done(deed)} {kind.called(deed.thing)}"
    if deed.before is None:
        return Plan(label, [edit])
    was = kind.edit(deed.before, at.client_id).after
    return Plan(label, [edit._replace(seen=was)])


def _done(deed: Keep) -> str:
    """What was done with a thing that is written down or changed."""
    match deed.thing, deed.before:
        case Answer(), None:
            return "marked"
        case Review(state=ReviewState.PREPARED), _:
            return "changed"
        case Review(state=ReviewState.BEGUN), None | Review(state=ReviewState.PREPARED):
            return "began"
        case Review(state=ReviewState.HELD), Review(state=ReviewState.BEGUN):
            return "ended"
        case Review(state=ReviewState.BEGUN), Review(state=ReviewState.BEGUN):
            return "went on in"
        case _, None:
            return "wrote down"
    return "changed"


def present(thing: Kept, at: At) -> Kept | None:
    """A thing as it is in the file now, if it is there."""
    listed = KINDS[type(thing)].listed(at.conn, at.client_id)
    return next((each for each in listed if each.id == thing.id), None)


def planned(deed: PlanSessions, at: At) -> Plan:
    """Sessions are planned on days that have none."""
    taken = {session.day for session in sessions.of_client(at.conn, at.client_id)}
    new = [session for session in deed.sessions if session.day not in taken]
    if not new:
        raise NotKept("There is a session on each of these days already.")
    many = "a session" if len(new) == 1 else f"{len(new)} sessions"
    label = f"planned {many} from {new[0].day}"
    return Plan(label, [sessions.edit(s, at.client_id)._replace(seen=None) for s in new])


def session_kept(deed: KeepSession, at: At) -> Plan:
    """A session is written up, moved or changed."""
    return Plan(_said(deed), [*_session_edits(deed, at)])


def _said(deed: KeepSession) -> str:
    now, was = deed.session, deed.before
    if was and was.day != now.day:
        return f"moved the session of {was.day} to {now.day}"
    if now.state is SessionState.MISSED and (was is None or was.state is not now.state):
        return f"the session of {now.day} was missed"
    if was is None or was.state is not now.state:
        return f"wrote up the session of {now.day}"
    rated = f": {len(deed.ratings)} ratings" if deed.ratings else ""
    return f"changed the session of {now.day}{rated}"


def _session_edits(deed: KeepSession, at: At) -> Iterator[Edit]:
    edit = sessions.edit(deed.session, at.client_id)
    known = sessions.of_client(at.conn, at.client_id)
    if any(s.day == deed.session.day and s.id != deed.session.id for s in known):
        raise NotKept(f"There is a session on {deed.session.day} already.")
    if deed.before is None:
        yield edit
    else:
        yield edit._replace(seen=sessions.edit(deed.before, at.client_id).after)
        if deed.before.day != deed.session.day:
            for rupture in repairs.of_client(at.conn, at.client_id):
                if rupture.session_id == deed.session.id:
                    replace(rupture, day=deed.session.day).sound()
            listed = measures.of_client(at.conn, at.client_id)
            yield from sessions.moved(at.conn, listed, deed.before, deed.session)
    yield from (_gone(rating) for rating in deed.dropped)
    given = [ratings.edit(rating) for rating in deed.ratings]
    if deed.rated is None:
        yield from given
        return
    for each, was in zip(given, deed.rated, strict=True):
        yield each._replace(seen=ratings.edit(was).after if was else None)


def without(thing: Kept | Session, at: At) -> Plan:
    """Something is taken out; a session with what was rated of it, and its breaks."""
    if isinstance(thing, Session):
        return Plan(f"deleted the session of {thing.day}", [*_session_gone(thing, at)])
    kind = KINDS[type(thing)]
    was = kind.edit(thing, at.client_id).after
    return Plan(f"deleted {kind.called(thing)}", [drop(kind.table, thing.id, seen=was)])


def _session_gone(session: Session, at: At) -> Iterator[Edit]:
    for rupture in repairs.of_client(at.conn, at.client_id):
        if rupture.session_id == session.id:
            was = repairs.edit(rupture, at.client_id).after
            yield drop("rupture", rupture.id, seen=was)
    for measure in measures.of_client(at.conn, at.client_id):
        if measure.kind is Kind.SESSION and measure.cadence is None:
            given = ratings.of_day(at.conn, measure.id, session.day.isoformat())
            yield from map(_gone, given)
    seen = sessions.edit(session, at.client_id).after
    yield drop("session", session.id, seen=seen)


def _gone(given: Rating) -> Edit:
    was = ratings.edit(given)
    return drop("rating", *was.key, seen=was.after)
