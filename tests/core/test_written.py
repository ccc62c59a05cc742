"""What is written between sessions: what is pinned of it, which rows are shown, where words are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.support.hostile import HOSTILE, raw
from tui.core.between import Between
from tui.core.clients import Client
from tui.core.days import DateStyle
from tui.core.expectations import Expectation
from tui.core.listing import Listing
from tui.core.pinning import Pin, first_line, for_when, pin_of, pinned
from tui.core.practices import Practice
from tui.core.reads import Read
from tui.core.reflections import Part, Reflection
from tui.core.shown import LATEST, Kinds, rows
from tui.core.topics import Topic, TopicState
from tui.core.wordsearch import snippet
from tui.core.written import details, dots

TODAY = date(2026, 11, 22)


def between(count: int = 10) -> Between:
    days = [TODAY - timedelta(n) for n in range(count)]
    return Between(
        Client("c", "Kim", TODAY),
        TODAY,
        tuple(Reflection(f"r{n}", day, Part.AFTER, f"Text {n}") for n, day in enumerate(days)),
        tuple(Practice(f"p{n}", day, f"Try {n}", 1, None) for n, day in enumerate(days)),
        tuple(Read(f"b{n}", d, f"Book {n}", "", d if n < 8 else None) for n, d in enumerate(days)),
        (
            Topic("t", TODAY, "Open"),
            Topic("u", TODAY, "Closed", TopicState.TALKED, TODAY, "Good", "reflection:r1"),
        ),
        (Expectation("old", days[-1], "A"), Expectation("new", TODAY, "B")),
        (),
    )


def test_the_latest_of_each_and_whatever_is_open_is_shown() -> None:
    found = rows(between(), Listing.of(*Kinds))
    assert [t.id for t in found.topics] == ["t"]
    assert [r.id for r in found.reflections] == [f"r{n}" for n in range(LATEST)]
    assert [b.id for b in found.reads][:3] == ["b8", "b9", "b0"], "what is open stands first"
    assert [e.id for e in found.role_checks] == ["new"]


def test_a_kind_alone_is_shown_whole_and_a_find_goes_through_everything() -> None:
    data, listing = between(), Listing.of(*Kinds)
    alone = rows(data, listing.next_filter)
    assert [t.id for t in alone.topics] == ["t", "u"]
    assert not alone.reflections
    found = rows(data, listing.finding("9"))
    assert [r.id for r in found.reflections] == ["r9"]
    assert [p.id for p in found.practices] == ["p9"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("\n\n  ## After the call\nmore", "After the call"),
        ("> quoted", "quoted"),
        ("#", "#"),
        ("#work is a tag", "work is a tag"),
        ("x" * 200, "x" * 119 + "…"),
    ],
)
def test_a_topic_takes_over_the_first_line_that_says_anything(body: str, line: str) -> None:
    assert pin_of(Reflection("r", TODAY, Part.AFTER, body)) == Pin(line, "reflection:r")


def test_whatever_was_written_can_be_pinned_and_is_harmless() -> None:
    for text in HOSTILE.values():
        assert not raw(first_line(text))
        for thing in (Practice("p", TODAY, text), Read("b", TODAY, text)):
            pin = pin_of(thing)
            assert pin
            assert not raw(pin.text)
    assert pin_of(Topic("t", TODAY, "It")) is None


def test_what_is_pinned_is_known_by_what_it_is_about() -> None:
    topics = (
        Topic("1", TODAY, "Sleep", TopicState.TALKED, TODAY, about="measure:m"),
        Topic("2", TODAY, "Renamed meanwhile", about="measure:n"),
        Topic("3", TODAY, "Do these goals still fit?"),
    )
    assert pinned(Pin("Sleep", "measure:m"), topics) is None, "it was closed, and may come again"
    assert pinned(Pin("Walk", "measure:n"), topics) is topics[1]
    assert pinned(Pin("Do these goals still fit?", ""), topics) is topics[2]
    assert for_when(date(2026, 11, 24), DateStyle.DAY_MONTH) == "the next session, Tue 24 Nov"


def test_words_tell_what_marks_mean() -> None:
    assert [dots(n) for n in (None, 0, 2, 3)] == ["···", "○○○", "●●○", "●●●"]
    data = between()
    told = details(data.practices[0], data, DateStyle.DAY_MONTH)
    assert [e.text for e in told[1].entries] == ["a little", "not said"]
    closed = details(data.topics[1], data, DateStyle.DAY_MONTH)
    assert [b.heading for b in closed] == [
        *("For the next session", "Talked about", "What came of it", "Pinned from"),
    ]


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("notice:moved:m:start", "worth talking about: Choice"),
        ("notice:repair_open:r:2026-11-02", "worth talking about"),
        ("notice:fair-chance", "worth talking about"),
        ("ending:leaned", "the ending: Leaned on others"),
        ("ending:plan:setback", "the ending: If it gets hard again"),
        ("ending:gone", "the ending"),
    ],
)
def test_a_topic_tells_what_it_was_pinned_from(about: str, said: str) -> None:
    topic = Topic("t", TODAY, "It", about=about)
    told = details(topic, between(), DateStyle.DAY_MONTH, {"m": "Choice"})
    assert (told[-1].heading, told[-1].entries[0].text) == ("Pinned from", said)


@pytest.mark.parametrize(
    ("body", "wanted", "marked"),
    [
        ("I said no, and No again", "no", "I said «no», and «No» again"),
        ("Das Café\nam See", "cafe se", "Das «Café» am «See»"),
        ("say-no list", "say-no", "«say»-«no» list"),
        ("nothing here", "else", "nothing here"),
        ("[b]no[/b]", '"no* [', "[b]«no»[/b]"),
    ],
)
def test_found_words_are_marked_as_the_index_finds_them(
    body: str, wanted: str, marked: str
) -> None:
    assert snippet(body, wanted).bracketed() == marked


def test_a_snippet_begins_near_the_first_word_that_was_found() -> None:
    told = snippet("word " * 1000 + "needle in it", "needle")
    assert told.text.startswith("… word")
    assert told.text.endswith("needle in it")
    assert [told.text[a:b] for a, b in told.found] == ["needle"]
    cut = snippet("needle" * 100, "needle", 10)
    assert cut.found == ((0, 10),)
