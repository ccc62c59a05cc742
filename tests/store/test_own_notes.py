"""The therapist's own file: of the same care as a client's, and never the same file."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.helpers import Begun, begin, mode, rating, sound
from tui.core.deeds import Rate
from tui.core.drafts import Draft
from tui.core.own_notes import (
    Balance,
    DeleteOwn,
    Feeling,
    KeepOwn,
    Noticed,
    Own,
    OwnNote,
    Pull,
    Supervision,
)
from tui.ids import new_id
from tui.store import backup, deeds, drafts, errors, history, own_notes
from tui.store.connection import open_file
from tui.store.openfile import OpenFile
from tui.store.own_schema import OWN_FILE

DAY = date(2026, 11, 22)
ANNA, BEN = new_id(), new_id()


def noticed(what: str = "heavy", about: str = ANNA, day: date = DAY) -> Noticed:
    touched = ("she goes quiet", "I slow down")
    return Noticed(new_id(), about, day, day, Feeling.DIFFICULT, what, *touched, Supervision.YES)


def one_of_each(about: str = ANNA) -> list[Own]:
    return [
        noticed(about=about),
        Pull(new_id(), about, DAY, rescue=True, words="again"),
        OwnNote(new_id(), about, DAY, "two\nlines"),
        Balance(new_id(), about, DAY, -2),
    ]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[OpenFile]:
    """A file of one's own, new."""
    file = open_file(tmp_path / "mine" / "private.fledge", create=True, layout=OWN_FILE)
    yield file
    file.close()


def test_it_is_private_before_anything_is_in_it(own: OpenFile) -> None:
    for thing in one_of_each():
        own_notes.do(own, KeepOwn(thing))
    assert {mode(path) for path in own.path.parent.iterdir()} == {"0o600"}
    assert mode(own.path.parent) == "0o700"
    assert own.conn.execute("PRAGMA synchronous").fetchone() == (2,)
    assert own.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_everything_comes_back_as_it_was_kept(own: OpenFile) -> None:
    """Of one client; what goes to supervision, of all of them and oldest first."""
    things = one_of_each()
    other = noticed("tender", BEN, DAY - timedelta(3))
    for thing in (*things, other):
        own_notes.do(own, KeepOwn(thing))
    notes = own_notes.of_client(own, ANNA)
    assert list(notes.everything) == things
    assert notes.supervision == (other, things[0])
    assert len(own_notes.of_all(own)) == 5


def test_a_change_is_called_by_its_kind_and_never_by_its_words(own: OpenFile) -> None:
    for thing in one_of_each():
        own_notes.do(own, KeepOwn(thing))
    labels = " ".join(change.label for change in history.changes(own.conn))
    assert labels.count("wrote") == 4
    assert not {"heavy", "quiet", "slow", "again", "lines"} & set(labels.split())


def test_undo_redo_and_a_conflict(own: OpenFile) -> None:
    note = OwnNote(new_id(), ANNA, DAY, "one")
    own_notes.do(own, KeepOwn(note))
    other = OwnNote(note.id, ANNA, DAY, "two")
    own_notes.do(own, KeepOwn(other, note))
    with pytest.raises(errors.Conflict):
        own_notes.do(own, DeleteOwn(note))
    own_notes.do(own, DeleteOwn(note), anyway=True)
    assert not own_notes.of_all(own)
    history.undo(own)
    history.undo(own)
    assert own_notes.of_all(own) == (note,)
    history.redo(own)
    assert own_notes.of_all(own) == (other,)


def test_text_is_cleaned_at_the_door(own: OpenFile) -> None:
    own_notes.do(own, KeepOwn(OwnNote(new_id(), ANNA, DAY, "a\x1b]0;title\x07b\nc")))
    (note,) = own_notes.of_client(own, ANNA).notes
    assert note.text == "a]0;titleb\nc"


def test_a_day_has_one_list_of_pulls(own: OpenFile) -> None:
    own_notes.do(own, KeepOwn(Pull(new_id(), ANNA, DAY)))
    own_notes.do(own, KeepOwn(Pull(new_id(), BEN, DAY)))
    with pytest.raises(errors.NotKept):
        own_notes.do(own, KeepOwn(Pull(new_id(), ANNA, DAY, needed=True)))


