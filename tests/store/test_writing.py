"""A write that is acknowledged is kept; one that is refused leaves everything as it was."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import perf_counter

import pytest

from tests.store.helpers import (
    Begun,
    begin,
    child,
    everything,
    fill,
    journal,
    kill,
    pipes,
    rating,
    refusal,
    rows,
    small_disk,
    sound,
)
from tui.store import clients, connection, errors, ratings
from tui.store.connection import open_file
from tui.store.thread import Store

LONG = "…" * 2000


def test_a_full_file_keeps_what_it_had(begun: Begun) -> None:
    """Without room for one more page: the sentence, the old state whole, and later it works."""
    conn = begun.file.conn
    (pages,) = conn.execute("PRAGMA page_count").fetchone()
    conn.execute(f"PRAGMA max_page_count = {pages}")
    kept = []
    with pytest.raises(errors.DiskFull, match="is full, so nothing was saved"):
        for n in range(1000):
            before = everything(conn)
            ratings.rate(begun.file, rating(begun.measures[0], n, evidence=LONG), "x")
            kept.append(n)
    assert everything(conn) == before
    assert len(ratings.of_measure(conn, begun.measures[0].id)) == len(kept)
    conn.execute("PRAGMA max_page_count = 100000")
    assert ratings.rate(begun.file, rating(begun.measures[0], 2000, evidence=LONG), "x")
    begun.file.close()
    sound(begun.path)


def test_a_full_disk_keeps_what_it_had(tmp_path: Path) -> None:
    """The same on a real disk that is really full."""
    with small_disk(tmp_path, 2**20) as disk:
        made = begin(disk / "growth.fledge")
        ballast = fill(disk)
        with pytest.raises(errors.DiskFull, match="is full, so nothing was saved"):
            for n in range(1000):
                before = everything(made.file.conn)
                ratings.rate(made.file, rating(made.measures[0], n, evidence=LONG), "x")
        assert everything(made.file.conn) == before
        ballast.unlink()
        assert ratings.rate(made.file, rating(made.measures[0], 2000, evidence=LONG), "x")
        after = everything(made.file.conn)
        made.file.close()
        sound(made.path)
        file = open_file(made.path)
        assert everything(file.conn) == after
        file.close()


def test_a_full_disk_is_called_full_on_opening(tmp_path: Path) -> None:
    """The file can be looked at, or the sentence says that the disk is full, not that it broke."""
    with small_disk(tmp_path, 2**20) as disk:
        begin(disk / "growth.fledge").file.close()
        ballast = fill(disk)
        error = refusal(lambda: open_file(disk / "growth.fledge").close())
        assert type(error) in {errors.DiskFull, type(None)}, error
        ballast.unlink()
        sound(disk / "growth.fledge")


def test_a_dashboard_starts_on_a_full_disk(tmp_path: Path) -> None:
    """There may be no room to name the lock's holder; whoever waits for the file is told."""
    with small_disk(tmp_path, 2**20) as disk:
        made = begin(disk / "growth.fledge")  # keeps log and shared memory there
        fill(disk)
        store = Store(made.path)
        error = refusal(lambda: store.opened.result(5))
        assert type(error) in {errors.DiskFull, type(None)}, error
        if not error:
            assert store.call(lambda f: clients.everyone(f.conn)).result(5)
            assert "None" not in str(store.trouble or "")
        store.close()
        made.file.close()


def moved_away(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))


def deleted(path: Path) -> None:
    path.unlink()


def replaced(path: Path) -> None:
    other = path.with_name("other")
    shutil.copyfile(path, other)
    os.replace(other, path)


GONE = [moved_away, deleted, replaced]


