"""What a therapist keeps to themself of the sample case is read into a file of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tui import resources
from tui.core.own_notes import Balance, Noticed, Supervision
from tui.exchange import story
from tui.exchange.own_story import NotAStory, read
from tui.store import own_notes
from tui.store.connection import open_file
from tui.store.own_schema import OWN_FILE

FILE = resources.folder("sample_data") / "private" / "rowan.json"


def test_the_notes_follow_the_sessions(tmp_path: Path) -> None:
    """They are of days on which the story has sessions, also when a demo moves all of them."""
    told = story.read((FILE.parents[1] / FILE.name).read_text("utf-8"))
    told = told.ending(told.ends + timedelta(100))
    notes = read(FILE.read_text("utf-8"), told.client.id, told.ends)
    assert {note.day for note in notes} <= {session.day for session in told.sessions}
    file = open_file(tmp_path / "own.fledge", create=True, layout=OWN_FILE)
    try:
        own_notes.begin_with(file, notes)
        kept = own_notes.of_client(file, told.client.id)
    finally:
        file.close()
    assert {*kept.everything} == {*notes}
    assert {n.supervision for n in kept.noticed} == set(Supervision)
    assert {type(n) for n in notes} >= {Noticed, Balance}


WRONG: dict[str, Callable[[dict[str, Any]], object]] = {
    "a story": lambda t: t.update(format="fledge story"),
    "no log": lambda t: t.pop("noticed"),
    "feeling": lambda t: t["noticed"][0].update(feeling="cold"),
    "wordless": lambda t: t["notes"][0].update(text=" "),
    "beyond both ends": lambda t: t["balances"][0].update(value=3),
    "day": lambda t: t["pulls"][0].update(date="2026-02-30"),
}


@pytest.mark.parametrize("spoil", WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_refused(spoil: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads(FILE.read_text("utf-8"))
    spoil(told)
    with pytest.raises(NotAStory):
        read(json.dumps(told), "somebody", date(2026, 11, 22))
