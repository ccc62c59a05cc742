"""Small things that the store's tests share."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Any

import pytest

from tui.core.goals import Goal
from tui.core.measures import Direction, Kind, Measure, Rater, Version
from tui.core.ratings import Rating
from tui.ids import new_id
from tui.store import clients, errors, measures
from tui.store.connection import open_file
from tui.store.openfile import OpenFile
from tui.store.schema import KEYS

STARTED = date(2026, 1, 1)
TODAY = date(2026, 6, 1)
ROOT = Path(__file__).parents[2]
NOBODY = 65534
Table = list[tuple[Any, ...]]


@dataclass(repr=False)
class Begun:
    """A file that was begun: its path, the open file, the client's id and some measures."""

    path: Path
    file: OpenFile
    client_id: str
    measures: list[Measure]


def begin(path: Path) -> Begun:
    """A new file with one client."""
    file = open_file(path, create=True)
    client = clients.begin(file, "Me", STARTED)
    return Begun(path, file, client.id, measures.of_client(file.conn, client.id))


def rating(measure: Measure, n: int, value: float = 5, **more: Any) -> Rating:
    """What the client gave `n` days after the start."""
    day = STARTED + timedelta(n)
    return Rating(measure.id, day, Rater.CLIENT, value, measure.version.number, day, **more)


def new_goal(wording: str = "Sleep through", **more: Any) -> Goal:
    """A goal with one wording."""
    version = Version(1, STARTED, wording)
    measure = Measure(
        new_id(), "", Kind.GOAL, wording, Direction.HIGHER, 7, tuple(Rater), (version,)
    )
    return Goal(measure, **more)


def rows(conn: sqlite3.Connection, *tables: str) -> dict[str, Table]:
    """Every row of the tables a person's changes go to (or of `tables`), in a fixed order."""
    found = {}
    for table in tables or KEYS:
        found[table] = sorted(conn.execute(f"SELECT * FROM {table}"), key=repr)
    return found


def everything(conn: sqlite3.Connection) -> list[str]:
    """The whole file as SQL: rows, journal, layout; and the layout's number.

    In an order of its own, since a copy puts the parts of a layout in another one.
    """
    (layout,) = conn.execute("PRAGMA user_version").fetchone()
    return [f"-- {layout}", *sorted(conn.iterdump())]


def journal(conn: sqlite3.Connection) -> list[tuple[str, tuple[Any, ...], Any, Any]]:
    """The edits of the changes that stand, oldest first: table, key, before, after."""
    sql = (
        "SELECT tbl, key, before, after FROM edit JOIN change USING (seq) WHERE state = 'done'"
        " ORDER BY seq, n"
    )
    return [
        (table, tuple(json.loads(key)), before and json.loads(before), after and json.loads(after))
        for table, key, before, after in conn.execute(sql)
    ]


def sound(path: Path) -> None:
    """The file passes SQLite's whole check, and nothing in it points nowhere."""
    with closing(sqlite3.connect(path)) as conn:
        assert conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert conn.execute("PRAGMA foreign_key_check").fetchall() == []


def listing(folder: Path) -> dict[str, tuple[str, bytes]]:
    """Everything in a folder and below it: kind and mode, and the bytes of plain files."""
    found = {}
    for path in sorted(folder.rglob("*")):
        mode = path.lstat().st_mode
        content = path.read_bytes() if stat.S_ISREG(mode) else b""
        found[str(path.relative_to(folder))] = (stat.filemode(mode), content)
    return found


def mode(path: Path) -> str:
    """Permission bits as octal text."""
    return oct(stat.S_IMODE(path.stat().st_mode))


def child(*args: object) -> subprocess.Popen[str]:
    """Start `tests/store/child.py` with a pipe to it and one from it."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.child", *map(str, args)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    """The child's standard input and output."""
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


def unprivileged(*args: object) -> Any:
    """What a child without privileges answers, as JSON. Root may write anything; a person not."""
    with child("--drop", *args) as process:
        answer, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return json.loads(answer)


@contextmanager
def open_to_all() -> Iterator[Path]:
    """A folder that an unprivileged child may reach and write (pytest's own are 0700)."""
    folder = Path(tempfile.mkdtemp(prefix="fledge-test-"))
    try:
        folder.chmod(0o777)
        yield folder
    finally:
        for inner in (folder, *folder.rglob("*")):
            if inner.is_dir() and not inner.is_symlink():
                inner.chmod(0o777)
        shutil.rmtree(folder)


def given_away(*paths: Path) -> None:
    """Make files belong to the user as whom an unprivileged child runs."""
    if os.geteuid() == 0:
        for path in paths:
            os.chown(path, NOBODY, NOBODY)


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[Path]:
    """A real disk of `size` bytes; the test is skipped where none may be mounted."""
    place = folder / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip("a small disk can only be mounted by root")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


def fill(disk: Path, *, leaving: int = 0) -> Path:
    """Use up the disk but for `leaving` bytes, with one file."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as out:
        with pytest.raises(OSError, match="No space left"):
            while True:
                out.write(b"x" * 4096)
        out.truncate(max(0, out.tell() - leaving))
    return ballast


def refusal(work: Callable[[], object]) -> errors.StoreError | None:
    """The store's error, or None when `work` could be done."""
    try:
        work()
    except errors.StoreError as error:
        return error
    return None


class Told:
    """Counts what a Store tells through `on_change`, and waits for it without sleeping."""

    def __init__(self) -> None:
        self.times = 0
        self._news = threading.Condition()

    def __call__(self) -> None:
        with self._news:
            self.times += 1
            self._news.notify_all()

    def until(self, so: Callable[[], bool], seconds: float = 10) -> None:
        """Wait until something is told after which `so` holds."""
        with self._news:
            assert self._news.wait_for(so, seconds), "nothing was told in time"


def left_by_a_crash(path: Path, into: Path) -> Path:
    """Copy the file at `path`, which is open, as a power cut would leave it: with its log."""
    into.mkdir(exist_ok=True)
    for suffix in ("", "-wal"):
        shutil.copyfile(f"{path}{suffix}", into / f"{path.name}{suffix}")
    assert (into / f"{path.name}-wal").stat().st_size
    return into / path.name


def replay(
    beginning: Mapping[str, Table], edits: list[tuple[str, tuple[Any, ...], Any, Any]]
) -> Mapping[str, Table]:
    """The tables that come of the journal's edits, done one after the other from a beginning."""
    kept: dict[str, dict[tuple[Any, ...], tuple[Any, ...]]] = {
        table: {row[: len(KEYS[table])]: row for row in found} for table, found in beginning.items()
    }
    for table, key, before, after in edits:
        was = kept[table].get(key)
        assert (None if before is None else tuple(before.values())) == was
        if after is None:
            kept[table].pop(key, None)
        else:
            kept[table][key] = tuple(after.values())
    return {table: sorted(found.values(), key=repr) for table, found in kept.items()}


def kill(pid: int) -> None:
    """Kill a process of our own as nothing can catch."""
    with suppress(ProcessLookupError):
        os.kill(pid, 9)