def test_a_copy_is_whole_and_private(own: OpenFile, tmp_path: Path) -> None:
    for thing in one_of_each():
        own_notes.do(own, KeepOwn(thing))
    copy = backup.save_copy(own, tmp_path / "copy.fledge")
    assert mode(copy) == "0o600"
    sound(copy)
    with closing(open_file(copy, layout=OWN_FILE)) as again:
        assert own_notes.of_all(again) == own_notes.of_all(own)


def test_neither_file_is_taken_for_the_other(own: OpenFile, begun: Begun) -> None:
    own.close()
    with pytest.raises(errors.ATherapistsFile):
        open_file(own.path)
    with pytest.raises(errors.AClientsFile):
        open_file(begun.path, create=True, layout=OWN_FILE)


@pytest.mark.parametrize(
    ("pragma", "error"),
    [
        ("application_id = 7", errors.OtherProgram),
        ("user_version = 2", errors.NewerFile),
        ("user_version = 0", errors.Damaged),
    ],
)
def test_what_it_cannot_be_is_refused(
    own: OpenFile, pragma: str, error: type[errors.StoreError]
) -> None:
    own.close()
    with closing(sqlite3.connect(own.path)) as conn:
        conn.execute(f"PRAGMA {pragma}")
    before = own.path.read_bytes()
    with pytest.raises(error):
        open_file(own.path, create=True, layout=OWN_FILE)
    assert own.path.read_bytes() == before


SECRET = "wantingtorescue"
Step = Callable[[OpenFile, Begun], object]


def _write(own: OpenFile, begun: Begun) -> object:
    made = OwnNote(new_id(), begun.client_id, DAY, SECRET)
    return own_notes.do(own, KeepOwn(made))


def _log(own: OpenFile, begun: Begun) -> object:
    return own_notes.do(own, KeepOwn(noticed(SECRET, begun.client_id)))


def _delete(own: OpenFile, _: Begun) -> object:
    return [own_notes.do(own, DeleteOwn(thing)) for thing in own_notes.of_all(own)[:1]]


def _draft(own: OpenFile, begun: Begun) -> None:
    drafts.keep(own, "therapist", Draft("own-note", begun.client_id, {"text": SECRET}))


def _rate(_: OpenFile, begun: Begun) -> object:
    n = len(history.changes(begun.file.conn, 1000))
    given = rating(begun.measures[0], n, n % 11, evidence="public")
    return deeds.do(begun.file, begun.client_id, Rate((given,), "x"), author="therapist")


def _copy(_: OpenFile, begun: Begun) -> object:
    return backup.save_copy(begun.file, begun.path.with_name("copy.fledge"))


def _undo(own: OpenFile, _: Begun) -> object:
    return history.undo(own)


def _redo(own: OpenFile, _: Begun) -> object:
    return history.redo(own)


def _undo_theirs(_: OpenFile, begun: Begun) -> object:
    return history.undo(begun.file)


STEPS: list[Step] = [_write, _log, _delete, _draft, _rate, _copy, _undo, _redo, _undo_theirs]


@settings(max_examples=25)
@given(steps=st.lists(st.sampled_from(STEPS), max_size=25))
def test_private_text_never_leaves_its_file(
    steps: list[Step], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Over any sequence of private and public writes, undo and copies of the client's file."""
    folder = tmp_path_factory.mktemp("files")
    begun = begin(folder / "client" / "growth.fledge")
    own = open_file(folder / "own" / "private.fledge", create=True, layout=OWN_FILE)
    for step in (_write, *steps):
        step(own, begun)
    for _ in ("while both are open", "once they are closed"):
        assert holds(folder / "own", SECRET)
        assert not holds(folder / "client", SECRET)
        begun.file.close()
        own.close()


def holds(folder: Path, text: str) -> bool:
    """Whether any file in a folder holds the text's bytes."""
    wanted = (text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"))
    found = [
        Path(place, name).read_bytes() for place, _, names in os.walk(folder) for name in names
    ]
    return any(each in data for data in found for each in wanted)
