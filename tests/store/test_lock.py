"""One dashboard writes. Who it is can be told, and the right ends with its process."""

from __future__ import annotations

import os
from pathlib import Path

from tests.store.helpers import Begun, child, kill, listing, mode, pipes
from tui.store.lock import WriterLock


def test_the_second_is_told_who_writes(begun: Begun) -> None:
    """And may take over once the first has given it back, which leaves no file behind."""
    first, second = WriterLock(begun.path), WriterLock(begun.path)
    before = listing(begun.path.parent)
    assert first.take()
    assert not second.take()
    holder = second.holder()
    assert holder
    assert (holder.pid, holder.host) == (os.getpid(), os.uname().nodename)
    assert str(os.getpid()) in str(holder)
    first.release()
    assert listing(begun.path.parent) == before
    assert second.take()
    assert second.take(), "asking again does no harm"
    assert not first.take()
    second.release()
    assert second.holder() is None
    assert listing(begun.path.parent) == before


def test_a_killed_holder_holds_no_longer(path: Path) -> None:
    """No file has to be removed by hand after a crash."""
    lock = WriterLock(path)
    with child("holder", path) as process:
        stdin, stdout = pipes(process)
        assert stdout.readline() == "True\n"
        holder = lock.holder()
        assert holder
        assert holder.pid == process.pid
        assert not lock.take()
        kill(process.pid)
        process.wait(10)
        assert lock.take()
        stdin.close()
    holder = lock.holder()
    assert holder
    assert holder.pid == os.getpid()
    lock.release()


def test_the_lock_is_private_and_beside_the_file(path: Path) -> None:
    """It is 0600 under any umask, and it is never written through a link."""
    lock = WriterLock(path)
    before = os.umask(0)
    try:
        assert lock.take()
    finally:
        os.umask(before)
    assert (lock.path.parent, mode(lock.path)) == (path.parent, "0o600")
    assert os.listdir(path.parent) == [lock.path.name]
    lock.release()
    victim = path.with_name("victim")
    victim.write_text("precious")
    lock.path.symlink_to(victim)
    assert not lock.take()
    assert victim.read_text() == "precious"


def test_giving_back_takes_away_nobody_elses_lock(path: Path) -> None:
    """When a tidy person removed the lock file, a third one must not become a second writer."""
    first, second, third = WriterLock(path), WriterLock(path), WriterLock(path)
    assert first.take()
    first.path.unlink()
    assert second.take()
    first.release()
    assert not third.take()
    second.release()


def test_two_names_of_one_file_have_one_lock(begun: Begun) -> None:
    """A link to the file is the file."""
    link = begun.path.with_name("link.fledge")
    link.symlink_to(begun.path)
    first, second = WriterLock(begun.path), WriterLock(link)
    assert first.take()
    assert not second.take()
    first.release()
