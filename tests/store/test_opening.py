"""What is not ours, or not whole, is refused with a sentence of its own and left as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.helpers import (
    STARTED,
    Begun,
    begin,
    given_away,
    left_by_a_crash,
    listing,
    open_to_all,
    rating,
    sound,
    unprivileged,
)
from tui.store import clients, errors, ratings
from tui.store.connection import open_file
from tui.store.schema import APPLICATION_ID, SCHEMA_VERSION

PAGE = 4096


def foreign(path: Path, application: int = 0x1234, layout: int = 1) -> None:
    """A healthy SQLite file in WAL mode with marks of our choice."""
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("PRAGMA journal_mode = WAL")
        conn.execute(f"PRAGMA application_id = {application}")
        conn.execute(f"PRAGMA user_version = {layout}")
        conn.execute("CREATE TABLE theirs (x)")


def no_mark(path: Path) -> None:
    foreign(path, application=0)


def newer(path: Path) -> None:
    foreign(path, APPLICATION_ID, SCHEMA_VERSION + 1)


def zeros(path: Path) -> None:
    path.write_bytes(bytes(3 * PAGE))


def one_byte(path: Path) -> None:
    path.write_bytes(b"x")


def diary(path: Path) -> None:
    path.write_text("My diary.\n" * 2000)


def cut_short(path: Path) -> None:
    open_file(path, create=True).close()
    os.truncate(path, path.stat().st_size // 2)


REFUSED: list[tuple[Callable[[Path], object], type[errors.StoreError], str]] = [
    (Path.touch, errors.EmptyFile, "is empty (0 bytes)"),
    (one_byte, errors.NotFledge, "is not a fledge file"),
    (diary, errors.NotFledge, "is not a fledge file"),
    (zeros, errors.NotFledge, "is not a fledge file"),
    (foreign, errors.OtherProgram, "database of another program"),
    (no_mark, errors.OtherProgram, "database of another program"),
    (newer, errors.NewerFile, "written by a newer fledge"),
    (cut_short, errors.Damaged, "is damaged"),
    (Path.mkdir, errors.NotAFile, "is not an ordinary file"),
    (os.mkfifo, errors.NotAFile, "is not an ordinary file"),
]


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize(("make", "error", "sentence"), REFUSED)
def test_refused_with_its_sentence_and_left_as_it_was(
    path: Path,
    make: Callable[[Path], object],
    error: type[errors.StoreError],
    sentence: str,
    create: bool,
) -> None:
    """Nothing that is not a whole file of ours is written to, whoever asks."""
    make(path)
    before = listing(path.parent)
    with pytest.raises(error) as caught:
        open_file(path, create=create)
    assert type(caught.value) is error
    assert sentence in str(caught.value)
    assert str(path) in str(caught.value)
    assert listing(path.parent) == before


@pytest.mark.parametrize("make", [foreign, newer], ids=["another program's", "a newer fledge's"])
def test_what_another_program_left_in_its_log_is_not_folded(
    path: Path, make: Callable[[Path], None]
) -> None:
    """A log left by a crash belongs to the refused file: opening it must not write it in."""
    source = path.with_name("theirs.db")
    make(source)
    with closing(sqlite3.connect(source, isolation_level=None)) as theirs:
        theirs.execute("INSERT INTO theirs VALUES ('not yet in the file itself')")
        copied = left_by_a_crash(source, path.parent / "crashed")
    log = copied.with_name(copied.name + "-wal")
    before = copied.read_bytes(), log.read_bytes()
    with pytest.raises((errors.OtherProgram, errors.NewerFile)):
        open_file(copied)
    assert (copied.read_bytes(), log.read_bytes()) == before


def test_damage_in_any_page_is_found_and_nothing_is_written(begun: Begun) -> None:
    """The quick check sees a page that was overwritten, whichever table it belongs to."""
    begun.file.close()
    whole = begun.path.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 15
    for page in range(pages):
        start = page * PAGE + (100 if page == 0 else 0)
        broken = whole[:start] + bytes(b ^ 0xFF for b in whole[start : start + 8])
        begun.path.write_bytes(broken + whole[start + 8 :])
        before = listing(begun.path.parent)
        with pytest.raises(errors.Damaged):
            open_file(begun.path)
        assert listing(begun.path.parent) == before, page


def test_a_damaged_file_keeps_its_log_apart(begun: Begun) -> None:
    """Folding a log into a damaged file could destroy what can still be saved."""
    copied = left_by_a_crash(begun.path, begun.path.parent / "crashed")
    log = copied.with_name(copied.name + "-wal")
    sql = "SELECT rootpage FROM sqlite_master WHERE name = 'event'"  # not in the log: empty yet
    (page,) = begun.file.conn.execute(sql).fetchone()
    with copied.open("r+b") as out:
        out.seek((page - 1) * PAGE)
        out.write(b"\xff" * 8)
    before = copied.read_bytes(), log.read_bytes()
    with pytest.raises(errors.Damaged):
        open_file(copied)
    assert (copied.read_bytes(), log.read_bytes()) == before


def test_a_log_left_by_a_crash_of_ours_is_read(begun: Begun) -> None:
    """What was acknowledged is in the log; the next open has it."""
    ratings.rate(begun.file, rating(begun.measures[0], 3), "x")
    copied = left_by_a_crash(begun.path, begun.path.parent / "crashed")
    file = open_file(copied)
    assert len(ratings.of_measure(file.conn, begun.measures[0].id)) == 1
    file.close()
    sound(copied)


@pytest.mark.parametrize("create", [False, True])
def test_a_link_that_leads_nowhere_is_left_alone(path: Path, create: bool) -> None:
    """No file is made at the far end of a link, and the sentence blames nothing else."""
    path.symlink_to(path.with_name("gone"))
    with pytest.raises(errors.StoreError) as caught:
        open_file(path, create=create)
    assert ".new" not in str(caught.value), "names a file that the person has never seen"
    assert os.listdir(path.parent) == [path.name]


def test_missing_is_not_made_unless_asked(path: Path) -> None:
    """Looking for a file does not make one."""
    with pytest.raises(errors.NotThere):
        open_file(path)
    assert listing(path.parent) == {}


@pytest.mark.parametrize("name", ["a b?c#d%41&mode=ro.fledge", "naïve ✓.fledge", "\udcff.fledge"])
def test_any_name_that_a_disk_allows(path: Path, name: str) -> None:
    """Signs with a meaning in a URI, and bytes that are not UTF-8, are only a name."""
    path = path.with_name(name)
    open_file(path, create=True).close()
    file = open_file(path)
    assert file.barred is None
    clients.begin(file, "Me", STARTED)
    file.close()
    assert os.listdir(os.fsencode(path.parent)) == [os.fsencode(name)]


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_written_is_read(what: str) -> None:
    """Without permission the file is shown, a write is refused with the sentence, nothing moves."""
    with open_to_all() as folder:
        path = folder / "growth.fledge"
        make_with_a_client(path)
        path.chmod(0o444 if what == "file" else 0o666)
        folder.chmod(0o555 if what == "folder" else 0o777)
        before = listing(folder)
        told = unprivileged("look", path)
        assert listing(folder) == before
    assert told["names"] == ["Me"]
    assert told["barred"] == told["trouble"] == "ReadOnly"
    name, sentence = told["write"]
    assert name == "ReadOnly"
    assert "can be read but not written, so nothing was saved" in sentence


def test_read_only_with_a_log_shows_what_the_log_holds(begun: Begun) -> None:
    """The last of what was written is in the log; reading only must not skip it."""
    with open_to_all() as folder:
        copied = left_by_a_crash(begun.path, folder)
        given_away(copied, copied.with_name(copied.name + "-wal"))
        copied.chmod(0o444)
        told = unprivileged("look", copied)
    assert told["names"] == ["Me"]
    assert told["barred"] == "ReadOnly"


def test_a_link_into_a_folder_that_may_not_be_written_is_read() -> None:
    """What counts is the folder that the file is in, not the one that the link is in."""
    with open_to_all() as folder:
        inner = folder / "inner"
        inner.mkdir()
        make_with_a_client(inner / "growth.fledge")
        (inner / "growth.fledge").chmod(0o666)
        inner.chmod(0o555)
        (folder / "link.fledge").symlink_to(inner / "growth.fledge")
        told = unprivileged("look", folder / "link.fledge")
    assert told.get("error") is None
    assert told["names"] == ["Me"]
    assert told["barred"] == "ReadOnly"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_may_not_be_read_is_said(what: str) -> None:
    """A file or folder of another user's gives a sentence, also where a new one is asked for."""
    with open_to_all() as folder:
        inner = folder / "inner"
        inner.mkdir()
        make_with_a_client(inner / "growth.fledge")
        if what == "folder":
            inner.chmod(0o000)
        else:
            (inner / "growth.fledge").chmod(0o000)
        name, _ = unprivileged("create", inner / "growth.fledge")
    assert name in {"CannotOpen", "CannotCreate"}


def make_with_a_client(path: Path) -> None:
    """A closed file with one client."""
    begin(path).file.close()


def test_a_swap_while_opening_is_noticed(
    begun: Begun, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that was looked at is the one that is opened."""
    begun.file.close()
    other = path.with_name("other")
    shutil.copyfile(path, other)
    connect = sqlite3.connect

    def swap(*args: object, **more: object) -> object:
        if other.exists():
            os.replace(other, path)
        return connect(*args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(sqlite3, "connect", swap)
    with pytest.raises(errors.Moved):
        open_file(path)
