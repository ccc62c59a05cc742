"""All edits of a change or none, only what can be kept, and a journal that tells it truly."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.helpers import STARTED, Begun, everything, journal, new_goal, rating
from tui.core.deeds import Happened, Note, Reword, SetGoal
from tui.core.events import Event, EventKind
from tui.core.text import LINE_LIMIT, NOTE_LIMIT, TextTooLong, clean
from tui.ids import new_id
from tui.store import deeds, errors, events, goals, history, measures, ratings
from tui.store.connection import open_file
from tui.store.door import Edit, current, drop, put, write


def event_row(begun: Begun, **changed: Any) -> dict[str, Any]:
    """A row of the table `event`."""
    row = {
        "id": new_id(),
        "client_id": begun.client_id,
        "day": "2026-02-01",
        "kind": "note",
        "text": "moved house",
        "measure_id": None,
    }
    return row | changed


def wrong_in_the_middle(begun: Begun) -> Iterator[tuple[str, Edit]]:
    """Edits that the file refuses, each for a reason of its own."""
    known = begun.measures
    yield "points nowhere", put("event", event_row(begun, client_id="nobody"))
    yield "unknown version", ratings.edit(replace(rating(known[1], 9), version=99))
    yield "no such importance", Edit("goal", (known[1].id,), goal_row(known[1].id, importance=9))
    yield "wrong kind of value", put("event", event_row(begun, text=None))
    yield "still pointed at", drop("measure", known[0].id)
    yield "not a number", ratings.edit(rating(known[1], 9, math.nan))


def goal_row(id_: str, **changed: Any) -> dict[str, Any]:
    """A row of the table `goal`."""
    row: dict[str, Any] = dict.fromkeys(
        ("by_when", "milestone_level", "milestone_by", "milestone_agreed", "ladder")
    )
    row |= {"id": id_, "state": "active", "why": "", "there": "", "importance": 1, "difficulty": 1}
    return row | changed


def test_all_or_nothing(begun: Begun) -> None:
    """One edit among three that is refused leaves neither rows nor an entry in the journal."""
    conn, known = begun.file.conn, begun.measures
    ratings.rate(begun.file, rating(known[0], 1), "x")
    before = everything(conn)
    for why, wrong in wrong_in_the_middle(begun):
        good = [ratings.edit(rating(known[0], n, 7)) for n in (1, 2)]
        with pytest.raises(errors.StoreError):
            write(begun.file, "three at once", [good[0], wrong, good[1]], "client")
        assert everything(conn) == before, why
        assert not conn.in_transaction, why
    assert write(begun.file, "two at once", good, "client")


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 2**63, -(2**63) - 1])
def test_numbers_that_cannot_be_kept_are_refused(begun: Begun, value: float) -> None:
    """SQLite makes NULL of NaN and overflows on large numbers; they never reach it."""
    before = everything(begun.file.conn)
    row = dict(ratings.edit(rating(begun.measures[0], 1)).after or {}, value=value)
    with pytest.raises(errors.NotKept):
        write(begun.file, "x", [put("rating", row)], "client")
    assert everything(begun.file.conn) == before


@given(value=st.floats(allow_nan=False, allow_infinity=False))
def test_any_other_number_comes_back_as_it_was(begun: Begun, value: float) -> None:
    """In the table and in the journal, to the last bit."""
    given_ = rating(begun.measures[0], 1, value)
    ratings.rate(begun.file, given_, "x")
    found = ratings.on_day(begun.file.conn, given_)
    assert found is not None
    assert found.value == value
    assert journal(begun.file.conn)[-1][3]["value"] == value


HOSTILE = "a\x1b]0;title\x07b\x00c\x9bd\u202ee\u2066f\ud800g\x7f"


def test_hostile_text_is_kept_harmless(begun: Begun) -> None:
    """Control characters, overrides and lone surrogates stop at the door, in table and journal."""
    goal = new_goal("wo" + HOSTILE, why=f"one\n\ttwo {HOSTILE}", there="e\u0301")
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    known = measures.of_client(begun.file.conn, begun.client_id)
    (kept,) = goals.of_client(begun.file.conn, known)
    assert kept.wording == kept.measure.name == "woa]0;titlebcdefg"
    assert kept.why == "one\n\ttwo a]0;titlebcdefg"
    assert kept.there == "é"
    for line in everything(begun.file.conn):
        assert not any(unicodedata.category(c) in {"Cs", "Cc"} and c not in "\n\t" for c in line)
        assert not set(line) & set("\u202e\u2066")


def test_a_ladder_is_kept_harmless_and_whole(begun: Begun) -> None:
    """It is kept as JSON, whose backslashes must not carry control characters past the door."""
    rungs = ("a\x1b]0;title\x07\x00", "b\x9b", *("long " * 300 + str(n) for n in range(3)))
    deeds.do(begun.file, begun.client_id, SetGoal(new_goal(ladder=rungs)))
    known = measures.of_client(begun.file.conn, begun.client_id)
    (kept,) = goals.of_client(begun.file.conn, known)
    assert kept.ladder == ("a]0;title", "b", *rungs[2:])


def test_a_family_and_other_scripts_stay(begun: Begun) -> None:
    """Joiners, combining marks and right-to-left writing are what people wrote."""
    text = "👨‍👩‍👧 می‌خواهم שָׁלוֹם q̃ \u200fالعربية"
    event = Event(new_id(), STARTED, EventKind.NOTE, text)
    deeds.do(begun.file, begun.client_id, Note(event))
    (kept,) = events.of_client(begun.file.conn, begun.client_id)
    assert kept.text == unicodedata.normalize("NFC", text)
    for sign in "\u200d\u200c\u200f":
        assert sign in kept.text


@given(text=st.text(st.characters(), max_size=40), multiline=st.booleans())
def test_cleaning(text: str, multiline: bool) -> None:
    """Nothing a terminal obeys is left, cleaning again changes nothing, plain text is untouched."""
    cleaned = clean(text, multiline=multiline)
    allowed = "\n\t" if multiline else ""
    assert all(c in allowed or unicodedata.category(c) not in {"Cc", "Cs"} for c in cleaned)
    assert not set(cleaned) & set(
        "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
    assert clean(cleaned, multiline=multiline) == cleaned
    cleaned.encode()
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        assert cleaned == text


def test_words_are_not_joined_by_cleaning() -> None:
    """A line separator, as some programs put on the clipboard, is still the end of a line."""
    assert clean("one\u2028two\u2029three", multiline=True) == "one\ntwo\nthree"
    assert clean("one\u2028two \n\t three\r\nfour\rfive") == "one two three four five"
    assert clean("one\x0btwo\x0cthree\x85four") == "one two three four"


def test_cleaning_takes_no_longer_than_reading() -> None:
    """A pasted text is cleaned before its length is looked at: blanks must not freeze anything."""
    begin = process_time()
    clean(" " * 20_000 + "é")
    clean("é" + "\n " * 20_000)
    assert process_time() - begin < 1


@pytest.mark.parametrize(("column", "limit"), [("text", LINE_LIMIT), ("why", NOTE_LIMIT)])
def test_too_long_is_refused_not_cut(begun: Begun, column: str, limit: int) -> None:
    """One character more than is kept: a sentence with the numbers, and nothing saved."""
    before = everything(begun.file.conn)
    row = (
        put("event", event_row(begun, text="x" * (limit + 1)))
        if column == "text"
        else put("goal", goal_row(begun.measures[0].id, why="x" * (limit + 1)))
    )
    with pytest.raises((errors.NotKept, TextTooLong), match=f"{limit + 1:,} characters"):
        write(begun.file, "x", [row], "client")
    assert everything(begun.file.conn) == before


def test_as_long_as_allowed_is_kept(begun: Begun) -> None:
    """The journal's own words about a text do not make it too long."""
    longest = "x" * LINE_LIMIT
    event = Event(new_id(), STARTED, EventKind.NOTE, longest)
    assert deeds.do(begun.file, begun.client_id, Note(event))
    goal = new_goal(longest, why="y" * NOTE_LIMIT)
    assert deeds.do(begun.file, begun.client_id, SetGoal(goal))
    assert deeds.do(
        begun.file,
        begun.client_id,
        Reword.to(goal.measure, "z" * LINE_LIMIT, STARTED),
    )
    assert events.of_client(begun.file.conn, begun.client_id) == [event]


