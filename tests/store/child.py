"""What the tests do in a process of its own: race, be killed, or have no privileges.

Run as `python -m tests.store.child WHAT PATH …`. The processes that are killed or that race are
forked from this one, which holds nothing open, so that a hundred of them take a second or two.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NoReturn

from tests.store.helpers import NOBODY, STARTED, rating
from tui.store import backup, clients, errors, measures, ratings
from tui.store.connection import open_file
from tui.store.lock import WriterLock
from tui.store.thread import Store


def forked(work: Callable[[], object]) -> int:
    """Run `work` in a process of its own and leave without tidying up; its process number."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)


def writers(path: Path) -> None:
    """For each round number on stdin: a process that writes and acknowledges until it is killed."""
    for line in sys.stdin:
        pid = forked(partial(write_on, path, int(line)))
        say(f"pid {pid}")
        os.waitpid(pid, 0)
        say("end")


def write_on(path: Path, round_: int) -> NoReturn:
    """Write one rating after the other; say the number of each once it is kept."""
    file = open_file(path)
    # Folding the log into the file again and again, so that a kill meets that as well.
    file.conn.execute(f"PRAGMA wal_autocheckpoint = {1 if round_ % 2 else 1000}")
    (client,) = clients.everyone(file.conn)
    known = measures.of_client(file.conn, client.id)
    n = round_ * 10_000
    while True:
        given = rating(known[n % 10], n, n % 11, evidence=f"moment {n} " + "…" * (n * 97 % 1900))
        ratings.rate(file, given, "x")
        say(f"kept {n}")
        n += 1


def racers(path: Path, rounds: str) -> None:
    """Let two processes make the same file at once, again and again."""
    for n in range(int(rounds)):
        ready, go = os.pipe()

        def race(ready: int = ready, go: int = go, n: int = n) -> None:
            os.close(go)
            os.read(ready, 1)  # returns in both at once, when the starter closes its end
            file = open_file(path.with_name(f"{n}-{path.name}"), create=True)
            clients.begin(file, f"client {os.getpid()}", STARTED)
            file.close()

        pids = [forked(race), forked(race)]
        os.close(ready)
        os.close(go)
        say(" ".join(str(os.waitpid(pid, 0)[1]) for pid in pids))


def holder(path: Path) -> None:
    """Take the writer's lock and hold it."""
    say(str(WriterLock(path).take()))
    sys.stdin.read()


def look(path: Path) -> None:
    """Open, read, try to write, and open as a dashboard would; tell how each went."""
    told: dict[str, object] = {"names": [], "barred": None, "write": None, "trouble": None}
    try:
        file = open_file(path)
        told["names"] = [c.name for c in clients.everyone(file.conn)]
        told["barred"] = type(file.barred).__name__
        told["write"] = attempt(lambda: clients.begin(file, "Somebody new", STARTED))
        file.close()
        store = Store(path)
        told["opened"] = attempt(lambda: store.opened.result(20))
        told["trouble"] = type(store.trouble).__name__
        store.close()
    except errors.StoreError as error:
        told["error"] = [type(error).__name__, str(error)]
    say(json.dumps(told))


def create(path: Path) -> None:
    """Make a file; tell how it went."""
    say(json.dumps(attempt(lambda: open_file(path, create=True).close())))


def copy(path: Path, target: str) -> None:
    """Save a copy; tell how it went."""
    file = open_file(path)
    say(json.dumps(attempt(lambda: backup.save_copy(file, Path(target)))))
    file.close()


def attempt(work: Callable[[], object]) -> list[str] | None:
    """None if `work` can be done, or the error's name and sentence."""
    try:
        work()
    except Exception as error:  # the test looks at which one it is
        return [type(error).__name__, str(error)]
    return None


def say(line: str) -> None:
    """One line in one write, so that nothing is left in a buffer by a kill."""
    os.write(1, f"{line}\n".encode())


def drop_privileges() -> None:
    """Go on as nobody; done here, since nobody may not be allowed to start the interpreter."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


if __name__ == "__main__":
    given = sys.argv[1:]
    if given[0] == "--drop":
        drop_privileges()
        given.pop(0)
    what, place, *more = given
    tasks: dict[str, Callable[..., None]] = {
        f.__name__: f for f in (writers, racers, holder, look, create, copy)
    }
    tasks[what](Path(place), *more)
