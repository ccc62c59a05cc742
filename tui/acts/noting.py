"""What can be written down between sessions: what is asked first, which form, what it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tui.core.between import Between
from tui.core.days import DateStyle, full
from tui.core.expectations import QUESTIONS, Expectation
from tui.core.pinning import Pin, first_line
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Reflection
from tui.core.text import clean
from tui.core.topics import STARTERS, Topic
from tui.core.written import Written
from tui.dialogs.confirm import Answer, Confirm
from tui.dialogs.form import Form
from tui.dialogs.forms.practice import PracticeForm
from tui.dialogs.forms.reading import ReadingForm
from tui.dialogs.forms.reflection import ReflectionForm
from tui.dialogs.forms.role_check import RoleCheckForm
from tui.dialogs.forms.topic import TopicForm
from tui.widgets.sections import Item

OWN: Final = "own"
"""The answer that one's own words are wanted."""
_WHAT: Final = (
    Answer("t", "A topic for the next session", "topic"),
    Answer("r", "A reflection", "reflection"),
    Answer("p", "Something you tried", "practice"),
    Answer("b", "Something to read", "read"),
    Answer("c", "The role check, anew", "role-check"),
)
_KINDS: Final[dict[type, str]] = {
    Topic: "topic",
    Reflection: "reflection",
    Practice: "practice",
    Read: "read",
    Expectation: "role-check",
}
Make = Callable[[Between, Written | None, DateStyle], Form]
_FORMS: Final[dict[str, Make]] = {
    "topic": lambda d, x, _: TopicForm(d.today, x if isinstance(x, Topic) else None),
    "reflection": lambda d, x, dates: ReflectionForm(
        d, x if isinstance(x, Reflection) else None, dates
    ),
    "practice": lambda d, x, _: PracticeForm(
        d.today, d.practices, x if isinstance(x, Practice) else None
    ),
    "read": lambda d, x, _: ReadingForm(d.today, x if isinstance(x, Read) else None),
    "role-check": lambda d, _, dates: RoleCheckForm(d.today, d.role_check, dates),
}


def what(item: Item | None) -> Confirm:
    """What to write down, beginning on the kind that the cursor is on."""
    here = _KINDS.get(type(item), "reflection")
    return Confirm("Write down", "What is it? Enter takes what the mark is on.", _WHAT, here)


def starters() -> Confirm:
    """Ways into a conversation, each pinned with one key, or one's own words."""
    ways = (Answer(str(n), words, str(n)) for n, words in enumerate(STARTERS, 1))
    own = Answer("o", "In your own words", OWN)
    sentence = "A way to begin, pinned as it is, or a topic of your own."
    return Confirm("For the next session", sentence, (own, *ways), OWN)


def starter(number: str) -> Pin:
    """The starter with that number, from "1"."""
    return Pin(STARTERS[int(number) - 1], "")


def kind_of(item: Written) -> str:
    """The name of an item's form."""
    return _KINDS[type(item)]


def form(kind: str, data: Between, dates: DateStyle, before: Written | None = None) -> Form:
    """The form for something new, or for what is there."""
    return _FORMS[kind](data, before, dates)


def called(item: Written, dates: DateStyle) -> str:
    """What something is called when it is asked about."""
    match item:
        case Topic():
            return f"the topic “{clean(item.text)}”"
        case Practice():
            return f"the practice “{clean(item.what)}” of {full(item.day, dates)}"
        case Read():
            return f"the reading “{clean(item.title)}”"
        case Reflection():
            return f"the reflection of {full(item.day, dates)}, “{first_line(item.body, 60)}”"
    return f"the role check of {full(item.day, dates)}"


def whole(item: Written) -> str:
    """Everything that was written there, as plain text."""
    match item:
        case Topic():
            parts = [item.text, item.note]
        case Practice():
            parts = [item.what, item.note]
        case Read():
            parts = [item.title, item.note]
        case Reflection():
            parts = [item.body]
        case Expectation():
            parts = [getattr(item, key) for key, *_ in QUESTIONS]
    return "\n".join(clean(part, multiline=True) for part in parts if part)
