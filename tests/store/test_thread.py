"""The store's thread: every call is answered, changes from outside are told, nothing hangs."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from pathlib import Path
from time import monotonic

import pytest

from tests.store.helpers import Begun, Told, listing, rating
from tui.core.ratings import Rating
from tui.store import clients, connection, errors, ratings, thread
from tui.store.connection import open_file
from tui.store.openfile import OpenFile
from tui.store.thread import Store

WAIT = 10

Start = Callable[[Path], Store]


@pytest.fixture
def start() -> Iterator[Start]:
    """Opens stores that are closed at the end."""
    opened: list[Store] = []

    def start(path: Path) -> Store:
        store = Store(path)
        opened.append(store)
        store.opened.result(WAIT)
        return store

    yield start
    for store in opened:
        store.close()


@pytest.fixture
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks for changes come fast, so that a test need not wait."""
    monkeypatch.setattr(thread, "LOOK_EVERY", 0.02)


def count(store: Store, measure_id: str) -> int:
    """How many ratings the store sees."""
    return len(store.call(lambda f: ratings.of_measure(f.conn, measure_id)).result(WAIT))


def rate(store: Store, given: Rating) -> None:
    store.call(ratings.rate, given, "x").result(WAIT)


def test_calls_are_answered_in_order_in_one_thread(begun: Begun, start: Start) -> None:
    """A read that was asked for after a write sees it; errors reach the one who asked."""
    store = start(begun.path)
    futures: list[Future[object]] = []
    for n in range(20):
        futures.append(store.call(ratings.rate, rating(begun.measures[0], n), "x"))
        futures.append(store.call(lambda f: len(ratings.of_measure(f.conn, begun.measures[0].id))))
    assert [f.result(WAIT) for f in futures[1::2]] == list(range(1, 21))
    names = {store.call(lambda _: threading.current_thread().name).result(WAIT) for _ in range(3)}
    assert len(names) == 1
    assert threading.current_thread().name not in names
    with pytest.raises(errors.NotKept):
        store.call(ratings.rate, rating(begun.measures[0], 1, float("nan")), "x").result(WAIT)
    assert count(store, begun.measures[0].id) == 20


@pytest.mark.usefixtures("often")
def test_the_second_window_reads_and_takes_over(begun: Begun, start: Start) -> None:
    """It is barred with a sentence that names the first, sees its changes, and then may write."""
    measure = begun.measures[0]
    first, second = start(begun.path), start(begun.path)
    assert first.trouble is None
    assert isinstance(second.trouble, errors.BeingWritten)
    assert f"process {os.getpid()} on" in str(second.trouble)
    assert "this one reads, and takes over" in str(second.trouble)
    told = Told()
    second.on_change = told
    assert count(second, measure.id) == 0
    rate(first, rating(measure, 1))
    told.until(lambda: told.times > 0)
    assert count(second, measure.id) == 1
    with pytest.raises(errors.BeingWritten):
        rate(second, rating(measure, 2))
    first.close()
    told.until(lambda: second.trouble is None)
    rate(second, rating(measure, 2))
    assert count(second, measure.id) == 2


@pytest.mark.usefixtures("often")
def test_a_link_to_the_file_is_the_same_file(begun: Begun, start: Start) -> None:
    """A window opened through another name of the file is barred as well."""
    link = begun.path.parent / "link.fledge"
    link.symlink_to(begun.path)
    assert start(begun.path).trouble is None
    assert isinstance(start(link).trouble, errors.BeingWritten)


def test_a_change_from_outside_is_told_within_two_seconds(begun: Begun, start: Start) -> None:
    """Also while this window is busy asking things of its own; its own changes are not told."""
    store, told = start(begun.path), Told()
    store.on_change = told
    rate(store, rating(begun.measures[0], 1))
    begin = monotonic()
    while monotonic() - begin < 1.2:  # long enough for a look
        count(store, begun.measures[0].id)
    assert told.times == 0
    ratings.rate(begun.file, rating(begun.measures[0], 2), "x")
    begin = monotonic()
    while not told.times and monotonic() - begin < 2:
        assert count(store, begun.measures[0].id) == 2
    assert told.times == 1


def test_a_change_from_outside_is_told_to_an_idle_window(begun: Begun, start: Start) -> None:
    """With nothing else to do, within two seconds."""
    store, told = start(begun.path), Told()
    store.on_change = told
    assert count(store, begun.measures[0].id) == 0
    ratings.rate(begun.file, rating(begun.measures[0], 2), "x")
    told.until(lambda: told.times > 0, 2)


