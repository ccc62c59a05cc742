"""A copy is whole, private and never in place of another file, or it is not there."""

from __future__ import annotations

import errno
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.helpers import (
    Begun,
    begin,
    everything,
    fill,
    listing,
    mode,
    open_to_all,
    rating,
    small_disk,
    sound,
    unprivileged,
)
from tui.store import backup, errors, ratings
from tui.store.backup import save_copy
from tui.store.connection import open_file


def test_a_copy_is_the_file(begun: Begun) -> None:
    """Every row and the journal, private under any umask, and a file of ours that can go on."""
    ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    target = begun.path.with_name("copy.fledge")
    before = os.umask(0)
    try:
        assert save_copy(begun.file, target) == target
    finally:
        os.umask(before)
    assert mode(target) == "0o600"
    sound(target)
    copy = open_file(target)
    assert everything(copy.conn) == everything(begun.file.conn)
    assert ratings.rate(copy, rating(begun.measures[0], 2), "x")
    assert copy.conn.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    copy.close()
    names = {p.name.removesuffix("-wal").removesuffix("-shm") for p in target.parent.iterdir()}
    assert names == {begun.path.name, target.name}


def no_links(*_: object) -> None:
    """As on a USB stick."""
    raise PermissionError(errno.EPERM, "no links here")


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_no_file_is_ever_overwritten(
    begun: Begun, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """Not an older copy, not the file itself, not what a link leads to: a number is added."""
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    target = begun.path.with_name("copy.fledge")
    target.write_text("precious")
    target.with_name("copy.fledge.2").symlink_to("nowhere")
    assert save_copy(begun.file, target).name == "copy.fledge.3"
    assert save_copy(begun.file, target).name == "copy.fledge.4"
    assert save_copy(begun.file, begun.path).name == f"{begun.path.name}.2"
    assert target.read_text() == "precious"
    assert not target.with_name("nowhere").exists()
    assert ratings.rate(begun.file, rating(begun.measures[0], 2), "x")


def test_a_copy_while_others_read_and_write(begun: Begun) -> None:
    """It holds what was committed, waits for nobody, and no half change."""
    before = everything(begun.file.conn)
    with closing(sqlite3.connect(begun.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM client").fetchall()
        copies = [save_copy(begun.file, begun.path.with_name("one"))]
        other.execute("UPDATE client SET name = 'half a change'")
        copies.append(save_copy(begun.file, begun.path.with_name("two")))
        other.execute("ROLLBACK")
    for copy in copies:
        with closing(sqlite3.connect(copy)) as conn:
            assert everything(conn) == before


def test_a_change_by_another_program_while_copying(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rating that came in between the copy and its check is no damage."""
    count = backup._count
    other = open_file(begun.path)

    def late(conn: sqlite3.Connection, table: str) -> int:
        monkeypatch.setattr(backup, "_count", count)
        ratings.rate(other, rating(begun.measures[0], 1), "x")
        return count(conn, table)

    monkeypatch.setattr(backup, "_count", late)
    sound(save_copy(begun.file, begun.path.with_name("copy")))
    other.close()


def test_a_copy_that_is_not_like_the_file_is_not_kept(
    begun: Begun, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Damaged while it was written: nothing is left, and the sentence names nothing that is."""
    before = listing(begun.path.parent)
    count = backup._count

    def one_short(conn: sqlite3.Connection, table: str) -> int:
        return count(conn, table) + (conn is begun.file.conn)

    monkeypatch.setattr(backup, "_count", one_short)
    with pytest.raises(errors.StoreError) as caught:
        save_copy(begun.file, begun.path.with_name("copy"))
    assert ".new" not in str(caught.value), "names a file that is gone already"
    assert "copy" in str(caught.value)
    assert listing(begun.path.parent) == before


def test_no_room_for_a_copy(tmp_path: Path) -> None:
    """The sentence says so, nothing is left, and the file goes on."""
    with small_disk(tmp_path, 2**20) as disk:
        made = begin(tmp_path / "growth.fledge")
        fill(disk, leaving=5 * 4096)
        before = listing(disk)
        with pytest.raises(errors.DiskFull):
            save_copy(made.file, disk / "copy")
        assert listing(disk) == before
        assert ratings.rate(made.file, rating(made.measures[0], 1), "x")
        made.file.close()


def test_no_folder_for_a_copy(begun: Begun) -> None:
    """A folder that is missing, or no folder at all, is said and not made."""
    before = listing(begun.path.parent)
    for target in (begun.path.parent / "none" / "copy", begun.path / "copy"):
        with pytest.raises(errors.CannotCreate):
            save_copy(begun.file, target)
    assert listing(begun.path.parent) == before


def test_the_unfinished_copy_of_another_is_not_taken_away(begun: Begun) -> None:
    """A process of the same number on another machine may be saving to the same folder."""
    theirs = begun.path.with_name(f".copy.{os.getpid()}.new")
    theirs.write_bytes(b"theirs")
    save_copy(begun.file, begun.path.with_name("copy"))
    assert theirs.read_bytes() == b"theirs"


def test_a_place_named_from_here(begun: Begun, monkeypatch: pytest.MonkeyPatch) -> None:
    """`fledge copy there.fledge` names a place in the folder one is in."""
    monkeypatch.chdir(begun.path.parent)
    save_copy(begun.file, Path("copy.fledge"))
    sound(begun.path.with_name("copy.fledge"))


@pytest.mark.parametrize("name", ["a b?c#d%41&x=y", "\udcff"])
def test_any_name_that_a_disk_allows(begun: Begun, name: str) -> None:
    """Signs with a meaning in a URI, and bytes that are not UTF-8, are only a name."""
    assert save_copy(begun.file, begun.path.with_name(name)).exists()


def test_what_may_only_be_read_can_be_copied() -> None:
    """The remedy that the sentence about a read-only file names has to work."""
    with open_to_all() as folder:
        source = folder / "read-only"
        source.mkdir()
        begin(source / "growth.fledge").file.close()
        (source / "growth.fledge").chmod(0o444)
        source.chmod(0o555)
        assert unprivileged("copy", source / "growth.fledge", folder / "copy.fledge") is None
        sound(folder / "copy.fledge")
        told = unprivileged("copy", source / "growth.fledge", source / "copy.fledge")
        assert told is not None
        assert told[0] == "CannotCreate"
        assert os.listdir(source) == ["growth.fledge"]
