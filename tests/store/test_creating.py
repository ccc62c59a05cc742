"""A new file comes whole, private and alone, or not at all."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.helpers import (
    STARTED,
    child,
    fill,
    listing,
    mode,
    open_to_all,
    refusal,
    small_disk,
    sound,
    unprivileged,
)
from tui.store import clients, connection, errors
from tui.store.connection import open_file
from tui.store.schema import APPLICATION_ID, CLIENT_FILE, KEYS, SCHEMA_VERSION


@pytest.fixture
def wide_open() -> Iterator[None]:
    """A umask that takes nothing away."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("wide_open")
def test_nobody_else_may_look(tmp_path: Path) -> None:
    """File, log and shared memory are 0600 and a folder that is made 0700, under any umask."""
    path = tmp_path / "outer" / "inner" / "growth.fledge"
    file = open_file(path, create=True)
    file.conn.execute("BEGIN IMMEDIATE")
    assert sorted(p.name for p in path.parent.iterdir()) == [
        "growth.fledge",
        "growth.fledge-shm",
        "growth.fledge-wal",
    ]
    assert {mode(p) for p in path.parent.iterdir()} == {"0o600"}
    file.conn.execute("ROLLBACK")
    file.close()
    assert (mode(path), mode(path.parent)) == ("0o600", "0o700")
    assert mode(path.parent.parent) == "0o700", "others could rename the folder inside it"
    assert os.listdir(path.parent) == ["growth.fledge"]


def test_how_the_file_is_kept(path: Path) -> None:
    """Durability and strictness are as designed, also when the file is opened again."""
    open_file(path, create=True).close()
    file = open_file(path)
    expected = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
        "temp_store": 2,
        "application_id": APPLICATION_ID,
        "user_version": SCHEMA_VERSION,
    }
    found = {name: file.conn.execute(f"PRAGMA {name}").fetchone()[0] for name in expected}
    assert found == expected
    strict = {name: s for _, name, _, _, _, s in file.conn.execute("PRAGMA table_list")}
    assert all(strict[table] for table in (*KEYS, "change", "edit"))
    file.close()


def test_what_exists_is_opened_not_made_anew(path: Path) -> None:
    """Asking for a new file where one is changes nothing in it."""
    open_file(path, create=True).close()
    before = listing(path.parent)
    open_file(path, create=True).close()
    assert listing(path.parent) == before


def test_two_that_make_it_at_once_get_one_file(path: Path) -> None:
    """Thirty races: both can write at once, to one and the same whole file."""
    with child("racers", path, 30) as process:
        codes, _ = process.communicate(timeout=60)
    assert codes.split() == ["0"] * 60
    made = sorted(path.parent.iterdir())
    assert len(made) == 30, "one file for each race, and nothing beside it"
    for each in made:
        sound(each)
        with closing(sqlite3.connect(each)) as conn:
            assert conn.execute("SELECT count(*) FROM client").fetchone() == (2,)


def test_the_unfinished_file_of_another_is_not_taken_away(path: Path) -> None:
    """A process of the same number on another machine may be at work in the same folder."""
    theirs = path.with_name(f".{path.name}.{os.getpid()}.new")
    theirs.write_bytes(b"theirs")
    if refusal(lambda: open_file(path, create=True).close()):
        assert os.listdir(path.parent) == [theirs.name]
    assert theirs.read_bytes() == b"theirs"


def test_a_failure_leaves_nothing(path: Path) -> None:
    """Whatever step fails, the folder is as it was, and folders made on the way are gone."""
    broken = replace(CLIENT_FILE, tables=(*CLIENT_FILE.tables, "CREATE TABLE client (x)"))
    with pytest.raises(errors.CannotCreate, match="nothing was left behind"):
        open_file(path, create=True, layout=broken)
    assert listing(path.parent) == {}
    with pytest.raises(errors.CannotCreate, match="nothing was left behind"):
        open_file(path.parent / "new" / "folder" / "growth.fledge", create=True, layout=broken)
    assert listing(path.parent) == {}


def test_a_file_where_the_folder_should_be(path: Path) -> None:
    """The sentence does not blame a file that the person has never seen."""
    path.write_text("a file")
    with pytest.raises(errors.StoreError) as caught:
        open_file(path / "growth.fledge", create=True)
    assert ".new" not in str(caught.value)
    assert os.listdir(path.parent) == [path.name]


def test_a_folder_that_may_not_be_written() -> None:
    """Without permission nothing is made and the sentence says so."""
    with open_to_all() as folder:
        folder.chmod(0o555)
        name, sentence = unprivileged("create", folder / "growth.fledge")
        assert name == "CannotCreate"
        assert "Permission denied" in sentence
        assert listing(folder) == {}


def test_a_folder_that_may_not_be_listed() -> None:
    """A folder that may be written but not read: a file, or a sentence and nothing left behind."""
    with open_to_all() as folder:
        folder.chmod(0o333)
        told = unprivileged("create", folder / "growth.fledge")
        folder.chmod(0o777)
        assert told is None or listing(folder) == {}, told


def empty(path: Path) -> None:
    open_file(path, create=True).close()


def with_a_client(path: Path) -> None:
    with connection.beginning(path) as file:
        clients.begin(file, "Me", STARTED)


@pytest.mark.parametrize("make", [empty, with_a_client])
def test_whatever_room_there_is(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """For each amount of room on a full disk: a whole file, or a sentence and nothing left."""
    with small_disk(tmp_path, 2**20) as disk:
        path = disk / "growth.fledge"
        outcomes: set[type] = set()
        for pages in range(0, 180, 2):
            fill(disk, leaving=pages * 4096)
            error = refusal(lambda: make(path))
            outcomes.add(type(error))
            left = {p.name for p in disk.iterdir()} - {"ballast"}
            if error is None:
                assert left == {path.name}
            elif isinstance(error, errors.CannotCreate):
                assert not left, pages
            else:  # nothing, or made whole but with no room left to open it
                assert not left or path.name in left
                assert not [name for name in left if name.startswith(".")], pages
            (disk / "ballast").unlink()
            if path.exists():
                sound(path)
                file = open_file(path)
                assert len(clients.everyone(file.conn)) == (make is with_a_client), pages
                file.close()
                path.unlink()
        assert outcomes <= {errors.CannotCreate, errors.DiskFull, type(None)}
        assert type(None) in outcomes
        assert len(outcomes) > 1


@pytest.mark.parametrize("number", ["EPERM", "ENOSYS"])
def test_a_file_system_without_hard_links(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: str
) -> None:
    """A USB stick or a network folder knows no links; the file is made there as well."""

    def no_links(*_: object) -> None:
        raise OSError(getattr(errno, number), "no links here")

    monkeypatch.setattr(os, "link", no_links)
    open_file(path, create=True).close()
    assert os.listdir(path.parent) == [path.name]
    assert mode(path) == "0o600"
    sound(path)

    def no_room(*_: object) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "replace", no_room)
    with pytest.raises(errors.CannotCreate):
        open_file(path.with_name("second.fledge"), create=True)
    assert os.listdir(path.parent) == [path.name]