@pytest.mark.usefixtures("often")
@pytest.mark.parametrize("happens", [Path.unlink, lambda p: p.rename(p.with_name("away"))])
def test_a_file_that_has_gone_is_told(
    begun: Begun, start: Start, happens: Callable[[Path], object]
) -> None:
    """A window that only looks says so too, and still shows what it read."""
    begun.file.close()
    store, told = start(begun.path), Told()
    store.on_change = told
    happens(begun.path)
    told.until(lambda: isinstance(store.trouble, errors.Moved))
    assert count(store, begun.measures[0].id) == 0
    with pytest.raises(errors.Moved):
        rate(store, rating(begun.measures[0], 1))


@pytest.mark.usefixtures("often")
def test_a_file_that_comes_back_is_told(begun: Begun, start: Start) -> None:
    """The banner goes away by itself."""
    store, told = start(begun.path), Told()
    store.on_change = told
    away = begun.path.with_name("away")
    shutil.move(begun.path, away)
    told.until(lambda: isinstance(store.trouble, errors.Moved))
    shutil.move(away, begun.path)
    told.until(lambda: store.trouble is None)
    rate(store, rating(begun.measures[0], 1))


def test_an_error_on_opening_reaches_everyone_who_waits(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who asked before and after it was known; also when one of them gave up waiting."""
    go = threading.Event()

    def slow(*args: object, **more: object) -> OpenFile:
        go.wait(WAIT)
        return open_file(path)

    monkeypatch.setattr(thread, "open_file", slow)
    path.touch()
    store = Store(path)
    early = [store.call(lambda f: f) for _ in range(3)]
    early[1].cancel()
    go.set()
    with pytest.raises(errors.EmptyFile):
        store.opened.result(WAIT)
    late = store.call(lambda f: f)
    for answer in (early[0], early[2], late):
        with pytest.raises(errors.EmptyFile):
            answer.result(2)
    store.close()
    assert sorted(os.listdir(path.parent)) == [path.name]


def test_what_is_asked_after_closing_is_answered(begun: Begun) -> None:
    """A screen that asks too late gets an error instead of waiting for ever."""
    store = Store(begun.path)
    last = store.call(lambda f: clients.everyone(f.conn))
    store.close()
    assert last.result(WAIT), "what was asked before is done"
    with pytest.raises(errors.StoreError):
        store.call(lambda f: f).result(2)
    store.close()


@pytest.mark.usefixtures("often")
def test_a_listener_that_fails_stops_nothing(begun: Begun, start: Start) -> None:
    """The screen may be gone when it is told; the file goes on being served."""
    store, told = start(begun.path), Told()

    def fails() -> None:
        told()
        raise RuntimeError("the screen has gone")

    store.on_change = fails
    assert count(store, begun.measures[0].id) == 0
    ratings.rate(begun.file, rating(begun.measures[0], 1), "x")
    told.until(lambda: told.times > 0)
    assert store.call(lambda f: len(clients.everyone(f.conn))).result(2) == 1


@pytest.mark.usefixtures("often")
def test_a_look_that_fails_stops_nothing(
    begun: Begun, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails for a moment while nobody asks anything ends nothing."""
    looked = Told()

    def broken(_: OpenFile) -> int:
        looked()
        raise sqlite3.OperationalError("disk I/O error")

    store = start(begun.path)
    monkeypatch.setattr(thread, "_data_version", broken)
    looked.until(lambda: looked.times > 0)
    assert store.call(lambda f: len(clients.everyone(f.conn))).result(2) == 1


def test_a_closed_store_leaves_nothing_beside_the_file(begun: Begun) -> None:
    """Log, shared memory and lock are gone, and everything is in the file."""
    begun.file.close()
    before = listing(begun.path.parent)
    store = Store(begun.path)
    store.opened.result(WAIT)
    assert f"{begun.path.name}.lock" in os.listdir(begun.path.parent)
    store.close()
    assert listing(begun.path.parent) == before


@pytest.mark.usefixtures("often")
def test_damage_in_a_large_file_is_told_once_the_window_is_open(
    begun: Begun, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too large to be examined at opening: it is examined then, and written no more."""
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'practice'"
    page, (number,) = 4096, begun.file.conn.execute(root).fetchone()
    begun.file.close()
    with begun.path.open("r+b") as file:
        file.seek((number - 1) * page)
        file.write(b"\xff" * 16)
    monkeypatch.setattr(connection, "CHECKED_ON_OPEN", 0)
    told = Told()
    store = start(begun.path)
    store.on_change = told
    told.until(lambda: isinstance(store.trouble, errors.Damaged))
    with pytest.raises(errors.Damaged):
        rate(store, rating(begun.measures[0], 1))
