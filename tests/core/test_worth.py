"""What stands out as a list shows it, and the words of the ending."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.core.notices.build import after_sessions
from tests.core.notices.test_wording import NEVER
from tui.core import ending_words
from tui.core.conversations import Conversation
from tui.core.events import Event, EventKind, ended
from tui.core.record import Record
from tui.core.reviewing import Reviewing
from tui.core.worse_after import ALWAYS, OPTIONS, Stage
from tui.core.worth import CHANCE, FEW, NOTHING, Worth, worth
from tui.core.worth_words import blocks


def whole(of: Worth) -> list[str]:
    """Every text that is told of every line."""
    return [
        text
        for remark in of.remarks
        for block in blocks(remark, of.path)
        for text in (block.heading, *(entry.text for entry in block.entries))
    ]


def talked(sessions: int, after: int) -> Record:
    """Somebody who felt worse after each session and talked about it after so many."""
    record = after_sessions({"after": (-1,) * sessions})
    day = record.held[after - 1].session.day
    return replace(record, conversations=(Conversation("c", day, "Slower, and softer"),))


@pytest.mark.parametrize(
    ("record", "stage"),
    [
        (after_sessions({"after": (-1,) * 6}), Stage.BRING_UP),
        (talked(8, 6), Stage.FAIR_CHANCE),
        (talked(11, 6), Stage.LOOK_AROUND),
    ],
    ids=["bring-up", "fair-chance", "look-around"],
)
def test_each_stage_stands_with_its_sentence_and_says_nothing_that_it_must_not(
    record: Record, stage: Stage
) -> None:
    found = worth(Reviewing(record))
    said = whole(found)
    assert found.path.stage is stage
    assert ALWAYS in said
    assert all(f"{words}." in said for _, words in OPTIONS) == (stage is Stage.LOOK_AROUND)
    assert any(r.id == CHANCE for r in found.remarks) == (stage is Stage.FAIR_CHANCE)
    for text in (*said, *(r.said for r in found.remarks)):
        assert text == ALWAYS or not NEVER.search(text), text


def test_what_is_said_around_the_list_is_calm() -> None:
    told = [NOTHING, FEW, ending_words.WHOLE]
    told += [text for each in ending_words.PLANS.values() for text in each]
    told += [*ending_words._WAYS.values()]
    for text in told:
        assert not NEVER.search(text), text


def test_therapy_has_ended_until_it_begins_again_also_on_one_day() -> None:
    day = date(2026, 11, 22)
    end = Event("a", day, EventKind.ENDED, "")
    again = Event("b", day, EventKind.BEGUN_AGAIN, "")
    note = Event("c", date(2026, 11, 23), EventKind.NOTE, "a walk")
    assert ended([]) is None
    assert ended([end, note]) == day
    assert ended([end, again, note]) is None
    assert ended([end, again, replace(end, id="d")]) == day