def test_a_row_that_changed_is_a_conflict(begun: Begun) -> None:
    """What somebody else wrote meanwhile is not overwritten; both states are handed back."""
    seen = event_row(begun)
    write(begun.file, "x", [put("event", seen)], "client")
    theirs, yours = seen | {"text": "theirs"}, seen | {"text": "yours"}
    other = open_file(begun.path)
    write(other, "x", [put("event", theirs)], "therapist")
    before = everything(other.conn)
    for edit in (put("event", yours, seen), put("event", yours, None)):
        with pytest.raises(errors.Conflict, match="changed by someone else") as caught:
            write(begun.file, "x", [put("event", event_row(begun)), edit], "client")
        assert (caught.value.theirs, caught.value.yours) == (theirs, yours)
    with pytest.raises(errors.Conflict) as caught:
        write(begun.file, "x", [drop("event", seen["id"], seen=seen)], "client")
    assert (caught.value.theirs, caught.value.yours) == (theirs, None)
    assert everything(other.conn) == before
    write(other, "x", [drop("event", seen["id"], seen=theirs)], "therapist")
    with pytest.raises(errors.Conflict) as caught:
        write(begun.file, "x", [put("event", yours, theirs)], "client")
    assert caught.value.theirs is None
    other.close()
    assert write(begun.file, "x", [put("event", yours, None)], "client")


