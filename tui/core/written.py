"""What there is to read of what was written between sessions: in a row, and in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from tui.core.between import Between
from tui.core.days import DateStyle, full, near
from tui.core.details import Block, Entry
from tui.core.expectations import QUESTIONS, Expectation
from tui.core.practices import EFFORT, USEFUL, Practice
from tui.core.reads import Read
from tui.core.reflections import Part, Reflection
from tui.core.topics import Topic, TopicState

Written = Reflection | Practice | Read | Topic | Expectation
"""Everything that has a row between sessions."""

_NO_NAMES: Final[Mapping[str, str]] = MappingProxyType({})
PARTS: Final = {
    Part.BEFORE: "before a session",
    Part.DURING: "during a session",
    Part.AFTER: "after a session",
    Part.BETWEEN: "between sessions",
}
"""When a reflection was written, in words."""
CALLED: Final[dict[type, str]] = {
    Topic: "Topic",
    Reflection: "Reflection",
    Practice: "Practice",
    Read: "Reading",
    Expectation: "Role check",
}
"""What each kind is called where one of it stands alone."""


def dots(value: int | None) -> str:
    """Effort or usefulness, 0 to 3, as marks: "●●○"; "···" where it was not said."""
    return "···" if value is None else "●" * value + "○" * (3 - value)


def tagged(reflection: Reflection) -> str:
    """Its tags as they are written: "#work #sleep"."""
    return " ".join(f"#{tag}" for tag in reflection.tags)


def details(
    item: Written, data: Between, dates: DateStyle, names: Mapping[str, str] = _NO_NAMES
) -> tuple[Block, ...]:
    """Everything there is to read of it; blocks with nothing in them are left out.

    `names` are those of measures, by their ids.
    """
    match item:
        case Reflection():
            parts = _reflection(item, data, dates)
        case Practice():
            parts = _practice(item, data, dates)
        case Read():
            parts = _read(item, data, dates)
        case Topic():
            parts = _topic(item, data, dates, names)
        case Expectation():
            parts = _role_check(item, data, dates)
    return tuple(Block(heading, entries) for heading, entries in parts if entries)


Part_ = tuple[str, tuple[Entry, ...]]


def _reflection(item: Reflection, data: Between, dates: DateStyle) -> Iterator[Part_]:
    yield f"{full(item.day, dates)}, {PARTS[item.part]}", (Entry(item.body, markdown=True),)
    yield "Tags", (Entry(tagged(item)),) if item.tags else ()
    session = next((s for s in data.sessions if s.id == item.session_id), None)
    told = f"Session {session.number}, {full(session.day, dates)}" if session else ""
    yield "Belongs to", (Entry(told),) if told else ()


def _practice(item: Practice, data: Between, dates: DateStyle) -> Iterator[Part_]:
    yield full(item.day, dates), (Entry(item.what),)
    yield (
        "How it was",
        (
            Entry(_of(EFFORT, item.effort), f"{dots(item.effort)} effort"),
            Entry(_of(USEFUL, item.useful), f"{dots(item.useful)} useful"),
        ),
    )
    yield "Note", (Entry(item.note, markdown=True),) if item.note else ()
    same = [p for p in data.practices if p.what.casefold() == item.what.casefold()]
    if len(same) > 1:
        since = near(same[-1].day, data.today, dates)
        yield "Tried", (Entry(f"{len(same)} times since {since}"),)


def _of(words: tuple[str, ...], value: int | None) -> str:
    return "not said" if value is None else words[value]


def _read(item: Read, data: Between, dates: DateStyle) -> Iterator[Part_]:
    noted = near(item.day, data.today, dates)
    state = f"finished on {full(item.done, dates)}" if item.done else "open · Space: finished today"
    yield item.title, (Entry(f"noted on {noted}, {state}"),)
    yield "Note", (Entry(item.note, markdown=True),) if item.note else ()


def _topic(
    item: Topic, data: Between, dates: DateStyle, names: Mapping[str, str]
) -> Iterator[Part_]:
    since = f"Pinned on {full(item.day, dates)}"
    yield "For the next session", (Entry(item.text), Entry(since))
    if item.closed:
        yield item.state.value.capitalize(), (Entry(full(item.closed, dates)),)
    else:
        yield "Still open", (Entry("Space says what became of it."),)
    yield "What came of it", (Entry(item.note, markdown=True),) if item.note else ()
    about = _about(item, data, dates, names)
    yield "Pinned from", (Entry(about),) if about else ()


def _about(item: Topic, data: Between, dates: DateStyle, names: Mapping[str, str]) -> str:
    kind, _, id_ = item.about.partition(":")
    match kind:
        case "session":
            session = next((s for s in data.sessions if s.id == id_), None)
            return f"session {session.number}, {full(session.day, dates)}" if session else ""
        case "reflection":
            found = next((r for r in data.reflections if r.id == id_), None)
            return f"a reflection of {full(found.day, dates)}" if found else ""
        case "practice":
            tried = next((p for p in data.practices if p.id == id_), None)
            return f"what was tried on {full(tried.day, dates)}" if tried else ""
        case "measure":
            return names.get(id_, "")
        case "notice":
            name = names.get(id_.partition(":")[2].rpartition(":")[0])
            return f"worth talking about: {name}" if name else "worth talking about"
        case "ending":
            from tui.core.ending_words import name_of  # late: few topics are of the ending

            name = name_of(id_)
            return f"the ending: {name}" if name else "the ending"
    return {"rupture": "a break", "read": "what is read"}.get(kind, "")


def _role_check(item: Expectation, data: Between, dates: DateStyle) -> Iterator[Part_]:
    fair = item is data.role_check and item.still_fair(data.today)
    yield full(item.day, dates), (Entry("Still fair? Enter, then e answers anew."),) if fair else ()
    for key, name, asked in QUESTIONS:
        answer = getattr(item, key)
        yield name, (Entry(answer, markdown=True) if answer else Entry(f"{asked} Not answered."),)
    yield "By when", (Entry(full(item.by_when, dates)),) if item.by_when else ()


def is_open(item: Written) -> bool:
    """Whether something is still to be done about it: a topic to talk about, a book to read."""
    match item:
        case Topic():
            return item.state is TopicState.OPEN
        case Read():
            return item.done is None
    return False
