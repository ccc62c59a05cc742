"""What Rowan wrote between sessions, put on the calendar."""

from collections.abc import Callable
from datetime import timedelta

import rowan_between_words as words
from hours import Between, Practice, Reading, Reflection, RoleCheck, Topic
from rowan_between_words import On, Pinned, Tried, Wrote
from schedule import Calendar


def told(calendar: Calendar) -> Between:
    """Return everything that Rowan wrote between sessions."""

    def day(on: On) -> str:
        return (calendar.on(on[0]) + timedelta(days=on[1])).isoformat()

    return Between(
        [_reflection(one, day(one.on), calendar) for one in words.REFLECTIONS],
        [_practice(one, day(one.on)) for one in words.PRACTICES],
        [
            _reading(day(on), title, done and day(done), note)
            for on, title, done, note in words.READING
        ],
        [
            _topic(one, day(one.on), one.closed and day(one.closed), calendar)
            for one in words.TOPICS
        ],
        _role_checks(day),
    )


def _reflection(one: Wrote, day: str, calendar: Calendar) -> Reflection:
    made: Reflection = {"date": day, "part": one.part, "text": one.text}
    if one.tags:
        made["tags"] = list(one.tags)
    if one.about is not None:
        made["session"] = calendar.on(one.about).isoformat()
    return made


def _practice(one: Tried, day: str) -> Practice:
    made: Practice = {"date": day, "what": one.what, "effort": one.effort}
    if one.useful is not None:
        made["useful"] = one.useful
    if one.note:
        made["note"] = one.note
    return made


def _reading(day: str, title: str, done: str | None, note: str) -> Reading:
    made: Reading = {"date": day, "title": title, "note": note}
    if done:
        made["done"] = done
    return made


def _topic(one: Pinned, day: str, closed: str | None, calendar: Calendar) -> Topic:
    made: Topic = {"date": day, "text": one.text, "state": "open"}
    if closed:
        made["state"] = "let go" if one.let_go else "talked about"
        made["closed"] = closed
        made["note"] = one.note
    if one.about is not None:
        about = one.about
        made["about"] = about if isinstance(about, str) else calendar.on(about).isoformat()
    return made


def _role_checks(day: Callable[[On], str]) -> list[RoleCheck]:
    return [
        {
            "date": day(on),
            "fixes": fixes,
            "time": time,
            "effort": effort,
            "hope": hope,
            "by_when": day(until),
        }
        for on, until, fixes, time, effort, hope in words.ROLE_CHECKS
    ]
