"""What is written between sessions, for the tests of its mode."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from tests.app.conftest import TODAY
from tests.support.hostile import SEEN
from tui.core.deeds import Deed, Keep, PlanSessions
from tui.core.expectations import Expectation
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Part, Reflection
from tui.core.sessions import Session, SessionState
from tui.core.topics import Topic, TopicState
from tui.core.written import Written
from tui.exchange import story
from tui.resources import folder
from tui.store import between, clients, deeds, stories
from tui.store.connection import open_file
from tui.store.door import Edit, put, write

BRACKETS: Final = "[/b] [@click=app.quit]leave[/] [[x]] \\[b\\] <b>&amp;</b> [link](javascript:x)"
"""A line in which every letter is to be seen as it was written."""
_BODY: Final = f"""# After the call
I said **no** and nothing broke. It took *three* tries.

- wrote it down first
- asked for a day to think
  - and got it

> “Fine, then next week.”

{BRACKETS}
"""


def _day(back: int) -> date:
    return TODAY - timedelta(back)


def _things() -> list[Deed]:
    tries = ("Breathe before answering", "One evening without the phone", "A walk at lunch")
    practices = [
        Practice(f"p{n}", _day(3 + 5 * n), tries[n % 3], n % 4, (n * 7) % 4, "It was raining.")
        for n in range(30)
    ]
    first_lines = ("A quiet week", "I noticed the old rule again", "What I want to bring")
    reflections = [
        Reflection(f"r{n}", _day(9 + 6 * n), [*Part][n % 4], f"{first_lines[n % 3]}.\n\nMore.", ())
        for n in range(20)
    ]
    reflections.append(Reflection("r", _day(2), Part.AFTER, _BODY, ("work", "limits"), "s1"))
    topics = [
        Topic("t1", _day(9), "Why are we doing it this way?"),
        Topic("t2", _day(4), "The call with my sister: I want to say what I left out"),
        Topic("t3", _day(40), "Holidays", TopicState.TALKED, _day(30), "We made a plan."),
    ]
    reads = [
        Read("b1", _day(60), "The Gift of Therapy, chapters 1–12", "Slow.", _day(20)),
        Read("b2", _day(10), "An article on limits"),
    ]
    check = Expectation(
        "e1",
        _day(200),
        "Listen; I do the phoning.",
        "A year.",
        "An hour a week.",
        "To say no without a knot.",
        _day(11),
    )
    things: list[Written] = [*practices, *reflections[::-1], *topics, *reads, check]
    return [Keep(each) for each in things]


def bare(path: Path) -> Path:
    """A new file with the sample case up to a week ago, and nothing of the time between."""
    told = story.read((folder("sample_data") / "rowan.json").read_text(encoding="utf-8"))
    told = told.ending(TODAY)
    was = tuple(s for s in told.sessions if s.day < _day(7))
    nothing: dict[str, Any] = dict.fromkeys(
        ("reflections", "practices", "reads", "topics", "expectations", "ruptures"), ()
    )
    file = open_file(path, create=True)
    stories.add(file, replace(told, sessions=was, **nothing))
    file.close()
    return path


def written(path: Path) -> Path:
    """The same file, with the time between filled in, and two sessions planned."""
    file = open_file(path)
    client = clients.everyone(file.conn)[0]
    planned = (
        Session("s1", 1, _day(3), SessionState.PLANNED),
        Session("s2", 2, _day(-4), SessionState.PLANNED),
    )
    for deed in (PlanSessions(planned), *_things()):
        deeds.do(file, client.id, deed)
    file.close()
    return path


def hostile(path: Path) -> Path:
    """Every text that breaks programs as anything that can be written, as another program might."""
    file = open_file(path)
    client = clients.everyone(file.conn)[0]
    day = TODAY.isoformat()
    rows: list[Edit] = []
    texts = (text.encode("utf-8", "replace").decode() for text in SEEN.values())
    for n, text in enumerate(texts):
        whose = {"client_id": client.id, "day": day}
        rows += [
            put("reflection", {"id": f"r{n}", **whose, "part": "after", "body": text,
                               "tags": text[:20], "session_id": None}),
            put("practice", {"id": f"p{n}", **whose, "what": text, "effort": 1, "useful": None,
                             "note": text}),
            put("read", {"id": f"b{n}", **whose, "title": text, "note": text, "done": None}),
            put("topic", {"id": f"t{n}", **whose, "text": text, "state": "open", "closed": None,
                          "note": text, "about": text}),
            put("expectation", {"id": f"e{n}", **whose, "fixes": text, "time": text,
                                "effort": text, "hope": text, "by_when": None}),
        ]  # fmt: skip
    write(file, "ransacked", rows, "client")
    file.close()
    return path


def many(path: Path, count: int) -> Path:
    """So many reflections, the latest as long as they may be."""
    file = open_file(path)
    client = clients.everyone(file.conn)[0]
    edits = [
        between.reflection_edit(
            Reflection(f"r{n}", _day(n), Part.AFTER, f"day {n}\n\n*much* more"), client.id
        )
        for n in range(1, count)
    ]
    longest = Reflection("r0", TODAY, Part.AFTER, "word *and* [word] " * 5_500)
    edits.append(between.reflection_edit(longest, client.id))
    write(file, "many", edits, "client")
    file.close()
    return path