def test_a_goal_reworded_twice_from_the_same_reading_is_a_conflict(begun: Begun) -> None:
    """A dashboard's snapshot may be old: rewording must not swallow the other's wording."""
    goal = new_goal()
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    other = open_file(begun.path)
    deeds.do(other, begun.client_id, Reword.to(goal.measure, "theirs", STARTED))
    with pytest.raises(errors.Conflict):
        deeds.do(
            begun.file,
            begun.client_id,
            Reword.to(goal.measure, "yours", STARTED),
        )
    known = measures.of_client(other.conn, begun.client_id)
    assert [v.prompt for v in known[-1].versions] == ["Sleep through", "theirs"]
    other.close()


def test_a_goal_that_changed_meanwhile_is_not_set_back(begun: Begun) -> None:
    """Reaching a goal writes its whole row, which may no longer be as the screen read it."""
    goal = new_goal()
    deeds.do(begun.file, begun.client_id, SetGoal(goal))
    other = open_file(begun.path)
    deeds.do(other, begun.client_id, Happened(goal, EventKind.LET_GO, STARTED))
    with pytest.raises(errors.Conflict):
        deeds.do(begun.file, begun.client_id, Happened(goal, EventKind.REACHED, STARTED))
    assert len(events.of_client(other.conn, begun.client_id)) == 1
    other.close()


def test_nothing_changed_is_nothing_journaled(begun: Begun) -> None:
    """Saying the same again is no change: no entry, and what was undone can still be redone."""
    conn = begun.file.conn
    ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    ratings.rate(begun.file, rating(begun.measures[0], 2), "x")
    history.undo(begun.file)
    before = everything(conn)
    assert ratings.rate(begun.file, rating(begun.measures[0], 1), "x") is None
    assert write(begun.file, "x", [drop("event", "none such")], "client") is None
    assert write(begun.file, "x", [], "client") is None
    assert everything(conn) == before
    assert history.redo(begun.file)


def test_the_journal_holds_before_and_after(begun: Begun) -> None:
    """Of every row that changed, in the order of the edits; of no other row."""
    conn, known = begun.file.conn, begun.measures
    first = rating(known[0], 1, 3, evidence="a “quoted” line, ünïcode", marks=("a", "b"))
    same = ratings.edit(rating(known[1], 1))
    write(begun.file, "first", [ratings.edit(first), same], "client")
    note = event_row(begun)
    change = write(
        begun.file,
        "second",
        [
            put("event", note),
            same,
            ratings.edit(replace(first, value=8)),
            drop("event", note["id"]),
        ],
        "therapist",
    )
    assert change
    rows = conn.execute("SELECT n, tbl, key, before, after FROM edit WHERE seq = ?", (change.seq,))
    key = (first.measure_id, first.day.isoformat(), "client")
    old = dict(ratings.edit(first).after or {})
    new = old | {"value": 8.0}
    assert [(n, t, *(v and json.loads(v) for v in more)) for n, t, *more in rows] == [
        (0, "event", [note["id"]], None, note),
        (1, "rating", list(key), old, new),
        (2, "event", [note["id"]], note, None),
    ]
    assert current(conn, "rating", key) == new
    stored = conn.execute("SELECT author, label, state FROM change WHERE seq = ?", (change.seq,))
    assert stored.fetchone() == ("therapist", "second", "done")
    assert change.at.endswith("+00:00")