@pytest.mark.parametrize("happens", GONE)
def test_a_file_that_has_gone_is_not_written(begun: Begun, happens: Callable[[Path], None]) -> None:
    """SQLite would report success; nothing reaches a file nobody will find."""
    before = everything(begun.file.conn)
    happens(begun.path)
    there = begun.path.exists()
    with pytest.raises(errors.Moved, match="was moved or replaced by another program"):
        ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    assert everything(begun.file.conn) == before
    begun.file.close()
    assert begun.path.exists() == there, "closing must not make a file either"


@pytest.mark.parametrize("happens", GONE)
def test_a_file_that_goes_while_it_is_written(
    begun: Begun, happens: Callable[[Path], None]
) -> None:
    """The commit went to a file that is no longer there: that is no success."""
    done = []
    with pytest.raises(errors.Moved), begun.file.transaction() as conn:
        conn.execute("DELETE FROM version")
        happens(begun.path)
        done.append("up to the commit")
    assert done
    assert not begun.file.conn.in_transaction


def test_a_file_that_comes_back_is_written_again(begun: Begun) -> None:
    """A folder that was renamed and renamed back does no harm."""
    away = begun.path.with_name("away")
    begun.path.rename(away)
    with pytest.raises(errors.Moved):
        ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    away.rename(begun.path)
    assert ratings.rate(begun.file, rating(begun.measures[0], 1), "x")


def test_another_writer_that_takes_too_long(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time-out a sentence, nothing saved; when the other has finished, it works."""
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    made = begin(path)
    before = everything(made.file.conn)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.Busy, match="did not finish in time, so nothing was saved"):
            ratings.rate(made.file, rating(made.measures[0], 1), "x")
        assert everything(made.file.conn) == before
        other.execute("ROLLBACK")
    assert ratings.rate(made.file, rating(made.measures[0], 1), "x")
    made.file.close()


def test_nobody_writes_between_a_read_and_the_write_that_follows(begun: Begun) -> None:
    """A transaction has the file for itself from its beginning, not from its first write."""
    with (
        closing(sqlite3.connect(begun.path, isolation_level=None, timeout=0)) as other,
        begun.file.transaction() as conn,
    ):
        conn.execute("SELECT * FROM client").fetchall()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("UPDATE client SET name = 'somebody else'")


def test_nothing_acknowledged_is_lost_when_the_writer_is_killed(path: Path) -> None:
    """A hundred kills at random moments: every acknowledged rating is there, none is half there."""
    made = begin(path)
    made.file.close()
    chance = random.Random(20260601)
    acknowledged: set[int] = set()
    with child("writers", path) as process:
        stdin, stdout = pipes(process)
        for round_ in range(100):
            stdin.write(f"{round_}\n")
            stdin.flush()
            pid = int(stdout.readline().removeprefix("pid "))
            for _ in range(chance.randrange(6)):
                acknowledged.add(int(stdout.readline().removeprefix("kept ")))
            until = perf_counter() + chance.random() * 0.006
            while perf_counter() < until:
                pass
            kill(pid)
            while (line := stdout.readline()) != "end\n":
                acknowledged.add(int(line.removeprefix("kept ")))
            if round_ % 5 == 4:  # else the next writer finds the log as the kill left it
                none_missing_none_torn(path, acknowledged)
        stdin.close()
    assert len(acknowledged) > 150
    none_missing_none_torn(path, acknowledged)


def none_missing_none_torn(path: Path, acknowledged: set[int]) -> None:
    """Ratings and journal tell the same, whole, and hold all that was acknowledged."""
    file = open_file(path)
    kept = rows(file.conn, "rating")["rating"]
    numbers = {int(row[6].split()[1]) for row in kept}
    assert acknowledged <= numbers
    told = [after for table, _, _, after in journal(file.conn) if table == "rating"]
    assert sorted(tuple(row.values()) for row in told) == sorted(kept)
    (empty,) = file.conn.execute(
        "SELECT count(*) FROM change WHERE seq NOT IN (SELECT seq FROM edit)"
    ).fetchone()
    assert empty == 0
    file.close()
    sound(path)
