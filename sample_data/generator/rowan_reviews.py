"""Rowan's reviews, answers to notices and plans for the ending, put on the calendar."""

from datetime import timedelta

import rowan_reviews_words as words
from reviews import Agreement, Answer, Decision, Review, Reviewed
from rowan_between_words import On
from rowan_reviews_words import Agreed, Held
from schedule import Calendar


def told(calendar: Calendar) -> Reviewed:
    """Return everything that Rowan's reviews and the ending brought."""
    return Reviewed(
        [_review(one, calendar) for one in words.REVIEWS],
        [_answer(one, calendar) for one in words.ANSWERS],
        [
            {"date": _day(on, calendar), "changes": changes, "window": window}
            for on, changes, window in words.CONVERSATIONS
        ],
        [
            {"date": _day(on, calendar), "kind": kind, "text": text}
            for on, kind, text in words.PLANS
        ],
    )


def _review(one: Held, calendar: Calendar) -> Review:
    decisions: list[Decision] = [
        {"goal": place, "choice": choice, "note": note}
        for place, (choice, note) in enumerate(one.decisions, start=1)
    ]
    return {
        "date": calendar.on(one.session).isoformat(),
        "state": "held",
        "note": one.note,
        "next": _day(one.next, calendar),
        "decisions": decisions,
        "agreements": [_agreement(each, calendar) for each in one.agreements],
    }


def _agreement(one: Agreed, calendar: Calendar) -> Agreement:
    made: Agreement = {"what": one.what, "who": one.who}
    if one.by_when:
        made["by_when"] = _day(one.by_when, calendar)
    if one.done:
        made["done"] = _day(one.done, calendar)
    return made


def _answer(one: words.Answer, calendar: Calendar) -> Answer:
    about = one.subject
    made: Answer = {
        "date": _day(one.on, calendar),
        "rule": one.rule,
        "subject": _day(about, calendar) if isinstance(about, tuple) else about,
        "what": one.what,
    }
    if one.period is not None:
        made["period"] = calendar.on(one.period).isoformat()
    if one.until:
        made["until"] = _day(one.until, calendar)
    if one.note:
        made["note"] = one.note
    return made


def _day(on: On, calendar: Calendar) -> str:
    return (calendar.on(on[0]) + timedelta(days=on[1])).isoformat()
