"""Two dashboards on one file: the first writes, the second reads and may take over.

The lock is advisory and lives in a file of its own beside the data (never in it), so that it also
ends when its holder is killed. It names the holder. Shell commands need no lock: each of their
changes is one transaction, and an open dashboard sees it.
"""

from __future__ import annotations

import fcntl
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | os.O_CLOEXEC


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: process number and machine."""

    pid: int
    host: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}"


class WriterLock:
    """The right to write a file from a dashboard."""

    def __init__(self, path: Path) -> None:
        self.path = Path(f"{os.path.realpath(path)}.lock")  # one lock, whatever link leads here
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this process has it."""
        return self._handle is not None

    def take(self) -> bool:
        """Try to get it, without waiting; also after an earlier holder has gone."""
        if self.held:
            return True
        try:
            handle = os.open(self.path, _FLAGS, 0o600)
        except OSError:
            return False
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        if not self._still_named(handle):
            os.close(handle)
            return self.take()
        self._handle = handle
        with suppress(OSError):  # on a full disk it is held all the same, without a name
            os.ftruncate(handle, 0)
            os.pwrite(handle, json.dumps([os.getpid(), os.uname().nodename]).encode(), 0)
        return True

    def holder(self) -> Holder | None:
        """Who has it, as far as can be told."""
        try:
            pid, host = json.loads(self.path.read_text())
            return Holder(int(pid), str(host))
        except (OSError, ValueError, TypeError):
            return None

    def release(self) -> None:
        """Give it back and take the lock file away."""
        if self._handle is not None:
            if self._still_named(self._handle):
                self.path.unlink(missing_ok=True)
            os.close(self._handle)
            self._handle = None

    def _still_named(self, handle: int) -> bool:
        """Whether the locked file is still at the path: its last holder may have removed it."""
        try:
            named, ours = os.stat(self.path), os.fstat(handle)
        except OSError:
            return False
        return (named.st_dev, named.st_ino) == (ours.st_dev, ours.st_ino)
